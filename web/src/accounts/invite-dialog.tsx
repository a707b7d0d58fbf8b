import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Delivery } from '#capabilities/accounts/deliver'
import type { Role } from '#record/membership'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { roleOrder } from './abilities.ts'
import { fieldError, useAction } from './action.ts'
import { client } from './api.ts'
import { DeliveryNote, ProblemNote } from './parts.tsx'
import { accountTexts } from './texts.ts'

/** 초대하기: an e-mail and a role become a link, mailed or shown once. */
export function InviteDialog({ office, onClose }: { office: string; onClose: () => void }) {
  const texts = useTexts(accountTexts)
  const cache = useQueryClient()
  const draft = useDraft<{ email: string; role: Role }>(`invite.${office}`, { email: '', role: 'officer' })
  const { email, role } = draft.value
  const [made, setMade] = useState<{ delivery: Delivery; email: string } | null>(null)
  const action = useAction(async () => {
    const delivery = await json(client.offices[':office'].invitations.$post({ param: { office }, json: { email, role } }))
    setMade({ delivery, email })
    draft.clear()
    await cache.invalidateQueries({ queryKey: ['accounts', office, 'invitations'] })
  })
  return (
    <Dialog open onClose={onClose} closeBeside={false} title={texts.people.inviteTitle} closeLabel={texts.close}>
      {made ? (
        <>
          <DeliveryNote delivery={made.delivery} email={made.email} />
          <div className="act">
            <Button tone="primary" onClick={onClose}>
              {texts.close}
            </Button>
          </div>
        </>
      ) : (
        <form
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void action.run()
          }}
        >
          <ProblemNote error={action.error} fields={['email']} />
          <TextField
            label={texts.email}
            type="email"
            autoCapitalize="none"
            autoComplete="off"
            value={email}
            onChange={(next) => draft.set({ email: next, role })}
            error={fieldError(action.error, 'email')}
          />
          <Select
            label={texts.roleOf}
            value={role}
            options={roleOrder.map((one) => ({ value: one, label: texts.roles[one] }))}
            onChange={(next) => next && draft.set({ email, role: next })}
          />
          <div className="act">
            <Button tone="primary" type="submit" busy={action.busy}>
              {texts.people.inviteGo}
            </Button>
            <Button onClick={onClose}>{texts.cancel}</Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
