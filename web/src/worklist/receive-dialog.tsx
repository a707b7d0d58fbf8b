import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { dateOf, instantOf } from '#web/shell/formats'
import { useOffice, useUser } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '../portfolio/action.ts'
import { chooseDigest, type DigestChoice, digestQuery, feedsQuery, makeFeed, revokeFeed, sendDigest } from './api.ts'
import { worklistTexts } from './texts.ts'

type Scope = 'mine' | 'office'

/** 메일과 달력: one's own choice of when the list comes, and one's own secret addresses. */
export function ReceiveDialog({ onClose }: { onClose: () => void }) {
  const texts = useTexts(worklistTexts).receive
  const office = useOffice().slug
  const { data } = useQuery(digestQuery(office))
  return (
    <Dialog open wide onClose={onClose} title={texts.title} closeLabel={texts.close} closeBeside={false}>
      <section className="wl-part">
        <h3>{texts.mail}</h3>
        <p className="mut">{texts.mailLead}</p>
        {data ? <MailChoice key={data.body.version} view={data.body} etag={data.etag} /> : <Waiting label={texts.mail} rows={3} />}
      </section>
      <section className="wl-part">
        <h3>{texts.calendar}</h3>
        <p className="mut">{texts.calendarLead}</p>
        <Calendars />
      </section>
      <div className="act">
        <Button onClick={onClose}>{texts.close}</Button>
      </div>
    </Dialog>
  )
}

type DigestView = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof digestQuery>['queryFn']>>>>['body']

function MailChoice({ view, etag }: { view: DigestView; etag: string | null }) {
  const texts = useTexts(worklistTexts).receive
  const office = useOffice().slug
  const cache = useQueryClient()
  const [choice, setChoice] = useState<DigestChoice>({ active: view.active, weekdays: view.weekdays, hour: view.hour, scope: view.scope })
  const save = useAction(async () => {
    await chooseDigest(office, choice, etag)
    await cache.invalidateQueries({ queryKey: ['worklist', office, 'digest'] })
    toast(texts.saved)
  })
  const now = useAction(async () => {
    const { to, items } = await sendDigest(office, choice.scope)
    toast(texts.sentNow(to, items))
  })
  const noDay = choice.active && choice.weekdays.length === 0
  return (
    <form
      className="pf-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!noDay) void save.run()
      }}
    >
      {view.mailReady ? null : <Note tone="warn">{texts.noMail}</Note>}
      <label className="pf-check">
        <input type="checkbox" checked={choice.active} onChange={(event) => setChoice({ ...choice, active: event.target.checked })} /> {texts.active}
      </label>
      <fieldset className="wl-days">
        <legend>{texts.weekdays}</legend>
        {[1, 2, 3, 4, 5, 6, 7].map((day) => {
          return (
            <label key={day}>
              <input
                type="checkbox"
                checked={choice.weekdays.includes(day)}
                onChange={(event) =>
                  setChoice({
                    ...choice,
                    weekdays: event.target.checked ? [...choice.weekdays, day].sort() : choice.weekdays.filter((one) => one !== day),
                  })
                }
              />
              {texts.dayOf(day)}
            </label>
          )
        })}
      </fieldset>
      {noDay ? (
        <p className="err" role="alert">
          {texts.needDay}
        </p>
      ) : null}
      <div className="wl-two">
        <Select
          label={texts.hour}
          value={String(choice.hour)}
          options={Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: texts.hourOf(hour) }))}
          onChange={(hour) => setChoice({ ...choice, hour: Number(hour) })}
        />
        <Select
          label={texts.scope}
          value={choice.scope}
          options={(['mine', 'office'] as const).map((value) => ({ value, label: texts.scopes[value] }))}
          onChange={(scope) => setChoice({ ...choice, scope: scope || 'mine' })}
        />
      </div>
      <p className="sm mut">
        {[
          view.nextAt ? texts.next(instantOf(view.nextAt)) : '',
          view.sentAt ? texts.sent(instantOf(view.sentAt), view.sentItems ?? 0) : '',
          view.problem ? texts.problem(view.problem === 'mail-not-set-up' ? texts.noMail : view.problem) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {(save.words ?? now.words) ? (
        <p className="err" role="alert">
          {save.words ?? now.words}
        </p>
      ) : null}
      <div className="act">
        <Button busy={now.busy} disabled={!view.mailReady} onClick={() => void now.run()}>
          {texts.now}
        </Button>
        <Button tone="primary" type="submit" busy={save.busy}>
          {texts.save}
        </Button>
      </div>
    </form>
  )
}

function Calendars() {
  const texts = useTexts(worklistTexts).receive
  const office = useOffice().slug
  const user = useUser()
  const cache = useQueryClient()
  const { data } = useQuery(feedsQuery(office))
  const [scope, setScope] = useState<Scope>('mine')
  const [url, setUrl] = useState<string | null>(null)
  const refresh = () => cache.invalidateQueries({ queryKey: ['worklist', office, 'feeds'] })
  const make = useAction(async () => {
    setUrl((await makeFeed(office, scope)).url)
    await refresh()
  })
  const revoke = useAction(async (feed: string) => {
    await revokeFeed(office, feed)
    setUrl(null)
    await refresh()
    toast(texts.revoked)
  })
  return (
    <div className="pf-form">
      {url ? (
        <Note tone="info">
          {texts.made}
          <span className="wl-url">
            <input className="inp" readOnly value={url} aria-label={texts.calendar} onFocus={(event) => event.target.select()} />
            <Button
              small
              onClick={() =>
                void navigator.clipboard?.writeText(url).then(
                  () => toast(texts.copied),
                  () => undefined,
                )
              }
            >
              {texts.copy}
            </Button>
          </span>
        </Note>
      ) : null}
      {data && data.length === 0 ? <p className="mut">{texts.noFeeds}</p> : null}
      <ul className="pf-rows">
        {(data ?? []).map((feed) => (
          <li key={feed.id}>
            <span className="pf-grow">
              {texts.feed(texts.scopes[feed.scope], dateOf(feed.createdAt))}
              <small className="mut">{feed.readAt ? texts.readAt(instantOf(feed.readAt)) : texts.neverRead}</small>
            </span>
            <Button
              tone="text"
              small
              aria-label={`${texts.revoke}: ${texts.feed(texts.scopes[feed.scope], dateOf(feed.createdAt))}, ${user.name}`}
              onClick={() => void revoke.run(feed.id)}
            >
              {texts.revoke}
            </Button>
          </li>
        ))}
      </ul>
      {(make.words ?? revoke.words) ? (
        <p className="err" role="alert">
          {make.words ?? revoke.words}
        </p>
      ) : null}
      <div className="wl-two">
        <Select
          label={texts.scope}
          value={scope}
          options={(['mine', 'office'] as const).map((value) => ({ value, label: texts.scopes[value] }))}
          onChange={(value) => setScope(value || 'mine')}
        />
        <div className="act">
          <Button busy={make.busy} onClick={() => void make.run()}>
            {texts.make}
          </Button>
        </div>
      </div>
    </div>
  )
}
