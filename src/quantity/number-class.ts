/** Classes of a UTF-16 unit that may begin or continue a number; 0 rejects at once. */
export const DIGIT = 1
/** 일…구, 영, 공 */
export const SINO = 2
/** 십 백 천 */
export const SMALL = 3
/** 만 억 조 경 해 */
export const BIG = 4
/** first syllable of a native numeral (하나, 스무 …), 반 and 첫 */
export const NATIVE = 5
/** + − and 마 of 마이너스 */
export const SIGN = 6
/** ½ ⅓ … */
export const VULGAR = 7
/** 수십, 몇, 여러 */
export const SEVERAL = 8
/** the point of .08 */
export const POINT = 9

/** One byte a UTF-16 unit: the class of a character that can begin a number, else 0. A hot loop reads this table before it calls anything. */
export const numberClass = new Uint8Array(65536)

const digitTable = new Int8Array(65536).fill(-1)
const sinoTable = new Int8Array(65536).fill(-1)
const magnitudeTable = new Uint8Array(65536)

function put(characters: string, kind: number): void {
  for (const c of characters) numberClass[c.charCodeAt(0)] = kind
}

put('하한두둘셋세석서넷네넉너다닷여일곱여덟아홉열스마쉰예첫반', NATIVE)
put('½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞', VULGAR)
put('-−－+＋마', SIGN)
put('.', POINT)
put('수몇여', SEVERAL)
for (let i = 0; i < 10; i++) {
  digitTable[0x30 + i] = i
  digitTable[0xff10 + i] = i
  numberClass[0x30 + i] = DIGIT
  numberClass[0xff10 + i] = DIGIT
}
for (const [characters, value] of [
  ['영공빵령', 0],
  ['일', 1],
  ['이', 2],
  ['삼', 3],
  ['사', 4],
  ['오', 5],
  ['육륙', 6],
  ['칠', 7],
  ['팔', 8],
  ['구', 9],
] as const) {
  put(characters, SINO)
  for (const c of characters) sinoTable[c.charCodeAt(0)] = value
}
for (const [character, power, kind] of [
  ['십', 1, SMALL],
  ['백', 2, SMALL],
  ['천', 3, SMALL],
  ['만', 4, BIG],
  ['억', 8, BIG],
  ['조', 12, BIG],
  ['경', 16, BIG],
  ['해', 20, BIG],
] as const) {
  put(character, kind)
  magnitudeTable[character.charCodeAt(0)] = power
}

/** 0-9 of a figure, full-width figures included, else −1. `digitValue(0x37) // => 7` */
export function digitValue(code: number): number {
  return digitTable[code] ?? -1
}

/** 0-9 of 영…구, else −1. `sinoDigit('칠'.charCodeAt(0)) // => 7` */
export function sinoDigit(code: number): number {
  return sinoTable[code] ?? -1
}

/** The power of ten of 십, 백, 천, else 0. `smallMagnitude('천'.charCodeAt(0)) // => 3` */
export function smallMagnitude(code: number): number {
  return numberClass[code] === SMALL ? magnitudeTable[code]! : 0
}

/** The power of ten of 만, 억, 조, 경, 해, else 0. `bigMagnitude('억'.charCodeAt(0)) // => 8` */
export function bigMagnitude(code: number): number {
  return numberClass[code] === BIG ? magnitudeTable[code]! : 0
}

/** True for a Hangul syllable (가…힣). `isHangul('가'.charCodeAt(0)) // => true` */
export function isHangul(code: number): boolean {
  return code >= 0xac00 && code <= 0xd7a3
}

/** True for a space within a line: ordinary, no-break, thin and ideographic. `isSpace(0x20) // => true` */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x3000
}
