import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AgreementView } from '#capabilities/agreements/schemas'
import { Button } from '#ui/button/button'
import { FactsStrip } from '#ui/facts/facts'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { today, useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { readTagged, write } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { Part, To } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import { Page } from '../shell/page.tsx'
import { Validity } from './agreements-screen.tsx'
import { AddObligation, ObligationList } from './obligation-list.tsx'
import { agreementTexts } from './texts.ts'

/** 협약 한 건: its parties, what each owes, until when it holds. */
export default function AgreementScreen() {
  const texts = useTexts(agreementTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const { id } = useParams({ strict: false }) as { id: string }
  const clock = useScreenClock(id)
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const [asking, setAsking] = useState<'days' | 'party' | 'obligation' | 'renew' | 'end' | null>(null)
  const { data, error, isPending } = useQuery({
    queryKey: ['plans', office, 'agreement', id, clock.search],
    queryFn: () => readTagged<AgreementView>(office, clock.at(`/agreements/${id}`)),
  })
  const one = data?.body
  const close = () => setAsking(null)
  return (
    <Page
      title={one ? nameIn(locale, one) : texts.title}
      heading={
        one ? (
          <span className="pl-name">
            {nameIn(locale, one)} {one.illustrative ? <IllustrativeTag /> : null}
          </span>
        ) : undefined
      }
      crumbs={[{ label: texts.title, to: '/agreements' }]}
      tools={clock.control}
      actions={
        one ? (
          <>
            <To to={`/projects/${id}`} search={clock.search} className="btn">
              {texts.openRecord}
            </To>
            {mayWrite ? (
              <>
                <Button onClick={() => setAsking('days')}>{texts.editDays}</Button>
                {one.endedOn === null ? (
                  <>
                    <Button onClick={() => setAsking('renew')}>{texts.renew}</Button>
                    <Button onClick={() => setAsking('end')}>{texts.end}</Button>
                  </>
                ) : null}
              </>
            ) : null}
          </>
        ) : null
      }
    >
      {clock.banner}
      <ProblemNote error={error} />
      {isPending ? <Waiting label={texts.title} rows={6} /> : null}
      {one ? (
        <>
          <FactsStrip
            facts={[
              { id: 'signed', label: texts.signed, value: one.signedOn ?? plan.unknown },
              {
                id: 'until',
                label: texts.until,
                value: one.validUntil ?? plan.notStated,
                note: one.validity.endsBy === 'usual' ? `${texts.usual}: ${one.validity.endsOn}` : undefined,
              },
              { id: 'state', label: texts.validity, value: <Validity one={one} /> },
              ...(one.endedOn
                ? [{ id: 'ended', label: texts.endedOn, value: one.endedOn, note: `${texts.hows[one.endedHow ?? '']} · ${one.endedReason}` }]
                : []),
            ]}
          />
          <Part
            id="pl-parties"
            title={texts.parties}
            actions={mayWrite ? <Button onClick={() => setAsking('party')}>{texts.addParty}</Button> : null}
          >
            {one.parties.length === 0 ? (
              <p className="mut">{plan.unknown}</p>
            ) : (
              <table className="tb tb--cards">
                <thead>
                  <tr>
                    <th scope="col">{plan.name}</th>
                    <th scope="col">{texts.role}</th>
                    <th scope="col">{texts.part}</th>
                    <th scope="col">{texts.obligations}</th>
                  </tr>
                </thead>
                <tbody>
                  {one.parties.map((party) => {
                    const own = one.obligations.filter((row) => row.partyId === party.id)
                    const of = (state: string) => own.filter((row) => row.state === state).length
                    return (
                      <tr key={party.relationId}>
                        <th scope="row">{nameIn(locale, party)}</th>
                        <td data-l={texts.role}>{texts.roles[party.role] ?? party.role}</td>
                        <td data-l={texts.part}>{party.part ?? <span className="mut">{plan.notStated}</span>}</td>
                        <td data-l={texts.obligations}>
                          {own.length === 0 ? <span className="mut">{texts.noneOwed}</span> : texts.counts(of('met'), own.length, of('late'))}
                        </td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            )}
          </Part>
          <Part
            id="pl-owed"
            title={texts.obligations}
            lead={texts.obligationsLead}
            actions={mayWrite ? <Button onClick={() => setAsking('obligation')}>{texts.addObligation}</Button> : null}
          >
            <ObligationList rows={one.obligations} mayWrite={mayWrite} clock={clock} />
          </Part>
          {one.renewals.length > 0 ? (
            <Part id="pl-renewals" title={texts.renewals}>
              <ul className="pl-list">
                {one.renewals.map((row) => (
                  <li key={row.id}>
                    <span className="pl-day">{row.renewedOn}</span>
                    <span className="pl-grow">
                      {texts.renewal(row.validBefore ?? plan.notStated, row.validUntil)}
                      <span className="pl-sub">{[row.reason, row.madeBy ? plan.by(row.madeBy) : null].filter(Boolean).join(' · ')}</span>
                    </span>
                    {row.documentId ? <To to={`/documents/${row.documentId}`}>{plan.document}</To> : null}
                  </li>
                ))}
              </ul>
            </Part>
          ) : null}
        </>
      ) : null}
      {one && asking === 'days' ? (
        <FormDialog
          title={texts.editDays}
          given={{ signedOn: one.signedOn ?? '', validUntil: one.validUntil ?? '' }}
          lines={[
            { name: 'signedOn', label: texts.signed, kind: 'day', optional: true },
            { name: 'validUntil', label: texts.until, kind: 'day', optional: true },
          ]}
          onSend={(typed) =>
            write('PATCH', office, `/agreements/${id}`, { signedOn: orNull(typed.signedOn), validUntil: orNull(typed.validUntil) }, data?.etag)
          }
          onClose={close}
        />
      ) : null}
      {asking === 'party' ? (
        <FormDialog
          title={texts.addParty}
          given={{ whose: 'theirs', role: 'counterparty' }}
          lines={[
            {
              name: 'whose',
              label: texts.parties,
              kind: 'select',
              options: [
                { value: 'theirs', label: texts.theirs },
                { value: 'ours', label: texts.ours },
              ],
            },
            { name: 'name', label: texts.partyName, kind: 'text', when: (typed) => typed.whose === 'theirs' },
            { name: 'role', label: texts.role, kind: 'select', options: Object.entries(texts.roles).map(([value, label]) => ({ value, label })) },
            { name: 'part', label: texts.part, kind: 'text', optional: true },
          ]}
          onSend={(typed) =>
            write('POST', office, `/agreements/${id}/parties`, {
              ...(typed.whose === 'ours' ? { ours: true } : { name: typed.name }),
              role: typed.role,
              part: orNull(typed.part),
            })
          }
          onClose={close}
        />
      ) : null}
      {asking === 'obligation' ? <AddObligation subject={id} onClose={close} /> : null}
      {asking === 'renew' ? (
        <FormDialog
          title={texts.renew}
          given={{ renewedOn: today() }}
          lines={[
            { name: 'renewedOn', label: texts.renewedOn, kind: 'day' },
            { name: 'validUntil', label: texts.until, kind: 'day' },
            { name: 'documentId', label: plan.document, kind: 'document', optional: true },
            { name: 'reason', label: plan.reason, kind: 'area', optional: true },
          ]}
          onSend={(typed) =>
            write('POST', office, `/agreements/${id}/renewals`, {
              renewedOn: typed.renewedOn,
              validUntil: typed.validUntil,
              documentId: orNull(typed.documentId),
              reason: orNull(typed.reason),
            })
          }
          onClose={close}
        />
      ) : null}
      {asking === 'end' ? (
        <FormDialog
          title={texts.end}
          given={{ on: today(), how: 'terminated' }}
          lines={[
            { name: 'on', label: texts.endedOn, kind: 'day' },
            { name: 'how', label: texts.how, kind: 'select', options: Object.entries(texts.hows).map(([value, label]) => ({ value, label })) },
            { name: 'reason', label: plan.reason, kind: 'area' },
          ]}
          onSend={(typed) => write('POST', office, `/agreements/${id}/end`, { on: typed.on, how: typed.how, reason: typed.reason })}
          onClose={close}
        />
      ) : null}
    </Page>
  )
}
