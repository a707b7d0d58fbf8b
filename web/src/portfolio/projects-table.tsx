import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Bead } from '#ui/bead/bead'
import { Button } from '#ui/button/button'
import { ColumnChooser } from '#ui/data-table/column-chooser'
import { DataTable } from '#ui/data-table/data-table'
import { Empty } from '#ui/empty/empty'
import { keptTogether } from '#ui/kit/kept-together'
import { Pager } from '#ui/pager/pager'
import { StageGauge } from '#ui/stage/stage'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { relativeDays, today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { type Column, readSort, sortParameter, useVisibleColumns } from '#web/ui/data-table/columns'
import { errorWords } from './action.ts'
import { type Cell, type Clocks, figuresQuery, type Narrowing, type ProjectRow } from './api.ts'
import { useSource } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { gaugeOf, intervalWords, stageWord } from './words.ts'

/** 표: one row a project, the totals of exactly these rows at the foot. */
export function ProjectsTable({
  rows,
  total,
  narrowing,
  clocks,
  sort,
  onSort,
  waiting,
  problem,
  onRetry,
  more,
  moreBusy,
  onMore,
  filtered,
  onAdd,
}: {
  rows: readonly ProjectRow[]
  total: number | undefined
  narrowing: Narrowing
  clocks: Clocks
  sort: string
  onSort: (sort: string) => void
  waiting: boolean
  problem: unknown
  onRetry: () => void
  more: boolean
  moreBusy: boolean
  onMore: () => void
  filtered: boolean
  onAdd?: () => void
}) {
  const texts = useTexts(portfolioTexts)
  const navigate = useNavigate()
  const columns = useColumns(narrowing, clocks)
  const [visible, setVisible] = useVisibleColumns('projects', columns)
  return (
    <>
      <div className="pf-over">
        <ColumnChooser columns={columns} visible={visible} onChange={setVisible} />
      </div>
      <div className="scroll pf-table">
        <DataTable
          label={texts.title}
          columns={columns}
          visible={visible}
          rows={rows}
          rowId={(row) => row.id}
          rowName={(row) => row.nameKo}
          sort={readSort(sort)}
          onSort={(next) => onSort(sortParameter(next) ?? '-investment')}
          onOpen={(row) => void navigate({ to: '/projects/$id' as never, params: { id: row.id } as never })}
          waiting={waiting}
          problem={problem ? errorWords(problem) : undefined}
          onRetry={onRetry}
          empty={
            filtered ? (
              <Empty title={texts.emptyFiltered} />
            ) : (
              <Empty title={texts.emptyTitle} action={onAdd ? <Button onClick={onAdd}>{texts.add}</Button> : null}>
                {texts.emptyText}
              </Empty>
            )
          }
        />
      </div>
      {rows.length > 0 ? <Pager shown={rows.length} total={total} more={more} busy={moreBusy} onMore={onMore} /> : null}
    </>
  )
}

const totals = [
  'announced_investment',
  'actual_investment',
  'announced_jobs',
  'actual_jobs',
  'announced_area',
  'announced_capacity',
  'disclosed_count',
] as const

function useColumns(narrowing: Narrowing, clocks: Clocks): Column<ProjectRow>[] {
  const texts = useTexts(portfolioTexts)
  const { locale } = useFormats()
  const day = clocks.asOf ?? today()
  const office = useOffice().slug
  const open = useSource()
  const figures = useQuery(figuresQuery(office, totals, narrowing, clocks)).data
  const of = (id: (typeof totals)[number]) => figures?.find((figure) => figure.formula === id)
  const foot = (id: (typeof totals)[number], label: string) => {
    const figure = of(id)
    if (!figure || figure.value === null) return <span className="dim">—</span>
    return (
      <span className="pf-foot">
        <Value
          held={figure}
          kind="figure"
          of={label}
          unknown={texts.none}
          onOpen={() => open({ kind: 'figure', formula: id, parameters: narrowing, clocks })}
        />
        {id === 'announced_investment' && figure.leftOut.length > 0 ? <small className="mut">{texts.leftOut(figure.leftOut.length)}</small> : null}
      </span>
    )
  }
  const cell = (row: ProjectRow, held: Cell | null, formula: string, label: string, unknown: string) => (
    <Value
      held={held}
      kind={held?.factId ? 'fact' : 'figure'}
      of={`${label}, ${row.nameKo}`}
      unknown={unknown}
      onOpen={
        held
          ? () =>
              open(
                held.factId
                  ? { kind: 'fact', id: held.factId }
                  : { kind: 'figure', formula, parameters: { kind: row.kind, subject: row.id, currency: held.unit }, clocks },
              )
          : undefined
      }
    />
  )
  const disclosed = of('disclosed_count')?.value
  return [
    {
      id: 'name',
      label: texts.column.name,
      head: true,
      sortable: true,
      render: (row) => (
        <>
          <Link className="quiet" to={'/projects/$id' as never} params={{ id: row.id } as never}>
            {nameIn(locale, row)}
          </Link>{' '}
          {row.illustrative ? <IllustrativeTag /> : null}
          {row.confidential ? <Tag tone="warn">{texts.project.confidentialTag}</Tag> : null}
          {row.place || row.industry ? <span className="sub">{[row.place, row.industry].filter(Boolean).join(' · ')}</span> : null}
        </>
      ),
      foot: disclosed && disclosed !== '0' ? texts.total(Number(disclosed)) : texts.totalNone,
    },
    {
      id: 'stage',
      label: texts.column.stage,
      sortable: true,
      render: (row) =>
        row.stage === null ? (
          <span className="dim">{texts.stageUnknown}</span>
        ) : (
          <StageGauge level={gaugeOf(row.kind, row.stage)} label={stageWord(row.kind, row.stage, locale) ?? undefined} />
        ),
    },
    {
      id: 'investment',
      label: texts.column.investment,
      numeric: true,
      sortable: true,
      render: (row) => cell(row, row.announcedInvestment, 'announced_investment', texts.column.investment, texts.undisclosed),
      foot: foot('announced_investment', texts.column.investment),
    },
    {
      id: 'actual',
      label: texts.column.actual,
      numeric: true,
      blank: (row) => row.actualInvestment === null,
      render: (row) =>
        row.actualInvestment ? (
          cell(row, row.actualInvestment, 'actual_investment', texts.column.actual, texts.notYet)
        ) : (
          <Nothing word={texts.notYet} />
        ),
      foot: foot('actual_investment', texts.column.actual),
    },
    {
      id: 'jobs',
      label: texts.column.jobs,
      numeric: true,
      blank: (row) => row.announcedJobs === null && row.actualJobs === null,
      render: (row) =>
        row.announcedJobs === null && row.actualJobs === null ? (
          <Nothing word={texts.notStated} />
        ) : (
          <span className="nb">
            {cell(row, row.announcedJobs, 'announced_jobs', texts.column.jobs, '—')} /{' '}
            {cell(row, row.actualJobs, 'actual_jobs', texts.column.jobs, '—')}
          </span>
        ),
      foot: (
        <>
          {foot('announced_jobs', texts.column.jobs)} / {foot('actual_jobs', texts.column.jobs)}
        </>
      ),
    },
    {
      id: 'area',
      label: texts.column.area,
      numeric: true,
      hidden: true,
      blank: (row) => row.area === null,
      render: (row) => (row.area ? cell(row, row.area, 'announced_area', texts.column.area, texts.notStated) : <Nothing word={texts.notStated} />),
      foot: foot('announced_area', texts.column.area),
    },
    {
      id: 'capacity',
      label: texts.column.capacity,
      numeric: true,
      hidden: true,
      blank: (row) => row.capacity === null,
      render: (row) =>
        row.capacity ? cell(row, row.capacity, 'announced_capacity', texts.column.capacity, texts.notStated) : <Nothing word={texts.notStated} />,
      foot: foot('announced_capacity', texts.column.capacity),
    },
    {
      id: 'due',
      label: texts.column.next,
      sortable: true,
      blank: (row) => row.next === null,
      render: (row) =>
        row.next ? (
          <span className={row.next.dueOn < day ? 'pf-late' : undefined}>
            {row.next.dueOn < day ? relativeDays(row.next.dueOn, day, locale) : keptTogether(row.next.dueOn)}{' '}
            <span className="pf-next">{row.next.title}</span>
          </span>
        ) : row.dueTo ? (
          <span className="mut">{keptTogether(intervalWords({ from: null, to: row.dueTo }))}</span>
        ) : (
          <Nothing word={texts.notStated} />
        ),
    },
    {
      id: 'sources',
      label: texts.column.sources,
      numeric: true,
      render: (row) => (
        <span className="nb">
          <Bead kind={row.sources > 0 ? 'claim' : 'gone'} /> {row.sources}
        </span>
      ),
    },
    {
      id: 'team',
      label: texts.column.team,
      sortable: true,
      blank: (row) => row.team === null && row.owner === null,
      render: (row) => [row.team, row.owner?.name].filter(Boolean).join(' · ') || <Nothing word={texts.none} />,
    },
  ]
}

/** Where nothing is known the table stays calm; the word is there for those who hear it. */
function Nothing({ word }: { word: string }) {
  return (
    <span className="dim" title={word}>
      <span aria-hidden="true">—</span>
      <span className="vh">{word}</span>
    </span>
  )
}
