import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { Checkbox, Field, TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useDraft } from '#web/shell/draft'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import type { Correction, Review, ReviewClaim } from './api.ts'
import { endAfter, lastDay } from './interval-words.ts'
import { SpanField } from './span-field.tsx'
import { reviewTexts } from './texts.ts'
import { readValue } from './typed-value.ts'

const stages = ['pledge', 'plan', 'mou', 'contract', 'construction', 'operation', 'result', 'cancelled'] as const

const pers = ['person', 'firm', 'household', 'team', 'site', 'day', 'month', 'year'] as const

/** 고치기: every slot of a claim and the words that it stands on. The claim as it was read stays; this makes a new one beside it. */
export function CorrectDialog({
  claim,
  text,
  indicators,
  onClose,
  onCorrect,
}: {
  claim: ReviewClaim
  text: string
  indicators: Review['indicators']
  onClose: () => void
  onCorrect: (correction: Correction, accept: boolean) => Promise<void>
}) {
  const texts = useTexts(reviewTexts)
  const locale = useLocale()
  const work = useWork()
  const draft = useDraft(`review.correct.${claim.id}`, formOf(claim, locale))
  const form = draft.value
  const set = (change: Partial<typeof form>) => draft.set({ ...form, ...change })
  const typed = form.valueText.trim() === '' ? null : readValue(form.valueText, claim.unit)
  const wrong = form.valueText.trim() !== '' && typed === null
  const [left, setLeft] = useState(false)
  const save = (accept: boolean) => {
    if (wrong) return setLeft(true)
    void work.run(async () => {
      await onCorrect(correctionOf(claim, form, typed), accept)
      draft.clear()
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={texts.correctTitle} closeLabel={texts.close} closeBeside={false} wide>
      <form
        className="rv-form"
        onSubmit={(event) => {
          event.preventDefault()
          save(true)
        }}
      >
        {draft.restored ? (
          <Note tone="info">
            {texts.kept}{' '}
            <Button tone="text" small onClick={draft.clear}>
              {texts.asRead}
            </Button>
          </Note>
        ) : null}
        <ProblemNote error={work.error} />
        <SpanField text={text} value={form.span} onChange={(span) => set({ span })} />
        <div className="rv-two">
          <Field
            label={texts.value}
            hint={texts.valueHint}
            error={left && wrong ? texts.valueWrong(form.valueText) : undefined}
            echo={typed ? texts.valueReads(quantityText(typed.value, typed.unit, locale)) : undefined}
          >
            {(wiring) => (
              <input
                {...wiring}
                className="inp"
                value={form.valueText}
                autoComplete="off"
                onChange={(event) => set({ valueText: event.target.value })}
                onBlur={() => setLeft(true)}
              />
            )}
          </Field>
          <Select
            label={texts.indicator}
            value={form.indicator}
            none={texts.notStated}
            options={indicators.map((one) => ({ value: one.id, label: locale === 'ko' ? one.nameKo : one.nameEn }))}
            onChange={(indicator) => set({ indicator })}
          />
          <Select
            label={texts.bound}
            value={form.bound}
            none={texts.boundNone}
            options={(['min', 'max', 'above', 'below'] as const).map((one) => ({ value: one, label: texts.bounds[one] }))}
            onChange={(bound) => set({ bound })}
          />
          <Select
            label={texts.saidStage}
            value={form.stage}
            none={texts.notStated}
            options={stages.map((one) => ({ value: one, label: texts.stages[one] }))}
            onChange={(stage) => set({ stage })}
          />
          <Checkbox label={texts.approximate} checked={form.approximate} onChange={(approximate) => set({ approximate })} />
          <Select
            label={texts.each}
            value={form.per}
            none={texts.perNone}
            options={[...new Set([...pers, ...(claim.per ? [claim.per] : [])])].map((one) => ({
              value: one,
              label: texts.eachOf[one as (typeof pers)[number]] ?? one,
            }))}
            onChange={(per) => set({ per })}
          />
          <TextField label={texts.subject} optional value={form.subject} onChange={(subject) => set({ subject })} />
          <TextField label={texts.what} optional value={form.what} onChange={(what) => set({ what })} />
          <TextField label={texts.counterparts} optional value={form.counterparts} onChange={(counterparts) => set({ counterparts })} />
          <TextField label={texts.place} optional value={form.place} onChange={(place) => set({ place })} />
          <DateField label={`${texts.dueField}, ${texts.from}`} optional value={form.dueFrom} onChange={(dueFrom) => set({ dueFrom })} />
          <DateField label={`${texts.dueField}, ${texts.to}`} hint="" optional value={form.dueTo} onChange={(dueTo) => set({ dueTo })} />
          <DateField
            label={`${texts.startField}, ${texts.from}`}
            hint=""
            optional
            value={form.startFrom}
            onChange={(startFrom) => set({ startFrom })}
          />
          <DateField label={`${texts.startField}, ${texts.to}`} hint="" optional value={form.startTo} onChange={(startTo) => set({ startTo })} />
          <TextField label={texts.dueText} optional value={form.dueText} onChange={(dueText) => set({ dueText })} />
          <TextField label={texts.startText} optional value={form.startText} onChange={(startText) => set({ startText })} />
        </div>
        <TextField label={texts.reason} optional value={form.reason} onChange={(reason) => set({ reason })} />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button busy={work.busy} onClick={() => save(false)}>
            {texts.correctOnly}
          </Button>
          <Button tone="primary" type="submit" busy={work.busy}>
            {texts.correctAndAccept}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** What the form starts with: the claim as it is, dates with both ends inside. */
export function formOf(claim: ReviewClaim, locale: 'ko' | 'en') {
  const amount = claim.value === null ? '' : quantityText(claim.value, claim.unit ?? '', locale)
  return {
    span: { start: claim.span.start, end: claim.span.end },
    valueText: claim.valueMax === null ? amount : `${amount}~${quantityText(claim.valueMax, claim.unit ?? '', locale)}`,
    indicator: claim.indicator ?? '',
    bound: (claim.bound ?? '') as '' | NonNullable<ReviewClaim['bound']>,
    approximate: claim.approximate,
    per: claim.per ?? '',
    subject: claim.subject ?? '',
    what: claim.what ?? '',
    counterparts: claim.counterparts.join(', '),
    place: claim.place ?? '',
    dueFrom: claim.due?.from ?? null,
    dueTo: lastDay(claim.due?.to ?? null),
    startFrom: claim.start?.from ?? null,
    startTo: lastDay(claim.start?.to ?? null),
    dueText: claim.dueText ?? '',
    startText: claim.startText ?? '',
    stage: (claim.stage ?? '') as '' | NonNullable<ReviewClaim['stage']>,
    reason: '',
  }
}

type Form = ReturnType<typeof formOf>

/** What the form changes; a value that was left as it was printed stays exactly what it was. */
export function correctionOf(claim: ReviewClaim, form: Form, typed: ReturnType<typeof readValue>): Correction {
  const before = formOf(claim, 'ko')
  const untouched = form.valueText === before.valueText || form.valueText === formOf(claim, 'en').valueText
  const none = (text: string) => text.trim() || null
  const interval = (from: string | null, to: string | null) => (from === null && to === null ? null : { from, to: endAfter(to) })
  return {
    content: {
      ...(untouched ? {} : { value: typed?.value ?? null, valueMax: typed?.valueMax ?? null, unit: typed?.unit ?? claim.unit }),
      indicator: form.indicator || null,
      bound: form.bound || (untouched ? null : (typed?.bound ?? null)),
      approximate: form.approximate || (!untouched && (typed?.approximate ?? false)),
      per: none(form.per),
      subject: none(form.subject),
      what: none(form.what),
      counterparts: form.counterparts
        .split(/[,，、]/)
        .map((one) => one.trim())
        .filter((one) => one !== ''),
      place: none(form.place),
      due: interval(form.dueFrom, form.dueTo),
      start: interval(form.startFrom, form.startTo),
      dueText: none(form.dueText),
      startText: none(form.startText),
      stage: form.stage || null,
    },
    ...(form.span.start !== claim.span.start || form.span.end !== claim.span.end ? { span: form.span } : {}),
    ...(none(form.reason) ? { reason: form.reason.trim() } : {}),
  }
}
