import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Pager } from '#ui/pager/pager'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { instantOf } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { Page } from '../shell/page.tsx'
import { type Comment, putComments, readComments, showComment } from './api.ts'
import './citizens.css'
import { commentsTexts } from './texts-comments.ts'

const states = ['waiting', 'shown', 'hidden', 'all'] as const

/** 의견: what readers say below published pages; off until a head switches it on, and shown one by one. */
export default function CommentsScreen() {
  const texts = useTexts(commentsTexts)
  const office = useOffice().slug
  const mayDecide = useRole('administrator', 'head')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { state?: unknown }
  const state = states.find((one) => one === search.state) ?? 'waiting'
  const { list, first, items, pager } = usePaged(['comments', office, state], (cursor) => readComments(office, state, cursor))
  const work = useWork()
  const open = first?.open ?? false
  const then = async (words: string) => {
    await cache.invalidateQueries({ queryKey: ['comments', office] })
    toast(words)
  }
  const decide = (one: Comment, shown: boolean) =>
    work.run(async () => {
      await showComment(office, one, shown)
      await then(shown ? texts.nowShown : texts.nowHidden)
    })
  const turn = () =>
    work.run(async () => {
      await putComments(office, !open)
      await then(open ? texts.nowOff : texts.nowOn)
    })
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        mayDecide && list.isSuccess ? (
          <Button busy={work.busy} onClick={() => void turn()}>
            {open ? texts.turnOff : texts.turnOn}
          </Button>
        ) : null
      }
    >
      <p className="ct-switch">{list.isSuccess ? (open ? texts.isOn : texts.isOff) : null}</p>
      <Segment
        label={texts.filter}
        value={state}
        options={states.map((one) => ({ value: one, label: texts.states[one] }))}
        onChange={(next) => void navigate({ to: '/comments' as '/', search: (next === 'waiting' ? {} : { state: next }) as never, replace: true })}
      />
      <ProblemNote error={list.error ?? work.error} />
      {list.isPending ? <Waiting label={texts.title} rows={4} /> : null}
      {list.isSuccess && items.length === 0 ? <Empty title={texts.none} /> : null}
      <ol className="ct-list">
        {items.map((one) => (
          <li key={one.id}>
            <p className="ct-head">
              <b>{one.name}</b> <span className="mut">{one.series}</span>
              <time dateTime={one.createdAt}>{instantOf(one.createdAt)}</time>
            </p>
            <blockquote>{one.words}</blockquote>
            <p className="ct-foot">
              <span className="mut">{one.shown === null ? texts.states.waiting : one.shown ? texts.states.shown : texts.states.hidden}</span>
              {mayDecide ? (
                <span className="ct-act">
                  {one.shown === true ? null : (
                    <Button busy={work.busy} onClick={() => void decide(one, true)}>
                      {texts.show}
                    </Button>
                  )}
                  {one.shown === false ? null : (
                    <Button busy={work.busy} onClick={() => void decide(one, false)}>
                      {texts.hide}
                    </Button>
                  )}
                </span>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
      <Pager {...pager} />
    </Page>
  )
}
