import { headerUnit, isBareNumber } from './header-unit.ts'
import type { Cell, Grid } from './table.ts'

/** 양식의 한 줄: labels with their values, under the name of the group that they belong to; or a line over the whole width. */
export interface FormRow {
  /** 신청 기업, 투자 계획: a cell at the left that spans the rows of its group. */
  group: Cell | null
  pairs: [label: Cell, value: Cell | null][]
  /** Cells that are no pairs. */
  line: Cell[]
}

/** Words that ask for one value each in a form. */
const asks =
  /^(?:.*(?:명|명칭|위치|면적|기간|비|액|금|가|주체|대상|규모|방법|내용|담당|담당자|전화|부서|기관|일시|일자|예정일|체결일|준공일|착공일|장소|목적|개요|용도|업종|품목|대표|대표자|주소|소재지|인원|인력|근로자|종업원|고용|시행자|기한|연락처|성명|번호|팩스|이메일|홈페이지|직위|매출|경과|사항|계획|일정|여부|현황|효과|의견|유형|구분))(?:\s*\([^)]*\))?$/

const clean = (cell: Cell) => cell.text.replace(/\s*\n\s*/g, ' ').trim()
const same = (a: Cell | null | undefined, b: Cell | null | undefined) => !!a && !!b && a.row === b.row && a.column === b.column

function isLabel(cell: Cell): boolean {
  const words = clean(cell)
  if (words === '' || words.length > 24 || isBareNumber(words)) return false
  const { label, unit } = headerUnit(words)
  if (/\d/.test(label.replace(/\(.*$/, ''))) return false
  // (단위: 억원) alone announces a unit and asks for nothing
  if (label === '') return false
  return unit !== null || asks.test(words) || asks.test(words.replace(/\s/g, ''))
}

function rowOf(rows: Grid, at: number): FormRow {
  const row = rows[at]!
  const cells = row.filter((cell, column): cell is Cell => !!cell && !same(cell, row[column - 1]))
  const spans = same(row[0], rows[at - 1]?.[0]) || same(row[0], rows[at + 1]?.[0])
  const group = cells.length >= 3 && (spans || cells.length % 2 === 1) ? cells[0]! : null
  const rest = group ? cells.slice(1) : cells
  if (rest.length % 2 === 1) return { group, pairs: [], line: rest }
  return { group, pairs: Array.from({ length: rest.length / 2 }, (_, pair) => [rest[pair * 2]!, rest[pair * 2 + 1]!]), line: [] }
}

/**
 * 양식: the rows of a form (기업명 | ㈜누리 | 업종 | 화학), which are labels and values side by side and often under merged cells of groups; null where the first row names columns.
 * It is told by its labels: most of the places for labels ask for a value, and few of the places for values do.
 */
export function formRows(rows: Grid): FormRow[] | null {
  if (rows.length < 2 || (rows[0]?.length ?? 0) < 3) return null
  const form = rows.map((_, at) => rowOf(rows, at))
  const paired = form.filter((row) => row.pairs.length > 0)
  if (paired.length < 2 || paired.length < rows.length * 0.6) return null
  // two columns of which one is merged for the look are told elsewhere
  if (!paired.some((row) => row.pairs.length > 1 || row.group)) return null
  const pairs = paired.flatMap((row) => row.pairs)
  const labels = pairs.filter(([label]) => isLabel(label)).length
  const values = pairs.filter(([, value]) => value && isLabel(value)).length
  if (labels < pairs.length * 0.7 || values > pairs.length * 0.15) return null
  // titles of columns stand side by side in the first row
  if (paired[0]!.pairs.some(([label, value]) => !isLabel(label) || (value && isLabel(value)))) return null
  return form
}
