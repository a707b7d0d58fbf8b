import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { evidenceName } from '#engines/accounting/stage-rules'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import type { Choice } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { Field, TextField } from '#ui/field/field'
import { Segment } from '#ui/segment/segment'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { daysBetween, today } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { documentChoice } from '../plans/document-choice.ts'
import { DocumentField } from '../plans/document-field.tsx'
import { useAction } from './action.ts'
import { client, type NextTrack, nextStagesQuery, projectQuery, refreshPortfolio, undo } from './api.ts'
import { readTime, readValue } from './read-typed.ts'
import { stageTexts } from './stage-texts.ts'
import { portfolioTexts } from './texts.ts'
import { intervalWords, stagesOfMachine, stageWord } from './words.ts'

interface Subject {
  id: string
  kind: string
  nameKo: string
  stage: string | null
}

/** 단계 옮기기: only what may come next by the rules, the document that shows it, when it was; against the rule with the reason of somebody who may. */
export function StageDialog({
  subject,
  to,
  machine = null,
  onClose,
}: {
  subject: Subject
  to: string | null
  /** The track; the first where none is given. */
  machine?: string | null
  onClose: () => void
}) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const { data, error } = useQuery(nextStagesQuery(office, subject.id))
  return (
    <Dialog open onClose={onClose} title={texts.stage.title(subject.nameKo)} closeLabel={texts.cancel} closeBeside={false}>
      {data ? (
        <StageForm subject={subject} tracks={data} given={{ machine: machine ?? data[0]?.machine ?? 'project', to }} onClose={onClose} />
      ) : error ? (
        <p className="err" role="alert">
          {error.message}
        </p>
      ) : (
        <Waiting label={texts.stage.to} rows={4} />
      )}
    </Dialog>
  )
}

function StageForm({
  subject,
  tracks,
  given: asked,
  onClose,
}: {
  subject: Subject
  tracks: readonly NextTrack[]
  given: { machine: string; to: string | null }
  onClose: () => void
}) {
  const texts = useTexts(portfolioTexts)
  const own = useTexts(stageTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const mayOverride = useRole('administrator', 'head')
  const [machine, setMachine] = useState(asked.machine)
  const track = tracks.find((one) => one.machine === machine) ?? tracks[0]
  const next = track?.next ?? []
  // the step that was asked for goes before what was typed and left the last time
  const [picked, setPicked] = useState(asked.to)
  const draft = useDraft(`stage.${subject.id}.${machine}`, { stage: '', when: '', reason: '', amount: '' })
  const [against, setAgainst] = useState(false)
  const [evidence, setEvidence] = useState<Choice | null>(null)
  const [proves, setProves] = useState('')
  // the project's own documents stand before those of the office
  const known = (useQuery(projectQuery(office, subject.id)).data?.body.documents ?? []).map(documentChoice)
  const wanted = machine === asked.machine && next.some((one) => one.to === picked) ? picked : null
  const stage = wanted || draft.value.stage || (next[0]?.to ?? '')
  const step = next.find((one) => one.to === stage)
  const { when, reason, amount } = draft.value
  const time = readTime(when)
  const wrongTime = when.trim() !== '' && time === null
  const takesAmount = machine === 'fdi' && ['notice', 'changed', 'arrival'].includes(stage)
  const money = takesAmount ? readValue(amount, 'USD') : null
  const wrongAmount = takesAmount && amount.trim() !== '' && money === null
  const withReason = reason.trim() !== ''
  const missing = stage === '' || (against || !step ? !withReason : evidence === null || (step.way === 'back' && !withReason))
  const lateDays = step?.until ? daysBetween(step.until, time?.from ?? today()) : 0
  const options = [
    ...next.map((one) => ({ value: one.to, label: `${one[locale]}${own.ways[one.way]}` })),
    ...(against
      ? stagesOfMachine(machine)
          .filter((row) => !next.some((one) => one.to === row.stage))
          .map((row) => ({ value: row.stage, label: `${row[locale]}${own.ways.against}` }))
      : []),
  ]
  const save = useAction(async () => {
    const done = await json(
      client.offices[':office'].projects[':subject'].stages.$post({
        param: { office, subject: subject.id },
        json: {
          machine: machine as 'project',
          toStage: stage,
          occurredFrom: time?.from ?? null,
          occurredTo: time?.to ?? null,
          occurredText: when.trim() || null,
          documentId: evidence?.id ?? null,
          evidenceKind: evidence === null ? null : proves || null,
          reason: reason.trim() || null,
          amount: money ? { value: money.value, unit: money.unit } : null,
        },
      }),
    )
    draft.clear()
    await refreshPortfolio()
    const name = stagesOfMachine(machine).find((row) => row.stage === stage)?.[locale] ?? stage
    const moved = machine !== tracks[0]?.machine || done.stage === stage
    toast(moved ? texts.stage.done(name) : texts.stage.kept(stageWord(subject.kind, done.stage, locale) ?? texts.stageUnknown), {
      undo: () => undo(office, done.judgementId),
    })
    onClose()
  })
  const papers = step?.way === 'back' ? [] : (step?.evidence ?? [])
  return (
    <form
      className="pf-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!missing && !wrongTime && !wrongAmount) void save.run()
      }}
    >
      {tracks.length > 1 ? (
        <Segment
          label={own.track}
          value={machine}
          options={tracks.map((one) => ({ value: one.machine, label: own.tracks[one.machine] ?? one.machine }))}
          onChange={(chosen) => {
            setMachine(chosen)
            setProves('')
          }}
        />
      ) : null}
      {options.length === 0 ? (
        <p>{own.none}</p>
      ) : (
        <Select
          label={own.to}
          hint={own.fromHere(track?.stage ? (stagesOfMachine(machine).find((row) => row.stage === track.stage)?.[locale] ?? track.stage) : null)}
          value={stage}
          options={options}
          onChange={(chosen) => {
            setPicked(null)
            draft.set({ ...draft.value, stage: chosen })
            setProves('')
          }}
        />
      )}
      {step ? (
        <Note tone={lateDays > 0 ? 'warn' : 'info'}>
          {step.way === 'back' ? own.needsAny : own.needs(papers.map((paper) => paper[locale]).join(' / '))}{' '}
          <span className="mut nb">{own.rule(step.ruleId)}</span>
          {step.until ? <span className="pf-limit">{lateDays > 0 ? own.late(lateDays) : own.until(step.until, step.limitSource)}</span> : null}
        </Note>
      ) : null}
      <DocumentField label={texts.stage.evidence} optional={against} value={evidence} first={known} onChange={setEvidence} />
      {evidence !== null && papers.length > 1 ? (
        <Select
          label={own.proves}
          hint={own.provesHint}
          value={proves}
          none={own.provesNone}
          options={papers.map((paper) => ({ value: paper.id, label: evidenceName(paper.id)[locale] }))}
          onChange={setProves}
        />
      ) : null}
      <Field
        label={texts.stage.when}
        optional
        hint={texts.stage.whenHint}
        echo={time ? texts.form.reads(intervalWords(time) ?? '') : undefined}
        error={wrongTime ? texts.form.wrong(texts.form.dueExample, when) : undefined}
      >
        {(wiring) => (
          <input
            {...wiring}
            className="inp"
            value={when}
            autoComplete="off"
            onChange={(event) => draft.set({ ...draft.value, when: event.target.value })}
          />
        )}
      </Field>
      {takesAmount ? (
        <TextField
          label={own.amount(stagesOfMachine(machine).find((row) => row.stage === stage)?.[locale] ?? stage)}
          optional
          hint={money ? own.amountReads(quantityText(money.value, money.unit, locale)) : own.amountHint}
          error={wrongAmount ? own.amountWrong(amount) : undefined}
          value={amount}
          onChange={(typed) => draft.set({ ...draft.value, amount: typed })}
        />
      ) : null}
      {mayOverride ? (
        <label className="pf-check">
          <input type="checkbox" checked={against} onChange={(event) => setAgainst(event.target.checked)} /> {own.against}
        </label>
      ) : null}
      <Field label={texts.form.reason} optional={!against && step?.way !== 'back'} hint={mayOverride ? undefined : texts.stage.overrideNo}>
        {(wiring) => (
          <textarea
            {...wiring}
            className="inp"
            rows={2}
            value={reason}
            onChange={(event) => draft.set({ ...draft.value, reason: event.target.value })}
          />
        )}
      </Field>
      {save.words ? (
        <p className="err" role="alert">
          {save.words}
        </p>
      ) : null}
      <div className="act">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button tone="primary" type="submit" busy={save.busy} disabled={missing || wrongTime || wrongAmount}>
          {texts.stage.move}
        </Button>
      </div>
    </form>
  )
}
