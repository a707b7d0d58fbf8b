import { decodeCp949 } from './cp949.ts'
import { decodeWestern } from './western.ts'

/** Old encodings that the office's languages were written in, by their names in the Encoding Standard. */
export type Legacy = 'euc-kr' | 'gb18030' | 'shift_jis' | 'euc-jp' | 'windows-1252'

/** Syllables of which a tenth and more of any Korean text is made; another script that is read as Korean has a hundredth of them. */
const korean = new Set('이다는의에을고하가로지를은한시사기도어자정인서대리부일산원년월해수용업')
/** Characters that any Chinese text of press releases is full of. */
const chinese = new Set(
  '的一是在不了有和人中大为上个国以要时来用到地于出分对成会年月日动工业产发投资亿元万市区项目企业协议建设公司与将新高开经济全部方面科技為與將國會產業發資億萬區協議開經濟',
)

const strict = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const share = (text: string, of: RegExp, among: ReadonlySet<string> | RegExp): number => {
  const letters = text.slice(0, 20_000).match(of) ?? []
  if (letters.length === 0) return 0
  return letters.filter((letter) => (among instanceof RegExp ? among.test(letter) : among.has(letter))).length / letters.length
}

/** Fewer letters than this say nothing about a language. */
const enough = 8

/**
 * 옛 글자 부호: the text of bytes that are no UTF-8. They are Korean (CP949) unless they do not read like it and do read like Japanese, Chinese or a western
 * language; each is told by letters that none of its texts is without. Null where they are nothing of these.
 */
export function decodeLegacy(bytes: Uint8Array): { text: string; encoding: Legacy } | null {
  const asKorean = decodeCp949(bytes)
  if (asKorean !== null) {
    const letters = asKorean.slice(0, 20_000).match(/[가-힣\u4E00-\u9FFF\uF900-\uFAFF]/g)?.length ?? 0
    const likely = share(asKorean, /[가-힣\u4E00-\u9FFF\uF900-\uFAFF]/g, korean)
    if (likely >= 0.08 || (letters < enough && !isWestern(bytes))) return { text: asKorean, encoding: 'euc-kr' }
  }
  for (const encoding of ['shift_jis', 'euc-jp'] as const) {
    const text = strict(encoding, bytes)
    if (text !== null && share(text, /[^\u0000-\u007F]/g, /[\u3041-\u3093\u30A1-\u30F6]/) >= 0.15) return { text, encoding }
  }
  if (isWestern(bytes)) return { text: decodeWestern(bytes), encoding: 'windows-1252' }
  const asChinese = strict('gb18030', bytes)
  if (asChinese !== null && share(asChinese, /[\u4E00-\u9FFF]/g, chinese) >= 0.15) return { text: asChinese, encoding: 'gb18030' }
  return asKorean === null ? null : { text: asKorean, encoding: 'euc-kr' }
}

/** 서유럽 글: nearly all ASCII, and what is not stands alone, as an accent in a word or a curly quotation mark does. Letters of the East come in pairs and rows. */
function isWestern(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 20_000)
  let high = 0
  let alone = 0
  for (let at = 0; at < sample.length; at++) {
    if (sample[at]! < 0x80) continue
    high++
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) alone++
    // 0x81, 0x8D, 0x8F, 0x90 and 0x9D stand for nothing in windows-1252
    if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(sample[at]!)) return false
  }
  return high > 0 && high < sample.length * 0.1 && alone >= high * 0.8
}

/** 표식 없는 UTF-16: the text of UTF-16 without a byte-order mark, told by the empty halves of its spaces and digits; null where it is none. */
export function decodeBareUtf16(bytes: Uint8Array): { text: string; encoding: 'utf-16le' | 'utf-16be' } | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !bytes.subarray(0, 20_000).includes(0)) return null
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = strict(encoding, bytes)
    if (
      text !== null &&
      share(text, /[\s\S]/g, /[\t\n\r\u0020-\u007E\u00A0-\u00FF\u2010-\u203B\u2190-\u22FF\u2500-\u33FF\u4E00-\u9FFF가-힣\uFF01-\uFF5E]/) >= 0.98
    )
      return { text, encoding }
  }
  return null
}
