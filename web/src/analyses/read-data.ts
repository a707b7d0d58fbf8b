import { employmentTable } from '#engines/economy/structure/employment-table'
import { monthlySeries } from '#engines/economy/time/monthly-table'

/** Rows of a CSV file by RFC 4180. `csvRows('a,"b,c"\r\n1,2') // => [['a', 'b,c'], ['1', '2']]` */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  const plain = text.replace(/^\ufeff/, '')
  for (let i = 0; i < plain.length; i++) {
    const one = plain[i]!
    if (quoted) {
      if (one === '"' && plain[i + 1] === '"') {
        cell += '"'
        i++
      } else if (one === '"') quoted = false
      else cell += one
    } else if (one === '"' && cell === '') quoted = true
    else if (one === ',' || one === '\t') {
      row.push(cell)
      cell = ''
    } else if (one === '\n' || one === '\r') {
      if (one === '\r' && plain[i + 1] === '\n') i++
      rows.push([...row, cell])
      row = []
      cell = ''
    } else cell += one
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell])
  return rows.filter((cells) => cells.some((one) => one.trim() !== ''))
}

/** Whether a text is meant as JSON. `isJson(' {"a":1}') // => true` */
export const isJson = (text: string): boolean => /^\s*[[{]/.test(text.replace(/^\ufeff/, ''))

/**
 * 월별 표를 분석으로: the case that a table of months is, with what the person said of it.
 * @throws EconomyError with the row
 */
export const warningOfTable = (text: string, name: string, source: string) => ({
  kind: 'warning' as const,
  name,
  source: { name: source, synthetic: false },
  falseAlarmsPerYear: 0.1,
  series: monthlySeries(csvRows(text)),
})

/**
 * 종사자 표를 분석으로: the case that a table of persons by year, region and industry is; without a region the first one is asked about.
 * @throws EconomyError with the row
 */
export function structureOfTable(text: string, name: string, source: string, region: string) {
  const table = employmentTable(csvRows(text))
  return {
    kind: 'structure' as const,
    name,
    source: { name: source, synthetic: false },
    unit: 'persons',
    region: region === '' ? (table.regions[0]?.id ?? '') : region,
    ...table,
  }
}
