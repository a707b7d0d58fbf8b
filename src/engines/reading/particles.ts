import { endsInRieul, hasFinalConsonant } from './characters.ts'

/** How a particle agrees with the syllable before it: after a consonant, a vowel, a vowel or ㄹ, or anything. */
const AFTER_CONSONANT = 1
const AFTER_VOWEL = 2
const AFTER_VOWEL_OR_RIEUL = 3
const ANYWHERE = 0

const PARTICLES: readonly (readonly [string, number])[] = [
  ['이', AFTER_CONSONANT],
  ['가', AFTER_VOWEL],
  ['은', AFTER_CONSONANT],
  ['는', AFTER_VOWEL],
  ['을', AFTER_CONSONANT],
  ['를', AFTER_VOWEL],
  ['과', AFTER_CONSONANT],
  ['와', AFTER_VOWEL],
  ['으로', AFTER_CONSONANT],
  ['로', AFTER_VOWEL_OR_RIEUL],
  ['의', ANYWHERE],
  ['에', ANYWHERE],
  ['에서', ANYWHERE],
  ['에서는', ANYWHERE],
  ['에선', ANYWHERE],
  ['에서만', ANYWHERE],
  ['에만', ANYWHERE],
  ['에서도', ANYWHERE],
  ['에는', ANYWHERE],
  ['에도', ANYWHERE],
  ['에게', ANYWHERE],
  ['도', ANYWHERE],
  ['만', ANYWHERE],
  ['만의', ANYWHERE],
  ['까지', ANYWHERE],
  ['까지는', ANYWHERE],
  ['부터', ANYWHERE],
  ['에서부터', ANYWHERE],
  ['으로부터', AFTER_CONSONANT],
  ['로부터', AFTER_VOWEL_OR_RIEUL],
  ['으로부터는', AFTER_CONSONANT],
  ['로부터는', AFTER_VOWEL_OR_RIEUL],
  ['보다', ANYWHERE],
  ['처럼', ANYWHERE],
  ['이나', AFTER_CONSONANT],
  ['나', AFTER_VOWEL],
  ['이며', AFTER_CONSONANT],
  ['며', AFTER_VOWEL],
  ['이고', AFTER_CONSONANT],
  ['이다', AFTER_CONSONANT],
  ['다', AFTER_VOWEL],
  ['과의', AFTER_CONSONANT],
  ['와의', AFTER_VOWEL],
  ['과는', AFTER_CONSONANT],
  ['와는', AFTER_VOWEL],
  ['으로는', AFTER_CONSONANT],
  ['로는', AFTER_VOWEL_OR_RIEUL],
  ['으로서', AFTER_CONSONANT],
  ['로서', AFTER_VOWEL_OR_RIEUL],
  ['이라고', AFTER_CONSONANT],
  ['라고', AFTER_VOWEL],
  ['이라는', AFTER_CONSONANT],
  ['라는', AFTER_VOWEL],
  ['측', ANYWHERE],
  ['측은', ANYWHERE],
  ['측이', ANYWHERE],
  ['측과', ANYWHERE],
  ['뿐', ANYWHERE],
  ['들어', ANYWHERE],
  ['인', ANYWHERE],
  ['내', ANYWHERE],
  ['내에', ANYWHERE],
  ['입니다', ANYWHERE],
  ['이고요', AFTER_CONSONANT],
  ['고요', AFTER_VOWEL],
  ['인데요', ANYWHERE],
  ['이죠', AFTER_CONSONANT],
  ['죠', AFTER_VOWEL],
  ['이에요', AFTER_CONSONANT],
  ['예요', AFTER_VOWEL],
  ['인데', ANYWHERE],
  ['이었다', AFTER_CONSONANT],
  ['였다', AFTER_VOWEL],
  ['이지만', AFTER_CONSONANT],
  ['지만', AFTER_VOWEL],
  ['에서의', ANYWHERE],
  ['으로의', AFTER_CONSONANT],
  ['로의', AFTER_VOWEL_OR_RIEUL],
  ['은요', AFTER_CONSONANT],
  ['는요', AFTER_VOWEL],
]

const byLast = new Map<number, { particle: string; rule: number }[]>()
for (const [particle, rule] of PARTICLES) {
  const code = particle.charCodeAt(particle.length - 1)
  const list = byLast.get(code)
  if (list) list.push({ particle, rule })
  else byLast.set(code, [{ particle, rule }])
}
for (const list of byLast.values()) list.sort((a, b) => a.particle.length - b.particle.length)

/**
 * Every way a word may be cut into a stem and a particle (조사) that agrees with the stem's last syllable, shortest particle first.
 * The whole word is not among them. A Latin or digit ending takes any particle.
 *
 * `stemsOf('남양주시는') // => ['남양주시']`
 */
export function stemsOf(word: string): string[] {
  const list = byLast.get(word.charCodeAt(word.length - 1))
  if (list === undefined) return NONE
  let out: string[] | null = null
  for (const { particle, rule } of list) {
    const length = word.length - particle.length
    if (length < 1 || (particle.length > 1 && !word.endsWith(particle))) continue
    if (!agrees(word.charCodeAt(length - 1), rule)) continue
    if (out === null) out = []
    out.push(word.slice(0, length))
  }
  return out ?? NONE
}

const NONE: string[] = []

function agrees(code: number, rule: number): boolean {
  if (rule === ANYWHERE || code < 0xac00 || code > 0xd7a3) return true
  const closed = hasFinalConsonant(code)
  if (rule === AFTER_CONSONANT) return closed
  if (rule === AFTER_VOWEL) return !closed
  return !closed || endsInRieul(code)
}
