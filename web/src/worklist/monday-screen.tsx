import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { Empty } from '#ui/empty/empty'
import { Pager } from '#ui/pager/pager'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { figuresQuery } from '../portfolio/api.ts'
import '../portfolio/portfolio.css'
import { Sources, useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { type Worklist, type WorkNarrowing, worklistQuery } from './api.ts'
import { BasisDialog } from './basis-dialog.tsx'
import { Items } from './items.tsx'
import { ReceiveDialog } from './receive-dialog.tsx'
import { worklistTexts } from './texts.ts'
import './worklist.css'

/** 월요일 목록: what needs somebody now, the most money at stake first. */
export default function MondayScreen() {
  return (
    <Sources>
      <Monday />
    </Sources>
  )
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function Monday() {
  const texts = useTexts(worklistTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const narrowing: WorkNarrowing = {
    ...(text(search.owner) ? { owner: text(search.owner) } : {}),
    ...(text(search.rule) ? { rule: text(search.rule) } : {}),
    ...(search.sort === 'due' || search.sort === 'reason' ? { sort: search.sort } : {}),
  }
  const change = (next: WorkNarrowing) => {
    const kept = Object.fromEntries(
      Object.entries({ ...narrowing, ...next }).filter(([, value]) => value !== undefined && value !== '' && value !== 'stake'),
    )
    void navigate({ to: '/monday' as '/', search: kept as never, replace: true })
  }
  const mayAdminister = useRole('administrator')
  const [open, setOpen] = useState<'receive' | 'basis' | null>(null)
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(worklistQuery(office, narrowing))
  // what all owners have is asked once more without the owner, so that the choice beside it stays whole
  const whole = useInfiniteQuery(worklistQuery(office, {})).data?.pages[0]
  const first = data?.pages[0]
  if (error) return <Failure error={error} reset={() => void refetch()} />
  if (!first)
    return (
      <Page title={texts.nav}>
        <Waiting label={texts.nav} rows={6} />
      </Page>
    )
  const items = data.pages.flatMap((page) => page.items)
  const weekday = new Intl.DateTimeFormat(locale === 'ko' ? 'ko-KR' : 'en-GB', { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(`${first.today}T00:00:00Z`),
  )
  const narrowed = narrowing.owner !== undefined || narrowing.rule !== undefined
  return (
    <Page
      title={texts.nav}
      heading={texts.heading(first.today, weekday)}
      lead={{ due: texts.leadDue, reason: texts.leadReason, stake: texts.lead }[narrowing.sort ?? 'stake'](first.total)}
      actions={
        <>
          {mayAdminister ? <Button onClick={() => setOpen('basis')}>{texts.settings}</Button> : null}
          <Button onClick={() => setOpen('receive')}>{texts.byMail}</Button>
          <Button onClick={() => window.print()}>{texts.print}</Button>
        </>
      }
    >
      <div className="wl-bar">
        <Filters label={texts.filters}>
          <Chip label={texts.everyone} count={whole?.total} pressed={narrowing.owner === undefined} onPress={() => change({ owner: undefined })} />
          <Chip
            label={texts.mine}
            pressed={narrowing.owner === 'me'}
            onPress={() => change({ owner: narrowing.owner === 'me' ? undefined : 'me' })}
          />
          <ChipMenu
            label={texts.column.what}
            value={narrowing.rule ?? ''}
            options={[
              { value: '', label: texts.every },
              ...(Object.keys(texts.rules) as (keyof typeof texts.rules)[])
                .filter((rule) => (whole?.counts[rule] ?? 0) > 0 || rule === narrowing.rule)
                .map((rule) => ({ value: rule as string, label: `${texts.rules[rule]} ${whole?.counts[rule] ?? 0}` })),
            ]}
            onChange={(rule) => change({ rule })}
          />
          <ChipMenu
            label={texts.sort.label}
            value={narrowing.sort ?? 'stake'}
            options={(['stake', 'due', 'reason'] as const).map((value) => ({ value, label: texts.sort[value] }))}
            onChange={(sort) => change({ sort })}
          />
        </Filters>
      </div>
      <div className="side">
        <div className="scroll">
          <Items
            items={items}
            counts={narrowing.sort === 'reason' ? counted(items, first, hasNextPage) : undefined}
            empty={<Empty title={narrowed ? texts.empty : texts.emptyAll} />}
          />
          {items.length > 0 ? (
            <Pager shown={items.length} total={first.total} more={hasNextPage} busy={isFetchingNextPage} onMore={() => void fetchNextPage()} />
          ) : null}
        </div>
        <aside className="pf-aside">
          <Owners groups={(whole ?? first).groups} owner={narrowing.owner} onOwner={(owner) => change({ owner })} />
          <Unread unread={first.unread} />
          <Gap office={office} />
        </aside>
      </div>
      {open === 'receive' ? <ReceiveDialog onClose={() => setOpen(null)} /> : null}
      {open === 'basis' ? <BasisDialog given={first.settings} onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}

/** How many lines stand under each reason: counted where all are here, else as the server counts them. */
function counted(items: Worklist['items'], first: Worklist, more: boolean): Readonly<Record<string, number>> {
  if (more) return first.counts
  const counts: Record<string, number> = {}
  for (const { rule } of items) counts[rule] = (counts[rule] ?? 0) + 1
  return counts
}

/** 담당마다: how much waits for whom, and what money hangs on it. */
function Owners({ groups, owner, onOwner }: { groups: Worklist['groups']; owner: string | undefined; onOwner: (owner: string | undefined) => void }) {
  const texts = useTexts(worklistTexts)
  const open = useSource()
  if (groups.length === 0) return null
  return (
    <section>
      <h2>{texts.owners}</h2>
      <ul className="wl-groups">
        {groups.map((group) => {
          const id = group.owner?.id ?? 'none'
          const name = group.owner?.name ?? texts.nobody
          const stake = group.atStake
          return (
            <li key={id}>
              <button type="button" className="quiet" aria-pressed={owner === id} onClick={() => onOwner(owner === id ? undefined : id)}>
                {name}
              </button>
              <small>{texts.ownerLine(group.count, group.late)}</small>
              <span className="n">
                <Value
                  held={stake}
                  kind="figure"
                  of={texts.atStake(name)}
                  unknown={<span className="dim">{texts.undisclosed}</span>}
                  onOpen={stake ? () => open({ kind: 'figure', formula: stake.formula, parameters: stake.parameters }) : undefined}
                />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Unread({ unread }: { unread: Worklist['unread'] }) {
  const texts = useTexts(worklistTexts)
  return (
    <section>
      <h2>{texts.unread}</h2>
      {unread.length === 0 ? <p className="mut">{texts.unreadNone}</p> : null}
      <ul className="pf-rows">
        {unread.map((document) => (
          <li key={document.id}>
            <span className="pf-grow">
              <b>{document.title}</b>
              <small className="mut">{[texts.unreadItem(document.pending), document.outlet, document.publishedOn].filter(Boolean).join(' · ')}</small>
            </span>
            <Link to={'/documents/$id' as never} params={{ id: document.id } as never} aria-label={`${texts.read}: ${document.title}`}>
              {texts.read}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What the office states itself and its projects do not disclose. */
function Gap({ office }: { office: string }) {
  const texts = useTexts(worklistTexts)
  const open = useSource()
  const rest = useQuery(figuresQuery(office, ['unattributed_investment'])).data?.[0]
  if (!rest || rest.value === null || rest.value === '0') return null
  return (
    <section>
      <h2>{texts.gap}</h2>
      <p>
        <Tag tone="warn">{texts.gap}</Tag>{' '}
        <Value
          held={rest}
          kind="figure"
          of={texts.gap}
          unknown={texts.undisclosed}
          onOpen={() => open({ kind: 'figure', formula: 'unattributed_investment' })}
        />
      </p>
      <p className="sm mut">{texts.gapText}</p>
    </section>
  )
}
