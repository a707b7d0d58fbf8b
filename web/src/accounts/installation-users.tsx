import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Delivery } from '#capabilities/accounts/deliver'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { MenuButton, type MenuItem } from '#ui/menu/menu'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { json } from '#web/shell/api'
import { useFormats } from '#web/shell/formats'
import { useUser } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client } from './api.ts'
import { Confirm, DeliveryNote, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

const readUsers = () => json(client.installation.users.$get())
type User = Awaited<ReturnType<typeof readUsers>>['items'][number]
const queryKey = ['accounts', 'users']

/** Everybody with an account: deactivate, reactivate, a password link, administrator of the installation or not. */
export function UsersPanel() {
  const texts = useTexts(accountTexts)
  const formats = useFormats()
  const me = useUser()
  const cache = useQueryClient()
  const users = useQuery({ queryKey, queryFn: readUsers })
  const [resting, setResting] = useState<User | null>(null)
  const [link, setLink] = useState<{ delivery: Delivery; user: User } | null>(null)
  const act = useAction(async (work: () => Promise<unknown>) => {
    await work()
    await cache.invalidateQueries({ queryKey })
  })
  const one = client.installation.users[':user']
  const itemsOf = (user: User): MenuItem[] => {
    const param = { user: user.id }
    const say = async (work: Promise<unknown>) => {
      await work
      toast(texts.installation.done)
    }
    if (user.deactivatedAt)
      return [{ kind: 'action', label: texts.installation.reactivate, run: () => void act.run(() => say(one.reactivate.$post({ param }))) }]
    return [
      {
        kind: 'action',
        label: texts.installation.resetLink,
        run: () => void act.run(async () => setLink({ delivery: await json(one['password-link'].$post({ param })), user })),
      },
      {
        kind: 'action',
        label: user.isAdministrator ? texts.installation.unmakeAdministrator : texts.installation.makeAdministrator,
        run: () => void act.run(() => say(one.$patch({ param, json: { isAdministrator: !user.isAdministrator } }))),
      },
      { kind: 'line' },
      { kind: 'action', label: texts.installation.deactivate, bad: true, off: user.id === me.id, run: () => setResting(user) },
    ]
  }
  return (
    <div className="form">
      <ProblemNote error={act.error ?? users.error} />
      {users.isPending ? <Waiting label={texts.installation.users} rows={3} /> : null}
      <ul className="acc-rows">
        {users.data?.items.map((user) => (
          <li key={user.id}>
            <div>
              <b>
                {user.name} {user.isAdministrator ? <Tag tone="info">{texts.installation.installationAdministrator}</Tag> : null}
                {user.deactivatedAt ? <Tag tone="warn">{texts.installation.resting}</Tag> : null}
                {user.lockedUntil ? <Tag tone="bad">{texts.installation.locked(formats.instant(user.lockedUntil))}</Tag> : null}
              </b>
              <p>{user.email}</p>
              {user.offices.length > 0 ? (
                <p>{user.offices.map((office) => `${nameIn(formats.locale, office)} (${texts.roles[office.role]})`).join(', ')}</p>
              ) : null}
            </div>
            <MenuButton label={texts.installation.more(user.name)} items={itemsOf(user)} className="btn--sm">
              {texts.installation.moreShort}
            </MenuButton>
          </li>
        ))}
      </ul>
      {resting ? (
        <Confirm
          title={texts.installation.deactivate}
          question={texts.installation.deactivateSure(resting.name)}
          onClose={() => setResting(null)}
          go={{
            label: texts.installation.deactivate,
            run: async () => {
              await one.deactivate.$post({ param: { user: resting.id } })
              toast(texts.installation.done)
              await cache.invalidateQueries({ queryKey })
            },
          }}
        />
      ) : null}
      {link ? (
        <Dialog
          open
          onClose={() => setLink(null)}
          closeBeside={false}
          title={texts.installation.resetTitle(link.user.name)}
          closeLabel={texts.close}
          actions={
            <Button tone="primary" onClick={() => setLink(null)}>
              {texts.close}
            </Button>
          }
        >
          <DeliveryNote delivery={link.delivery} email={link.user.email} />
        </Dialog>
      ) : null}
    </div>
  )
}
