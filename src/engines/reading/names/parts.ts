import { TRACTS } from '../gazetteer/areas.ts'
import type { Word } from '../words.ts'
import { spaced } from './candidate.ts'

/** "에어로폴리스지구 2단지": the number of a part belongs to the name. Returns the end of the name. */
export function numbered(text: string, words: readonly Word[], i: number, taken: Uint8Array): number {
  const word = words[i]!
  const next = words[i + 1]
  const end = word.start + word.cls.stem.length
  if (word.cls.particle !== '' || next === undefined || !spaced(text, word, next)) return end
  const part = /^제?\d{1,2}(?:-\d)?(?:단지|지구|공구|구역|블록|산단|밸리)/.exec(text.slice(next.start, next.end)) ?? ownPart(word, next)
  if (part === null || !(/(?:지구|단지|산단|밸리|구역|도시|타운|파크|폴리스|특구)$/.test(word.cls.stem) || TRACTS.has(word.cls.stem))) return end
  taken[i + 1] = 1
  return next.start + part[0].length
}

/** "경남항공국가산단 사천지구": a park's part that has a name. */
function ownPart(park: Word, part: Word): RegExpExecArray | null {
  if (part.cls.kind !== 'place' || !/(?:산단|산업단지)$/.test(park.cls.stem)) return null
  return /^[가-힣]{2,3}(?:지구|권역|구역)/.exec(part.cls.stem)
}
