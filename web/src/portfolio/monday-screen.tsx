import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { DataTable } from '#ui/data-table/data-table'
import { Empty } from '#ui/empty/empty'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { today, useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { useAction } from './action.ts'
import { figuresQuery, type MilestoneItem, mondayQuery } from './api.ts'
import './portfolio.css'
import { Sources, useSource } from './source.tsx'
import { finishTask } from './task-dialog.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { facetWord, indicatorWord } from './words.ts'

/** 월요일 목록: what needs somebody now. */
export default function MondayScreen() {
  return (
    <Sources>
      <Monday />
    </Sources>
  )
}

function Monday() {
  const texts = useTexts(portfolioTexts)
  const { due, locale } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const open = useSource()
  const mayWrite = useRole('administrator', 'head', 'officer')
  const { data, error, refetch } = useQuery(mondayQuery(office))
  const figures = useQuery(figuresQuery(office, ['reported_investment', 'announced_investment', 'unattributed_investment'])).data
  const finish = useAction((task: MilestoneItem) => finishTask(office, task))
  if (error) return <Failure error={error} reset={() => void refetch()} />
  if (!data)
    return (
      <Page title={texts.monday.nav}>
        <Waiting label={texts.monday.nav} rows={6} />
      </Page>
    )
  const rest = figures?.find((figure) => figure.formula === 'unattributed_investment')
  const gap = rest && rest.value !== null && rest.value !== '0' ? rest : null
  const rows = [...data.overdue, ...data.coming]
  const count = rows.length + data.unread.length + data.contradictions.length
  const go = (id: string) => void navigate({ to: '/projects/$id' as never, params: { id } as never })
  return (
    <Page
      title={texts.monday.nav}
      heading={texts.monday.heading(data.today)}
      lead={texts.monday.lead(count)}
      actions={<Button onClick={() => window.print()}>{texts.print}</Button>}
    >
      <div className="side pf-page">
        <div className="scroll">
          <DataTable
            label={texts.monday.nav}
            rows={rows}
            rowId={(row) => row.id}
            rowName={(row) => row.title}
            onOpen={(row) => go(row.subjectId)}
            rowKeys={mayWrite ? [{ key: 'd', label: texts.task.done, run: (row) => void finish.run(row) }] : []}
            groupOf={(row) =>
              row.dueOn !== null && row.dueOn < data.today
                ? { id: 'overdue', label: `${texts.monday.overdue} ${data.overdue.length}` }
                : { id: 'coming', label: `${texts.monday.coming} ${data.coming.length}` }
            }
            empty={<Empty title={texts.monday.empty} />}
            columns={[
              {
                id: 'task',
                label: texts.monday.task,
                head: true,
                render: (row) => (
                  <>
                    {row.title}
                    <span className="sub">{row.kind === 'task' ? '' : texts.task.kinds[row.kind]}</span>
                  </>
                ),
              },
              {
                id: 'project',
                label: texts.monday.project,
                render: (row) => (
                  <Link className="quiet" to={'/projects/$id' as never} params={{ id: row.subjectId } as never}>
                    {row.subjectName}
                  </Link>
                ),
              },
              {
                id: 'due',
                label: texts.monday.due,
                render: (row) =>
                  row.dueOn ? (
                    <span className="nb">
                      {row.dueOn} <span className={row.dueOn < today() ? 'pf-late' : 'mut'}>{due(row.dueOn)}</span>
                    </span>
                  ) : (
                    texts.task.noDue
                  ),
              },
              {
                id: 'owner',
                label: texts.monday.owner,
                blank: (row) => row.ownerName === null,
                render: (row) => row.ownerName ?? <span className="dim">{texts.task.nobody}</span>,
              },
              ...(mayWrite
                ? [
                    {
                      id: 'done',
                      label: texts.task.done,
                      render: (row: MilestoneItem) => (
                        <Button small aria-label={`${texts.task.done}: ${row.title}`} busy={finish.busy} onClick={() => void finish.run(row)}>
                          {texts.task.done}
                        </Button>
                      ),
                    },
                  ]
                : []),
            ]}
          />
          {finish.words ? (
            <p className="err" role="alert">
              {finish.words}
            </p>
          ) : null}
        </div>
        <aside className="pf-aside">
          <section>
            <h2>{texts.monday.unread}</h2>
            {data.unread.length === 0 ? <p className="mut">{texts.monday.unreadNone}</p> : null}
            <ul className="pf-rows">
              {data.unread.map((document) => (
                <li key={document.id}>
                  <span className="pf-grow">
                    <b>{document.title}</b>
                    <small className="mut">
                      {[texts.monday.unreadItem(document.pending), document.outlet, document.publishedOn ?? texts.notSet].filter(Boolean).join(' · ')}
                    </small>
                  </span>
                  <Link to={'/documents/$id' as never} params={{ id: document.id } as never} aria-label={`${texts.monday.read}: ${document.title}`}>
                    {texts.monday.read}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h2>{texts.monday.contradictions}</h2>
            {data.contradictions.length === 0 && !gap ? <p className="mut">{texts.monday.contradictionsNone}</p> : null}
            <ul className="pf-rows">
              {gap ? (
                <li>
                  <span className="pf-grow">
                    <Tag tone="warn">{texts.monday.notAttributed}</Tag>{' '}
                    <Value
                      held={gap}
                      kind="figure"
                      of={texts.monday.notAttributed}
                      unknown={texts.undisclosed}
                      onOpen={() => open({ kind: 'figure', formula: 'unattributed_investment' })}
                    />
                    <small className="mut">{texts.monday.notAttributedText}</small>
                  </span>
                </li>
              ) : null}
              {data.contradictions.map((one) => (
                <li key={`${one.subjectId}-${one.indicator}-${one.facet}`}>
                  <span className="pf-grow">
                    <Link className="quiet" to={'/projects/$id' as never} params={{ id: one.subjectId } as never}>
                      {one.subjectName}
                    </Link>
                    <small className="mut">
                      {facetWord(one.facet, locale)} {indicatorWord(one.indicator, locale)}:{' '}
                      {one.values.map((value, index) => (
                        <span key={value.factId}>
                          {index > 0 ? ' ≠ ' : ''}
                          <Value
                            held={value}
                            kind="fact"
                            of={one.subjectName}
                            unknown={texts.undisclosed}
                            onOpen={() => open({ kind: 'fact', id: value.factId })}
                          />
                        </span>
                      ))}
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </aside>
      </div>
    </Page>
  )
}
