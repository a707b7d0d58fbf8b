import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { dayNumber } from '#quantity/day'
import { Empty } from '#ui/empty/empty'
import { Waiting } from '#ui/skeleton/skeleton'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { errorWords } from './action.ts'
import { type Clocks, type Narrowing, timelineQuery } from './api.ts'
import { portfolioTexts } from './texts.ts'
import { indicatorWord, intervalWords, stageWord } from './words.ts'

const rowHeight = 44
const width = 760

/** 시간표: stages as squares, due times as bars, tasks as diamonds, on one scale of years. What has no date is listed below, not placed. */
export function ProjectsTimeline({ narrowing, sort, clocks }: { narrowing: Narrowing; sort: string; clocks: Clocks }) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const { data, error } = useQuery(timelineQuery(office, narrowing, sort, clocks))
  if (error) return <p role="alert">{errorWords(error)}</p>
  if (!data) return <Waiting label={texts.timeline.label} rows={6} />
  const dated = data.items.filter((item) => item.stages.length + item.due.length + item.milestones.length > 0)
  const undated = data.items.filter((item) => !dated.includes(item))
  const days = [
    data.today,
    ...dated.flatMap((item) => [
      ...item.stages.map((one) => one.from),
      ...item.due.flatMap((one) => [one.from ?? one.to, one.to]),
      ...item.milestones.map((one) => one.dueOn),
    ]),
  ]
  const years = days.map((day) => Number(day.slice(0, 4)))
  const first = Math.min(...years)
  const last = Math.max(...years) + 1
  const from = dayNumber(`${first}-01-01`)
  const x = (day: string) => ((dayNumber(day) - from) / (dayNumber(`${last}-01-01`) - from)) * width
  const step = Math.max(1, Math.ceil((last - first) / 12))
  const ticks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)
  return (
    <>
      {dated.length === 0 ? <Empty title={texts.timeline.none} /> : null}
      {dated.length > 0 ? (
        <>
          <ul className="legend pf-legend" aria-hidden="true">
            <li>
              <span className="pf-key pf-key--stage" /> {texts.timeline.legend.stage}
            </li>
            <li>
              <span className="pf-key pf-key--due" /> {texts.timeline.legend.due}
            </li>
            <li>
              <span className="pf-key pf-key--task" /> {texts.timeline.legend.milestone}
            </li>
          </ul>
          <div className="scroll">
            <div className="pf-time">
              <ol className="pf-names">
                {dated.map((item) => (
                  <li key={item.id}>
                    <Link className="quiet" to={'/projects/$id' as never} params={{ id: item.id } as never}>
                      {nameIn(locale, item)}
                    </Link>
                    <span className="vh">
                      {[
                        ...item.stages.map((one) => `${one.from} ${stageWord('project', one.stage, locale)}`),
                        ...item.due.map((one) => `${texts.timeline.legend.due} ${intervalWords(one)} ${indicatorWord(one.indicator, locale)}`),
                        ...item.milestones.map((one) => `${one.dueOn} ${one.title}`),
                      ].join(', ')}
                    </span>
                  </li>
                ))}
              </ol>
              <svg className="pf-svg" width={width} height={dated.length * rowHeight + 28} aria-hidden="true">
                {ticks.map((year) => (
                  <g key={year}>
                    <line className="pf-grid" x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={22} y2={dated.length * rowHeight + 28} />
                    <text className="pf-tick" x={x(`${year}-01-01`) + 4} y={14}>
                      {year}
                    </text>
                  </g>
                ))}
                {dated.map((item, row) => {
                  const y = 28 + row * rowHeight + rowHeight / 2
                  const ends = item.stages.map((one) => x(one.from))
                  return (
                    <g key={item.id}>
                      <line className="pf-row" x1={0} x2={width} y1={28 + (row + 1) * rowHeight} y2={28 + (row + 1) * rowHeight} />
                      {ends.length > 1 ? <line className="pf-span" x1={ends[0]} x2={ends.at(-1)} y1={y} y2={y} /> : null}
                      {item.due.map((one) => (
                        <rect
                          key={`${one.indicator}-${one.to}`}
                          className="pf-due"
                          x={x(one.from ?? one.to)}
                          width={Math.max(3, x(one.to) - x(one.from ?? one.to))}
                          y={y + 8}
                          height={5}
                        >
                          <title>{`${texts.timeline.legend.due} ${intervalWords(one)} · ${indicatorWord(one.indicator, locale)}`}</title>
                        </rect>
                      ))}
                      {item.stages.map((one, index) => (
                        <g key={`${one.stage}-${one.from}`}>
                          <rect className="pf-stage" x={x(one.from) - 5} y={y - 5} width={10} height={10}>
                            <title>{`${one.from} ${stageWord('project', one.stage, locale)}`}</title>
                          </rect>
                          {(ends[index + 1] ?? width) - (ends[index] ?? 0) > 60 ? (
                            <text className="pf-tick pf-halo" x={x(one.from) + 8} y={y - 7}>
                              {stageWord('project', one.stage, locale)}
                            </text>
                          ) : null}
                        </g>
                      ))}
                      {item.milestones.map((one) => (
                        <path
                          key={`${one.title}-${one.dueOn}`}
                          className={one.done ? 'pf-task pf-task--done' : one.dueOn < data.today ? 'pf-task pf-task--late' : 'pf-task'}
                          d={`M${x(one.dueOn)} ${y - 6}l6 6-6 6-6-6z`}
                        >
                          <title>{`${one.dueOn} ${one.title}`}</title>
                        </path>
                      ))}
                    </g>
                  )
                })}
                <line className="pf-now" x1={x(data.today)} x2={x(data.today)} y1={18} y2={dated.length * rowHeight + 28} />
                <text className="pf-tick pf-halo pf-now-t" x={x(data.today) + 4} y={26}>
                  {texts.timeline.today}
                </text>
              </svg>
            </div>
          </div>
        </>
      ) : null}
      {undated.length > 0 ? (
        <section className="blk">
          <div className="blk-h">
            <h2>{texts.timeline.undated}</h2>
          </div>
          <p className="pf-undated">
            {undated.map((item) => (
              <Link key={item.id} className="quiet" to={'/projects/$id' as never} params={{ id: item.id } as never}>
                {nameIn(locale, item)}
              </Link>
            ))}
          </p>
        </section>
      ) : null}
    </>
  )
}
