import { areaByShortName } from '../../gazetteer/areas.ts'
import type { Span } from '../../reading.ts'
import type { NameCandidate } from '../candidate.ts'

const ROAD = /(?<![가-힣])([가-힣]{2,4})\s?[~∼～]\s?([가-힣]{2,4}?)\s?간?\s(?:[가-힣]{2,4}\s?)?(?:고속도로|고속국도|고속화도로|고속철도|복선전철)/g

/** "서울~세종 고속도로", "함양~울산간 고속도로": a road (도로) named by its ends is one place; the ends are none beside it. */
export function roads(text: string, { start, end }: Span, names: NameCandidate[], colours: NameCandidate[]): void {
  // "누리-새솔고속도로": its ends are no places, nor is it
  for (const match of text.slice(start, end).matchAll(/[가-힣]{2,4}[-~∼～][가-힣]{2,4}(?=고속도로|고속국도|고속철도)/g)) {
    const from = start + match.index
    const to = from + match[0].length
    for (const list of [names, colours]) for (let i = list.length - 1; i >= 0; i--) if (list[i]!.start < to && list[i]!.end > from) list.splice(i, 1)
  }
  for (const match of text.slice(start, end).matchAll(ROAD)) {
    if (areaByShortName(match[1]!) === undefined && areaByShortName(match[2]!) === undefined) continue
    const from = start + match.index
    const to = from + match[0].length
    for (const list of [names, colours]) for (let i = list.length - 1; i >= 0; i--) if (list[i]!.start < to && list[i]!.end > from) list.splice(i, 1)
    names.push({
      kind: 'place',
      start: from,
      end: to,
      value: match[0].replace(/\s?간?\s(?=\S*$)/, ' ').replace(/\s?[∼～~]\s?/, '~'),
      certainty: 0.7,
      rule: 'place:road',
    })
  }
}
