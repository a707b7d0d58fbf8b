import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button/button'
import { DataTable } from '#ui/data-table/data-table'
import { StageGauge } from '#ui/stage/stage'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { useAction } from '../portfolio/action.ts'
import { useSource } from '../portfolio/source.tsx'
import { finishTask } from '../portfolio/task-dialog.tsx'
import { portfolioTexts } from '../portfolio/texts.ts'
import { Value } from '../portfolio/value.tsx'
import { facetWord, gaugeOf, indicatorWord, stageWord } from '../portfolio/words.ts'
import type { WorkItem } from './api.ts'
import { DueDialog } from './due-dialog.tsx'
import { OwnerDialog, ownable } from './owner-dialog.tsx'
import { worklistTexts } from './texts.ts'

/** 일감 표: what to do, of which project, by when, what money hangs on it, whose it is. */
export function Items({
  items,
  empty,
  counts,
}: {
  items: readonly WorkItem[]
  empty: ReactNode
  /** How many lines each reason has, where the lines stand by reason. */
  counts?: Readonly<Record<string, number>> | undefined
}) {
  const [dialog, setDialog] = useState<{ kind: 'owner' | 'due'; item: WorkItem } | null>(null)
  const texts = useTexts(worklistTexts)
  const tasks = useTexts(portfolioTexts).task
  const { locale } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const open = useSource()
  const mayWrite = useRole('administrator', 'head', 'officer')
  const finish = useAction((item: WorkItem) => (item.task ? finishTask(office, item.task) : Promise.resolve()))
  const go = (item: WorkItem) => {
    if (item.subject) void navigate({ to: '/projects/$id' as never, params: { id: item.subject.id } as never })
    else if (item.document) void navigate({ to: '/documents/$id' as never, params: { id: item.document.id } as never })
  }
  return (
    <>
      <DataTable
        label={texts.nav}
        rows={items}
        rowId={(item) => item.id}
        rowName={(item) => [item.subject?.nameKo ?? item.document?.title, texts.rules[item.rule]].filter(Boolean).join(', ')}
        onOpen={go}
        rowKeys={
          mayWrite
            ? [
                { key: 'd', label: texts.done, run: (item) => void (item.task ? finish.run(item) : undefined) },
                { key: 't', label: texts.moveDue, run: (item) => item.task && item.subject && setDialog({ kind: 'due', item }) },
                { key: 'a', label: texts.owner.change, run: (item) => ownable(item) && setDialog({ kind: 'owner', item }) },
              ]
            : []
        }
        {...(counts
          ? {
              groupOf: (item: WorkItem) => ({
                id: item.rule,
                label: (
                  <>
                    {texts.rules[item.rule]} <span className="mut">{counts[item.rule]}</span>
                  </>
                ),
              }),
            }
          : {})}
        empty={empty}
        columns={[
          {
            id: 'what',
            label: texts.column.what,
            head: true,
            render: (item) => (
              <>
                {item.task ? (
                  item.task.title
                ) : item.due ? (
                  <Link to={item.due.to as '/'}>{locale === 'ko' ? item.due.titleKo : item.due.titleEn}</Link>
                ) : (
                  texts.rules[item.rule]
                )}
                <span className="wl-says">
                  {item.due ? (
                    texts.rules[item.rule]
                  ) : item.task ? (
                    [texts.rules[item.rule], item.task.kind === 'task' ? '' : tasks.kinds[item.task.kind]].filter(Boolean).join(' · ')
                  ) : (
                    <Says item={item} />
                  )}
                </span>
              </>
            ),
          },
          {
            id: 'project',
            label: texts.column.project,
            blank: (item) => item.subject === null && item.document === null,
            render: (item) =>
              item.subject ? (
                <>
                  <Link className="quiet" to={'/projects/$id' as never} params={{ id: item.subject.id } as never}>
                    {nameIn(locale, item.subject)}
                  </Link>
                  {item.subject.stage ? (
                    <span className="wl-stage">
                      <StageGauge
                        level={gaugeOf(item.subject.kind, item.subject.stage)}
                        label={stageWord(item.subject.kind, item.subject.stage, locale) ?? item.subject.stage}
                      />
                    </span>
                  ) : null}
                </>
              ) : item.document ? (
                <Link className="quiet" to={'/documents/$id' as never} params={{ id: item.document.id } as never}>
                  {texts.document(item.document.title)}
                </Link>
              ) : (
                <span className="dim">{texts.noProject}</span>
              ),
          },
          {
            id: 'due',
            label: texts.column.due,
            blank: (item) => item.dueOn === null,
            render: (item) =>
              item.dueOn === null || item.days === null ? (
                <span className="dim">{texts.noDay}</span>
              ) : (
                <span className="nb">
                  {item.dueOn} <span className={item.days > 0 ? 'wl-late' : item.days > -8 ? 'wl-near' : 'mut'}>{texts.days(item.days)}</span>
                </span>
              ),
          },
          {
            id: 'stake',
            label: texts.column.stake,
            numeric: true,
            render: (item) => {
              const { atStake, said, check } = item
              if (atStake === null && said !== null)
                return (
                  <Value
                    held={{ value: said, unit: 'KRW' }}
                    kind="claim"
                    of={texts.said(item.document?.title ?? '')}
                    unknown=""
                    onOpen={() =>
                      void navigate({ to: '/checks' as '/', search: (check && item.document ? { document: item.document.id } : {}) as never })
                    }
                  />
                )
              return (
                <Value
                  held={atStake}
                  kind="figure"
                  of={texts.atStake(item.subject?.nameKo ?? '')}
                  unknown={<span className="dim">{texts.undisclosed}</span>}
                  onOpen={atStake ? () => open({ kind: 'figure', formula: atStake.formula, parameters: atStake.parameters }) : undefined}
                />
              )
            },
          },
          {
            id: 'owner',
            label: texts.column.owner,
            blank: (item) => item.owner === null && !(mayWrite && ownable(item)),
            render: (item) => {
              const name = item.owner?.name ?? <span className="dim nb">{texts.nobody}</span>
              if (!mayWrite || !ownable(item)) return name
              return (
                <button type="button" className="wl-owner" title={texts.owner.change} onClick={() => setDialog({ kind: 'owner', item })}>
                  {name}
                </button>
              )
            },
          },
          ...(mayWrite
            ? [
                {
                  id: 'done',
                  label: texts.done,
                  blank: (item: WorkItem) => item.task === null,
                  render: (item: WorkItem) =>
                    item.task ? (
                      <Button small aria-label={`${texts.done}: ${item.task.title}`} busy={finish.busy} onClick={() => void finish.run(item)}>
                        {texts.done}
                      </Button>
                    ) : item.check ? (
                      <Link to={'/checks' as '/'} aria-label={`${texts.check}: ${item.check.name[locale]}`}>
                        {texts.check}
                      </Link>
                    ) : null,
                },
              ]
            : []),
        ]}
      />
      {dialog?.kind === 'owner' ? <OwnerDialog key={dialog.item.id} item={dialog.item} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'due' && dialog.item.task && dialog.item.subject ? (
        <DueDialog subject={dialog.item.subject.id} task={dialog.item.task.id} onClose={() => setDialog(null)} />
      ) : null}
      {finish.words ? (
        <p className="err" role="alert">
          {finish.words}
        </p>
      ) : null}
    </>
  )
}

/** What to do about it, with the values that it is about. */
function Says({ item }: { item: WorkItem }) {
  const texts = useTexts(worklistTexts)
  const { locale } = useFormats()
  const open = useSource()
  if ((item.rule === 'limit_passed' || item.rule === 'limit_near') && item.step)
    return (
      <>
        {texts.says[item.rule](item.step[locale])}
        {item.silent ? `. ${texts.silentToo}` : ''} <span className="mut nb">{texts.rule(item.step.ruleId)}</span>
      </>
    )
  if (item.check) return <>{item.check.name[locale]}</>
  const says =
    item.rule === 'overdue' || item.rule === 'soon' || item.rule === 'limit_passed' || item.rule === 'limit_near' ? '' : texts.says[item.rule]
  return (
    <>
      {item.values.length > 0 ? (
        <>
          {[item.facet ? facetWord(item.facet, locale) : '', item.indicator ? indicatorWord(item.indicator, locale) : ''].filter(Boolean).join(' ')}{' '}
          {item.values.map((value, index) => (
            <span key={value.factId} className="nb">
              {index > 0 ? ' ≠ ' : ''}
              <Value
                held={value}
                kind="fact"
                of={item.subject?.nameKo ?? ''}
                unknown={texts.undisclosed}
                onOpen={() => open({ kind: 'fact', id: value.factId })}
              />
            </span>
          ))}
          {'. '}
        </>
      ) : null}
      {says}
    </>
  )
}
