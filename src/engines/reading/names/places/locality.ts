import { COUNTRIES } from '../../gazetteer/areas.ts'
import type { Word } from '../../words.ts'
import { isNounLike, type NameCandidate, spaced } from '../candidate.ts'
import { foreignSyllables } from '../sound.ts'
import { isCity } from './places.ts'

/** "누리 솔은 1만297㎡에": the size of a site. */
const SITE_OF = /^ (?:약 )?\d[\d,.만천여]*\s?(?:㎡|평|제곱미터|ha|㏊|㎢)/
/** "평택 현곡, 김포 양촌 등 5곳에": what closes a list of sites. */
const SITES = /^ (?:등 )?(?:모두 )?\d{1,2}(?:곳|개 ?(?:곳|지구|단지|산단|지역))/

/** Whether an unknown noun of two syllables stands right after its city. */
function isLocality(text: string, words: readonly Word[], i: number, taken: Uint8Array): boolean {
  const word = words[i]
  const city = words[i - 1]
  if (word === undefined || city === undefined || taken[i] || !LOCAL_KINDS.has(word.cls.kind)) return false
  if (city.cls.kind !== 'short-area' || city.cls.particle !== '' || !spaced(text, city, word)) return false
  return /^[가-힣]{2}$/.test(word.cls.stem) && isCity(city) && isNounLike(word.cls.stem)
}
const LOCAL_KINDS = new Set<Word['cls']['kind']>(['unknown', 'short-area'])

/** Cities with a locality each, and at most bare cities among them, listed up to how many sites they are: "수원과 평택 현곡, 파주 솔은 등 5곳". */
function localityList(text: string, words: readonly Word[], i: number, taken: Uint8Array): number[] {
  const out = [i]
  let k = i
  for (;;) {
    if (SITES.test(text.slice(words[k]!.end, words[k]!.end + 14))) return out
    const gap = text.charAt(words[k]!.end) === ',' ? ', ' : ' '
    const joins = gap === ', ' ? words[k]!.cls.particle === '' : /^[와과]$/.test(words[k]!.cls.particle)
    if (!joins || words[k + 2] === undefined || words[k + 1]!.start !== words[k]!.end + gap.length) return []
    if (!isLocality(text, words, k + 2, taken)) return []
    k += 2
    out.push(k)
  }
}

/** "평택 포승에", "아산 탕정에서는", "여수 솔은 1만㎡에": a short word in the place of a place, right after its city. */
export function localities(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], colours: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    if (!isLocality(text, words, i, taken)) continue
    const word = words[i]!
    if (word.cls.kind === 'unknown' && (LOCALITY_PARTICLES.has(word.cls.particle) || SITE_OF.test(text.slice(word.end, word.end + 16)))) {
      pushLocality(text, words, i, taken, names, colours)
      continue
    }
    if (!/^[,와과 ]/.test(word.cls.particle + text.charAt(word.end))) continue
    const list = localityList(text, words, i, taken)
    if (list.length > 1) for (const k of list) pushLocality(text, words, k, taken, names, colours)
  }
}

/** The locality with its city as its value; the city alone is no place of its own here. */
function pushLocality(text: string, words: readonly Word[], i: number, taken: Uint8Array, names: NameCandidate[], colours: NameCandidate[]): void {
  const word = words[i]!
  const city = words[i - 1]!
  const end = word.start + word.cls.stem.length
  for (const list of [names, colours])
    for (let k = list.length - 1; k >= 0; k--) if (list[k]!.start < end && list[k]!.end > city.start) list.splice(k, 1)
  names.push({ kind: 'place', start: word.start, end, value: text.slice(city.start, end), certainty: 0.6, rule: 'place:locality' })
  taken[i] = taken[i - 1] = 1
}

/** "누리 앞바다에": what the sea lies before. */
export function seas(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i + 1 < words.length; i++) {
    const word = words[i]!
    if (taken[i] || word.cls.kind !== 'unknown' || !words[i + 1]!.text.startsWith('앞바다') || !spaced(text, word, words[i + 1]!)) continue
    if (!/^[가-힣]{2,4}$/.test(word.text) || !isNounLike(word.text)) continue
    names.push({ kind: 'place', start: word.start, end: word.end, value: word.text, certainty: 0.65, rule: 'place:sea' })
    taken[i] = 1
  }
}

/** "헝가리 데브레첸 공장은" */
const PLANT_THERE = /^공장(?:은|에|에는|을|이)?$/

const LOCALITY_PARTICLES = new Set(['에', '에서', '에는', '에도', '에서는', '에선'])

/** "미국 버지니아주에": a state or a city abroad. */
export function abroad(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    if (
      taken[i] ||
      (word.cls.kind !== 'unknown' && !(word.cls.kind === 'common' && words[i - 1]!.text === '중국' && /성에(?:서|는)?$/.test(word.text))) ||
      words[i - 1]!.cls.kind !== 'region' ||
      words[i - 1]!.cls.particle !== '' ||
      !spaced(text, words[i - 1]!, word)
    )
      continue
    const stem = word.cls.kind === 'common' ? word.text.slice(0, word.text.lastIndexOf('성') + 1) : word.cls.stem
    const country = words[i - 1]!.cls.stem
    // "독일 프레첸에서": a city in its country, where something is done
    const city =
      COUNTRIES.has(country) &&
      (word.cls.particle === '에서' || word.cls.particle === '에는' || (word.cls.particle === '' && PLANT_THERE.test(words[i + 1]?.text ?? ''))) &&
      /^[가-힣]{2,7}$/.test(stem) &&
      isNounLike(stem) &&
      foreignSyllables(stem) > 0
    const state =
      /^[가-힣]{2,8}[주시성현]$/.test(stem) && !(stem.endsWith('성') && country !== '중국') && !(stem.endsWith('현') && country !== '일본')
    if (!city && !state) continue
    names.push({ kind: 'place', start: word.start, end: word.start + stem.length, value: stem, certainty: 0.75, rule: 'place:abroad' })
    taken[i] = 1
  }
}
