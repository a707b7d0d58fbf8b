import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AwardView, RuleView } from '#capabilities/awards/schemas'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { TextField } from '#ui/field/field'
import { FilterRow } from '#ui/field/filter-row'
import { keptTogether } from '#ui/kit/kept-together'
import { Pager } from '#ui/pager/pager'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { read, write } from '../plans/api.ts'
import { type ScreenClock, useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { FactValue, Part, To } from '../plans/parts.tsx'
import { percentOf } from '../plans/percent.ts'
import { RegisterPage, useRegister } from '../plans/register.tsx'
import { planTexts } from '../plans/texts.ts'
import { Sources } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { awardTexts } from './texts.ts'

/** 보조금과 환수: awards by the day of their next check. */
export default function AwardsScreen() {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const clock = useScreenClock()
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const { asked, narrow, list, items, pager } = useRegister<AwardView>('awards', clock)
  return (
    <Sources>
      <RegisterPage register="awards" clock={clock} texts={texts} onAdd={mayWrite ? () => setAdding(true) : undefined}>
        <FilterRow className="pl-tools">
          <TextField label={plan.search} optional value={asked.q ?? ''} onChange={(q) => narrow({ q })} />
        </FilterRow>
        <ProblemNote error={list.error} />
        {list.isPending ? <Waiting label={texts.title} rows={5} /> : null}
        {list.isSuccess && items.length === 0 ? <Empty title={texts.empty}>{texts.emptyLead}</Empty> : null}
        {items.length > 0 ? (
          <>
            <table className="tb tb--cards">
              <thead>
                <tr>
                  <th scope="col">{plan.name}</th>
                  <th scope="col">{texts.recipient}</th>
                  <th scope="col" className="num">
                    {texts.granted}
                  </th>
                  <th scope="col">{texts.conditions}</th>
                  <th scope="col">{texts.next}</th>
                  <th scope="col" className="num">
                    {texts.amount}
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <Row key={one.id} one={one} clock={clock} />
                ))}
              </tbody>
            </table>
            <Pager {...pager} />
          </>
        ) : null}
        <Rules clock={clock} />
        {adding ? (
          <FormDialog
            title={texts.add}
            lines={[
              { name: 'nameKo', label: plan.name, kind: 'text' },
              { name: 'recipient', label: texts.recipient, kind: 'text', optional: true },
              { name: 'programme', label: texts.programme, kind: 'text', optional: true },
              { name: 'granted', label: texts.granted, kind: 'won', optional: true },
              { name: 'grantedOn', label: texts.grantedOn, kind: 'day', optional: true },
              { name: 'jobs', label: `${texts.promised}: ${texts.jobs}`, kind: 'number', optional: true },
              { name: 'investment', label: `${texts.promised}: ${texts.investment}`, kind: 'won', optional: true },
              { name: 'confidential', label: plan.confidential, kind: 'check' },
            ]}
            onSend={async (typed) => {
              const made = await write<{ id: string }>('POST', office, '/awards', {
                nameKo: typed.nameKo,
                recipient: orNull(typed.recipient),
                programme: orNull(typed.programme),
                granted: orNull(typed.granted),
                grantedOn: orNull(typed.grantedOn),
                confidential: typed.confidential === 'yes',
                conditions: (['jobs', 'investment'] as const).flatMap((indicator) => {
                  const target = orNull(typed[indicator])
                  return target === null ? [] : [{ indicator, target }]
                }),
              })
              void navigate({ to: `/awards/${made.id}` as '/' })
            }}
            onClose={() => setAdding(false)}
          />
        ) : null}
      </RegisterPage>
    </Sources>
  )
}

function Row({ one, clock }: { one: AwardView; clock: ScreenClock }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale, due } = useFormats()
  const next = one.schedule.find((year) => year.check === null)
  const last = one.assessments.find((row) => row.withdrawnAt === null)
  return (
    <tr>
      <th scope="row">
        <span className="pl-name">
          <To to={`/awards/${one.id}`} search={clock.search}>
            {nameIn(locale, one)}
          </To>{' '}
          {one.illustrative ? <IllustrativeTag /> : null}
        </span>
        <span className="pl-sub">{[one.programme, one.grantedOn].filter(Boolean).join(' · ')}</span>
      </th>
      <td data-l={texts.recipient}>{one.recipient ? nameIn(locale, one.recipient) : <span className="mut">{plan.unknown}</span>}</td>
      <td className="num" data-l={texts.granted}>
        <FactValue fact={one.granted} of={`${texts.granted}, ${one.nameKo}`} />
      </td>
      <td data-l={texts.conditions}>
        {one.conditions.map((row) => (
          <span key={row.indicator} className="pl-sub">
            {nameIn(locale, row)} {percentOf(row.attainment) ?? plan.notMeasured}
          </span>
        ))}
        {one.conditions.length === 0 ? <span className="mut">{plan.notStated}</span> : null}
      </td>
      <td data-l={texts.next}>
        {next ? (
          <>
            {next.dueOn}
            <span className={next.state === 'late' ? 'pl-sub pl-late' : 'pl-sub'}>
              {texts.year(next.year)}
              {clock.past ? null : ` · ${due(next.dueOn)}`}
            </span>
          </>
        ) : (
          <span className="mut">{one.grantedOn === null ? plan.unknown : texts.noNext}</span>
        )}
      </td>
      <td className="num" data-l={texts.amount}>
        {last ? (
          <Value held={{ value: last.amount, unit: 'KRW' }} of={texts.amount} unknown={plan.unknown} />
        ) : (
          <span className="mut">{texts.noAssessment}</span>
        )}
      </td>
    </tr>
  )
}

/** 환수 규칙: every version that is there; a head adds the office's own. */
function Rules({ clock }: { clock: ScreenClock }) {
  const texts = useTexts(awardTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const mayAdd = useRole('administrator', 'head') && !clock.past
  const [adding, setAdding] = useState(false)
  const { data } = useQuery({
    queryKey: ['plans', office, 'clawback-rules', clock.search],
    queryFn: () => read<{ items: (typeof RuleView)['_output'][] }>(office, clock.at('/awards/clawback-rules')),
  })
  const items = data?.items ?? []
  return (
    <Part
      id="aw-rules"
      title={texts.rules}
      lead={texts.rulesLead}
      actions={mayAdd ? <Button onClick={() => setAdding(true)}>{texts.addRule}</Button> : null}
    >
      <ul className="pl-list">
        {items.map((one) => (
          <li key={`${one.id}-${one.version}`}>
            <span className="pl-grow">
              <b>{texts.version(one[locale], one.version)}</b>
              <span className="pl-sub">
                {one.id} · {texts.tolerance} {one.tolerance} · {texts.combines[one.combine]} · {one.source}
              </span>
            </span>
            <span>{keptTogether(texts.from(one.validFrom))}</span>
          </li>
        ))}
      </ul>
      {adding ? (
        <FormDialog
          title={texts.addRule}
          given={{
            id: items[0]?.id ?? '',
            version: String(Math.max(0, ...items.filter((one) => one.id === items[0]?.id).map((one) => one.version)) + 1),
            tolerance: '0',
            combine: 'largest',
          }}
          lines={[
            { name: 'id', label: texts.ruleId, kind: 'text' },
            { name: 'version', label: texts.ruleVersion, kind: 'number' },
            { name: 'ko', label: texts.ruleKo, kind: 'text' },
            { name: 'en', label: texts.ruleEn, kind: 'text' },
            { name: 'validFrom', label: texts.validFrom, kind: 'day' },
            { name: 'tolerance', label: texts.tolerance, kind: 'number' },
            {
              name: 'combine',
              label: texts.combine,
              kind: 'select',
              options: Object.entries(texts.combines).map(([value, label]) => ({ value, label })),
            },
            { name: 'source', label: texts.source, kind: 'area' },
          ]}
          onSend={(typed) => write('POST', office, '/awards/clawback-rules', { ...typed, version: Number(typed.version) })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Part>
  )
}
