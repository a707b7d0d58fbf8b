import type { Span } from '../../reading.ts'

/** A step of a work: "1단계", "2차", "제2공장", "3공구". */
const STEP =
  /(?:제\s?)?([1-9])\s?(?:단계|공구|공장|차(?!\s?(?:전지|산업|년|협약|추경|회의|공모|모집|관|소재|[가-힣]{1,4}(?:회의|위원회)))|호기|구역)/g
/** Between a number and the step after it that it measures: "70만㎡ 규모의 2단계가". */
const MEASURES = /^(?:의|\s(?:규모|면적|크기|용량)(?:의|인))\s(?:제\s?)?([1-9])\s?(?:단계|공구|공장|구역)/
/** Words of a whole that may follow the name of a step in its sentence. */
const WHOLE = /(?:총|전체|모두|합쳐|합하면|합치면|합한|통틀어|[1-9]\s?[·∼~,와과및]\s?[1-9]\s?(?:단계|공구|공장))[^.,\d]{0,16}$/

/** So far back the words of a whole may stand. */
const REACH = 32

/**
 * Which step of a work a number is of (단계), or null where it is of the whole: the last step that its sentence names before it, or the one that it measures.
 * A day of the first step says nothing of the second, nor of the whole.
 */
export function stepOf(text: string, unit: Span, mention: Span, told: string | null = null): string | null {
  const after = MEASURES.exec(text.slice(mention.end, mention.end + 16))
  if (after !== null) return after[1]!
  const before = text.slice(unit.start, mention.start)
  if (WHOLE.test(before.slice(-REACH))) return null
  let step = told
  for (const match of before.matchAll(STEP)) step = match[1]!
  return step
}

/** "1단계는 …": a sentence about one step. */
const ABOUT = /^(?:제\s?)?([1-9])\s?(?:단계|공구|공장|구역)(?:로)?(?:은|는|에는|에선|에서는|에)\s/
/** What goes on to something else than the step that was told. */
const ELSE = /단계|공구|공장|구역|전체|모두|합쳐|이 (?:사업|단지|산단)|[시군구도청]는\s|한편|이와/
const FURTHEST = 2

/** The step that each sentence goes on about (이어지는 단계): "1단계는 … 문을 연다. 투자금액은 …". */
export function stepsTold(text: string, units: readonly Span[]): (string | null)[] {
  let step: string | null = null
  let since = 0
  return units.map((unit) => {
    const head = text.slice(unit.start, Math.min(unit.end, unit.start + 24))
    const about = ABOUT.exec(head)
    if (about !== null) {
      step = about[1]!
      since = 0
    } else if (++since > FURTHEST || ELSE.test(head)) step = null
    return step
  })
}
