import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { keptTogether } from '#ui/kit/kept-together'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { indicatorName, SaidValue } from '../review/claim-value.tsx'
import { intervalWords } from '../review/interval-words.ts'
import { reviewTexts } from '../review/texts.ts'
import { ProblemNote } from './problem-note.tsx'
import { changedRows, type RowOfChange } from './reread-rows.ts'
import { type Change, type RereadChanges, readChanges } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'

/** What would change in one document, fetched when it is opened. */
export function Changes({ office, document }: { office: string; document: string }) {
  const texts = useTexts(sourcesTexts)
  const [open, setOpen] = useState(false)
  const changes = useQuery({
    queryKey: ['intake', office, 'rereading', document],
    enabled: open,
    queryFn: () => readChanges(office, document),
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.see}</summary>
      <ProblemNote error={changes.error} />
      {open && changes.isPending ? <Waiting label={texts.see} rows={2} /> : null}
      <ul className="in-changes">
        {changes.data?.changes.map((change) => (
          <OneChange
            key={`${change.kind} ${change.start} ${change.claimId ?? change.indicator}`}
            change={change}
            indicators={changes.data.indicators}
          />
        ))}
      </ul>
    </details>
  )
}

const tones = { new: 'ok', changed: 'warn', gone: 'bad' } as const

/** One claim that a newer reader reads otherwise, in the words and figures in which the review says a claim. */
function OneChange({ change, indicators }: { change: Change; indicators: RereadChanges['indicators'] }) {
  const texts = useTexts(sourcesTexts)
  const said = useTexts(reviewTexts)
  const locale = useLocale()
  const whole = change.after ?? change.before
  const name = indicatorName(whole ?? { indicator: change.indicator }, indicators, locale, said.none)
  const at = change.sentence.indexOf(change.quote)
  return (
    <li>
      <Tag tone={tones[change.kind]}>{texts.changeKinds[change.kind]}</Tag> <b>{name}</b> {whole ? <SaidValue said={whole} /> : null}{' '}
      {change.state && change.state !== 'pending' ? <Tag>{texts.judgedAs(said.states[change.state])}</Tag> : null}
      <p className="sub">
        {at < 0 ? (
          change.sentence
        ) : (
          <>
            {change.sentence.slice(0, at)}
            <u>{change.quote}</u>
            {change.sentence.slice(at + change.quote.length)}
          </>
        )}
      </p>
      <dl className="kv in-slots">
        {changedRows(change).map((row) => (
          <Row key={row.slot} row={row} change={change} indicators={indicators} />
        ))}
      </dl>
    </li>
  )
}

function Row({ row, change, indicators }: { row: RowOfChange; change: Change; indicators: RereadChanges['indicators'] }) {
  const texts = useTexts(sourcesTexts)
  const said = useTexts(reviewTexts)
  const locale = useLocale()
  const { slot } = row
  const step = (change.after ?? change.before)?.kind === 'stage'
  const words = (side: 'before' | 'after'): ReactNode => {
    const claim = change[side]
    if (slot === 'amount') return claim ? <SaidValue said={claim} /> : null
    const text = row[side]
    const undecided = slot === 'due' ? claim?.dueText : slot === 'start' ? claim?.startText : null
    if (text === null) return undecided ? said.unresolved(undecided) : texts.empty
    if (slot === 'indicator') return indicatorName({ indicator: text }, indicators, locale, said.none)
    if (slot === 'stage') return said.stages[text as keyof typeof said.stages] ?? text
    if (slot === 'per') return said.eachOf[text as keyof typeof said.eachOf] ?? text
    if (slot === 'due' || slot === 'start') {
      const [from, to] = text.split('/')
      return keptTogether(intervalWords({ from: from || null, to: to || null }))
    }
    return keptTogether(text)
  }
  return (
    <>
      <dt>{slot === 'start' && step ? said.happened : (texts.slots[slot as keyof typeof texts.slots] ?? slot)}</dt>
      <dd>
        {change.kind === 'changed' ? (
          <>
            <s>{words('before')}</s> <span aria-hidden="true">→</span>{' '}
          </>
        ) : null}
        {words('after')}
      </dd>
    </>
  )
}
