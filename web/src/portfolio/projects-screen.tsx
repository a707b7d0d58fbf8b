import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { FactsStrip } from '#ui/facts/facts'
import { MenuButton } from '#ui/menu/menu'
import { Segment } from '#ui/segment/segment'
import { apiBase } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { Page } from '../shell/page.tsx'
import { type Clocks, figuresQuery, type Narrowing, optionsQuery, readProjects } from './api.ts'
import { ClockControl, clockSearchOf, clocksOf } from './clock-control.tsx'
import { clockTexts } from './clock-texts.ts'
import './portfolio.css'
import { ProjectDialog } from './project-form.tsx'
import { ProjectsBoard } from './projects-board.tsx'
import { ProjectsTable } from './projects-table.tsx'
import { ProjectsTimeline } from './projects-timeline.tsx'
import { SavedViews } from './saved-views.tsx'
import { narrowingOf, useListState } from './search-state.ts'
import { Sources, useSource } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { phases } from './words.ts'

/** 투자 사업: the list as table, board and timeline, with the figures that belong to it. */
export default function ProjectsScreen() {
  return (
    <Sources>
      <Projects />
    </Sources>
  )
}

function Projects() {
  const texts = useTexts(portfolioTexts)
  const own = useTexts(clockTexts)
  const office = useOffice().slug
  const locale = useLocale()
  const navigate = useNavigate()
  const [state, change, replace] = useListState()
  const clock = clockSearchOf({ ...state })
  const clocks = clocksOf(clock)
  const past = clock.asOf !== undefined || clock.known !== undefined
  const mayWrite = useRole('administrator', 'head', 'officer') && !past
  const [adding, setAdding] = useState(false)
  const narrowing = narrowingOf(state)
  const view = state.view ?? 'table'
  const sort = state.sort ?? '-investment'
  const list = useInfiniteQuery({
    queryKey: ['portfolio', office, 'projects', narrowing, sort, state.archived ?? '', clocks],
    queryFn: ({ pageParam, signal }) => readProjects(office, narrowing, sort, state.archived === 'true' && !past, pageParam, signal, clocks),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const rows = list.data?.pages.flatMap((page) => page.items) ?? []
  const total = list.data?.pages[0]?.total
  const download = (ending: 'csv' | 'xlsx') => {
    const query = new URLSearchParams({ ...(narrowing as Record<string, string>), ...(clocks as Record<string, string>), sort, lang: locale })
    window.location.assign(`${apiBase}/offices/${office}/exports/projects.${ending}?${query}`)
  }
  useShortcuts([{ key: 'c', label: texts.add, run: () => setAdding(true), off: !mayWrite }])
  return (
    <Page
      title={texts.title}
      tools={<ClockControl value={clock} onChange={(next) => replace({ ...state, asOf: next.asOf, known: next.known })} />}
      actions={
        <>
          <MenuButton
            items={[
              { kind: 'action', label: texts.csv, run: () => download('csv') },
              { kind: 'action', label: texts.xlsx, run: () => download('xlsx') },
              { kind: 'action', label: texts.print, run: () => window.print() },
            ]}
          >
            {texts.download}
          </MenuButton>
          {mayWrite ? (
            <Button tone="primary" keys="c" onClick={() => setAdding(true)}>
              {texts.add}
            </Button>
          ) : null}
        </>
      }
    >
      {past ? (
        <div className="pf-past">
          <Banner
            title={own.banner(clock.asOf ?? null, clock.known ?? null)}
            action={
              <Button small onClick={() => replace({ ...state, asOf: undefined, known: undefined })}>
                {own.now}
              </Button>
            }
          />
        </div>
      ) : null}
      <Headline clocks={clocks} />
      <div className="pf-tools">
        <FilterRow
          narrowing={narrowing}
          archived={state.archived === 'true'}
          change={change}
          clear={() => replace({ view: state.view, sort: state.sort })}
        />
        <span className="pf-right">
          <SavedViews state={state} onTake={replace} />
          <Segment
            label={texts.views.label}
            value={view}
            options={(['table', 'board', 'timeline'] as const).map((value) => ({ value, label: texts.views[value] }))}
            onChange={(next) => change({ view: next })}
          />
        </span>
      </div>
      {view === 'table' ? (
        <ProjectsTable
          rows={rows}
          total={total}
          narrowing={narrowing}
          clocks={clocks}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          waiting={list.isPending}
          problem={list.error}
          onRetry={() => void list.refetch()}
          more={list.hasNextPage}
          moreBusy={list.isFetchingNextPage}
          onMore={() => void list.fetchNextPage()}
          filtered={Object.keys(narrowing).length > 0 || state.archived === 'true'}
          onAdd={mayWrite ? () => setAdding(true) : undefined}
        />
      ) : view === 'board' ? (
        <ProjectsBoard narrowing={narrowing} clocks={clocks} />
      ) : (
        <ProjectsTimeline narrowing={narrowing} sort={state.sort ?? 'name'} clocks={clocks} />
      )}
      {adding ? (
        <ProjectDialog onClose={() => setAdding(false)} onSaved={(id) => void navigate({ to: '/projects/$id' as never, params: { id } as never })} />
      ) : null}
    </Page>
  )
}

const headline = [
  'reported_investment',
  'announced_investment',
  'unattributed_investment',
  'disclosed_count',
  'project_count',
  'overdue_count',
] as const

/** What the office says of itself, what its projects disclose, and the rest: never one in place of the other. */
function Headline({ clocks }: { clocks: Clocks }) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const open = useSource()
  const figures = useQuery(figuresQuery(office, headline, {}, clocks)).data
  const realised = useQuery(figuresQuery(office, ['project_count'], { phase: 'realised' }, clocks)).data?.[0]
  const of = (id: (typeof headline)[number]) => figures?.find((figure) => figure.formula === id)
  const strip = (id: (typeof headline)[number], label: string, note?: string) => ({
    id,
    label,
    value: (
      <Value
        held={of(id)}
        kind="figure"
        of={label}
        unknown={figures ? texts.notStated : '…'}
        size="text"
        onOpen={() => open({ kind: 'figure', formula: id, clocks })}
      />
    ),
    note,
  })
  const counted = of('disclosed_count')?.value
  const all = of('project_count')?.value
  return (
    <FactsStrip
      facts={[
        strip('reported_investment', texts.strip.reported),
        strip('announced_investment', texts.strip.announced, counted && all ? texts.strip.disclosed(counted, all) : undefined),
        strip('unattributed_investment', texts.strip.rest, texts.strip.restNote),
        strip('overdue_count', texts.strip.overdue),
        {
          id: 'realised',
          label: texts.strip.realised,
          value: (
            <Value
              held={realised}
              kind="figure"
              of={texts.strip.realised}
              unknown={realised === undefined ? '…' : texts.notStated}
              onOpen={() => open({ kind: 'figure', formula: 'project_count', parameters: { phase: 'realised' }, clocks })}
            />
          ),
        },
      ]}
    />
  )
}

function FilterRow({
  narrowing,
  archived,
  change,
  clear,
}: {
  narrowing: Narrowing
  archived: boolean
  change: (change: Narrowing & { archived?: 'true' }) => void
  clear: () => void
}) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const options = useQuery(optionsQuery(office)).data
  const [words, setWords] = useState(narrowing.q ?? '')
  const choice = (name: 'place' | 'industry' | 'team', values: readonly string[] | undefined) => (
    <ChipMenu
      label={texts.filter[name]}
      value={narrowing[name] ?? ''}
      options={[{ value: '', label: texts.all }, ...(values ?? []).map((value) => ({ value, label: value })), { value: 'none', label: texts.none }]}
      onChange={(value) => change({ [name]: value || undefined })}
    />
  )
  return (
    <Filters label={texts.filter.label}>
      <form
        className="pf-find"
        onSubmit={(event) => {
          event.preventDefault()
          change({ q: words.trim() || undefined })
        }}
      >
        <input
          className="inp"
          type="search"
          aria-label={texts.filter.find}
          placeholder={texts.filter.find}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            if (event.target.value === '') change({ q: undefined })
          }}
          onBlur={() => words.trim() !== (narrowing.q ?? '') && change({ q: words.trim() || undefined })}
        />
      </form>
      <ChipMenu
        label={texts.filter.phase}
        value={narrowing.phase ?? ''}
        options={[
          { value: '', label: texts.all },
          ...phases.map((phase) => ({ value: phase, label: texts.phases[phase] })),
          { value: 'none', label: texts.stageUnknown },
        ]}
        onChange={(value) => change({ phase: value || undefined })}
      />
      {choice('place', options?.places)}
      {choice('industry', options?.industries)}
      {choice('team', options?.teams)}
      {options && options.people.length > 1 ? (
        <ChipMenu
          label={texts.filter.owner}
          value={narrowing.owner ?? ''}
          options={[
            { value: '', label: texts.all },
            ...options.people.map((person) => ({ value: person.id, label: person.name })),
            { value: 'none', label: texts.none },
          ]}
          onChange={(value) => change({ owner: value || undefined })}
        />
      ) : null}
      <Chip
        label={texts.filter.overdue}
        pressed={narrowing.overdue === 'true'}
        onPress={() => change({ overdue: narrowing.overdue === 'true' ? undefined : 'true' })}
      />
      <Chip label={texts.filter.archived} pressed={archived} onPress={() => change({ archived: archived ? undefined : 'true' })} />
      {Object.keys(narrowing).length > 0 ? (
        <Button
          tone="text"
          small
          onClick={() => {
            setWords('')
            clear()
          }}
        >
          {texts.filter.clear}
        </Button>
      ) : null}
    </Filters>
  )
}
