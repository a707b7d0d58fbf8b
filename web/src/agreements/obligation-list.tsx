import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ObligationView } from '#capabilities/agreements/schemas'
import { Button } from '#ui/button/button'
import { Tag } from '#ui/tag/tag'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { read, readTagged, write } from '../plans/api.ts'
import type { ScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { To, WorkButton } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { agreementTexts } from './texts.ts'

type What = 'met' | 'waive' | 'edit'

/** 의무들: who owes what by when, with its proof, and what a person may do about it. */
export function ObligationList({
  rows,
  mayWrite,
  withSubject,
  clock,
}: {
  rows: readonly ObligationView[]
  mayWrite: boolean
  withSubject?: boolean
  clock?: ScreenClock
}) {
  const texts = useTexts(agreementTexts)
  const plan = useTexts(planTexts)
  const { locale, due } = useFormats()
  const [asking, setAsking] = useState<{ what: What; row: ObligationView } | null>(null)
  if (rows.length === 0) return <p className="mut">{texts.noneOwed}</p>
  return (
    <>
      <ul className="pl-list">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="pl-day">
              {row.dueOn ?? <span className="mut">{plan.notStated}</span>}
              {row.dueOn && !clock?.past && (row.state === 'late' || row.state === 'open') ? (
                <span className={row.state === 'late' ? 'pl-sub pl-late' : 'pl-sub'}>{due(row.dueOn)}</span>
              ) : null}
            </span>
            <span className="pl-grow">
              <b>{row.title}</b>
              <span className="pl-sub">
                {[row.party ? nameIn(locale, row.party) : texts.nobody, row.kind === 'co_benefit' ? texts.kinds.co_benefit : null, row.note]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {withSubject ? (
                <span className="pl-sub">
                  <To to={row.subject.kind === 'agreement' ? `/agreements/${row.subjectId}` : `/projects/${row.subjectId}`} search={clock?.search}>
                    {nameIn(locale, row.subject)}
                  </To>
                </span>
              ) : null}
            </span>
            <span>
              <Tag tone={row.state === 'met' ? 'ok' : row.state === 'late' ? 'bad' : 'plain'}>{plan.states[row.state]}</Tag>
              <span className="pl-sub">
                {row.state === 'met' ? (
                  <>
                    {row.metOn} · {row.documentId ? <To to={`/documents/${row.documentId}`}>{row.documentTitle}</To> : texts.noProof}
                  </>
                ) : row.state === 'waived' ? (
                  `${row.waivedOn} · ${row.waivedReason}`
                ) : null}
              </span>
            </span>
            {mayWrite ? (
              <span className="pl-act">
                {row.state === 'open' || row.state === 'late' ? (
                  <>
                    <Button small onClick={() => setAsking({ what: 'met', row })}>
                      {texts.met}
                    </Button>
                    <Button small onClick={() => setAsking({ what: 'waive', row })}>
                      {texts.waive}
                    </Button>
                  </>
                ) : null}
                <Button small onClick={() => setAsking({ what: 'edit', row })}>
                  {plan.change}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? <ObligationDialog {...asking} onClose={() => setAsking(null)} /> : null}
    </>
  )
}

function ObligationDialog({ what, row, onClose }: { what: What; row: ObligationView; onClose: () => void }) {
  const texts = useTexts(agreementTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const change = async (body: object) => {
    const { etag } = await readTagged(office, `/obligations/${row.id}`)
    return write('PATCH', office, `/obligations/${row.id}`, body, etag)
  }
  if (what === 'met')
    return (
      <FormDialog
        title={`${texts.met}: ${row.title}`}
        given={{ metOn: today() }}
        lines={[
          { name: 'metOn', label: texts.metOn, kind: 'day' },
          { name: 'documentId', label: plan.document, kind: 'document', optional: true },
        ]}
        onSend={(typed) => change({ metOn: typed.metOn, documentId: orNull(typed.documentId) })}
        onClose={onClose}
      />
    )
  if (what === 'waive')
    return (
      <FormDialog
        title={`${texts.waive}: ${row.title}`}
        given={{ waivedOn: today() }}
        lines={[
          { name: 'waivedOn', label: texts.waivedOn, kind: 'day' },
          { name: 'waivedReason', label: plan.reason, kind: 'area' },
        ]}
        onSend={(typed) => change({ waivedOn: typed.waivedOn, waivedReason: typed.waivedReason })}
        onClose={onClose}
      />
    )
  return (
    <FormDialog
      title={`${plan.change}: ${row.title}`}
      lead={
        <WorkButton
          tone="bad"
          work={async () => {
            await write('DELETE', office, `/obligations/${row.id}`)
            onClose()
          }}
        >
          {texts.remove}
        </WorkButton>
      }
      given={{
        title: row.title,
        kind: row.kind,
        dueOn: row.dueOn ?? '',
        metOn: row.metOn ?? '',
        documentId: row.documentId ?? '',
        'documentId.name': row.documentTitle ?? '',
        note: row.note ?? '',
      }}
      lines={[
        { name: 'title', label: texts.what, kind: 'text' },
        { name: 'kind', label: texts.kind, kind: 'select', options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) },
        { name: 'dueOn', label: plan.due, kind: 'day', optional: true },
        { name: 'metOn', label: texts.metOn, kind: 'day', optional: true },
        { name: 'documentId', label: plan.document, kind: 'document', optional: true, when: (typed) => (typed.metOn ?? '') !== '' },
        { name: 'note', label: plan.note, kind: 'area', optional: true },
      ]}
      onSend={(typed) =>
        change({
          title: typed.title,
          kind: typed.kind,
          dueOn: orNull(typed.dueOn),
          metOn: orNull(typed.metOn),
          documentId: orNull(typed.metOn) === null ? null : orNull(typed.documentId),
          note: orNull(typed.note),
        })
      }
      onClose={onClose}
    />
  )
}

/** 의무 더하기: to an agreement, an investment, an award; which one is asked where `subject` does not say. */
export function AddObligation({ subject, onClose }: { subject?: string; onClose: () => void }) {
  const texts = useTexts(agreementTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const { locale } = useFormats()
  const subjects = useQuery({
    queryKey: ['plans', office, 'obliged'],
    enabled: subject === undefined,
    queryFn: () =>
      read<{ items: { id: string; nameKo: string; nameEn: string | null }[] }>(office, '/projects?kind=project,programme,agreement,award&limit=500'),
  })
  return (
    <FormDialog
      title={texts.addObligation}
      given={{ whose: 'theirs', kind: subject ? 'obligation' : 'co_benefit' }}
      lines={[
        ...(subject
          ? []
          : [
              {
                name: 'subject',
                label: texts.of,
                kind: 'select' as const,
                none: '',
                options: (subjects.data?.items ?? []).map((one) => ({ value: one.id, label: nameIn(locale, one) })),
              },
            ]),
        { name: 'title', label: texts.what, kind: 'text' },
        { name: 'kind', label: texts.kind, kind: 'select', options: Object.entries(texts.kinds).map(([value, label]) => ({ value, label })) },
        {
          name: 'whose',
          label: texts.whose,
          kind: 'select',
          options: [
            { value: 'theirs', label: texts.theirs },
            { value: 'ours', label: texts.ours },
          ],
        },
        { name: 'name', label: texts.partyName, kind: 'text', when: (typed) => typed.whose === 'theirs' },
        { name: 'dueOn', label: plan.due, kind: 'day', optional: true },
        { name: 'note', label: plan.note, kind: 'area', optional: true },
      ]}
      onSend={(typed) =>
        write('POST', office, `/subjects/${subject ?? typed.subject}/obligations`, {
          title: typed.title,
          kind: typed.kind,
          party: typed.whose === 'ours' ? { ours: true } : { name: typed.name },
          dueOn: orNull(typed.dueOn),
          note: orNull(typed.note),
        })
      }
      onClose={onClose}
    />
  )
}
