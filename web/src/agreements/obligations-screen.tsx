import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ObligationView } from '#capabilities/agreements/schemas'
import { Button } from '#ui/button/button'
import { Pager } from '#ui/pager/pager'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { type Paged, usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { EvidenceInbox } from '../partners/evidence-inbox.tsx'
import { PartnerTies } from '../partners/partner-ties.tsx'
import { read } from '../plans/api.ts'
import { useScreenClock } from '../plans/clock.tsx'
import { Part } from '../plans/parts.tsx'
import { Page } from '../shell/page.tsx'
import { AddObligation, ObligationList } from './obligation-list.tsx'
import { agreementTexts } from './texts.ts'

const filters = ['due', 'late', 'met', 'all'] as const

/** 의무와 증빙: what is owed by agreements and investments, and what partners sent to prove it. */
export default function ObligationsScreen() {
  const texts = useTexts(agreementTexts)
  const office = useOffice().slug
  const clock = useScreenClock()
  const mayWrite = useRole('administrator', 'head', 'officer') && !clock.past
  const mayTie = useRole('administrator')
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const search = useSearch({ strict: false }) as { show?: string }
  const show = filters.find((one) => one === search.show) ?? 'due'
  const { list, items, pager } = usePaged(['plans', office, 'obligations', show, clock.search], (cursor) =>
    read<Paged<ObligationView>>(office, clock.at(`/obligations?limit=100&state=${show}${cursor ? `&cursor=${cursor}` : ''}`)),
  )
  return (
    <Page title={texts.owed} lead={texts.owedLead} tools={clock.control}>
      {clock.banner}
      {clock.past ? null : <EvidenceInbox mayWrite={mayWrite} />}
      <Part id="pl-all" title={texts.obligations} actions={mayWrite ? <Button onClick={() => setAdding(true)}>{texts.addObligation}</Button> : null}>
        <div className="pl-tools">
          <Segment
            label={texts.filter}
            value={show}
            options={filters.map((value) => ({ value, label: texts.filters[value] }))}
            onChange={(next) =>
              void navigate({
                to: '/obligations' as '/',
                search: { ...clock.search, ...(next === 'due' ? {} : { show: next }) } as never,
                replace: true,
              })
            }
          />
        </div>
        <ProblemNote error={list.error} />
        {list.isPending ? (
          <Waiting label={texts.obligations} rows={4} />
        ) : (
          <ObligationList rows={items} mayWrite={mayWrite} withSubject clock={clock} />
        )}
        <Pager {...pager} />
      </Part>
      {mayTie && !clock.past ? <PartnerTies /> : null}
      {adding ? <AddObligation onClose={() => setAdding(false)} /> : null}
    </Page>
  )
}
