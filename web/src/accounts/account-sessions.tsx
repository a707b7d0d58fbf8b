import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from '#ui/button/button'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { json } from '#web/shell/api'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client } from './api.ts'
import { deviceOf } from './device.ts'
import { ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

/** Where I am signed in; any place but this one can be ended. */
export function SessionsSection() {
  const texts = useTexts(accountTexts)
  const formats = useFormats()
  const cache = useQueryClient()
  const queryKey = ['accounts', 'sessions']
  const sessions = useQuery({ queryKey, queryFn: () => json(client.me.sessions.$get()) })
  const end = useAction(async (id: string | null) => {
    await (id === null ? client.me.sessions.$delete() : client.me.sessions[':session'].$delete({ param: { session: id } }))
    toast(texts.account.ended)
    await cache.invalidateQueries({ queryKey })
  })
  const items = sessions.data?.items ?? []
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{texts.account.sessions}</h2>
      <p className="hint">{texts.account.sessionsLead}</p>
      <ProblemNote error={end.error ?? sessions.error} />
      {sessions.isPending ? <Waiting label={texts.account.sessions} rows={2} /> : null}
      <ul className="acc-rows">
        {items.map((one) => (
          <li key={one.id}>
            <div>
              <b title={one.userAgent ?? undefined}>
                {deviceOf(one.userAgent) ?? texts.account.unknownDevice} {one.current ? <Tag tone="ok">{texts.account.here}</Tag> : null}
              </b>
              <p>
                {texts.account.lastSeen} {formats.ago(one.seenAt)} · {texts.account.began} {formats.instant(one.createdAt)}
                {one.address ? ` · ${one.address}` : ''}
              </p>
            </div>
            {one.current ? null : (
              <Button small busy={end.busy} onClick={() => void end.run(one.id)}>
                {texts.account.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {items.length > 1 ? (
        <div>
          <Button busy={end.busy} onClick={() => void end.run(null)}>
            {texts.account.endOthers}
          </Button>
        </div>
      ) : null}
    </section>
  )
}
