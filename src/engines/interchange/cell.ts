import { isDay } from '#quantity/day'
import { type Decimal, decimal, equals, isDecimalText, roundSignificant, shift, toText } from '#quantity/decimal'
import { parseQuantity } from '#quantity/scan-quantity'
import { hasUnit } from '#quantity/unit'
import { type CodeName, codeLists, codeOf, nameOfCode } from './codes.ts'
import type { Column } from './tables.ts'

/** A sentence in both languages. */
export interface Words {
  readonly ko: string
  readonly en: string
}

/** What a cell was found to say. */
export type CellRead =
  | {
      readonly ok: true
      readonly value: string | null
      /** The unit that was written into the amount: 60억 원. */
      readonly unit?: string
      /** So many digits were kept of a number that a spreadsheet shortened: 1.23457E+12. */
      readonly digits?: number
    }
  | { readonly ok: false; readonly expected: Words; readonly todo: Words }

/** What a spreadsheet said of a cell. */
export interface RawCell {
  readonly text: string
  readonly kind: 'text' | 'number' | 'day' | 'truth' | 'error'
}

/** The lists that are the office's own: indicators; people by their addresses; the stages that fit. */
export interface Lists {
  readonly codes: (list: string) => readonly CodeName[]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * One text form for what people and spreadsheets write differently: composed letters, plain line ends, nothing that no spreadsheet can hold, no spaces around.
 *
 * @example
 * plainText(' 가나\r\n다 ') // => '가나\n다'
 */
export const plainText = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').replace(unheld, '').trim()
/** What XML 1.0 cannot hold. */
const unheld = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/**
 * 이름 여럿을 한 칸에: in the order of the alphabet with `; ` between them, so that the same names are the same cell. A semicolon of a name itself is doubled.
 *
 * @example
 * joinNames(['마루공장', 'A;B', '마루공장']) // => 'A;;B; 마루공장'
 * joinNames([]) // => null
 */
export function joinNames(names: readonly string[]): string | null {
  const tidy = [...new Set(names.map((name) => plainText(name)).filter((name) => name !== ''))].sort()
  return tidy.length === 0 ? null : tidy.map((name) => name.replaceAll(';', ';;')).join('; ')
}

/**
 * 한 칸의 이름들: what `joinNames` wrote, or a person.
 *
 * @example
 * splitNames('마루 공장;A;;B ; ') // => ['마루 공장', 'A;B']
 */
export const splitNames = (text: string): string[] =>
  (text.match(/(?:[^;]|;;)+/g) ?? []).map((name) => plainText(name.replaceAll(';;', ';'))).filter((name) => name !== '')

/** A value as the office keeps it, in the form by which cells are compared. */
export function heldForm(column: Column, value: string | null): string | null {
  if (value === null) return null
  if (column.form === 'amount' || column.form === 'share') return isDecimalText(value) ? toText(decimal(value)) : value
  if (column.form === 'names') return joinNames(splitNames(value))
  const text = plainText(value)
  return text === '' ? null : text
}

/**
 * 칸을 읽는다: what a cell says, in the one form by which values are compared. Empty is null: not known.
 * A refusal says what was expected and what to do, with an example, in both languages.
 */
export function readCell(column: Column, raw: RawCell | undefined, lists: Lists): CellRead {
  const text = raw === undefined ? '' : plainText(raw.text)
  if (text === '') return { ok: true, value: null }
  if (raw?.kind === 'error')
    return refused(
      '값',
      'a value',
      `수식이 ${text} 오류입니다. 수식을 고치거나 값을 바로 적어 주세요.`,
      `The formula gives ${text}; mend it or type the value.`,
    )
  const { form } = column
  if (form === 'id') return readId(text)
  if (form === 'day') return readDay(text)
  if (form === 'amount') return readAmount(text, raw!)
  if (form === 'share') return readShare(text)
  if (form === 'unit') return readUnit(text)
  if (form === 'person') return readPerson(text)
  if (form === 'text' || form === 'names' || form === 'check') {
    if (text.length <= column.longest) return { ok: true, value: form === 'names' ? joinNames(splitNames(text)) : text }
    return refused(
      `${column.longest}자까지`,
      `at most ${column.longest} characters`,
      `${text.length}자입니다. 줄여 적어 주세요.`,
      `It has ${text.length}; write it shorter.`,
    )
  }
  return readCode(text, form.slice('list:'.length), lists)
}

const refused = (expectedKo: string, expectedEn: string, ko: string, en: string): CellRead => ({
  ok: false,
  expected: { ko: expectedKo, en: expectedEn },
  todo: { ko, en },
})

function readId(text: string): CellRead {
  if (uuid.test(text)) return { ok: true, value: text.toLowerCase() }
  return refused(
    '내보낸 파일에 있는 번호',
    'an id as it was exported',
    '번호를 고치지 마세요. 새 줄이면 비워 두세요.',
    'Leave ids as they are; leave it empty for a new row.',
  )
}

/** A day as ISO writes it, or as people here do: 2026.1.5, 2026/01/05, 2026년 1월 5일. 1/5/2026 is not guessed at. */
function readDay(text: string): CellRead {
  const found = /^(\d{4})\s*(?:[-./]|년)\s*(\d{1,2})\s*(?:[-./]|월)\s*(\d{1,2})\s*(?:\.|일)?(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  const day = found ? `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}` : ''
  if (isDay(day)) return { ok: true, value: day }
  return refused(
    '2026-01-05 같은 날',
    'a day such as 2026-01-05',
    '연-월-일로 적어 주세요. 달력에 있는 날이어야 합니다.',
    'Write year-month-day, a day that the calendar has.',
  )
}

const digits = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/\s+/g, '')

function readAmount(text: string, raw: RawCell): CellRead {
  const plain = digits(text)
  if (isDecimalText(plain) && Math.abs(Number(/e([+-]?\d+)$/i.exec(plain)?.[1] ?? 0)) + plain.length <= 60) {
    const value = decimal(plain)
    const short = raw.kind === 'text' && /e/i.test(plain) ? plain.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '').length : 0
    return { ok: true, value: toText(value), ...(short > 0 ? { digits: short } : {}) }
  }
  const said = parseQuantity(text)
  if (said && !said.max && !said.approx && !said.bound) return { ok: true, value: toText(said.value), unit: said.unit }
  return refused(
    '6000000000이나 60억원 같은 수',
    'a number such as 6000000000',
    said ? '약·이상·범위는 ‘어림’·‘이상·이하’·‘값의 위쪽’ 칸에 적어 주세요.' : '수만 적어 주세요. 모르면 비워 두세요.',
    said ? 'Write about, or more and ranges into their own columns.' : 'Write a number alone, or leave it empty where it is not known.',
  )
}

function readShare(text: string): CellRead {
  const plain = digits(text)
  const percent = plain.endsWith('%')
  const number = percent ? plain.slice(0, -1) : plain
  if (isDecimalText(number)) {
    const value = percent ? shift(decimal(number), -2) : decimal(number)
    const written = toText(value)
    if (!written.startsWith('-') && Number(written) <= 1) return { ok: true, value: written }
  }
  return refused(
    '0과 1 사이의 수 또는 35%',
    'a number between 0 and 1, or 35%',
    '전체에서 차지하는 몫을 적어 주세요.',
    'Write its share of the whole.',
  )
}

function readUnit(text: string): CellRead {
  if (hasUnit(text)) return { ok: true, value: text }
  const counted = parseQuantity(`1${text}`)
  if (counted) return { ok: true, value: counted.unit }
  return refused(
    'KRW, USD, persons, m2, MW 같은 단위',
    'a unit such as KRW, USD, persons, m2, MW',
    '‘안내’ 시트의 단위 가운데 하나를 적어 주세요.',
    'Write one of the units of the sheet Guide.',
  )
}

function readPerson(text: string): CellRead {
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return { ok: true, value: text.toLowerCase() }
  return refused(
    'kim@city.example 같은 주소',
    'an address such as kim@city.example',
    '담당자의 전자우편 주소를 적어 주세요.',
    'Write the e-mail address of the person.',
  )
}

function readCode(text: string, list: string, lists: Lists): CellRead {
  const codes = list === 'truth' ? codeLists.truth! : lists.codes(list)
  const code = codeOf(text, codes)
  if (code !== null) return { ok: true, value: code }
  const some = (locale: 'ko' | 'en') => {
    const names = codes.slice(0, 12).map((one) => nameOfCode(one.code, codes, locale))
    return `${names.join(', ')}${codes.length > names.length ? ' …' : ''}`
  }
  return refused(
    `다음 가운데 하나: ${some('ko')}`,
    `one of: ${some('en')}`,
    '목록에 있는 말로 적어 주세요. 목록은 ‘안내’ 시트에 있습니다.',
    'Write a word of the list; the sheet Guide has it.',
  )
}

/**
 * Whether a number that a spreadsheet shortened may be the number that is there: then nobody has changed it.
 *
 * @example
 * mayBeShortened('1234570000000', 6, '1234567890123') // => true
 * mayBeShortened('1300000000000', 2, '1234567890123') // => false
 */
export function mayBeShortened(written: string, kept: number, now: string): boolean {
  const [a, b]: [Decimal, Decimal] = [decimal(written), decimal(now)]
  return equals(roundSignificant(b, kept), a)
}

/** How a value is written into a cell of a file in a language. */
export function writeCell(column: Column, value: string | null, locale: 'ko' | 'en', lists: Lists): string {
  if (value === null) return ''
  if (!column.form.startsWith('list:')) return value
  const list = column.form.slice('list:'.length)
  return nameOfCode(value, list === 'truth' ? codeLists.truth! : lists.codes(list), locale)
}
