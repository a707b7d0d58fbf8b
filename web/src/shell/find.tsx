import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react'
import { Dialog } from '#ui/dialog/dialog'
import { maySee } from './access.ts'
import { frameTexts } from './frame-texts.ts'
import { useLocale } from './locale.ts'
import { finders, navigation } from './routes.tsx'
import type { Found } from './screens.ts'
import type { Session } from './session.ts'
import { useTexts } from './texts.ts'

/** 찾기 (/): screens at once, and whatever the capabilities can find in the office. */
export function FindDialog({ session, open, onClose }: { session: Session; open: boolean; onClose: () => void }) {
  const texts = useTexts(frameTexts)
  return (
    <Dialog open={open} onClose={onClose} title={texts.findTitle} closeLabel={texts.close}>
      <FindBody session={session} onClose={onClose} />
    </Dialog>
  )
}

function FindBody({ session, onClose }: { session: Session; onClose: () => void }) {
  const texts = useTexts(frameTexts)
  const locale = useLocale()
  const navigate = useNavigate()
  const id = useId()
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  const asked = useDeferredValue(words.trim())
  const office = session.office?.slug
  const answers = useQueries({
    queries: finders.map((finder, place) => ({
      queryKey: ['find', place, office, asked],
      enabled: asked.length > 0 && office !== undefined,
      queryFn: ({ signal }: { signal: AbortSignal }) => finder.find(asked, office ?? '', signal),
    })),
  })
  const wanted = asked.toLowerCase()
  const screens: Found[] = navigation
    .filter((entry) => maySee(session, entry) && (wanted === '' || Object.values(entry.label).some((label) => label.toLowerCase().includes(wanted))))
    .map((entry) => ({ id: entry.to, title: entry.label[locale], to: entry.to }))
  const groups = [
    ...finders.map((finder, place) => ({ label: finder.label[locale], found: answers[place]?.data ?? [] })),
    { label: texts.findScreens, found: screens },
  ].filter((group) => group.found.length > 0)
  const all = groups.flatMap((group) => group.found)
  const waiting = answers.some((answer) => answer.isFetching)
  const here = Math.min(at, all.length - 1)
  const go = (found: Found | undefined) => {
    if (!found) return
    onClose()
    void navigate({ to: found.to })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(here + 1, all.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0))
    else if (event.key === 'Enter') go(all[here])
    else return
    event.preventDefault()
  }
  let place = -1
  return (
    <div className="find">
      <input
        className="inp"
        type="text"
        role="combobox"
        aria-expanded={all.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={here >= 0 ? `${id}-${here}` : undefined}
        aria-label={texts.find}
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKey}
      />
      <p className="hint" role="status">
        {asked === '' ? texts.findHint : waiting ? texts.loading : all.length === 0 ? texts.findNothing(asked) : texts.findCount(all.length)}
        {answers.some((answer) => answer.isError) ? ` ${texts.findFailed}` : ''}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={texts.findTitle} className="find-list">
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group inside a listbox has no element of its own
          <div key={group.label} role="group" aria-label={group.label}>
            <div className="find-h" aria-hidden="true">
              {group.label}
            </div>
            {group.found.map((found) => {
              place += 1
              const mine = place
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keys act on the text field, which keeps the focus
                <div
                  key={found.id}
                  id={`${id}-${mine}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={mine === here}
                  className="find-i"
                  onClick={() => go(found)}
                >
                  <b>{found.title}</b>
                  {found.detail ? <span>{found.detail}</span> : null}
                </div>
              )
            })}
          </div>
        ))}
      </div>
    </div>
  )
}
