import type { ReactNode } from 'react'

/** A closing quotation mark with the particle that hangs on it, and a day or a month: a browser may break within them, which nobody who writes by hand does. */
const whole = /\S[’”」』》〉]+[가-힣]+|\b\d{4}-\d{2}(?:-\d{2})?\b/gu

/**
 * 붙여 쓰기: words where a particle stays on the line of the quotation mark before it (‘대전환’을) and a day on one line (2026-11-22). The letters are the same;
 * what is no text stays as it is.
 */
export function keptTogether(text: ReactNode): ReactNode {
  if (typeof text !== 'string') return text
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(whole)) {
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push(
      <span key={match.index} className="keep">
        {match[0]}
      </span>,
    )
    from = match.index + match[0].length
  }
  if (parts.length === 0) return text
  if (from < text.length) parts.push(text.slice(from))
  return parts
}
