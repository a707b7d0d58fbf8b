import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { MenuButton, type MenuItem } from '#ui/menu/menu'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client, refreshPortfolio, viewsQuery } from './api.ts'
import { type ListState, readState } from './search-state.ts'
import { portfolioTexts } from './texts.ts'

/** 저장한 보기: filters, order and shape of the list under a name. */
export function SavedViews({ state, onTake }: { state: ListState; onTake: (state: ListState) => void }) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const views = useQuery(viewsQuery(office)).data ?? []
  const [naming, setNaming] = useState(false)
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const now = views.find((view) => JSON.stringify(sorted(readState(view.state))) === JSON.stringify(sorted(state)))
  const at = client.offices[':office'].views
  const save = useAction(async () => {
    await at.$post({ param: { office }, json: { screen: 'projects', name: name.trim(), state: { ...state }, shared } })
    await refreshPortfolio()
    toast(texts.saved.done)
    setNaming(false)
    setName('')
  })
  const remove = useAction(async (id: string) => {
    await at[':view'].$delete({ param: { office, view: id } })
    await refreshPortfolio()
    toast(texts.saved.removed)
  })
  const choices = (mine: boolean): MenuItem[] => {
    const own = views.filter((view) => view.mine === mine)
    if (own.length === 0) return []
    return [
      { kind: 'heading', label: mine ? texts.saved.mine : texts.saved.shared },
      ...own.map((view): MenuItem => ({ kind: 'choice', label: view.name, checked: view.id === now?.id, run: () => onTake(readState(view.state)) })),
    ]
  }
  return (
    <>
      <MenuButton
        className="chip"
        items={[
          { kind: 'choice', label: texts.saved.usual, checked: Object.keys(state).length === 0, run: () => onTake({}) },
          ...choices(true),
          ...choices(false),
          { kind: 'line' },
          { kind: 'action', label: texts.saved.save, run: () => setNaming(true) },
          ...(now?.mine ? [{ kind: 'action' as const, label: texts.saved.remove, bad: true, run: () => void remove.run(now.id) }] : []),
        ]}
      >
        {now?.name ?? texts.saved.label}
      </MenuButton>
      <Dialog open={naming} onClose={() => setNaming(false)} title={texts.saved.save} closeLabel={texts.cancel} closeBeside={false}>
        <form
          className="pf-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) void save.run()
          }}
        >
          <Field label={texts.saved.name} error={save.words ?? undefined}>
            {(wiring) => <input {...wiring} className="inp" value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <label className="pf-check">
            <input type="checkbox" checked={shared} onChange={(event) => setShared(event.target.checked)} /> {texts.saved.share}
          </label>
          <div className="act">
            <Button onClick={() => setNaming(false)}>{texts.cancel}</Button>
            <Button tone="primary" type="submit" busy={save.busy} disabled={!name.trim()}>
              {texts.save}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}

const sorted = (state: ListState) =>
  Object.entries(state)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
