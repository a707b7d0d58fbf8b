import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Board, BoardColumn, Slip } from '#ui/board/board'
import { Button } from '#ui/button/button'
import { Waiting } from '#ui/skeleton/skeleton'
import { StageGauge } from '#ui/stage/stage'
import { IllustrativeTag } from '#ui/tag/tag'
import { today, useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { nameIn, useTexts } from '#web/shell/texts'
import { errorWords } from './action.ts'
import { type Clocks, figuresQuery, type Narrowing, type ProjectRow, readProjects } from './api.ts'
import { useSource } from './source.tsx'
import { StageDialog } from './stage-dialog.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { gaugeOfPhase, type Phase, phaseOf, phases, stagesOfKind, stageWord } from './words.ts'

const most = 500
type Place = Phase | 'none'

/** 보드: one column a phase. A slip moves by dragging it or by [ and ]; every move asks for its evidence. */
export function ProjectsBoard({ narrowing, clocks }: { narrowing: Narrowing; clocks: Clocks }) {
  const texts = useTexts(portfolioTexts)
  const { locale, due } = useFormats()
  const office = useOffice().slug
  const open = useSource()
  const mayMove = useRole('administrator', 'head', 'officer') && Object.keys(clocks).length === 0
  const [moving, setMoving] = useState<{ row: ProjectRow; to: string | null } | null>(null)
  const [over, setOver] = useState<Place | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const list = useQuery({
    queryKey: ['portfolio', office, 'board', narrowing, clocks],
    queryFn: async ({ signal }) => {
      const rows: ProjectRow[] = []
      let cursor: string | undefined
      do {
        const page = await readProjects(office, narrowing, '-investment', false, cursor, signal, clocks)
        rows.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor !== undefined && rows.length < most)
      return { rows, cut: cursor !== undefined }
    },
  })
  const rows = list.data?.rows ?? []
  const columns: Place[] = rows.some((row) => phaseOf(row.kind, row.stage) === null) ? ['none', ...phases] : [...phases]
  const sums = useQueries({ queries: columns.map((phase) => figuresQuery(office, ['announced_investment'], { ...narrowing, phase }, clocks)) })
  const at = rows.find((row) => row.id === current)
  const shift = (step: number) => {
    if (!at) return
    const stages = stagesOfKind(at.kind).filter((row) => row.phase !== 'lost')
    const place = stages.findIndex((row) => row.stage === at.stage)
    const to = stages[Math.max(0, Math.min(stages.length - 1, place + step))]
    if (to && to.stage !== at.stage) setMoving({ row: at, to: to.stage })
  }
  useShortcuts([
    { key: '[', label: texts.stage.move, run: () => shift(-1), off: !mayMove, bar: false },
    { key: ']', label: texts.stage.next, run: () => shift(1), off: !mayMove },
  ])
  if (list.error) return <p role="alert">{errorWords(list.error)}</p>
  if (!list.data) return <Waiting label={texts.title} rows={6} />
  return (
    <>
      <p className="sm mut pf-over">
        {mayMove ? texts.board.hint : ''} {list.data.cut ? texts.board.truncated(rows.length) : ''}
      </p>
      <Board label={texts.board.label}>
        {columns.map((place, index) => {
          const own = rows.filter((row) => (phaseOf(row.kind, row.stage) ?? 'none') === place)
          const sum = sums[index]?.data?.[0]
          const undisclosed = own.filter((row) => row.announcedInvestment === null).length
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: dropping has its own keys and button
            <div
              key={place}
              className={over === place ? 'pf-drop pf-drop--over' : 'pf-drop'}
              onDragOver={(event) => {
                if (!mayMove || place === 'none') return
                event.preventDefault()
                setOver(place)
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => {
                event.preventDefault()
                setOver(null)
                const row = rows.find((one) => one.id === event.dataTransfer.getData('text/plain'))
                const to = row && stagesOfKind(row.kind).find((stage) => stage.phase === place)
                if (row && to && phaseOf(row.kind, row.stage) !== place) setMoving({ row, to: to.stage })
              }}
            >
              <BoardColumn
                title={
                  <>
                    {place === 'none' ? texts.phases.none : <StageGauge level={gaugeOfPhase(place)} label={texts.phases[place]} />}{' '}
                    <span className="mut">{texts.board.count(own.length)}</span>
                  </>
                }
                sum={
                  sum && (sum.value !== null || undisclosed > 0) ? (
                    <>
                      {sum.value === null ? null : (
                        <Value
                          held={sum}
                          kind="figure"
                          of={`${texts.column.investment}, ${texts.phases[place]}`}
                          unknown={texts.undisclosed}
                          onOpen={() => open({ kind: 'figure', formula: 'announced_investment', parameters: { ...narrowing, phase: place }, clocks })}
                        />
                      )}{' '}
                      {sum.value !== null && undisclosed > 0 ? '+ ' : ''}
                      {texts.board.sum(undisclosed)}
                    </>
                  ) : null
                }
              >
                {own.map((row) => (
                  // biome-ignore lint/a11y/noStaticElementInteractions: the link and the button inside do the same by keyboard
                  <div
                    key={row.id}
                    draggable={mayMove}
                    className="pf-slip"
                    onFocus={() => setCurrent(row.id)}
                    onMouseEnter={() => setCurrent(row.id)}
                    onDragStart={(event) => {
                      event.dataTransfer.setData('text/plain', row.id)
                      event.dataTransfer.effectAllowed = 'move'
                    }}
                  >
                    <Slip
                      title={
                        <>
                          <Link className="quiet" to={'/projects/$id' as never} params={{ id: row.id } as never} draggable={false}>
                            {nameIn(locale, row)}
                          </Link>{' '}
                          {row.illustrative ? <IllustrativeTag /> : null}
                        </>
                      }
                      lines={[
                        {
                          id: 'money',
                          left: (
                            <Value
                              held={row.announcedInvestment}
                              kind={row.announcedInvestment?.factId ? 'fact' : 'figure'}
                              of={row.nameKo}
                              unknown={texts.undisclosed}
                              onOpen={
                                row.announcedInvestment
                                  ? () => {
                                      const { factId, unit } = row.announcedInvestment!
                                      open(
                                        factId
                                          ? { kind: 'fact', id: factId }
                                          : {
                                              kind: 'figure',
                                              formula: 'announced_investment',
                                              parameters: { kind: row.kind, subject: row.id, currency: unit },
                                            },
                                      )
                                    }
                                  : undefined
                              }
                            />
                          ),
                          right: row.team ?? row.owner?.name,
                        },
                        {
                          id: 'stage',
                          left: stageWord(row.kind, row.stage, locale) ?? texts.stageUnknown,
                          right: row.stageFrom ?? (row.stage ? texts.stage.undated : undefined),
                        },
                        ...(row.next && row.next.dueOn >= today() ? [{ id: 'next', left: `${row.next.dueOn.slice(5)} ${row.next.title}` }] : []),
                      ]}
                      late={row.next && row.next.dueOn < today() ? `${due(row.next.dueOn)} · ${row.next.title}` : undefined}
                    />
                    {mayMove ? (
                      <Button
                        tone="text"
                        small
                        className="pf-move"
                        aria-label={`${texts.stage.move}: ${row.nameKo}`}
                        onClick={() => setMoving({ row, to: null })}
                      >
                        {texts.stage.move}
                      </Button>
                    ) : null}
                  </div>
                ))}
              </BoardColumn>
            </div>
          )
        })}
      </Board>
      {moving ? <StageDialog subject={moving.row} to={moving.to} onClose={() => setMoving(null)} /> : null}
      {rows.length === 0 ? <Note>{texts.emptyFiltered}</Note> : null}
    </>
  )
}
