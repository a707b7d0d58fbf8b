/**
 * One class a UTF-16 unit, so that every scan asks one table once instead of trying patterns.
 * The table is made once at load: 65,536 bytes.
 */
export const OTHER = 0
export const SPACE = 1
export const NEWLINE = 2
export const DIGIT = 3
export const HANGUL = 4
export const LATIN = 5
export const HANJA = 6
export const OPEN = 7
export const CLOSE = 8
export const BULLET = 9
export const MIDDLE_DOT = 10
export const PUNCTUATION = 11

const table = new Uint8Array(65_536)

const paint = (characters: string, kind: number): void => {
  for (let i = 0; i < characters.length; i++) table[characters.charCodeAt(i)] = kind
}
const paintRange = (from: number, to: number, kind: number): void => {
  for (let code = from; code <= to; code++) table[code] = kind
}

paintRange(0xac00, 0xd7a3, HANGUL)
paintRange(0x4e00, 0x9fff, HANJA)
paintRange(0x41, 0x5a, LATIN)
paintRange(0x61, 0x7a, LATIN)
paintRange(0xc0, 0x24f, LATIN)
paintRange(0xff21, 0xff3a, LATIN)
paintRange(0xff41, 0xff5a, LATIN)
paintRange(0x30, 0x39, DIGIT)
paintRange(0xff10, 0xff19, DIGIT)
paint(' \t\u00a0\u2002\u2003\u2009\u200a\u3000\v\f\ufeff', SPACE)
paint('\n\r\u2028\u2029', NEWLINE)
paint('([{<（［【「『〈《‘“', OPEN)
paint(')]}>）］】」』〉》’”', CLOSE)
paint('▲△▶▷●○■□◆◇◦※★☆•‣▪◎ㅇ', BULLET)
paint('·ㆍ・‧∙･', MIDDLE_DOT)
paint('.,!?;:\'"-–—~∼～/|…、。%&+=*', PUNCTUATION)

/** The class of one UTF-16 unit. `classOf('가'.charCodeAt(0)) // => 4` */
export function classOf(code: number): number {
  return table[code]!
}

/** The table itself, for inner loops. */
export const CLASSES: Uint8Array = table

/** A white-space character of either kind, within a line or ending it. `isSpace(32) // => true` */
export function isSpace(code: number): boolean {
  const kind = table[code]
  return kind === SPACE || kind === NEWLINE
}

/** The value of an ASCII or full-width digit, or -1. `digitValue('７'.charCodeAt(0)) // => 7` */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  return -1
}

/** Whether a Hangul syllable ends in a consonant (받침). Anything that is no syllable gives false. `hasFinalConsonant('산'.charCodeAt(0)) // => true` */
export function hasFinalConsonant(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3 && (code - 0xac00) % 28 !== 0
}

/** Whether a syllable ends in ㄹ, which takes 로 as a vowel does. `endsInRieul('울'.charCodeAt(0)) // => true` */
export function endsInRieul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3 && (code - 0xac00) % 28 === 8
}
