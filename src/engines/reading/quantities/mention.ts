import { CLASSES, HANGUL } from '../characters.ts'
import { type Cue, cueFamily } from '../cue.ts'
import type { Bound, Mention } from '../reading.ts'

/** Words after a quantity that open it upwards or downwards. */
const BOUND_AFTER: readonly (readonly [string, Bound])[] = [
  ['이상', 'min'],
  ['초과', 'min'],
  ['넘', 'min'],
  ['웃도', 'min'],
  ['웃돌', 'min'],
  ['이하', 'max'],
  ['미만', 'max'],
  ['한도', 'max'],
  ['이내', 'max'],
]

const BOUND_BEFORE: readonly (readonly [string, Bound])[] = [
  ['최소', 'min'],
  ['적어도', 'min'],
  ['최대', 'max'],
  ['최고', 'max'],
]

const APPROXIMATE_AFTER = ['가량', '정도', '안팎', '내외', '남짓', '규모 안팎', '쯤', '여']

const OPENS_AFTER = new Set(APPROXIMATE_AFTER.map((word) => word.charCodeAt(0)))
const OPENS_BOUND = new Set(BOUND_AFTER.map(([word]) => word.charCodeAt(0)))

const APPROXIMATE_BEFORE = ['약', '대략', '어림잡아']

const ENDS_BEFORE = new Set([...APPROXIMATE_BEFORE, ...BOUND_BEFORE.map(([word]) => word)].map((word) => word.charCodeAt(word.length - 1)))

export const skipSpace = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f ? at + 1 : at
}

export const makeMention = (text: string, start: number, end: number, rest: Omit<Mention, 'text' | 'start' | 'end'>): Mention => ({
  text: text.slice(start, end),
  start,
  end,
  kind: rest.kind,
  value: rest.value,
  valueMax: rest.valueMax,
  unit: rest.unit,
  approximate: rest.approximate,
  bound: rest.bound,
  per: rest.per,
  printed: rest.printed,
  certainty: rest.certainty,
  rule: rest.rule,
})

export const dateMention = (text: string, start: number, end: number, value: Mention['value'], rule: string): Mention =>
  makeMention(text, start, end, {
    kind: 'date',
    value,
    valueMax: null,
    unit: 'date',
    approximate: false,
    bound: null,
    per: null,
    printed: null,
    certainty: value === null ? 0.6 : 0.95,
    rule,
  })

export const scale = (value: number, factor: number): number => (factor === 1 ? value : Number((value * factor).toPrecision(15)))

export function push(
  text: string,
  start: number,
  unitEnd: number,
  kind: Mention['kind'],
  unit: string,
  value: number,
  valueMax: number | null,
  approximateBy: boolean,
  amount: number,
  unitText: string,
  certainty: number,
  rule: string,
  out: Mention[],
): void {
  let end = unitEnd
  let approximate = approximateBy
  let bound: Bound | null = null
  // "120MW(메가와트)"
  if (text.startsWith('(메가와트)', end) || text.startsWith('(기가와트)', end)) end += 6
  const afterAt = skipSpace(text, end)
  if (OPENS_AFTER.has(text.charCodeAt(afterAt))) for (const word of APPROXIMATE_AFTER) if (text.startsWith(word, afterAt)) approximate = true
  if (text.charAt(end) === '대' && /^대(?:의|에|로|를|가|\s|$)/.test(text.slice(end, end + 2)) && kind !== 'count') approximate = true
  const bounded = boundAfter(text, end)
  if (bounded !== null) {
    bound = bounded.bound
    approximate = true
    end = bounded.end
  }
  let before = start
  while (before > 0 && (text.charCodeAt(before - 1) === 0x20 || text.charAt(before - 1) === '(')) before--
  if (ENDS_BEFORE.has(text.charCodeAt(before - 1))) {
    for (const word of APPROXIMATE_BEFORE)
      if (text.startsWith(word, before - word.length) && isWordStart(text, before - word.length)) approximate = true
    for (const [word, b] of BOUND_BEFORE)
      if (bound === null && text.startsWith(word, before - word.length) && isWordStart(text, before - word.length)) {
        bound = b
        approximate = true
      }
  }
  out.push(
    makeMention(text, start, end, {
      kind,
      value,
      valueMax,
      unit,
      approximate,
      bound,
      per: kind === 'money' ? perBefore(text, start, out.at(-1)) : null,
      printed: {
        amount: text.slice(start, unitText !== '' && text.endsWith(unitText, unitEnd) ? unitEnd - unitText.length : unitEnd),
        unit: unitText,
      },
      certainty: amount === value || unitText !== '' ? certainty : certainty * 0.9,
      rule,
    }),
  )
}

/** "이상" at once or after a particle: "40%가 넘는", "39세이하". */
function boundAfter(text: string, end: number): { bound: Bound; end: number } | null {
  let at = skipSpace(text, end)
  const particle = text.charAt(end)
  if ((particle === '이' || particle === '가' || particle === '을' || particle === '를') && text.charAt(end + 1) === ' ') at = end + 2
  if (!OPENS_BOUND.has(text.charCodeAt(at))) return null
  for (const [word, bound] of BOUND_AFTER) {
    if (!text.startsWith(word, at)) continue
    if (at > end + 1 && word.length > 1 && word !== '웃도' && word !== '웃돌') continue
    return { bound, end: at === end || at === end + 1 ? (word.length > 1 && word !== '웃도' && word !== '웃돌' ? at + word.length : end) : end }
  }
  return null
}

const isWordStart = (text: string, at: number): boolean => at <= 0 || CLASSES[text.charCodeAt(at - 1)] !== HANGUL

const perCue = cueFamily()

const PER_BEFORE: readonly (readonly [Cue, string])[] = (
  [
    [/(?:1인당|인당|1명당|한 사람당|개인당)[^.。\n]{0,14}$/, 'person'],
    [/(?:시민|국민|도민|군민|주민|전 시민|가입자)\s?(?:1인당|1명당|에게)[^.。\n]{0,20}$/, 'person'],
    [/전 (?:시민|도민|군민|구민|국민|주민|가구) [가-힣\s]{0,12}(?:지원금|연금|수당|바우처|페이)\s?(?:약 |최대 )?$/, 'person'],
    [/(?:기업당|업체당|개사당|회사당|\d사당|(?:기업별|업체별)(?!로)|기업 1곳당)[^.。\n]{0,14}$/, 'firm'],
    [/(?:가구당|세대당)[^.。\n]{0,14}$/, 'household'],
    [/(?:월 한도|매월|매달|월평균|한 달에|한 달 평균|(?<![\d가-힣])월)[^.。\n]{0,12}$/, 'month'],
    [/(?:연간|매년|해마다|연평균|한 해 평균|연 평균|한 해)[^.。\n]{0,14}$/, 'year'],
    [/(?:팀당|팀별)[^.。\n]{0,14}$/, 'team'],
    [/(?:개소당|곳당|1곳당|지구당)[^.。\n]{0,14}$/, 'site'],
  ] as const
).map(([pattern, unit]) => [perCue(pattern), unit])

function perBefore(text: string, start: number, last: Mention | undefined): string | null {
  // "업체당 3천만 원씩 총 1,500억 원": what was said per firm ends with its own amount
  const from =
    last !== undefined && last.kind === 'money' && last.end <= start && /총|모두|전체|합계/.test(text.slice(last.end, start)) ? last.end : start - 26
  const before = text.slice(Math.max(0, from, start - 26), start)
  for (const [pattern, unit] of PER_BEFORE) if (pattern.test(before)) return unit
  return null
}
