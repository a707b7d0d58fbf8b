import { COUNTRIES } from './gazetteer/areas.ts'
import { isNounLike, type NameCandidate, spaced } from './name-candidate.ts'
import { isCity } from './name-places.ts'
import { foreignSyllables } from './name-sound.ts'
import type { Word } from './words.ts'

/** "평택 포승에", "아산 탕정에서는": a short word in the place of a place, right after its city. */
export function localities(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 1; i < words.length; i++) {
    const word = words[i]!
    const city = words[i - 1]!
    if (taken[i] || word.cls.kind !== 'unknown' || city.cls.kind !== 'short-area' || city.cls.particle !== '' || !spaced(text, city, word)) continue
    const { stem, particle } = word.cls
    if (!LOCALITY_PARTICLES.has(particle) || !/^[가-힣]{2}$/.test(stem) || !isCity(city) || !isNounLike(stem)) continue
    const end = word.start + stem.length
    names.push({ kind: 'place', start: word.start, end, value: text.slice(city.start, end), certainty: 0.6, rule: 'place:locality' })
    taken[i] = 1
  }
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

const LOCALITY_PARTICLES = new Set(['에', '에서', '에는', '에도', '에서는'])

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
      COUNTRIES.has(country) && word.cls.particle === '에서' && /^[가-힣]{2,5}$/.test(stem) && isNounLike(stem) && foreignSyllables(stem) > 0
    const state =
      /^[가-힣]{2,8}[주시성현]$/.test(stem) && !(stem.endsWith('성') && country !== '중국') && !(stem.endsWith('현') && country !== '일본')
    if (!city && !state) continue
    names.push({ kind: 'place', start: word.start, end: word.start + stem.length, value: stem, certainty: 0.75, rule: 'place:abroad' })
    taken[i] = 1
  }
}
