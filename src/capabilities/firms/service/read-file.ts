import { ProblemError } from '#api/problem'
import { parseCells } from '#capabilities/intake/index'
import { organisationKey } from '#engines/accounting/organisation-name'
import { numberOf } from '#engines/economy/tables/import/grid'
import { decimal, multiply, toText } from '#quantity/decimal'
import type { FirmChange, FirmsCheck } from '../schemas.ts'

type RowError = FirmsCheck['errors'][number]

/** One line of a file: what it says of a firm; a blank cell says nothing. */
export interface FileLine {
  readonly row: number
  readonly name: string
  readonly fields: FirmChange
}

type Field = 'name' | 'nameEn' | 'ksic' | 'products' | 'place' | 'latitude' | 'longitude' | 'capacity' | 'employees' | 'source'

/** Headers in the words of an office; in 억원 or won, as the header says. */
const headers: readonly (readonly [RegExp, Field])[] = [
  [/^(기업명?|회사명?|업체명?|상호|이름|name|firm|company)$/i, 'name'],
  [/^(영문(이름|명|기업명)?|nameen|englishname)$/i, 'nameEn'],
  [/^(업종(코드)?(\(ksic\))?|ksic(코드|code)?|산업(코드|분류)?|표준산업분류(코드)?|industry)$/i, 'ksic'],
  [/^(만드는것|생산품|주생산품|제품|품목|주요제품|products?)$/i, 'products'],
  [/^(소재지|주소|위치|지역|place|address)$/i, 'place'],
  [/^(위도|latitude|lat)$/i, 'latitude'],
  [/^(경도|longitude|lon|lng)$/i, 'longitude'],
  [/^(공급능력|생산능력|연매출|매출액?|capacity)(\((억원|억|백만원|만원|천원|원|krw)\))?$/i, 'capacity'],
  [/^(종사자(수)?|직원(수)?|고용(인원)?|employees)(\(명\))?$/i, 'employees'],
  [/^(출처|source)$/i, 'source'],
]
const wonIn: Readonly<Record<string, string>> = {
  억원: '100000000',
  억: '100000000',
  백만원: '1000000',
  만원: '10000',
  천원: '1000',
  원: '1',
  krw: '1',
}

/** The columns that a register file is written with; `readFirms` reads them back. */
export const fileColumns = ['기업', '영문이름', '업종(KSIC)', '만드는것', '소재지', '위도', '경도', '공급능력(원)', '종사자', '출처'] as const

/**
 * 명부 파일 읽기: lines of a CSV or XLSX file, and what cannot be read, row by row.
 * @throws ProblemError 422 for a file without cells or without a column of names
 */
export async function readFirms(bytes: Uint8Array, fileName: string): Promise<{ lines: FileLine[]; errors: RowError[]; unknownColumns: string[] }> {
  const parsed = await parseCells(bytes, { name: fileName })
  if (!parsed.ok)
    throw new ProblemError(
      422,
      'unreadable',
      { ko: '파일에서 표를 읽지 못했습니다', en: 'No table could be read from the file' },
      { detail: parsed.detail },
    )
  const cells = parsed.sheets.find((one) => !one.hidden && one.cells.length > 0)?.cells ?? []
  const rows = new Map<number, Map<number, string>>()
  for (const { row, column, text } of cells) {
    const line = rows.get(row) ?? new Map<number, string>()
    rows.set(row, line.set(column, text.normalize('NFC').trim()))
  }
  const fieldOf = (text: string) => headers.find(([pattern]) => pattern.test(text.replace(/\s/g, '')))?.[1]
  const header = [...rows].sort(([a], [b]) => a - b).find(([, line]) => [...line.values()].some((text) => fieldOf(text) === 'name'))
  if (!header)
    throw new ProblemError(
      422,
      'no-names',
      { ko: '기업 이름의 열이 없습니다', en: 'No column of names' },
      {
        detail: {
          ko: `첫 줄에 열 이름을 적어 주세요: ${fileColumns.join(', ')}. 꼭 있어야 하는 것은 기업뿐입니다.`,
          en: `Name the columns in the first row: ${fileColumns.join(', ')}. Only 기업 must be there.`,
        },
      },
    )
  const columns = [...header[1]].flatMap(([column, text]) => {
    const field = fieldOf(text)
    return field ? [{ column, field, header: text }] : []
  })
  const unknownColumns = [...header[1].values()].filter((text) => text !== '' && fieldOf(text) === undefined)
  const errors: RowError[] = []
  const lines: FileLine[] = []
  const seen = new Map<string, number>()
  for (const [row, line] of [...rows].sort(([a], [b]) => a - b)) {
    if (row <= header[0] || [...line.values()].every((text) => text === '')) continue
    const before = errors.length
    const fields: Record<string, unknown> = {}
    for (const { column, field, header: title } of columns) {
      const text = line.get(column) ?? ''
      if (text === '') continue
      const read = cellOf(field, text, title)
      if ('expected' in read) errors.push({ row, column: title, expected: read.expected, got: text.slice(0, 80) })
      else fields[field] = read.value
    }
    const name = String(fields.name ?? '')
    if (name === '') errors.push({ row, column: '기업', expected: { ko: '기업 이름', en: 'the name of the firm' }, got: '' })
    const key = organisationKey(name)
    if (name !== '' && seen.has(key))
      errors.push({
        row,
        column: '기업',
        expected: { ko: `한 기업은 한 줄 (${seen.get(key)}번째 줄과 같은 이름)`, en: `one row a firm (the same name as in row ${seen.get(key)})` },
        got: name,
      })
    if ((fields.latitude === undefined) !== (fields.longitude === undefined))
      errors.push({ row, column: '위도', expected: { ko: '위도와 경도를 함께', en: 'latitude and longitude together' }, got: '' })
    if (errors.length > before) continue
    seen.set(key, row)
    lines.push({ row, name, fields: fields as FirmChange })
  }
  return { lines, errors, unknownColumns }
}

type CellRead = { value: unknown } | { expected: { ko: string; en: string } }

function cellOf(field: Field, text: string, title: string): CellRead {
  const between = (low: number, high: number, ko: string, en: string): CellRead => {
    const value = numberOf(text)
    return value !== null && value >= low && value <= high ? { value } : { expected: { ko, en } }
  }
  switch (field) {
    case 'ksic': {
      // codes are often followed by their name: C26 전자부품
      const code = /^([A-U]?)\s*[-.]?\s*(\d{2,5})(?!\d)/.exec(text)?.[2]
      return code ? { value: code } : { expected: { ko: 'KSIC 두 자리에서 다섯 자리 (C26, 2611)', en: 'two to five digits of the KSIC (C26, 2611)' } }
    }
    case 'products':
      return {
        value: text
          .split(/[;,/·ㆍ|]/)
          .map((one) => one.trim())
          .filter((one) => one !== '')
          .slice(0, 50),
      }
    case 'latitude':
      return between(-90, 90, '위도 (35.16처럼)', 'a latitude such as 35.16')
    case 'longitude':
      return between(-180, 180, '경도 (126.85처럼)', 'a longitude such as 126.85')
    case 'employees': {
      const value = numberOf(text.replace(/명$/, ''))
      return value !== null && Number.isInteger(value) && value >= 0
        ? { value }
        : { expected: { ko: '사람 수 (120)', en: 'a number of persons (120)' } }
    }
    case 'capacity': {
      const unit = /\(([^)]+)\)\s*$/.exec(title.replace(/\s/g, ''))?.[1]?.toLowerCase()
      const typed = /^([\d,.]+)\s*(억원|억|백만원|만원|천원|원)?$/.exec(text.replace(/\s/g, ''))
      const per = wonIn[typed?.[2] ?? unit ?? '']
      const value = typed ? numberOf(typed[1]!) : null
      return value !== null && per !== undefined && value >= 0
        ? { value: toText(multiply(decimal(typed![1]!.replaceAll(',', '')), decimal(per))) }
        : {
            expected: {
              ko: '금액과 단위 (150억원, 또는 열 이름에 공급능력(억원))',
              en: 'an amount with its unit (150억원, or the unit in the header)',
            },
          }
    }
    default:
      return text.length <= 200 ? { value: text } : { expected: { ko: '200자까지', en: 'at most 200 characters' } }
  }
}
