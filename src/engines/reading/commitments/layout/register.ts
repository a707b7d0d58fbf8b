import { areaByShortName } from '../../gazetteer/areas.ts'
import type { Commitment, Mention, Span, StageEvent } from '../../reading.ts'
import type { CommitmentInput } from '../draft.ts'

/** What follows the office that opens an entry: "강릉시 1. …", "[속초시] 3. …", "강릉시-02 / …". */
export const ENTRY_NUMBER = /^[\]】)>]?(?:\s{1,2}\d{1,3}[.)]\s|\s?[-–—]\s?\d{1,3}\s?[/|:.)]\s)/
/** "강릉시 1. …", "해운대구 12) …", "[속초시] 3. …", "강릉시-02 / …": an entry of a register says whose it is and which one. */
const OPENS = new RegExp(`^[[【(<]?[가-힣]{1,6}(?:특별자치시|특별자치도|특별시|광역시|시|군|구|도)${ENTRY_NUMBER.source.slice(1)}`)
/** From so many entries on, and of so many offices, a text is a register. */
const ENTRIES = 3
const OFFICES = 2

/**
 * Where each entry of a register (기관별 대장) begins: notes on several offices, one after the other, in which no note goes on with the one before.
 * Null where the text is none.
 *
 * Of “가람시 1. 준공했다. / 나루군 1. 착공했다. / 나루군 2. 열었다.” each of the three lines begins an entry.
 */
export function entriesOf(text: string, units: readonly Span[]): number[] | null {
  return notesOf(text, units) ?? cardsOf(text, units)
}

function notesOf(text: string, units: readonly Span[]): number[] | null {
  const starts: number[] = []
  const offices = new Set<string>()
  for (let s = 0; s < units.length; s++) {
    const { start } = units[s]!
    const opener = OPENS.exec(text.slice(start, start + 20))
    if (opener === null) continue
    starts.push(s)
    offices.add(opener[0].replace(/[^가-힣]/g, ''))
  }
  return starts.length >= ENTRIES && offices.size >= OFFICES ? starts : null
}

/** "경상남도 정책자금 / 경남", "울산광역시 보증 / 울산": cards of several offices (안내 카드), each with a title that begins with its area and the area alone below. */
function cardsOf(text: string, units: readonly Span[]): number[] | null {
  const starts: number[] = []
  const areas = new Set<string>()
  for (let s = 1; s < units.length; s++) {
    const { start, end } = units[s]!
    if (end - start > 4) continue
    const area = areaByShortName(text.slice(start, end))
    if (area === undefined) continue
    const title = text.slice(units[s - 1]!.start, units[s - 1]!.end)
    if (title.length > 60 || !(title.startsWith(area.name) || title.startsWith(text.slice(start, end))) || /[다요]\.$/.test(title)) continue
    starts.push(s - 1)
    areas.add(area.name)
  }
  return starts.length >= ENTRIES && areas.size >= ENTRIES ? starts : null
}

type Found = { commitments: Commitment[]; stages: StageEvent[] }

/** Reads each entry by itself: its office, its site and its step are its own, and no number of another is its total. */
export function readEntries(input: CommitmentInput, starts: readonly number[], read: (one: CommitmentInput) => Found): Found {
  const commitments: Commitment[] = []
  const stages: StageEvent[] = []
  const from = starts[0] === 0 ? starts : [0, ...starts]
  const cursor = { sentence: 0, mention: 0 }
  for (let k = 0; k < from.length; k++) {
    const next = from[k + 1] ?? input.units.length
    const end = input.units[next]?.start ?? input.text.length
    const first = cursor.mention
    const one = read({
      ...input,
      units: input.units.slice(from[k], next),
      named: input.named.slice(from[k], next),
      sentences: before(input.sentences, cursor, 'sentence', end),
      mentions: before<Mention>(input.mentions, cursor, 'mention', end),
    })
    const known = commitments.length
    for (const c of one.commitments)
      commitments.push({
        ...c,
        mention: c.mention + first,
        partOf: c.partOf === null ? null : { ...c.partOf, value: c.partOf.value + known },
      })
    stages.push(...one.stages)
  }
  return { commitments, stages }
}

/** Those that begin before a position and were not taken yet. */
function before<T extends Span>(list: readonly T[], cursor: { sentence: number; mention: number }, key: 'sentence' | 'mention', end: number): T[] {
  const first = cursor[key]
  while (cursor[key] < list.length && list[cursor[key]]!.start < end) cursor[key]++
  return list.slice(first, cursor[key])
}
