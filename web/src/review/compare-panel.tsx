import { Button } from '#ui/button/button'
import { Figure } from '#ui/figure/figure'
import { IllustrativeTag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import type { ReviewClaim, Suggestion } from './api.ts'
import { reviewTexts } from './texts.ts'

/** 견준 것: the sentence that is there already, and what is the same, different or not known, row by row. */
export function Compared({ suggestion, onSentence }: { suggestion: Suggestion; onSentence: () => void }) {
  const texts = useTexts(reviewTexts)
  const before = suggestion.sentences[0]
  return (
    <div className="prev">
      <p className="sm mut">
        {texts.earlier} · {before ? [before.outlet, before.title, before.publishedOn].filter(Boolean).join(' · ') : suggestion.subject.name}{' '}
        {before?.illustrative ? <IllustrativeTag /> : null}
      </p>
      {before?.sentence ? (
        <p>
          {before.mark ? (
            <>
              {before.sentence.slice(0, before.mark.start)}
              <u>{before.sentence.slice(before.mark.start, before.mark.end)}</u>
              {before.sentence.slice(before.mark.end)}
            </>
          ) : (
            before.sentence
          )}
        </p>
      ) : null}
      <p className="sm">
        <b>{suggestion.subject.name}</b>{' '}
        <Figure
          value={suggestion.value}
          unit={suggestion.unit}
          max={suggestion.valueMax}
          approximate={suggestion.approximate}
          kind="fact"
          of={suggestion.subject.name}
          onOpen={onSentence}
        />
      </p>
      <div className="scroll">
        <table className="tb sm">
          <thead>
            <tr>
              <th scope="col">{texts.compared}</th>
              <th scope="col">{texts.ours}</th>
              <th scope="col">{texts.theirs}</th>
              <th scope="col">{texts.result}</th>
            </tr>
          </thead>
          <tbody>
            {suggestion.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{texts.rows[row.key]}</th>
                <td>{row.ours ?? <span className="mut">{texts.missing}</span>}</td>
                <td>{row.theirs ?? <span className="mut">{texts.missing}</span>}</td>
                <td className={row.result === 'same' ? undefined : 'late'}>{texts.results[row.result]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** What merging would do to the office's total, and the way to do it. */
export function MergeOffer({
  suggestion,
  onMerge,
  onNotSame,
  busy,
  first,
}: {
  suggestion: Suggestion
  onMerge: () => void
  onNotSame: () => void
  busy: boolean
  first: boolean
}) {
  const texts = useTexts(reviewTexts)
  const locale = useLocale()
  const { effect } = suggestion
  // currency, number and magnitude stay in one line
  const amount = (value: string, unit: string) => quantityText(value, unit, locale).replaceAll(' ', '\u00a0')
  return (
    <div className="dup">
      <p>
        <b>{suggestion.likely ? texts.looksSame : texts.maybeSame}</b> {suggestion.subject.name} · {texts.score(Math.round(suggestion.score * 100))}
        {effect ? (
          <span className="dup-eff">
            {texts.effect(locale === 'ko' ? effect.titleKo : effect.titleEn, amount(effect.merged, effect.unit), amount(effect.apart, effect.unit))}
          </span>
        ) : null}
      </p>
      <div className="acts">
        <Button tone={first && suggestion.likely ? 'primary' : 'plain'} keys={first ? 'm' : undefined} busy={busy} onClick={onMerge}>
          {texts.mergeSame(suggestion.subject.name)}
        </Button>
        <Button tone="text" busy={busy} onClick={onNotSame}>
          {texts.notSame}
        </Button>
      </div>
    </div>
  )
}

/** 이미 있는 사업: what the claim may be about, by name, parties and place, and the ways to say yes and no. */
export function AlikeOffer({
  alike,
  busy,
  onAccept,
  onNotSame,
}: {
  alike: ReviewClaim['alike'][number]
  busy: boolean
  onAccept: () => void
  onNotSame: () => void
}) {
  const texts = useTexts(reviewTexts)
  const { subject, rows, likely } = alike
  return (
    <div className="dup">
      <p>
        <b>{likely ? texts.looksThere : texts.maybeThere}</b> {subject.name} ({texts.kinds[subject.kind]})
        <span className="dup-eff">
          {rows
            .filter((row) => row.result !== 'unknown')
            .map((row) => `${texts.rows[row.key]} ${texts.results[row.result]}${row.theirs === null ? '' : ` (${row.theirs})`}`)
            .join(' · ')}
        </span>
      </p>
      <div className="acts">
        <Button busy={busy} onClick={onAccept}>
          {texts.acceptInto(subject.name)}
        </Button>
        <Button tone="text" busy={busy} onClick={onNotSame}>
          {texts.notSame}
        </Button>
      </div>
    </div>
  )
}
