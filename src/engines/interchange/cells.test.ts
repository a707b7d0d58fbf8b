import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heldForm, mayBeShortened, type RawCell, readCell, writeCell } from './cell.ts'
import { codeLists } from './codes.ts'
import { csvLine, safeText, unguarded } from './csv-line.ts'
import { addressOf, headingOf } from './headers.ts'
import { checkOf, fateOf, readCheck } from './marks.ts'
import { type Column, tableOf, tables } from './tables.ts'

const lists = { codes: (list: string) => codeLists[list] ?? [] }
const column = (table: Parameters<typeof tableOf>[0], id: string): Column => tableOf(table).columns.find((one) => one.id === id)!
const typed = (text: string, kind: RawCell['kind'] = 'text'): RawCell => ({ text, kind })

test('any text comes back from a file as it went', () => {
  const note = column('projects', 'note')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const held = heldForm(note, text)
      const line = csvLine([{ text: writeCell(note, held, 'ko', lists) }])
      // what a CSV reader hands back: the field without its quotes
      const field = line.slice(0, -2)
      const plain = field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field
      const read = readCell(note, typed(unguarded(plain)), lists)
      expect(read.ok && read.value).toBe(held)
    }),
  )
})

test('no text leaves that a spreadsheet would run, and the guard is taken off exactly once', () => {
  fc.assert(
    fc.property(fc.constantFrom('', "'", "''"), fc.constantFrom('=', '+', '-', '@', '\t', '\r'), fc.string(), (before, sign, rest) => {
      const text = `${before}${sign}${rest}`
      expect(/^[=+\-@\t\r]/.test(safeText(text))).toBe(false)
      expect(unguarded(safeText(text))).toBe(text)
    }),
  )
})

describe('cells are read as people write them', () => {
  test.each([
    ['dueOn', '2026-01-05', '2026-01-05'],
    ['dueOn', '2026. 1. 5.', '2026-01-05'],
    ['dueOn', '2026년 1월 5일', '2026-01-05'],
    ['dueOn', '2026/1/5', '2026-01-05'],
    ['dueOn', '2026-01-05T00:00:00', '2026-01-05'],
  ])('%s %s is %s', (id, text, value) => expect(readCell(column('milestones', id), typed(text), lists)).toMatchObject({ ok: true, value }))
  test.each(['1/5/2026', '2026-02-30', '내년', '2026-13-01'])('the day %s is refused with an example, not guessed', (text) => {
    const read = readCell(column('milestones', 'dueOn'), typed(text), lists)
    expect(read.ok ? null : read.expected.ko).toBe('2026-01-05 같은 날')
  })
  test.each([
    ['6,000,000,000', '6000000000', undefined],
    ['60억원', '6000000000', 'KRW'],
    ['1조 2천억원', '1200000000000', 'KRW'],
    ['0.350', '0.35', undefined],
    ['１２３', '123', undefined],
  ])('the amount %s is %s', (text, value, unit) =>
    expect(readCell(column('facts', 'value'), typed(text), lists)).toEqual({ ok: true, value, ...(unit ? { unit } : {}) }),
  )
  test.each(['약 60억원', '많음', '60억원 이상', '1e999999'])('the amount %s is refused', (text) =>
    expect(readCell(column('facts', 'value'), typed(text), lists).ok).toBe(false),
  )
  test.each([
    ['35%', '0.35'],
    ['0.35', '0.35'],
    ['100%', '1'],
  ])('the share %s is %s', (text, value) => expect(readCell(column('parties', 'share'), typed(text), lists)).toEqual({ ok: true, value }))
  test.each(['120%', '-0.1', '반'])('the share %s is refused', (text) =>
    expect(readCell(column('parties', 'share'), typed(text), lists).ok).toBe(false),
  )
  test('a code is known by itself, by its Korean and by its English name', () => {
    for (const word of ['announced', '발표', ' Announced ', 'ANNOUNCED'])
      expect(readCell(column('facts', 'facet'), typed(word), lists)).toEqual({ ok: true, value: 'announced' })
  })
  test('an error of a formula is no empty cell', () => expect(readCell(column('facts', 'value'), typed('#REF!', 'error'), lists).ok).toBe(false))
  test('a shortened number may be the one that is there, or not', () => {
    expect(mayBeShortened('1234570000000', 6, '1234567890123')).toBe(true)
    expect(mayBeShortened('1234580000000', 6, '1234567890123')).toBe(false)
  })
})

describe('marks tell who changed what', () => {
  const table = tableOf('projects')
  const id = '05000000-0000-4000-8000-000000000001'
  const values = { nameKo: '새솔 공장', place: '새솔동', note: null }
  const marks = readCheck(table, id, checkOf(table, id, values))
  // exported 새솔동; by hand: file x now -> fate
  test.each([
    ['새솔동', '새솔동', 'same'],
    ['새솔동', '한빛동', 'untouched'],
    ['한빛동', '새솔동', 'changed'],
    ['한빛동', '한빛동', 'same'],
    ['한빛동', '둘째동', 'conflict'],
    [null, '새솔동', 'changed'],
    [null, '둘째동', 'conflict'],
  ])('file %s, now %s: %s', (file, now, fate) => expect(fateOf(marks, 'place', file, now)).toBe(fate))
  test('marks of another row, and none at all, are told apart', () => {
    expect(readCheck(table, id.replace('1', '2'), checkOf(table, id, values)).kind).toBe('other-row')
    expect(readCheck(table, id, null).kind).toBe('none')
    expect(readCheck(table, id, checkOf(table, id, values).slice(1)).kind).toBe('none')
  })
  test('different values have different marks', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b && a !== '' && b !== '')
        expect(readCheck(table, id, checkOf(table, id, { place: a }))).toSatisfy(
          (found: typeof marks) => found.kind === 'marks' && !found.isAsExported('place', b),
        )
      }),
    )
  })
})

describe('headings', () => {
  const row = (...texts: string[]) => [{ row: 1, cells: new Map(texts.map((text, at) => [at + 1, text])) }]
  test.each(tables.flatMap((table) => (['ko', 'en'] as const).map((locale) => [table.id, locale] as const)))(
    'of %s in %s are recognised',
    (id, locale) => {
      const found = headingOf('Sheet1', row(...tableOf(id).columns.map((one) => one[locale])))
      expect([found?.table.id, found?.unknown, found?.twice]).toEqual([id, [], []])
    },
  )
  test('may be mixed, in any order, and stand below a title', () => {
    const found = headingOf('x', [
      ...row('나래시 사업 목록'),
      {
        row: 3,
        cells: new Map([
          [1, 'Place'],
          [2, ' 이 름 '],
          [3, '번호'],
          [4, '비고란'],
        ]),
      },
    ])
    expect([found?.table.id, found?.row, found?.unknown.map((one) => one.text)]).toEqual(['projects', 3, ['비고란']])
  })
  test('that are nobody’s give nothing', () => expect(headingOf('x', row('a', 'b'))).toBeNull())
  test('addresses go past Z', () => expect([1, 26, 27, 52, 703].map((at) => addressOf(2, at))).toEqual(['A2', 'Z2', 'AA2', 'AZ2', 'AAA2']))
})
