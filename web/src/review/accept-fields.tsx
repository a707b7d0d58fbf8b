import { useState } from 'react'
import type { Funding } from '#engines/accounting/funding'
import { stagesOf } from '#engines/accounting/stages'
import { codeLists } from '#engines/interchange/codes'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ReviewClaim } from './api.ts'
import { endAfter, lastDay } from './interval-words.ts'
import type { Choice } from './plan.ts'
import { reviewTexts } from './texts.ts'

const machines = { project: 'project', agreement: 'agreement', pledge: 'pledge', programme: 'programme' } as const
const facets = ['announced', 'plan', 'target', 'forecast', 'estimate', 'actual'] as const
const roles = ['investor', 'counterparty', 'authority', 'operator', 'builder', 'supporter', 'other'] as const

/** 자세히: everything about an acceptance that the proposal settles by itself: sense, period, due, part, stage, parties, note. */
export function AcceptFields({ claim, choice, onChange }: { claim: ReviewClaim; choice: Choice; onChange: (choice: Choice) => void }) {
  const texts = useTexts(reviewTexts)
  const locale = useLocale()
  const [party, setParty] = useState('')
  const proposal = claim.proposal
  if (!proposal) return null
  const set = (change: Partial<Choice>) => onChange({ ...choice, ...change })
  const period = choice.period ?? proposal.period
  const due = choice.due === undefined ? proposal.due : choice.due
  const stage = choice.stage === undefined ? proposal.stage : choice.stage
  const parties = choice.parties ?? proposal.parties
  const kind = 'kind' in choice.subject ? choice.subject.kind : proposal.subject.kind
  const machine = 'office' in choice.subject ? null : (machines[kind as 'project'] ?? null)
  const stages = machine ? stagesOf(machine, '9999-12-31') : []
  return (
    <div className="rv-more">
      {claim.kind === 'stage' ? null : (
        <>
          <Select
            label={texts.facet}
            value={choice.facet ?? proposal.facet}
            options={facets.map((one) => ({ value: one, label: texts.facets[one] }))}
            onChange={(facet) => set({ facet: facet || undefined })}
          />
          <TextField
            label={texts.series}
            hint={texts.seriesHint}
            optional
            value={choice.series ?? ''}
            onChange={(series) => set({ series: series || undefined })}
          />
          <DateField
            label={`${texts.period}, ${texts.from}`}
            hint=" "
            optional
            value={period.from}
            onChange={(from) => set({ period: { ...period, from } })}
          />
          <DateField
            label={`${texts.period}, ${texts.to}`}
            hint=" "
            optional
            value={lastDay(period.to)}
            onChange={(to) => set({ period: { ...period, to: endAfter(to) } })}
          />
          <DateField
            label={texts.dueField}
            hint=" "
            optional
            value={due?.from ?? null}
            onChange={(day) => set({ due: day === null ? null : { from: day, to: endAfter(day) } })}
          />
          {claim.unit === 'KRW' ? (
            <Select
              label={texts.funding}
              hint={texts.fundingHint}
              optional
              value={choice.funding === undefined ? (proposal.funding ?? '') : (choice.funding ?? '')}
              none={texts.fundingUnknown}
              options={codeLists.funding!.map((one) => ({ value: one.code as Funding, label: one[locale] }))}
              onChange={(funding) => set({ funding: funding || null })}
            />
          ) : null}
        </>
      )}
      {machine ? (
        <>
          <Select
            label={texts.stageField}
            value={stage?.to ?? ''}
            none={texts.stageNone}
            options={stages.map((one) => ({ value: one.stage, label: locale === 'ko' ? one.ko : one.en }))}
            onChange={(to) =>
              set({
                stage: to === '' ? null : { to, occurred: stage?.occurred ?? { from: null, to: null }, occurredText: stage?.occurredText ?? null },
              })
            }
          />
          {stage ? (
            <DateField
              label={texts.stageDay}
              hint=" "
              optional
              value={stage.occurred.from}
              onChange={(day) => set({ stage: { ...stage, occurred: day === null ? { from: null, to: null } : { from: day, to: endAfter(day) } } })}
            />
          ) : null}
        </>
      ) : null}
      {'office' in choice.subject ? null : (
        <fieldset className="rv-parties">
          <legend>{texts.parties}</legend>
          <ul>
            {parties.map((one, at) => (
              <li key={one.name}>
                <span>{one.name}</span>
                <select
                  className="inp"
                  aria-label={`${one.name}: ${texts.parties}`}
                  value={one.role}
                  onChange={(event) =>
                    set({ parties: parties.map((other, place) => (place === at ? { ...other, role: event.target.value as 'investor' } : other)) })
                  }
                >
                  {roles.map((role) => (
                    <option key={role} value={role}>
                      {texts.partyRoles[role]}
                    </option>
                  ))}
                </select>
                <Button
                  small
                  tone="text"
                  aria-label={texts.removeParty(one.name)}
                  onClick={() => set({ parties: parties.filter((_, place) => place !== at) })}
                >
                  ×
                </Button>
              </li>
            ))}
          </ul>
          <span className="rv-party-add">
            <input
              className="inp"
              aria-label={texts.addParty}
              placeholder={texts.addParty}
              value={party}
              onChange={(event) => setParty(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.nativeEvent.isComposing || party.trim() === '') return
                event.preventDefault()
                set({ parties: [...parties, { name: party.trim(), role: 'counterparty' }] })
                setParty('')
              }}
            />
          </span>
        </fieldset>
      )}
      <TextField label={texts.note} optional value={choice.note ?? ''} onChange={(note) => set({ note: note || undefined })} />
    </div>
  )
}
