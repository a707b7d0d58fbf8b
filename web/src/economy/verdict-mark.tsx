import { useTexts } from '#web/shell/texts'
import type { ClaimAnswer } from './api.ts'
import { economyTexts } from './texts.ts'

/** 판정: a word with a square whose texture says the same in grey. */
export function VerdictMark({ verdict }: { verdict: ClaimAnswer['verdict'] }) {
  const texts = useTexts(economyTexts)
  return (
    <span className={`vmark vmark--${verdict}`}>
      <i aria-hidden="true" />
      {texts.verdicts[verdict]}
    </span>
  )
}
