import type { ReactNode } from 'react'

/** A closing quotation mark with the particle that hangs on it. A browser may break between the two, which Korean never does. */
const hanging = /\S[’”」』》〉]+[가-힣]+/gu

/**
 * 붙여 쓰기: the words of a source, where a particle stays on the line of the quotation mark before it: ‘대전환’을. The letters are the same.
 */
export function keptTogether(text: string): ReactNode {
  const parts: ReactNode[] = []
  let from = 0
  for (const match of text.matchAll(hanging)) {
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
