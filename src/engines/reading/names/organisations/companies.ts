import { cued } from '../../cue.ts'
import { stemsOf } from '../../particles.ts'
import { remembered } from '../../remembered.ts'
import type { Word } from '../../words.ts'
import { isNounLike, type NameCandidate, spaced } from '../candidate.ts'

export const COMPANY_FORM = cued(/㈜|㈔|회사|법인|\((?:주|유|사|재)\)/)

const JOINT = /^(?:㈜|㈐|\(주\)|\(유\)|\(사\)|\(재\))$/

/** ㈜신라, 대광(주), ㈜J.Shangri-La Medical, 주식회사 신라, 마석아이디씨 유한회사. */
export function companyForms(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i]) continue
    // the form before the name
    const before = text.charAt(word.start - 1)
    const bracketed = before === ')' ? text.slice(word.start - 3, word.start) : ''
    let start = -1
    if (before === '㈜' || before === '㈔') start = word.start - 1
    else if (bracketed !== '' && JOINT.test(bracketed) && !isNameBefore(text, word.start - 4)) start = word.start - 3
    else if (
      before === ' ' &&
      (text.charAt(word.start - 2) === '㈜' ||
        (text.charCodeAt(word.start - 2) === 0x29 && JOINT.test(text.slice(word.start - 4, word.start - 1)) && !isNameBefore(text, word.start - 5)))
    )
      start = text.charAt(word.start - 2) === '㈜' ? (isNameBefore(text, word.start - 3) ? -1 : word.start - 2) : word.start - 4
    if (start >= 0 && text.charAt(word.start - 1) === '㈜' && isNameBefore(text, word.start - 2)) start = -1
    if (start >= 0) {
      let last = i
      while (
        last + 1 < words.length &&
        /^[A-Za-z.&-]+$/.test(words[last]!.text) &&
        spaced(text, words[last]!, words[last + 1]!) &&
        /^[A-Z]/.test(words[last + 1]!.text)
      )
        last++
      // "㈜새벽 ESM": letters that close the name
      const letters = words[last + 1]
      if (letters !== undefined && words[last]!.cls.particle === '' && spaced(text, words[last]!, letters) && LETTERS_OF_NAME.test(letters.text))
        last++
      const end = words[last]!.start + nameLength(text, words[last]!)
      names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.97, rule: 'organisation:company-form' })
      for (let k = i; k <= last; k++) taken[k] = 1
      continue
    }
    // the form after the name
    const after = text.charAt(word.end)
    if (after === '㈜' || (after === '(' && JOINT.test(text.slice(word.end, word.end + 3)))) {
      const end = word.end + (after === '(' ? 3 : 1)
      // "GR WIND㈜": the letters before belong to it
      const letters =
        i > 0 && /^[A-Z][A-Za-z&.-]*$/.test(word.text) && /^[A-Z][A-Za-z&.-]*$/.test(words[i - 1]!.text) && spaced(text, words[i - 1]!, word)
      const start = letters && !taken[i - 1] ? words[i - 1]!.start : word.start
      if (start < word.start) taken[i - 1] = 1
      names.push({ kind: 'organisation', start, end, value: text.slice(start, end), certainty: 0.97, rule: 'organisation:company-form' })
      taken[i] = 1
      continue
    }
    // "가람바이오 농업회사법인주식회사": the form of a farm stands apart
    const farm = /^(?:농업회사법인|어업회사법인|영농조합법인|영어조합법인)(?:주식회사|유한회사)?/.exec(word.text)?.[0]
    const farmer = i > 0 ? words[i - 1]! : undefined
    if (
      farm !== undefined &&
      farmer !== undefined &&
      !taken[i - 1] &&
      spaced(text, farmer, word) &&
      farmer.cls.particle === '' &&
      (farmer.cls.kind === 'unknown' || farmer.cls.kind === 'weak-organisation' || farmer.cls.kind === 'organisation') &&
      isNounLike(farmer.text) &&
      !/^ ?(?:㈜|\(주\)|[가-힣])/.test(text.slice(word.start + farm.length, word.end + 3).replace(/^[이가은는을를의와과도에]/, ''))
    ) {
      const end = word.start + farm.length
      const value = text.slice(farmer.start, end)
      names.push({ kind: 'organisation', start: farmer.start, end, value, certainty: 0.9, rule: 'organisation:company-form' })
      taken[i] = taken[i - 1] = 1
      continue
    }
    // 브레인시티금융투자주식회사: the form is glued to the name
    if (word.cls.stem.length >= 6 && word.cls.stem.endsWith('회사') && /.(?:주식회사|유한회사)$/.test(word.cls.stem)) {
      const end = word.start + word.cls.stem.length
      names.push({ kind: 'organisation', start: word.start, end, value: word.cls.stem, certainty: 0.95, rule: 'organisation:company-form' })
      taken[i] = 1
      continue
    }
    const form = !'주유합사재'.includes(word.text.charAt(0))
      ? undefined
      : /^(?:주식회사|유한회사|유한책임회사|합자회사|사단법인|재단법인)/.exec(word.text)?.[0]
    if (form === undefined) continue
    const previous = i > 0 ? words[i - 1] : undefined
    if (
      previous !== undefined &&
      spaced(text, previous, word) &&
      !taken[i - 1] &&
      previous.cls.particle === '' &&
      previous.cls.kind !== 'common' &&
      form.endsWith('회사')
    ) {
      const end = word.start + form.length
      names.push({
        kind: 'organisation',
        start: previous.start,
        end,
        value: text.slice(previous.start, end),
        certainty: 0.95,
        rule: 'organisation:company-form',
      })
      taken[i - 1] = taken[i] = 1
      continue
    }
    const next = words[i + 1]
    if (next !== undefined && spaced(text, word, next) && word.text.length === form.length && next.cls.kind !== 'common') {
      // "주식회사 가람 누리중석이": a name of two words, where the second acts
      const more = words[i + 2]
      const two =
        next.cls.particle === '' &&
        next.text.length < 5 &&
        more !== undefined &&
        spaced(text, next, more) &&
        more.cls.kind === 'unknown' &&
        more.cls.stem.length > 2 &&
        /^[은는이가]$/.test(more.cls.particle) &&
        isNounLike(more.cls.stem)
      const tail = two ? more : next
      const end = tail.start + nameLength(text, tail)
      names.push({
        kind: 'organisation',
        start: word.start,
        end,
        value: text.slice(word.start, end),
        certainty: 0.95,
        rule: 'organisation:company-form',
      })
      taken[i] = taken[i + 1] = 1
      if (two) taken[i + 2] = 1
    }
  }
}

const LETTERS_OF_NAME = /^(?!(?:CEO|MOU|R&D|AI|IT|PF|SPC|LNG|EV)(?![A-Z]))[A-Z][A-Z&]{1,4}(?:은|는|이|가|을|를|과|와|의|에|도|에서)?$/

const isNameBefore = (text: string, at: number): boolean => at >= 0 && /[가-힣A-Za-z]/.test(text.charAt(at))

/** Length of the name in a word: its stem, or the Latin letters before a particle. */
function nameLength(text: string, word: Word): number {
  // before a comma or a dot the last syllable is the name's own: 새벽하이드로, …
  if (
    word.cls.particle.length === 1 &&
    /^(?:[,·ㆍ‧()]| 등(?: |과|이|은))/.test(text.slice(word.end, word.end + 3)) &&
    !'은는을를와과의'.includes(word.cls.particle)
  )
    return word.text.length
  // "㈜제이솔루션이": everyday pieces hid the particle
  if (word.cls.kind === 'common' && word.cls.particle === '' && !/[,·ㆍ‧()]/.test(text.charAt(word.end))) {
    const hidden = /[이은는을를와과]$/.test(word.text) ? stemsOf(word.text)[0] : undefined
    if (hidden !== undefined && hidden.length > 2) return hidden.length
  }
  // "주식회사 동경에서는": two particles in a row
  const twice = /(?:에서|에게|으로)$/.exec(word.cls.stem)
  if (twice !== null && twice.index >= 2 && /^[는도의]$/.test(word.cls.particle)) return twice.index
  const latin = /^[A-Za-z.&-]+/.exec(word.text)?.[0]
  if (latin !== undefined && /^[A-Za-z.&-]+(?:은|는|이|가|을|를|과|와|의|에|로|도|으로|에서)?$/.test(word.text)) return latin.length
  return word.cls.stem.length
}

/** A firm's name without its form: ㈜신라 and 신라(주) are 신라. `bareFirm('㈜신라') // => '신라'` */
export const bareFirm = remembered((name: string): string =>
  name.replace(/^(?:㈜|\(주\)|주식회사\s?|유한회사\s?|\(유\)|\(사\)|\(재\)|㈔)|(?:㈜|\(주\)|\s?주식회사|\s?유한회사|\(유\))$/g, '').trim(),
)
