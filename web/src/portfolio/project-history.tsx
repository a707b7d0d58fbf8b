import { useState } from 'react'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Timeline } from '#ui/timeline/timeline'
import { dateOf, instantOf } from '#web/shell/formats'
import type { Locale } from '#web/shell/locale'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { classes } from '#web/ui/kit/classes'
import { useAction } from './action.ts'
import { type HistoryItem, type ProjectView, undo } from './api.ts'
import { useSource } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { facetWord, fieldWord, indicatorWord, kindWord, stageWord } from './words.ts'

/** 내력: who decided what, from what to what and why; left when it happened, right when we knew. What was taken back stays, struck. */
export function History({
  project,
  mayWrite,
  knownOn,
  onKnownOn,
}: {
  project: ProjectView
  mayWrite: boolean
  knownOn: string | null
  onKnownOn: (day: string | null) => void
}) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const open = useSource()
  const [asking, setAsking] = useState(false)
  const back = useAction(async (id: string) => {
    await undo(office, id)
    toast(texts.project.took)
  })
  return (
    <section className="blk">
      <div className="blk-h">
        <h2>{texts.project.history}</h2>
        <p>{texts.project.historyLead}</p>
        <Button tone="text" small className="more" onClick={() => (knownOn ? onKnownOn(null) : setAsking(!asking))}>
          {knownOn ? texts.project.now : texts.project.asKnown}
        </Button>
      </div>
      {asking && !knownOn ? (
        <DateField
          label={texts.project.asKnownOn}
          value={null}
          onChange={(day) => {
            if (day) onKnownOn(day)
          }}
        />
      ) : null}
      {back.words ? (
        <p className="err" role="alert">
          {back.words}
        </p>
      ) : null}
      <Timeline
        heads
        events={project.history.map((item) => ({
          id: item.id,
          kind: item.undoneAt ? 'gone' : item.changes.some((change) => change.unit !== null) ? 'fact' : 'claim',
          when: whenOf(item, project) ?? <span className="mut">{texts.notSet}</span>,
          onOpen: item.factId ? () => open({ kind: 'fact', id: item.factId! }) : undefined,
          of: titleOf(item, locale),
          title: <span className={classes(item.undoneAt !== null && 'pf-struck')}>{titleOf(item, locale)}</span>,
          detail: (
            <>
              {item.changes.map((change, index) => (
                <div key={`${change.what}-${index}`}>{changeWords(change, project, locale)}</div>
              ))}
              {item.reason ? <div>“{item.reason}”</div> : null}
              <div>
                {item.by}
                {item.undoneAt ? ` · ${texts.project.undoneBy(item.undoneBy ?? '', dateOf(item.undoneAt))}` : ''}{' '}
                {item.undoable && mayWrite ? (
                  <Button tone="text" small busy={back.busy} onClick={() => void back.run(item.id)}>
                    {texts.project.undo}
                  </Button>
                ) : null}
              </div>
            </>
          ),
          known: instantOf(item.at),
        }))}
      />
    </section>
  )
}

const titleOf = (item: HistoryItem, locale: Locale) => kindWord(item.kind, locale)

/** When it happened: the day of the stage it recorded, or of the source that said it; unknown otherwise. */
function whenOf(item: HistoryItem, project: ProjectView): string | null {
  const stage = project.stages.find((event) => event.judgementId === item.id)
  if (stage) return stage.occurredFrom ?? (stage.occurredText ? `“${stage.occurredText}”` : null)
  if (item.quote) return item.quote.publishedOn
  return dateOf(item.at)
}

function changeWords(change: HistoryItem['changes'][number], project: ProjectView, locale: Locale): string {
  const word = (value: string | null) => {
    if (value === null) return '—'
    if (change.unit !== null) return quantityText(value, change.unit, locale)
    if (change.what === 'confidential' || change.what === 'archived') return nameOfCode(value, codeLists.truth!, locale)
    return change.what === 'stage' ? (stageWord(project.kind, value, locale) ?? value) : value
  }
  const name =
    change.unit !== null
      ? `${change.facet ? `${facetWord(change.facet, locale)} ` : ''}${indicatorWord(change.what, locale)}`
      : fieldWord(change.what, locale)
  const told =
    change.from === null
      ? word(change.to)
      : change.what === 'identity'
        ? `${word(change.from)} = ${word(change.to)}`
        : `${word(change.from)} → ${word(change.to)}`
  return name ? `${name}: ${told}` : told
}
