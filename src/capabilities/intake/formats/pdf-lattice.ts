import type { Rule } from './pdf-rules.ts'

/** A cell of a ruled table: where it stands on the page, and in which rows and columns; both ends are included. */
export interface LatticeCell {
  left: number
  right: number
  foot: number
  top: number
  row: number
  column: number
  lastRow: number
  lastColumn: number
}

/** 괘선 표: a table that is drawn with lines. */
export interface Lattice {
  rows: number
  columns: number
  cells: LatticeCell[]
}

/** Lines closer than this are one; lines whose ends are closer touch. */
const near = 2.5
const mostCells = 4_000

/** Lines one on the other, or going on where one ended, are one line. */
function merged(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from)
  const out: Rule[] = []
  let group: Rule[] = []
  const flush = () => {
    const at = group.reduce((sum, one) => sum + one.at, 0) / group.length
    for (const one of group.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1)
      if (last && last.at === at && one.from <= last.to + near) last.to = Math.max(last.to, one.to)
      else out.push({ ...one, at })
    }
    group = []
  }
  for (const rule of sorted) {
    if (group.length > 0 && rule.at - group[0]!.at > near) flush()
    group.push(rule)
  }
  if (group.length > 0) flush()
  return out
}

const touches = (level: Rule, upright: Rule) =>
  upright.at >= level.from - near && upright.at <= level.to + near && level.at >= upright.from - near && level.at <= upright.to + near

/** Rules that touch each other, directly or over others. */
function connected(levels: readonly Rule[], uprights: readonly Rule[]): Rule[][] {
  const all = [...levels, ...uprights]
  const root = all.map((_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  levels.forEach((level, l) => {
    uprights.forEach((upright, u) => {
      if (touches(level, upright)) root[find(levels.length + u)] = find(l)
    })
  })
  const groups = new Map<number, Rule[]>()
  all.forEach((rule, index) => {
    const group = groups.get(find(index))
    if (group) group.push(rule)
    else groups.set(find(index), [rule])
  })
  return [...groups.values()]
}

const distinct = (values: readonly number[]): number[] => {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (out.length === 0 || value - out.at(-1)! > near * 1.6) out.push(value)
  return out
}

const covers = (rules: readonly Rule[], at: number, from: number, to: number) => {
  let length = 0
  for (const rule of rules) if (Math.abs(rule.at - at) <= near * 1.6) length += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from))
  return length > (to - from) * 0.6
}

/**
 * The ruled tables of a page, from its lines. Places that no line parts are one merged cell. The outer lines of a table may be left out, as Korean papers do at both sides.
 */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  const levels = merged(rules.filter((rule) => rule.level))
  const uprights = merged(rules.filter((rule) => !rule.level))
  if (levels.length * uprights.length > 1_000_000) return []
  return connected(levels, uprights).flatMap((group) => latticeOf(group) ?? [])
}

function latticeOf(group: readonly Rule[]): Lattice | null {
  const levels = group.filter((rule) => rule.level)
  const uprights = group.filter((rule) => !rule.level)
  if (levels.length < 2 || uprights.length < 1) return null
  const xs = distinct([...uprights.map((rule) => rule.at), Math.min(...levels.map((rule) => rule.from)), Math.max(...levels.map((rule) => rule.to))])
  // rows count from above
  const ys = distinct(levels.map((rule) => rule.at)).reverse()
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows * columns < 2 || rows * columns > mostCells) return null
  const root = Array.from({ length: rows * columns }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (root[at] !== at) at = root[at] = root[root[at]!]!
    return at
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      if (column > 0 && !covers(uprights, xs[column]!, ys[row + 1]!, ys[row]!)) root[find(here)] = find(here - 1)
      if (row > 0 && !covers(levels, ys[row]!, xs[column]!, xs[column + 1]!)) root[find(here)] = find(here - columns)
    }
  const blocks = new Map<number, number[]>()
  for (let index = 0; index < root.length; index++) {
    const block = blocks.get(find(index))
    if (block) block.push(index)
    else blocks.set(find(index), [index])
  }
  const cells = [...blocks.values()].flatMap((block) => cellsOf(block, columns, xs, ys))
  return cells.length < 2 ? null : { rows, columns, cells }
}

/** The cell that a block of places is; where the block is no rectangle, lines are missing, and each place is a cell. */
function cellsOf(block: readonly number[], columns: number, xs: readonly number[], ys: readonly number[]): LatticeCell[] {
  const of = (row: number, column: number, lastRow: number, lastColumn: number): LatticeCell => ({
    left: xs[column]!,
    right: xs[lastColumn + 1]!,
    foot: ys[lastRow + 1]!,
    top: ys[row]!,
    row,
    column,
    lastRow,
    lastColumn,
  })
  const rowsOf = block.map((index) => Math.floor(index / columns))
  const columnsOf = block.map((index) => index % columns)
  const [row, lastRow, column, lastColumn] = [Math.min(...rowsOf), Math.max(...rowsOf), Math.min(...columnsOf), Math.max(...columnsOf)]
  if ((lastRow - row + 1) * (lastColumn - column + 1) === block.length) return [of(row, column, lastRow, lastColumn)]
  return block.map((_, index) => of(rowsOf[index]!, columnsOf[index]!, rowsOf[index]!, columnsOf[index]!))
}
