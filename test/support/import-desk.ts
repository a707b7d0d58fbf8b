import writeXlsxFile from 'write-excel-file/node'
import { parseCells } from '#capabilities/intake/index'
import { interchangeJobs } from '#capabilities/interchange/jobs'
import type { ImportChange, ImportRun } from '#capabilities/interchange/schemas'
import { csvLine } from '#engines/interchange/csv-line'
import { type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from './app.ts'
import { until } from './person.ts'

/** The cells of a sheet as a person sees them, line by line; the first is the heading. */
export type Grid = string[][]

/** What an answer holds. */
export async function bodyOf<T>(answer: Response): Promise<T> {
  const text = await answer.text()
  if (answer.status >= 400) throw new Error(`${answer.status} ${text}`)
  return (text ? JSON.parse(text) : null) as T
}

/** The cells of a download, sheet by sheet. */
export async function sheetsOf(bytes: Uint8Array, name: string): Promise<Map<string, Grid>> {
  const parsed = await parseCells(bytes, { name }, { cells: 3_000_000 })
  if (!parsed.ok) throw new Error(parsed.detail.en)
  return new Map(
    parsed.sheets.map((sheet) => {
      const grid: Grid = []
      for (const { row, column, text } of sheet.cells) {
        grid[row - 1] ??= []
        grid[row - 1]![column - 1] = text
      }
      return [sheet.name, Array.from(grid, (line) => Array.from(line ?? [], (text) => text ?? ''))]
    }),
  )
}

/** What a spreadsheet makes of grids when a person saves them. */
export async function xlsxOf(sheets: ReadonlyMap<string, Grid>): Promise<Uint8Array> {
  const written = [...sheets].map(([sheet, data]) => ({
    sheet,
    data: data.map((line) => line.map((value) => (value === '' ? null : { value, type: String }))),
  }))
  return new Uint8Array(await writeXlsxFile(written).toBuffer())
}

/** A grid as CSV, its texts as they are. */
export const csvText = (grid: Grid): string => `\ufeff${grid.map((line) => csvLine(line.map((text) => ({ text, numeric: true })))).join('')}`

/** Set the cell of the row that holds a text, under a heading. */
export function setCell(grid: Grid, named: string, heading: string, value: string): void {
  const row = grid.find((line) => line.includes(named))
  const at = grid[0]!.indexOf(heading)
  if (!row || at < 0) throw new Error(`no row ${named} or no heading ${heading} in ${JSON.stringify(grid[0])}`)
  while (row.length <= at) row.push('')
  row[at] = value
}

/** A new row with these cells by their headings. */
export function addRow(grid: Grid, cells: Readonly<Record<string, string>>): void {
  const row = grid[0]!.map((heading) => cells[heading] ?? '')
  for (const heading of Object.keys(cells)) if (!grid[0]!.includes(heading)) throw new Error(`no heading ${heading} in ${JSON.stringify(grid[0])}`)
  grid.push(row)
}

/** 나래시 with an officer, a head and a viewer, and the work of imports running. */
export class ImportDesk {
  readonly root = '/offices/narae'
  private constructor(
    readonly app: TestApp,
    readonly jobs: Jobs,
    readonly officeId: string,
    readonly officer: Client,
    readonly head: Client,
    readonly viewer: Client,
  ) {}

  static async open(name: string): Promise<ImportDesk> {
    const app = await freshApp(name)
    const office = await app.office('narae')
    const people: Client[] = []
    for (const role of ['officer', 'head', 'viewer'] as const) {
      await app.member(office, await app.user(`${role}@narae.example`, { name: role }), role)
      people.push(await app.signIn(`${role}@narae.example`))
    }
    return new ImportDesk(app, await startJobs(app.store, interchangeJobs), office, people[0]!, people[1]!, people[2]!)
  }

  async close(): Promise<void> {
    await this.jobs.stop()
    await this.app.close()
  }

  async get<T>(path: string, client = this.head): Promise<T> {
    return bodyOf<T>(await client.send('GET', `${this.root}${path}`))
  }

  async add(nameKo: string, more: object = {}): Promise<string> {
    return (await bodyOf<{ id: string }>(await this.officer.send('POST', `${this.root}/projects`, { nameKo, ...more }))).id
  }

  async download(query: string, client = this.officer): Promise<Uint8Array> {
    const answer = await client.send('GET', `${this.root}/export?${query}`)
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    return new Uint8Array(await answer.arrayBuffer())
  }

  /** The workbook of the office, to be edited. */
  workbook = async (query = ''): Promise<Map<string, Grid>> => sheetsOf(await this.download(`format=xlsx&lang=ko${query}`), 'a.xlsx')
  /** One table as CSV, to be edited. */
  table = async (id: string, query = ''): Promise<Grid> =>
    [...(await sheetsOf(await this.download(`format=csv&table=${id}&lang=ko${query}`), 'a.csv')).values()][0]!

  /** Send a file without waiting. */
  async send(client: Client, name: string, bytes: Uint8Array | string): Promise<ImportRun> {
    const form = new FormData()
    form.set('file', new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name))
    const headers: Record<string, string> = { cookie: client.cookie ?? '', 'x-gusul-csrf': client.csrf ?? '' }
    return bodyOf(await this.app.app.request(`/api/v1${this.root}/imports`, { method: 'POST', headers, body: form }))
  }

  /** Bring a file and wait until it is checked. */
  async bring(name: string, bytes: Uint8Array | string, client = this.officer): Promise<ImportRun> {
    return this.ended((await this.send(client, name, bytes)).id)
  }

  ended(id: string): Promise<ImportRun> {
    return until(
      async () => {
        const run = await this.get<ImportRun>(`/imports/${id}`)
        return ['checking', 'applying', 'undoing'].includes(run.state) ? null : run
      },
      'the import to end',
      120_000,
    )
  }

  async changes(id: string, query = ''): Promise<ImportChange[]> {
    return (await this.get<{ items: ImportChange[] }>(`/imports/${id}/changes?limit=500${query}`)).items
  }

  async work(id: string, what: 'apply' | 'undo', order: object = {}, client = this.officer): Promise<ImportRun> {
    await bodyOf(await client.send('POST', `${this.root}/imports/${id}/${what}`, what === 'apply' ? order : undefined))
    return this.ended(id)
  }
}
