import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Role } from '#record/membership'
import { Button } from '#ui/button/button'
import { DataTable } from '#ui/data-table/data-table'
import { Tag } from '#ui/tag/tag'
import { json } from '#web/shell/api'
import { useFormats } from '#web/shell/formats'
import { useOffice, useUser } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import { useAction, wordsOf } from './action.ts'
import { client } from './api.ts'
import './accounts.css'
import { InviteDialog } from './invite-dialog.tsx'
import { Confirm, ProblemNote } from './parts.tsx'
import { AbilityTable, RoleSelect } from './roles.tsx'
import { accountTexts } from './texts.ts'

const readMembers = (office: string) => json(client.offices[':office'].members.$get({ param: { office } }))
type Member = Awaited<ReturnType<typeof readMembers>>['items'][number]

/** 사람: who works in the office, as what, and who is invited. */
export default function PeopleScreen() {
  const texts = useTexts(accountTexts)
  const formats = useFormats()
  const office = useOffice()
  const me = useUser()
  const cache = useQueryClient()
  const param = { office: office.slug }
  const members = useQuery({ queryKey: ['accounts', office.slug, 'members'], queryFn: () => readMembers(office.slug) })
  const [inviting, setInviting] = useState(false)
  const [ending, setEnding] = useState<Member | null>(null)
  const refresh = () => cache.invalidateQueries({ queryKey: ['accounts', office.slug] })
  const change = useAction(async (member: Member, role: Role) => {
    await client.offices[':office'].members[':user'].$patch({ param: { ...param, user: member.userId }, json: { role } })
    toast(texts.people.roleChanged(member.name, texts.roles[role]))
    await refresh()
  })
  useShortcuts([{ key: 'c', label: texts.people.invite, run: () => setInviting(true) }])
  const away = (member: Member) => member.endedAt !== null || member.deactivated
  // those at work first, those who left below
  const rows = [...(members.data?.items ?? [])].sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null))
  return (
    <Page
      title={texts.people.title}
      lead={texts.people.lead(nameIn(formats.locale, office))}
      actions={
        <Button tone="primary" keys="c" onClick={() => setInviting(true)}>
          {texts.people.invite}
        </Button>
      }
    >
      <div className="acc">
        <section aria-label={texts.people.list}>
          <ProblemNote error={change.error} />
          <DataTable
            label={texts.people.list}
            rows={rows}
            rowId={(one) => one.userId}
            rowName={(one) => one.name}
            waiting={members.isPending}
            problem={members.error ? wordsOf(members.error).title : undefined}
            onRetry={() => void members.refetch()}
            columns={[
              {
                id: 'name',
                label: texts.name,
                head: true,
                render: (one) => (
                  <>
                    {one.name} {one.userId === me.id ? <Tag>{texts.people.me}</Tag> : null}
                    {one.endedAt ? (
                      <Tag tone="warn">{texts.people.left}</Tag>
                    ) : one.deactivated ? (
                      <Tag tone="warn">{texts.people.resting}</Tag>
                    ) : null}
                  </>
                ),
              },
              { id: 'email', label: texts.email, render: (one) => one.email },
              {
                id: 'role',
                label: texts.roleOf,
                render: (one) =>
                  away(one) ? (
                    texts.roles[one.role]
                  ) : (
                    <RoleSelect
                      label={texts.people.roleOf(one.name)}
                      value={one.role}
                      busy={change.busy}
                      onChange={(role) => void change.run(one, role)}
                    />
                  ),
              },
              { id: 'since', label: texts.people.since, render: (one) => formats.date(one.since) },
              {
                id: 'act',
                label: '',
                blank: (one) => one.endedAt !== null,
                render: (one) =>
                  one.endedAt ? null : (
                    <Button small onClick={() => setEnding(one)}>
                      {texts.people.end}
                    </Button>
                  ),
              },
            ]}
          />
        </section>
        <Invitations office={office.slug} />
        <AbilityTable />
      </div>
      {inviting ? <InviteDialog office={office.slug} onClose={() => setInviting(false)} /> : null}
      {ending ? (
        <Confirm
          title={texts.people.end}
          question={texts.people.endSure(ending.name)}
          onClose={() => setEnding(null)}
          go={{
            label: texts.people.end,
            run: async () => {
              await client.offices[':office'].members[':user'].$delete({ param: { ...param, user: ending.userId } })
              toast(texts.people.ended(ending.name))
              await refresh()
            },
          }}
        />
      ) : null}
    </Page>
  )
}

function Invitations({ office }: { office: string }) {
  const texts = useTexts(accountTexts)
  const formats = useFormats()
  const cache = useQueryClient()
  const queryKey = ['accounts', office, 'invitations']
  const invitations = useQuery({ queryKey, queryFn: () => json(client.offices[':office'].invitations.$get({ param: { office } })) })
  const withdraw = useAction(async (id: string) => {
    await client.offices[':office'].invitations[':invitation'].$delete({ param: { office, invitation: id } })
    toast(texts.people.withdrawn)
    await cache.invalidateQueries({ queryKey })
  })
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations">{texts.people.invitations}</h2>
      <ProblemNote error={withdraw.error ?? invitations.error} />
      {invitations.data?.items.length === 0 ? <p className="mut">{texts.people.noInvitations}</p> : null}
      <ul className={invitations.data?.items.length ? 'acc-rows' : undefined}>
        {invitations.data?.items.map((one) => (
          <li key={one.id}>
            <div>
              <b>
                {one.email} <Tag>{texts.roles[one.role]}</Tag>
              </b>
              <p>
                {texts.people.until} {formats.instant(one.expiresAt)}
              </p>
            </div>
            <Button small busy={withdraw.busy} onClick={() => void withdraw.run(one.id)}>
              {texts.people.withdraw}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
