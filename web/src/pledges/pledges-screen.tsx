import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PledgeSummaryView, PledgeView } from '#capabilities/pledges/schemas'
import { Empty } from '#ui/empty/empty'
import { FactsStrip } from '#ui/facts/facts'
import { TextField } from '#ui/field/field'
import { FilterRow } from '#ui/field/filter-row'
import { Pager } from '#ui/pager/pager'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { read, write } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { FactValue, Share, To } from '../plans/parts.tsx'
import { percentOf } from '../plans/percent.ts'
import { RegisterPage, useRegister } from '../plans/register.tsx'
import { planTexts } from '../plans/texts.ts'
import { Sources } from '../portfolio/source.tsx'
import { stageWord } from '../portfolio/words.ts'
import { pledgeTexts } from './texts.ts'

/** 공약: every pledge with its state, what came of it, its money and its grade. */
export default function PledgesScreen() {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const clock = useScreenClock()
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const summary = useQuery({
    queryKey: ['plans', office, 'pledges', 'summary', clock.search],
    queryFn: () => read<PledgeSummaryView>(office, clock.at('/pledges/summary')),
  })
  const { asked, narrow, list, items, pager } = useRegister<PledgeView>('pledges', clock)
  const all = summary.data
  const stateName = (state: string | null) => stateWords(state, texts, locale)
  return (
    <Sources>
      <RegisterPage register="pledges" clock={clock} texts={texts} onAdd={mayWrite ? () => setAdding(true) : undefined}>
        {all && all.total > 0 ? (
          <FactsStrip
            facts={[
              { id: 'total', label: texts.total, value: texts.count(all.total) },
              { id: 'done', label: texts.done, value: percentOf(all.doneRate) ?? plan.unknown, note: `${texts.count(all.done)} · ${texts.doneNote}` },
              {
                id: 'secured',
                label: texts.secured,
                value: percentOf(all.money.securedRate) ?? plan.unknown,
                note: texts.securedNote(all.money.secured.unknown),
              },
              { id: 'term', label: texts.inTerm, value: percentOf(all.money.securedInTermRate) ?? plan.unknown },
            ]}
          />
        ) : null}
        <FilterRow className="pl-tools">
          <TextField label={plan.search} optional value={asked.q ?? ''} onChange={(q) => narrow({ q })} />
          <Select
            label={texts.state}
            value={asked.state ?? ''}
            none={texts.any}
            options={(all?.byState ?? []).map((one) => ({ value: one.state ?? 'none', label: `${stateName(one.state)} ${one.count}` }))}
            onChange={(state) => narrow({ state })}
          />
        </FilterRow>
        <ProblemNote error={list.error ?? summary.error} />
        {list.isPending ? <Waiting label={texts.title} rows={5} /> : null}
        {list.isSuccess && items.length === 0 ? <Empty title={texts.empty}>{texts.emptyLead}</Empty> : null}
        {items.length > 0 ? (
          <table className="tb tb--cards">
            <thead>
              <tr>
                <th scope="col">{texts.title}</th>
                <th scope="col">{texts.state}</th>
                <th scope="col" className="num">
                  {texts.promised}
                </th>
                <th scope="col" className="num">
                  {texts.actual}
                </th>
                <th scope="col" className="num">
                  {texts.money}
                </th>
                <th scope="col">{texts.secured}</th>
                <th scope="col">{texts.grade}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((one) => (
                <Row key={one.id} one={one} state={stateName(one.state)} search={clock.search} />
              ))}
            </tbody>
          </table>
        ) : null}
        <Pager {...pager} />
        {adding ? (
          <FormDialog
            title={texts.add}
            lines={[
              { name: 'nameKo', label: plan.name, kind: 'text' },
              { name: 'nameEn', label: plan.nameEn, kind: 'text', optional: true },
              { name: 'field', label: texts.field, kind: 'text', optional: true },
              { name: 'promisor', label: texts.promisor, kind: 'text', optional: true },
              { name: 'promisedOn', label: texts.promisedOn, kind: 'day', optional: true },
              { name: 'dueOn', label: plan.due, kind: 'day', optional: true },
              { name: 'confidential', label: plan.confidential, kind: 'check' },
            ]}
            onSend={async (typed) => {
              const made = await write<{ id: string }>('POST', office, '/pledges', {
                nameKo: typed.nameKo,
                nameEn: orNull(typed.nameEn),
                field: orNull(typed.field),
                promisor: orNull(typed.promisor),
                promisedOn: orNull(typed.promisedOn),
                dueOn: orNull(typed.dueOn),
                confidential: typed.confidential === 'yes',
              })
              void navigate({ to: `/pledges/${made.id}` as '/' })
            }}
            onClose={() => setAdding(false)}
          />
        ) : null}
      </RegisterPage>
    </Sources>
  )
}

/** The state of a pledge in words: its stage, no proof, or not known. */
export function stateWords(state: string | null, texts: { none: string; unproven: string }, locale: 'ko' | 'en'): string {
  if (state === null) return texts.none
  return state === 'unproven' ? texts.unproven : (stageWord('pledge', state, locale) ?? state)
}

function Row({ one, state, search }: { one: PledgeView; state: string; search: object }) {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const main = one.promises[0]
  const grade = one.gradings.find((row) => row.withdrawnAt === null)
  return (
    <tr>
      <th scope="row">
        <span className="pl-name">
          <To to={`/pledges/${one.id}`} search={search}>
            {nameIn(locale, one)}
          </To>
          {one.illustrative ? <IllustrativeTag /> : null}
        </span>
        <span className="pl-sub">{[one.promisor, one.promisedOn].filter(Boolean).join(' · ')}</span>
      </th>
      <td data-l={texts.state}>{one.state === 'unproven' ? <Tag tone="warn">{state}</Tag> : state}</td>
      <td className="num" data-l={texts.promised}>
        {main ? <FactValue fact={main.promised} of={`${main.nameKo}, ${one.nameKo}`} /> : <span className="mut">{plan.notStated}</span>}
      </td>
      <td className="num" data-l={texts.actual}>
        {main ? <FactValue fact={main.actual} of={`${main.nameKo}, ${one.nameKo}`} none={plan.notMeasured} /> : null}
      </td>
      <td className="num" data-l={texts.money}>
        <FactValue fact={one.money.total} of={`${texts.money}, ${one.nameKo}`} />
      </td>
      <td data-l={texts.secured}>
        <Share share={one.money.securedRate} />
      </td>
      <td data-l={texts.grade}>
        {grade?.result.grade ? (
          <>
            <b>{grade.result.grade}</b> <span className="mut">{texts.version(grade.result.version)}</span>
          </>
        ) : (
          <span className="mut">{texts.noGrade}</span>
        )}
      </td>
    </tr>
  )
}
