import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { ifMatch, json, jsonWithTag } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { today } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { textsNow, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client, type MilestoneItem, optionsQuery, refreshPortfolio } from './api.ts'
import { portfolioTexts } from './texts.ts'

const kinds = ['task', 'milestone', 'obligation'] as const
const at = client.offices[':office']

/** 할 일 더하기·고치기. */
export function TaskDialog({ subject, task, onClose }: { subject: string; task?: MilestoneItem; onClose: () => void }) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const people = useQuery(optionsQuery(office)).data?.people ?? []
  const draft = useDraft(`task.${task?.id ?? subject}`, {
    title: task?.title ?? '',
    kind: task?.kind ?? ('task' as const),
    dueOn: task?.dueOn ?? null,
    ownerId: task?.ownerId ?? '',
    note: task?.note ?? '',
  })
  const [tried, setTried] = useState(false)
  const form = draft.value
  const set = (change: Partial<typeof form>) => draft.set({ ...form, ...change })
  const save = useAction(async () => {
    setTried(true)
    if (form.title.trim() === '') return
    const fields = { title: form.title.trim(), kind: form.kind, dueOn: form.dueOn, ownerId: form.ownerId || null, note: form.note.trim() || null }
    if (task) await changeTask(office, task.id, fields)
    else await json(at.projects[':subject'].milestones.$post({ param: { office, subject }, json: fields }))
    draft.clear()
    await refreshPortfolio()
    toast(texts.task.saved)
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={task ? texts.task.edit : texts.task.add} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run()
        }}
      >
        <Field label={texts.task.title} error={tried && form.title.trim() === '' ? texts.task.needed : undefined}>
          {(wiring) => (
            <input {...wiring} className="inp" autoComplete="off" value={form.title} onChange={(event) => set({ title: event.target.value })} />
          )}
        </Field>
        <div className="pf-two">
          <Select
            label={texts.task.kind}
            value={form.kind}
            options={kinds.map((kind) => ({ value: kind, label: texts.task.kinds[kind] }))}
            onChange={(kind) => kind && set({ kind })}
          />
          <DateField label={texts.task.due} optional value={form.dueOn} onChange={(dueOn) => set({ dueOn })} />
          <Select
            label={texts.task.owner}
            optional
            value={form.ownerId}
            none={texts.task.nobody}
            options={people.map((person) => ({ value: person.id, label: person.name }))}
            onChange={(ownerId) => set({ ownerId })}
          />
        </div>
        <Field label={texts.task.note} optional>
          {(wiring) => <textarea {...wiring} className="inp" rows={2} value={form.note} onChange={(event) => set({ note: event.target.value })} />}
        </Field>
        {save.words ? (
          <p className="err" role="alert">
            {save.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

type Fields = Partial<{
  title: string
  kind: (typeof kinds)[number]
  dueOn: string | null
  doneOn: string | null
  ownerId: string | null
  note: string | null
}>

/** Change a task of the version that is there now. */
export async function changeTask(office: string, milestone: string, fields: Fields): Promise<void> {
  const { etag } = await jsonWithTag(at.milestones[':milestone'].$get({ param: { office, milestone } }))
  await at.milestones[':milestone'].$patch({ param: { office, milestone }, json: fields }, ifMatch(etag))
}

/** Mark a task done today, with a way back. */
export async function finishTask(office: string, task: { id: string; title: string }): Promise<void> {
  const texts = textsNow(portfolioTexts)
  await changeTask(office, task.id, { doneOn: today() })
  await refreshPortfolio()
  toast(texts.task.finished(task.title), {
    undo: async () => {
      await changeTask(office, task.id, { doneOn: null })
      await refreshPortfolio()
    },
  })
}

export async function removeTask(office: string, milestone: string): Promise<void> {
  await at.milestones[':milestone'].$delete({ param: { office, milestone } })
  await refreshPortfolio()
}
