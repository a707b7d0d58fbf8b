import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { PledgeView, RubricView } from '#capabilities/pledges/schemas'
import { Button } from '#ui/button/button'
import { FactsStrip } from '#ui/facts/facts'
import { Quote } from '#ui/quote/quote'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { read, readTagged, write } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { FactValue, Part, Share, To } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { GradeDialog } from './grade-dialog.tsx'
import { Gradings } from './gradings.tsx'
import { stateWords } from './pledges-screen.tsx'
import { pledgeTexts } from './texts.ts'

export type Rubric = (typeof RubricView)['_output']
const moneyOnes = ['budget', 'budget_in_term', 'budget_secured', 'budget_secured_in_term']
const units: Readonly<Record<string, string>> = { jobs: 'persons', firms: 'firms', area: 'm2' }

/** 공약 한 건: what was promised, what came of it, its money, its grades with what made them. */
export default function PledgeScreen() {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const { id } = useParams({ strict: false }) as { id: string }
  const clock = useScreenClock(id)
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const [asking, setAsking] = useState<'terms' | 'value' | 'grade' | null>(null)
  const { data, error, isPending } = useQuery({
    queryKey: ['plans', office, 'pledge', id, clock.search],
    queryFn: () => readTagged<PledgeView>(office, clock.at(`/pledges/${id}`)),
  })
  const rubrics = useQuery({ queryKey: ['plans', office, 'rubrics'], queryFn: () => read<{ items: Rubric[] }>(office, '/pledges/rubrics') })
  const one = data?.body
  const change = (body: object) => write('PATCH', office, `/pledges/${id}`, body, data?.etag)
  return (
    <Sources>
      <Page
        title={one ? nameIn(locale, one) : texts.title}
        heading={
          one ? (
            <span className="pl-name">
              {nameIn(locale, one)} {one.illustrative ? <IllustrativeTag /> : null}
            </span>
          ) : undefined
        }
        lead={one ? stateWords(one.state, texts, locale) : undefined}
        crumbs={[{ label: texts.title, to: '/pledges' }]}
        tools={clock.control}
        actions={
          one ? (
            <>
              <To to={`/projects/${id}`} search={clock.search} className="btn">
                {texts.openRecord}
              </To>
              {mayWrite ? <Button onClick={() => setAsking('terms')}>{texts.editTerms}</Button> : null}
            </>
          ) : null
        }
      >
        {clock.banner}
        <ProblemNote error={error} />
        {isPending ? <Waiting label={texts.title} rows={6} /> : null}
        {one ? (
          <>
            <FactsStrip
              facts={[
                { id: 'who', label: texts.promisor, value: one.promisor ?? plan.unknown },
                { id: 'when', label: texts.promisedOn, value: one.promisedOn ?? plan.unknown },
                { id: 'term', label: texts.term, value: one.termFrom || one.termTo ? `${one.termFrom ?? ''} – ${one.termTo ?? ''}` : plan.notStated },
                { id: 'due', label: plan.due, value: one.dueOn ?? plan.notStated },
              ]}
            />
            <Part
              id="pl-promises"
              title={texts.promise}
              actions={mayWrite ? <Button onClick={() => setAsking('value')}>{texts.addValue}</Button> : null}
            >
              {one.promises.length === 0 ? <p className="mut">{plan.notStated}</p> : <Promises one={one} />}
            </Part>
            <Part id="pl-money" title={texts.money} lead={texts.moneyLead}>
              <Money one={one} />
            </Part>
            <Part id="pl-proof" title={texts.evidence}>
              {one.proof?.proven && one.proof.sentence === null && one.proof.documentId !== null ? (
                <p>
                  <To to={`/documents/${one.proof.documentId}`}>{one.proof.documentTitle}</To> <span className="mut">{one.proof.occurredFrom}</span>
                </p>
              ) : one.proof?.proven && one.proof.sentence !== null ? (
                <Quote text={one.proof.sentence} title={one.proof.documentTitle ?? undefined} date={one.proof.occurredFrom} />
              ) : (
                <p className="mut">{one.state === 'unproven' ? texts.zeroProof : texts.noEvidence}</p>
              )}
            </Part>
            <Part
              id="pl-grades"
              title={texts.grades}
              lead={texts.gradesLead}
              actions={mayWrite && rubrics.data ? <Button onClick={() => setAsking('grade')}>{texts.gradeIt}</Button> : null}
            >
              <Gradings one={one} rubrics={rubrics.data?.items ?? []} mayWrite={mayWrite} />
            </Part>
          </>
        ) : null}
        {one && asking === 'terms' ? (
          <FormDialog
            title={texts.editTerms}
            given={{
              promisor: one.promisor ?? '',
              promisedOn: one.promisedOn ?? '',
              termFrom: one.termFrom ?? '',
              termTo: one.termTo ?? '',
              dueOn: one.dueOn ?? '',
            }}
            lines={[
              { name: 'promisor', label: texts.promisor, kind: 'text', optional: true },
              { name: 'promisedOn', label: texts.promisedOn, kind: 'day', optional: true },
              { name: 'termFrom', label: texts.termFrom, kind: 'day', optional: true },
              { name: 'termTo', label: texts.termTo, kind: 'day', optional: true },
              { name: 'dueOn', label: plan.due, kind: 'day', optional: true },
            ]}
            onSend={(typed) => change(Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, orNull(value)])))}
            onClose={() => setAsking(null)}
          />
        ) : null}
        {one && asking === 'value' ? (
          <FormDialog
            title={texts.addValue}
            given={{ indicator: 'budget', sense: 'actual' }}
            lines={[
              {
                name: 'indicator',
                label: texts.indicator,
                kind: 'select',
                options: Object.entries(texts.indicators).map(([value, label]) => ({ value, label })),
              },
              {
                name: 'sense',
                label: texts.sense,
                kind: 'select',
                options: Object.entries(texts.senses).map(([value, label]) => ({ value, label })),
                when: (typed) => !moneyOnes.includes(typed.indicator ?? ''),
              },
              { name: 'won', label: plan.value, kind: 'won', when: (typed) => isMoney(typed.indicator) },
              { name: 'number', label: plan.value, kind: 'number', when: (typed) => !isMoney(typed.indicator) },
              { name: 'reason', label: plan.note, kind: 'text', optional: true },
            ]}
            onSend={(typed) => {
              const indicator = typed.indicator ?? ''
              const plain = indicator === 'budget' || indicator === 'budget_in_term'
              return change({
                values: [
                  {
                    indicator,
                    facet: moneyOnes.includes(indicator) ? (plain ? 'plan' : 'actual') : typed.sense,
                    value: isMoney(indicator) ? typed.won : typed.number,
                    unit: units[indicator] ?? 'KRW',
                    note: orNull(typed.reason),
                  },
                ],
              })
            }}
            onClose={() => setAsking(null)}
          />
        ) : null}
        {one && asking === 'grade' && rubrics.data ? (
          <GradeDialog pledge={one.id} rubrics={rubrics.data.items} onClose={() => setAsking(null)} />
        ) : null}
      </Page>
    </Sources>
  )
}

const isMoney = (indicator: string | undefined): boolean => moneyOnes.includes(indicator ?? '') || indicator === 'investment'

function Promises({ one }: { one: PledgeView }) {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  return (
    <table className="tb tb--cards">
      <thead>
        <tr>
          <th scope="col">{texts.indicator}</th>
          <th scope="col" className="num">
            {texts.promised}
          </th>
          <th scope="col" className="num">
            {texts.actual}
          </th>
          <th scope="col">{texts.attainment}</th>
        </tr>
      </thead>
      <tbody>
        {one.promises.map((row) => (
          <tr key={row.promised.factId}>
            <th scope="row">
              {nameIn(locale, row)}
              {row.series ? <span className="pl-sub">{row.series}</span> : null}
            </th>
            <td className="num" data-l={texts.promised}>
              <FactValue fact={row.promised} of={row.nameKo} />
            </td>
            <td className="num" data-l={texts.actual}>
              <FactValue fact={row.actual} of={row.nameKo} none={plan.notMeasured} />
            </td>
            <td data-l={texts.attainment}>
              <Share share={row.attainment} none={plan.notMeasured} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Money({ one }: { one: PledgeView }) {
  const texts = useTexts(pledgeTexts)
  const rows = [
    { id: 'all', label: texts.whole, plan: one.money.total, got: one.money.secured, rate: one.money.securedRate },
    { id: 'term', label: texts.within, plan: one.money.inTerm, got: one.money.securedInTerm, rate: one.money.securedInTermRate },
  ]
  return (
    <table className="tb tb--cards">
      <thead>
        <tr>
          <th scope="col">{texts.money}</th>
          <th scope="col" className="num">
            {texts.plan}
          </th>
          <th scope="col" className="num">
            {texts.got}
          </th>
          <th scope="col">{texts.secured}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            <td className="num" data-l={texts.plan}>
              <FactValue fact={row.plan} of={`${row.label} ${texts.plan}`} />
            </td>
            <td className="num" data-l={texts.got}>
              <FactValue fact={row.got} of={`${row.label} ${texts.got}`} />
            </td>
            <td data-l={texts.secured}>
              <Share share={row.rate} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
