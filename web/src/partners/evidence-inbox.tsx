import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EvidenceView } from '#capabilities/partners/schemas'
import { Button } from '#ui/button/button'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { pathOf, read, write } from '../plans/api.ts'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { Part } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { partnerTexts } from './texts.ts'

/** 기다리는 증빙: files that partners sent, to be taken or returned. */
export function EvidenceInbox({ mayWrite }: { mayWrite: boolean }) {
  const texts = useTexts(partnerTexts)
  const plan = useTexts(planTexts)
  const { locale, date } = useFormats()
  const office = useOffice().slug
  const [asking, setAsking] = useState<{ state: 'accepted' | 'returned'; one: EvidenceView } | null>(null)
  const { data, error } = useQuery({
    queryKey: ['plans', office, 'evidence'],
    queryFn: () => read<{ items: EvidenceView[] }>(office, '/evidence?limit=500'),
  })
  const decide = (body: object) => write('POST', office, `/evidence/${asking?.one.id}/decision`, body)
  return (
    <Part id="pt-inbox" title={texts.inbox}>
      <ProblemNote error={error} />
      {data?.items.length === 0 ? <p className="mut">{texts.inboxEmpty}</p> : null}
      <ul className="pl-list" hidden={!data || data.items.length === 0}>
        {(data?.items ?? []).map((one) => (
          <li key={one.id}>
            <span className="pl-day">{date(one.sentAt)}</span>
            <span className="pl-grow">
              <a href={pathOf(office, `/evidence/${one.id}/file`)} download>
                {one.fileName}
              </a>
              <span className="pl-sub">
                {nameIn(locale, one.obligation.subject)} · {one.obligation.title}
              </span>
              <span className="pl-sub">{[texts.from(one.sentByName), one.note].filter(Boolean).join(' · ')}</span>
            </span>
            {mayWrite ? (
              <span className="pl-act">
                <Button small tone="primary" onClick={() => setAsking({ state: 'accepted', one })}>
                  {texts.take}
                </Button>
                <Button small onClick={() => setAsking({ state: 'returned', one })}>
                  {texts.giveBack}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asking?.state === 'accepted' ? (
        <FormDialog
          title={`${texts.take}: ${asking.one.fileName}`}
          lead={<p className="sm mut">{texts.takeLead}</p>}
          given={{ metOn: today() }}
          lines={[{ name: 'metOn', label: texts.metOn, kind: 'day' }]}
          action={texts.take}
          onSend={(typed) => decide({ state: 'accepted', metOn: orNull(typed.metOn) })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking?.state === 'returned' ? (
        <FormDialog
          title={`${texts.giveBack}: ${asking.one.fileName}`}
          lines={[{ name: 'reason', label: plan.reason, kind: 'area' }]}
          action={texts.giveBack}
          onSend={(typed) => decide({ state: 'returned', reason: typed.reason })}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Part>
  )
}
