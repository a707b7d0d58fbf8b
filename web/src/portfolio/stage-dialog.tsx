import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { type Choice, ComboBox } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client, projectQuery, refreshPortfolio, undo } from './api.ts'
import { readTime } from './read-typed.ts'
import { portfolioTexts } from './texts.ts'
import { intervalWords, stagesOfKind, stageWord } from './words.ts'

/** 단계 옮기기: which stage, when it was, and the document that shows it; without one, the reason of somebody who may. */
export function StageDialog({
  subject,
  to,
  onClose,
}: {
  subject: { id: string; kind: string; nameKo: string; stage: string | null }
  to: string | null
  onClose: () => void
}) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const mayOverride = useRole('administrator', 'head')
  const stages = stagesOfKind(subject.kind)
  const after = stages[stages.findIndex((row) => row.stage === subject.stage) + 1]?.stage ?? stages[0]?.stage ?? ''
  const draft = useDraft(`stage.${subject.id}`, { stage: to ?? after, when: '', reason: '' })
  const [evidence, setEvidence] = useState<Choice | null>(null)
  const [words, setWords] = useState('')
  const known = useQuery(projectQuery(office, subject.id)).data?.body.documents ?? []
  const found = useQuery({
    queryKey: ['portfolio', office, 'documents', words],
    enabled: words.trim().length > 0,
    queryFn: async () =>
      (await json(client.offices[':office'].search.$get({ param: { office }, query: { q: words } }))).items.filter((hit) => hit.documentId !== null),
  })
  const choices: Choice[] = words.trim()
    ? [
        ...new Map(
          (found.data ?? []).map((hit) => [
            hit.documentId!,
            {
              id: hit.documentId!,
              label: hit.type === 'document' ? hit.title : (hit.detail ?? hit.title),
              detail: hit.type === 'document' ? (hit.detail ?? undefined) : hit.title,
            },
          ]),
        ).values(),
      ]
    : known.map((document) => ({
        id: document.id,
        label: document.title,
        detail: [document.outlet, document.publishedOn].filter(Boolean).join(' · '),
      }))
  const { stage, when, reason } = draft.value
  const time = readTime(when)
  const wrongTime = when.trim() !== '' && time === null
  const missing = evidence === null && (!mayOverride || reason.trim() === '')
  const save = useAction(async () => {
    const done = await json(
      client.offices[':office'].projects[':subject'].stages.$post({
        param: { office, subject: subject.id },
        json: {
          toStage: stage,
          occurredFrom: time?.from ?? null,
          occurredTo: time?.to ?? null,
          occurredText: when.trim() || null,
          documentId: evidence?.id ?? null,
          reason: reason.trim() || null,
        },
      }),
    )
    draft.clear()
    await refreshPortfolio()
    const moved = done.stage === stage
    toast(
      moved
        ? texts.stage.done(stageWord(subject.kind, stage, locale) ?? stage)
        : texts.stage.kept(stageWord(subject.kind, done.stage, locale) ?? texts.stageUnknown),
      {
        undo: () => undo(office, done.judgementId),
      },
    )
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.stage.title(subject.nameKo)} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!missing && !wrongTime && stage) void save.run()
        }}
      >
        <Select
          label={texts.stage.to}
          value={stage}
          options={stages.map((row) => ({ value: row.stage, label: row[locale] }))}
          onChange={(next) => draft.set({ ...draft.value, stage: next })}
        />
        <ComboBox
          label={texts.stage.evidence}
          hint={texts.stage.evidenceHint}
          optional={mayOverride}
          value={evidence}
          choices={choices}
          busy={found.isFetching}
          onWords={setWords}
          onChange={(choice) => {
            setEvidence(choice)
            setWords('')
          }}
        />
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
        <Field
          label={texts.form.reason}
          optional={evidence !== null || !mayOverride}
          hint={evidence === null ? (mayOverride ? texts.stage.overrideHint : texts.stage.overrideNo) : texts.form.reasonHint}
        >
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
          <Button tone="primary" type="submit" busy={save.busy} disabled={missing || wrongTime}>
            {texts.stage.move}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
