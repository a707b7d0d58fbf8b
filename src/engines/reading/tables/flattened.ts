import type { Span } from '../reading.ts'

/** Marks that open the items of a list: each may divide a line. */
const MARK = /\s[-–○ㅇ❍•▪](?=\s\S)/g
const LABELLED = /^[-–○ㅇ❍•▪]\s(?:[가-힣]\s?){2,8}[:：]\s|^[-–○ㅇ❍•▪]\s['‘’]?\d{2,4}\.[^:]{0,24}[:：]\s/
/** From so many labelled items on, a line is a list that has lost its line ends; fewer do where nothing but a heading stands beside them. */
const ITEMS = 3
const FEWEST = 2
const SHORTEST = 40

/**
 * The lines of a text, and the items of lists whose line ends were lost (한 줄로 이어진 목록): "사업개요 - 위 치 : … - 면 적 : … - 사업비 : …" is one line with three items.
 * Other lines stay as they are.
 */
export function dividedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const out: Span[] = []
  let divided = false
  for (const line of lines) {
    const items = line.end - line.start < SHORTEST ? null : itemsOf(text, line)
    if (items === null) out.push(line)
    else {
      divided = true
      out.push(...items)
    }
  }
  return divided ? out : lines
}

function itemsOf(text: string, { start, end }: Span): Span[] | null {
  const body = text.slice(start, end)
  const cuts: number[] = []
  MARK.lastIndex = 0
  for (let m = MARK.exec(body); m !== null; m = MARK.exec(body)) cuts.push(m.index + 1)
  if (cuts.length < FEWEST) return null
  const out: Span[] = []
  let labelled = 0
  let from = 0
  for (const cut of [...cuts, body.length + 1]) {
    const item = body.slice(from, cut - 1).trimEnd()
    if (LABELLED.test(item)) labelled++
    if (item !== '') out.push({ start: start + from, end: start + from + item.length })
    from = cut
  }
  return labelled >= ITEMS || (labelled >= FEWEST && labelled >= out.length - 1) ? out : null
}
