import { CLASSES, DIGIT, HANGUL } from '../characters.ts'
import type { Mention } from '../reading.ts'

/** "만 2천 615명": a spoken 만 with no figure before it. "만 39세" is an age. */
export const isBareMyriad = (text: string, at: number): boolean =>
  text.charAt(at - 2) === '만' &&
  text.charCodeAt(at - 1) === 0x20 &&
  CLASSES[text.charCodeAt(at - 3)] !== HANGUL &&
  CLASSES[text.charCodeAt(at - 3)] !== DIGIT

export function addMyriad(text: string, out: Mention[], at: number): void {
  const mention = out[at]!
  if (mention.kind !== 'count' || mention.unit === 'years_old' || typeof mention.value !== 'number' || mention.value < 100 || mention.value >= 1e4)
    return
  const start = mention.start - 2
  out[at] = { ...mention, start, text: text.slice(start, mention.end), value: mention.value + 1e4 }
}

/** "만2천 제곱미터": the spoken 만 stands against its thousands. */
export function growGlued(text: string, out: Mention[], at: number): void {
  const mention = out[at]!
  const thousands = /^(\d)천/.exec(mention.text)
  if (thousands === null || typeof mention.value !== 'number' || mention.valueMax !== null || CLASSES[text.charCodeAt(mention.start - 2)] === HANGUL)
    return
  const start = mention.start - 1
  const said = Number(thousands[1]) * 1000 + Number(/^\d천\s?(\d{1,3})(?!\d)/.exec(mention.text)?.[1] ?? 0)
  out[at] = { ...mention, start, text: text.slice(start, mention.end), value: (mention.value / said) * (said + 1e4) }
}
