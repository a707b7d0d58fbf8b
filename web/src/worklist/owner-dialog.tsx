import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Select } from '#ui/select/select'
import { ifMatch, jsonWithTag } from '#web/shell/api'
import { useOffice } from '#web/shell/session'
import { nameIn, textsNow, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '../portfolio/action.ts'
import { client, optionsQuery, refreshPortfolio } from '../portfolio/api.ts'
import { changeTask } from '../portfolio/task-dialog.tsx'
import { useLocale } from '../shell/locale.ts'
import type { WorkItem } from './api.ts'
import { worklistTexts } from './texts.ts'

/** 담당 바꾸기: who looks after a task, or after the subject that a line is about. */
export function OwnerDialog({ item, onClose }: { item: WorkItem; onClose: () => void }) {
  const texts = useTexts(worklistTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const people = useQuery(optionsQuery(office)).data?.people ?? []
  const [owner, setOwner] = useState(item.owner?.id ?? '')
  const name = item.task?.title ?? (item.subject ? nameIn(locale, item.subject) : '')
  const save = useAction(async () => {
    const before = item.owner?.id ?? null
    await giveTo(office, item, owner || null)
    await refreshPortfolio()
    const now = textsNow(worklistTexts)
    toast(owner ? now.owner.given(name, people.find((one) => one.id === owner)?.name ?? '') : now.owner.taken(name), {
      undo: async () => {
        await giveTo(office, item, before)
        await refreshPortfolio()
      },
    })
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.owner.change} closeLabel={texts.basis.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run()
        }}
      >
        <p className="mut">{item.task ? texts.owner.ofTask(name) : texts.owner.ofSubject(name)}</p>
        <Select
          label={texts.column.owner}
          optional
          value={owner}
          none={texts.nobody}
          options={people.map((person) => ({ value: person.id, label: person.name }))}
          onChange={setOwner}
        />
        {save.words ? (
          <p className="err" role="alert">
            {save.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.basis.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.basis.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** Whether a line is about something that somebody can own. */
export const ownable = (item: WorkItem): boolean => item.task !== null || item.subject !== null

async function giveTo(office: string, item: WorkItem, ownerId: string | null): Promise<void> {
  if (item.task) return changeTask(office, item.task.id, { ownerId })
  if (!item.subject) return
  const at = client.offices[':office'].projects[':subject']
  const param = { office, subject: item.subject.id }
  const { etag } = await jsonWithTag(at.$get({ param, query: {} }))
  await at.$patch({ param, json: { ownerId } }, ifMatch(etag))
}
