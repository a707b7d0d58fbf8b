import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { AwardView, PreviewView, RuleView } from '#capabilities/awards/schemas'
import { Button } from '#ui/button/button'
import type { Choice } from '#ui/combo-box/combo-box'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { today, useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { read, write } from '../plans/api.ts'
import { DocumentField } from '../plans/document-field.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { percentOf } from '../plans/percent.ts'
import { planTexts } from '../plans/texts.ts'
import { Value } from '../portfolio/value.tsx'
import { Worked } from './assessments.tsx'
import { awardTexts } from './texts.ts'

/** 조건 걸기: an indicator and what must be reached. */
export function ConditionDialog({ award, onClose }: { award: string; onClose: () => void }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const { data } = useQuery({
    queryKey: ['plans', office, 'indicators'],
    queryFn: () => read<{ indicators: { id: string; nameKo: string; nameEn: string; unit: string }[] }>(office, '/project-options'),
  })
  const unitOf = (id: string | undefined) => data?.indicators.find((one) => one.id === id)?.unit
  return (
    <FormDialog
      title={texts.addCondition}
      given={{ indicator: 'jobs', weight: '1' }}
      lines={[
        {
          name: 'indicator',
          label: texts.indicator,
          kind: 'select',
          options: (data?.indicators ?? []).map((one) => ({ value: one.id, label: `${nameIn(locale, one)} (${one.unit})` })),
        },
        { name: 'won', label: texts.promised, kind: 'won', when: (typed) => unitOf(typed.indicator) === 'KRW' },
        { name: 'number', label: texts.promised, kind: 'number', when: (typed) => unitOf(typed.indicator) !== 'KRW' },
        { name: 'weight', label: plan.weight, kind: 'number' },
        { name: 'note', label: plan.note, kind: 'text', optional: true },
      ]}
      onSend={(typed) =>
        write('POST', office, `/awards/${award}/conditions`, {
          indicator: typed.indicator,
          target: typed.won ?? typed.number,
          weight: typed.weight,
          note: orNull(typed.note),
        })
      }
      onClose={onClose}
    />
  )
}

/** 점검 적기: what was measured in a year, with the paper that shows it. */
export function CheckDialog({ award, year, onClose }: { award: AwardView; year: number; onClose: () => void }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  return (
    <FormDialog
      title={`${texts.check}: ${texts.year(year)}`}
      given={{ checkedOn: today() }}
      lines={[
        { name: 'checkedOn', label: texts.checkedOn, kind: 'day' },
        ...award.conditions.map((one) => ({
          name: `value.${one.indicator}`,
          label: one.unit === 'KRW' ? nameIn(locale, one) : `${nameIn(locale, one)} (${one.unit})`,
          kind: one.unit === 'KRW' ? ('won' as const) : ('number' as const),
          optional: true,
        })),
        { name: 'documentId', label: plan.document, kind: 'document', optional: true },
        { name: 'note', label: plan.note, kind: 'area', optional: true },
      ]}
      onSend={(typed) =>
        write('POST', office, `/awards/${award.id}/checks`, {
          year,
          checkedOn: typed.checkedOn,
          documentId: orNull(typed.documentId),
          note: orNull(typed.note),
          values: award.conditions.flatMap((one) => {
            const value = orNull(typed[`value.${one.indicator}`])
            return value === null ? [] : [{ indicator: one.indicator, value, unit: one.promised?.unit ?? one.unit }]
          }),
        })
      }
      onClose={onClose}
    />
  )
}

/** 산정하기: what the rule of the day makes of it, before anything is kept. */
export function AssessDialog({ award, onClose }: { award: AwardView; onClose: () => void }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const mayKeep = useRole('administrator', 'head')
  const work = useWork()
  const [ruleId, setRuleId] = useState('shortfall-pro-rata')
  const [assessedOn, setAssessedOn] = useState<string | null>(today())
  const [reason, setReason] = useState('')
  const [evidence, setEvidence] = useState<Choice | null>(null)
  const rules = useQuery({
    queryKey: ['plans', office, 'clawback-rules'],
    queryFn: () => read<{ items: (typeof RuleView)['_output'][] }>(office, '/awards/clawback-rules'),
  })
  const preview = useQuery({
    queryKey: ['award-preview', office, award.id, ruleId, assessedOn],
    enabled: assessedOn !== null,
    gcTime: 0,
    queryFn: () => write<PreviewView>('POST', office, `/awards/${award.id}/assessment-previews`, { ruleId, assessedOn }),
  })
  const latest = [...new Map((rules.data?.items ?? []).map((one) => [one.id, one])).values()]
  const found = preview.data
  return (
    <Dialog open onClose={onClose} title={texts.assess} closeLabel={plan.close} closeBeside={false}>
      <form
        className="pl-form"
        onSubmit={(event) => {
          event.preventDefault()
          void work.run(async () => {
            await write('POST', office, `/awards/${award.id}/assessments`, {
              ruleId,
              assessedOn,
              documents: evidence ? [evidence.id] : [],
              reason: orNull(reason),
            })
            toast(plan.saved)
            onClose()
          })
        }}
      >
        <Select
          label={texts.rule}
          value={ruleId}
          options={latest.map((one) => ({ value: one.id, label: one[locale] }))}
          onChange={(next) => next && setRuleId(next)}
        />
        <DateField label={texts.assessedOn} value={assessedOn} onChange={setAssessedOn} />
        <ProblemNote error={preview.error ?? work.error} />
        {found ? (
          <div role="status">
            <p className="sm mut">
              {texts.preview} · {texts.version(found.rule[locale], found.rule.version)}
            </p>
            <p className="pl-big">
              <Value held={{ value: found.result.amount, unit: 'KRW' }} of={texts.amount} unknown={plan.unknown} />
            </p>
            <p className="sm">
              {texts.shortfall} {percentOf(found.result.shortfall) ?? plan.unknown}
            </p>
            <Worked award={award} result={found.result} />
          </div>
        ) : null}
        {mayKeep ? (
          <>
            <DocumentField label={plan.document} optional value={evidence} onChange={setEvidence} />
            <TextArea label={plan.reason} optional rows={2} value={reason} onChange={setReason} />
          </>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{plan.close}</Button>
          {mayKeep ? (
            <Button tone="primary" type="submit" busy={work.busy} disabled={!found}>
              {texts.keep}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  )
}
