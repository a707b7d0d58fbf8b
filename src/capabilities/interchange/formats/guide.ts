import { type CodeName, codeLists } from '#engines/interchange/codes'
import { type Column, tables } from '#engines/interchange/tables'
import { units } from '#quantity/unit'
import type { OfficeLists } from '../lists.ts'

type Line = readonly string[]
const pair = (ko: string, en: string, locale: 'ko' | 'en') => (locale === 'ko' ? ko : en)

const uses: Record<Column['use'], readonly [string, string]> = {
  id: ['번호', 'id'],
  key: ['새 줄에서만 적음', 'given with a new row only'],
  edit: ['고칠 수 있음', 'may be changed'],
  read: ['읽기만 함', 'for reading only'],
  check: ['고치지 않음', 'leave as it is'],
}

function formWords(column: Column, locale: 'ko' | 'en'): string {
  const { form } = column
  if (form === 'id') return pair('번호(UUID)', 'an id (UUID)', locale)
  if (form === 'day') return pair('2026-01-05 같은 날', 'a day such as 2026-01-05', locale)
  if (form === 'amount') return pair('6000000000 또는 60억원', 'a number such as 6000000000', locale)
  if (form === 'share') return pair('0~1 또는 35%', '0 to 1, or 35%', locale)
  if (form === 'unit') return pair('단위 (아래 목록)', 'a unit (list below)', locale)
  if (form === 'person') return pair('전자우편 주소', 'an e-mail address', locale)
  if (form === 'text') return pair(`글 (${column.longest}자까지)`, `text (at most ${column.longest})`, locale)
  if (form === 'names') return pair('이름들, 사이에 ;', 'names with ; between them', locale)
  if (form === 'check') return pair('표시', 'marks', locale)
  return pair('목록 가운데 하나', 'one of a list', locale)
}

const codesOf = (list: string, office: OfficeLists): readonly CodeName[] => (list === 'indicator' ? office.indicators : (codeLists[list] ?? []))

/**
 * 자료 사전: every column with both of its headings, what it means, what stands in it and whether it may be changed; then the words of every list. It goes with every
 * workbook as the sheet 안내 (Guide), and stands by itself for CSV.
 */
export function guide(office: OfficeLists, locale: 'ko' | 'en'): Line[] {
  const head: Line =
    locale === 'ko'
      ? ['시트', '한글 머리', '영문 머리', '뜻', '적는 것', '쓰임']
      : ['Sheet', 'Korean heading', 'English heading', 'Meaning', 'What to write', 'Use']
  const columns = tables.flatMap((table) =>
    table.columns.map(
      (column): Line => [
        pair(table.ko, table.en, locale),
        column.ko,
        column.en,
        pair(column.meansKo, column.meansEn, locale),
        formWords(column, locale),
        pair(...uses[column.use], locale) + (column.needed ? pair(' · 꼭 있어야 함', ' · needed', locale) : ''),
      ],
    ),
  )
  const named = new Map<string, string>()
  for (const table of tables)
    for (const column of table.columns)
      if (column.form.startsWith('list:') && column.form !== 'list:stage')
        named.set(column.form.slice('list:'.length), pair(column.ko, column.en, locale))
  for (const machine of codeLists.machine!)
    named.set(`stage:${machine.code}`, `${pair('단계', 'Stage', locale)}: ${pair(machine.ko, machine.en, locale)}`)
  const lists = [...named].flatMap(([list, name]) => codesOf(list, office).map((one): Line => [name, one.ko, one.en, one.code]))
  return [
    head,
    ...columns,
    [],
    locale === 'ko' ? ['목록', '한글', '영문', '코드'] : ['List', 'Korean', 'English', 'Code'],
    ...lists,
    ...units().map((one): Line => [pair('단위', 'Unit', locale), one.korean, one.english, one.id]),
  ]
}
