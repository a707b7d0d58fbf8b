import type { NameCandidate } from './names/candidate.ts'
import type { SentenceNames } from './names/names.ts'

const COMPARED = /^(?:\s?(?:전체\s?)?(?:면적|크기|넓이)(?:\([^)\n]{1,14}\))?)?의 (?:약 )?(?:\d[\d.]*\s?배|두 배|세 배|절반)/
const COMPARES = /의 (?:약 )?(?:\d[\d.]*\s?배|두 배|세 배|절반)/

/** "여의도의 2.3배인 674만㎡", "여의도 면적(2.9㎢)의 약 55배": what land is compared with (비교 대상); nothing is built there. */
const isYardstick = (text: string, { kind, end }: NameCandidate): boolean => kind === 'place' && COMPARED.test(text.slice(end, end + 32))

/** The names of sentences without the places that land is only compared with. */
export function withoutYardsticks(text: string, named: readonly SentenceNames[]): readonly SentenceNames[] {
  if (!COMPARES.test(text)) return named
  return named.map((one) =>
    one.names.some((name) => isYardstick(text, name)) ? { ...one, names: one.names.filter((name) => !isYardstick(text, name)) } : one,
  )
}
