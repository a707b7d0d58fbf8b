import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AwardView } from '#capabilities/awards/schemas'
import { Button } from '#ui/button/button'
import { FactsStrip } from '#ui/facts/facts'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { readTagged, write } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { FactValue, Part, Share, To, WorkButton } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { Assessments } from './assessments.tsx'
import { AssessDialog, CheckDialog, ConditionDialog } from './award-dialogs.tsx'
import { awardTexts } from './texts.ts'

/** 교부 한 건: conditions, yearly checks to the last year of follow-up, what was assessed by which rule. */
export default function AwardScreen() {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const { id } = useParams({ strict: false }) as { id: string }
  const clock = useScreenClock(id)
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const [asking, setAsking] = useState<'edit' | 'condition' | 'assess' | { year: number } | null>(null)
  const { data, error, isPending } = useQuery({
    queryKey: ['plans', office, 'award', id, clock.search],
    queryFn: () => readTagged<AwardView>(office, clock.at(`/awards/${id}`)),
  })
  const one = data?.body
  const close = () => setAsking(null)
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
        crumbs={[{ label: texts.title, to: '/awards' }]}
        tools={clock.control}
        actions={
          one ? (
            <>
              <To to={`/projects/${id}`} search={clock.search} className="btn">
                {texts.openRecord}
              </To>
              {mayWrite ? <Button onClick={() => setAsking('edit')}>{texts.edit}</Button> : null}
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
                { id: 'who', label: texts.recipient, value: one.recipient ? nameIn(locale, one.recipient) : plan.unknown, note: one.programme },
                { id: 'granted', label: texts.granted, value: <FactValue fact={one.granted} of={texts.granted} /> },
                { id: 'on', label: texts.grantedOn, value: one.grantedOn ?? plan.unknown },
                { id: 'settled', label: texts.settledOn, value: one.settledOn ?? plan.notStated },
                ...(one.withdrawnOn ? [{ id: 'withdrawn', label: texts.withdrawnOn, value: one.withdrawnOn }] : []),
                ...(one.project
                  ? [
                      {
                        id: 'project',
                        label: texts.project,
                        value: (
                          <To to={`/projects/${one.project.id}`} search={clock.search}>
                            {nameIn(locale, one.project)}
                          </To>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            <Part
              id="aw-conditions"
              title={texts.conditions}
              lead={texts.conditionsLead}
              actions={mayWrite ? <Button onClick={() => setAsking('condition')}>{texts.addCondition}</Button> : null}
            >
              <Conditions one={one} mayWrite={mayWrite} />
            </Part>
            <Part
              id="aw-assessed"
              title={texts.assessments}
              lead={texts.assessmentsLead}
              actions={mayWrite ? <Button onClick={() => setAsking('assess')}>{texts.assess}</Button> : null}
            >
              <Assessments one={one} past={clock.past} />
            </Part>
            <Part id="aw-schedule" title={texts.schedule} lead={texts.scheduleLead}>
              <ul className="pl-list">
                {one.schedule.map((year) => (
                  <li key={year.year}>
                    <span className="pl-day">
                      {year.dueOn}
                      {year.expected ? <span className="pl-sub">{texts.expected}</span> : null}
                    </span>
                    <span className="pl-grow">
                      <b>{texts.year(year.year)}</b> {texts.phases[year.phase]}
                      {year.check ? (
                        <span className="pl-sub">
                          {texts.checked(year.check.checkedOn)}
                          {year.check.documentId ? (
                            <>
                              {' · '}
                              <To to={`/documents/${year.check.documentId}`}>{year.check.documentTitle}</To>
                            </>
                          ) : null}
                          {[year.check.note, year.check.madeBy ? plan.by(year.check.madeBy) : null]
                            .filter(Boolean)
                            .map((words) => ` · ${words}`)
                            .join('')}
                        </span>
                      ) : null}
                    </span>
                    <Tag tone={year.state === 'checked' ? 'ok' : year.state === 'late' ? 'bad' : 'plain'}>{texts.states[year.state]}</Tag>
                    {mayWrite && year.check === null ? (
                      <Button small onClick={() => setAsking({ year: year.year })}>
                        {texts.check}
                      </Button>
                    ) : null}
                  </li>
                ))}
              </ul>
              {one.schedule.length === 0 ? <p className="mut">{plan.unknown}</p> : null}
            </Part>
          </>
        ) : null}
        {one && asking === 'edit' ? (
          <FormDialog
            title={texts.edit}
            given={{
              programme: one.programme ?? '',
              granted: one.granted?.value ?? '',
              grantedOn: one.grantedOn ?? '',
              settledOn: one.settledOn ?? '',
              withdrawnOn: one.withdrawnOn ?? '',
              investmentYears: String(one.investmentYears),
              followUpYears: String(one.followUpYears),
            }}
            lines={[
              { name: 'programme', label: texts.programme, kind: 'text', optional: true },
              { name: 'granted', label: texts.granted, kind: 'won', optional: true },
              { name: 'grantedOn', label: texts.grantedOn, kind: 'day', optional: true },
              { name: 'settledOn', label: texts.settledOn, kind: 'day', optional: true },
              { name: 'withdrawnOn', label: texts.withdrawnOn, kind: 'day', optional: true },
              { name: 'investmentYears', label: texts.investmentYears, kind: 'number' },
              { name: 'followUpYears', label: texts.followUpYears, kind: 'number' },
            ]}
            onSend={(typed) =>
              write(
                'PATCH',
                office,
                `/awards/${id}`,
                {
                  programme: orNull(typed.programme),
                  granted: orNull(typed.granted),
                  grantedOn: orNull(typed.grantedOn),
                  settledOn: orNull(typed.settledOn),
                  withdrawnOn: orNull(typed.withdrawnOn),
                  investmentYears: Number(typed.investmentYears),
                  followUpYears: Number(typed.followUpYears),
                },
                data?.etag,
              )
            }
            onClose={close}
          />
        ) : null}
        {asking === 'condition' ? <ConditionDialog award={id} onClose={close} /> : null}
        {one && asking === 'assess' ? <AssessDialog award={one} onClose={close} /> : null}
        {one && typeof asking === 'object' && asking !== null ? <CheckDialog award={one} year={asking.year} onClose={close} /> : null}
      </Page>
    </Sources>
  )
}

function Conditions({ one, mayWrite }: { one: AwardView; mayWrite: boolean }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  if (one.conditions.length === 0) return <p className="mut">{plan.notStated}</p>
  return (
    <table className="tb tb--cards">
      <thead>
        <tr>
          <th scope="col">{texts.indicator}</th>
          <th scope="col" className="num">
            {texts.promised}
          </th>
          <th scope="col" className="num">
            {texts.reached}
          </th>
          <th scope="col">{texts.attainment}</th>
          {mayWrite ? (
            <th scope="col">
              <span className="vh">{plan.change}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {one.conditions.map((row) => (
          <tr key={row.indicator}>
            <th scope="row">
              {nameIn(locale, row)}
              <span className="pl-sub">{[`${plan.weight} ${row.weight}`, row.note].filter(Boolean).join(' · ')}</span>
            </th>
            <td className="num" data-l={texts.promised}>
              <FactValue fact={row.promised} of={`${row.nameKo}, ${texts.promised}`} />
            </td>
            <td className="num" data-l={texts.reached}>
              <FactValue fact={row.reached} of={`${row.nameKo}, ${texts.reached}`} none={plan.notMeasured} />
            </td>
            <td data-l={texts.attainment}>
              <Share share={row.attainment} none={plan.notMeasured} />
            </td>
            {mayWrite ? (
              <td>
                <WorkButton tone="text" work={() => write('DELETE', office, `/awards/${one.id}/conditions/${row.indicator}`)}>
                  {texts.removeCondition}
                </WorkButton>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
