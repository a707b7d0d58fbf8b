import { cued } from '../../cue.ts'
import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { hasNameForm, isEverydayWord, isSurname } from '../../gazetteer/people.ts'
import { PERSON, type Word } from '../../words.ts'
import { isNounLike, type NameCandidate } from '../candidate.ts'

/** Firms with whoever runs each in brackets and no title: "가람테크(김솔은) 나래정밀(박한별)". */
export const HEADED_LIST = cued(/\([가-힣]{2,4}\)|\([가-힣]{2,4}[·,]/)

const FORM = /(?:㈜|\((?:주|유|사|재)\))$/
/** What closes the brackets behind one name, or joins a second to it. */
const CLOSES = /^\)|^[·ㆍ‧,] ?[가-힣]{2,4}\)/
/** Two syllables under a family name: a person only in company. */
const isShort = (word: Word): boolean => /^[가-힣]{2}$/.test(word.text) && isSurname(word.text.charAt(0)) && areaByShortName(word.text) === undefined

const inForm = (word: Word): boolean =>
  word.cls.kind === 'unknown' &&
  (word.cls.hints & PERSON) !== 0 &&
  hasNameForm(word.text) &&
  !isEverydayWord(word.text) &&
  !/[읍면리시군구도]$/.test(word.text)

const FRONT_KINDS = new Set(['unknown', 'weak-organisation', 'organisation', 'common', 'place', 'place-ending'])

/** A firm and the index of the word in the brackets behind it. */
interface Pair {
  readonly firm: number
  readonly head: number
  readonly formed: boolean
}

/** "㈜가람(김솔은)", "가람테크 (김솔은·이한별)": the firm right before a bracket that opens with a name. */
function pairsOf(text: string, words: readonly Word[]): Pair[] {
  const out: Pair[] = []
  for (let k = 1; k < words.length; k++) {
    const head = words[k]!
    if (text.charCodeAt(head.start - 1) !== 0x28 || !(inForm(head) || isShort(head)) || !CLOSES.test(text.slice(head.end, head.end + 7))) continue
    const firm = words[k - 1]!
    const gap = text.slice(firm.end, head.start - 1)
    if (!/^(?:㈜|\((?:주|유|사|재)\))? ?$/.test(gap) || !FRONT_KINDS.has(firm.cls.kind) || firm.text.length < 2) continue
    const formed = gap.trim() !== '' || FORM.test(text.slice(Math.max(0, firm.start - 3), firm.start))
    if (!formed && (!isNounLike(firm.text) || areaByFullName(firm.text) !== undefined)) continue
    out.push({ firm: k - 1, head: k, formed })
  }
  return out
}

/** Three firms so told, or one with its company form, prove that brackets hold who runs them. */
export function headedFirms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  const pairs = pairsOf(text, words)
  const whole = pairs.filter(({ head }) => inForm(words[head]!))
  const formed = whole.filter((pair) => pair.formed)
  if (formed.length === 0 && (whole.length < 3 || whole.length * 2 < pairs.length)) return
  const all = whole.length >= 3 && whole.length * 2 >= pairs.length
  for (const { firm, head, formed: hasForm } of pairs) {
    if (!all && !hasForm) continue
    if (!all && !inForm(words[head]!) && formed.length < 2) continue
    person(head)
    const second = words[head + 1]
    if (second !== undefined && /^[·ㆍ‧,] ?$/.test(text.slice(words[head]!.end, second.start)) && (inForm(second) || isShort(second)))
      person(head + 1)
    if (taken[firm] || hasForm) continue
    const { start, end, text: name } = words[firm]!
    names.push({ kind: 'organisation', start, end, value: name, certainty: 0.75, rule: 'organisation:headed' })
    taken[firm] = 1
  }
  function person(k: number): void {
    if (taken[k]) return
    names.push({ kind: 'person', start: words[k]!.start, end: words[k]!.end, value: words[k]!.text, certainty: 0.75, rule: 'person:in-brackets' })
    taken[k] = 1
  }
}
