import { createHash } from 'node:crypto'
import { ProblemError } from '#api/problem'
import { parseCells } from '#capabilities/intake/index'
import { ksicOfYear, ksicRevision, ksicRevisions, sectorOfKsic } from '#data/economy/ksic'
import {
  completeMetadata,
  EconomyError,
  type EmploymentLine,
  gridOf,
  type IoTable,
  isLong,
  missingMetadata,
  packTable,
  readDescriptor,
  readIoTable,
  readLong,
  readRegionalEmployment,
  readWorkbook,
  type SaidMetadata,
  sheetKind,
  sourceOf,
  type TableMetadata,
} from '#engines/economy/index'

/** A file of a table as it was given, with what the person says of it. */
export interface TableFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** The text of a datapackage.json beside it. */
  readonly descriptor?: string | undefined
  /** Persons by sector in a file of their own (부속표_고용표), beside a table of flows. */
  readonly persons?: { readonly name: string; readonly bytes: Uint8Array } | undefined
  readonly said: SaidMetadata
  readonly kind: 'flows' | 'employment'
  readonly blankIsZero: boolean
  readonly employmentUnit?: string | undefined
  /** Of an employment file without a column of regions. */
  readonly region?: string | undefined
}

/** Employment by region and industry, as it is kept. */
export interface EmploymentTable {
  readonly revision: 'KSIC9' | 'KSIC10'
  readonly lines: readonly EmploymentLine[]
}

/** What a file holds, and what is still to be said before it may be kept. */
export interface ReadTable {
  readonly kind: 'flows' | 'employment'
  readonly layout: 'workbook' | 'long' | 'regional'
  readonly metadata: SaidMetadata
  readonly missing: { field: string; example: string }[]
  readonly sheets: readonly { name: string; kind: string }[]
  readonly notes: readonly string[]
  readonly sectors: readonly string[]
  readonly regions: readonly string[]
  /** Years that an employment file tells: each becomes a table of its own. */
  readonly years: readonly number[]
  /** The checked table; null where metadata is missing. */
  readonly flows: IoTable | null
  readonly employment: EmploymentTable | null
  readonly packed: Uint8Array | null
}

/** Employment needs no prices. */
export const withoutPrices: readonly (keyof TableMetadata)[] = ['priceBasis', 'importTreatment', 'unit', 'regionScope']

/** The hash that names packed bytes. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A table that was not kept, under the hash that it would be kept under. */
export const hashed = (table: IoTable): IoTable => ({ ...table, source: { ...table.source, hash: hashOf(packTable(table)) } })

/**
 * 표 파일 읽기: a table file checked as a table. What the person says goes before what the file says of itself; what is missing is named.
 * @throws EconomyError with the cell and the fix; ProblemError 422 for a file that gives no cells.
 */
export async function readTableFile(file: TableFile): Promise<ReadTable> {
  const sheets = await sheetsOf(file)
  if (file.kind === 'employment') return readEmployment(file, sheets)
  return readFlows(file, file.persons ? [...sheets, ...(await personsOf(file.persons))] : sheets)
}

async function sheetsOf({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): Promise<Sheets> {
  const parsed = await parseCells(bytes, { name })
  if (!parsed.ok)
    throw new ProblemError(
      422,
      'unreadable',
      { ko: '파일에서 표를 읽지 못했습니다', en: 'No table could be read from the file' },
      { detail: parsed.detail },
    )
  return parsed.sheets.filter((one) => !one.hidden)
}

/** Sheets of persons, named so that a sheet "Sheet1" is known for one: the file says what it is. */
async function personsOf(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Sheets> {
  return (await sheetsOf(file)).map((one) => (sheetKind(one.name, '') === 'employment' ? one : { ...one, name: `고용표 ${one.name}` }))
}

type Sheets = Extract<Awaited<ReturnType<typeof parseCells>>, { ok: true }>['sheets']

function readFlows(file: TableFile, sheets: Sheets): ReadTable {
  const grids = sheets.map(gridOf)
  const long = grids.find(isLong)
  const described = file.descriptor === undefined ? {} : readDescriptor(jsonOf(file.descriptor)).metadata
  const read = long
    ? { raw: readLong(long), found: {} as SaidMetadata, sheets: [{ name: long.name, kind: 'long' }], notes: [] as string[] }
    : readWorkbook(sheets, { blankIsZero: file.blankIsZero, ...(file.employmentUnit ? { employmentUnit: file.employmentUnit } : {}) })
  const metadata = said(read.found, described, file.said)
  const missing = missingMetadata(metadata)
  const source =
    missing.length > 0 ? { importTreatment: metadata.importTreatment ?? null } : sourceOf(completeMetadata(metadata), metadata.name!, null)
  const flows = readIoTable({ ...read.raw, source, ...(metadata.licence ? { licence: metadata.licence } : {}) })
  return {
    kind: 'flows',
    layout: long ? 'long' : 'workbook',
    metadata,
    missing,
    sheets: read.sheets,
    notes: [...read.notes, ...flows.warnings],
    sectors: flows.sectors,
    regions: [...new Set(flows.regions ?? [])],
    years: [],
    flows,
    employment: null,
    packed: missing.length > 0 ? null : packTable(flows),
  }
}

function readEmployment(file: TableFile, sheets: Sheets): ReadTable {
  const first = sheets[0]
  if (!first)
    throw new EconomyError('missing', 'expected a sheet with persons by industry, found none', 'give a file with columns 지역, 산업, 종사자', {
      part: 'file',
    })
  // KOSIS puts its 메타정보 on a second sheet: the table stands on the one with most cells
  const grid = gridOf(sheets.reduce((most, one) => (one.cells.length > most.cells.length ? one : most), first))
  const read = readRegionalEmployment(grid, {
    blankIsZero: file.blankIsZero,
    codeOfName: sectionOfName,
    ...(file.region ? { region: file.region } : {}),
  })
  const { years, notes } = read
  const wanted = file.said.year ?? (years.length === 1 ? years[0]! : null)
  const metadata = said({ year: wanted }, file.said)
  if (wanted !== null && years.length > 0 && !years.includes(wanted))
    throw new EconomyError(
      'missing',
      `expected ${wanted} among the years of the file, got ${years.join(', ')}`,
      'leave the year out to take all of them',
      {
        part: 'year',
        value: wanted,
      },
    )
  const lines = read.lines.filter((one) => years.length === 0 || wanted === null || one.year === wanted).map(({ year: _, ...line }) => line)
  const regions = [...new Set(lines.map((one) => one.region))]
  const missing = missingMetadata(metadata, [...withoutPrices, ...(years.length > 1 ? (['year'] as const) : [])])
  const revision = ksicOfYear(metadata.year ?? 2020)
  const unmatched = [...new Set(lines.filter((one) => sectorOfKsic(one.code, revision) === null).map((one) => one.code))]
  const employment: EmploymentTable = { revision: revision.id, lines }
  return {
    kind: 'employment',
    layout: 'regional',
    metadata: { ...metadata, unit: '명', regionScope: regions.join(', ').slice(0, 200) },
    missing,
    sheets: [{ name: grid.name, kind: 'employment' }],
    notes: [
      ...notes,
      ...(unmatched.length > 0 ? [`industries without a sector of the 33 are kept and not counted there: ${unmatched.join(', ')}`] : []),
      ...revision.noted,
    ],
    sectors: [...new Set(lines.map((one) => one.code))],
    regions,
    years,
    flows: null,
    employment,
    packed: missing.length > 0 || metadata.year == null ? null : new TextEncoder().encode(JSON.stringify(employment)),
  }
}

/** The letter of a section by its name, as files name it without the letter: 제조업, 제조업(10~34). */
function sectionOfName(name: string): string | null {
  const plain = (text: string) => text.replace(/\(.*\)$/, '').replace(/[\s,·ㆍ;]/g, '')
  for (const revision of ksicRevisions) {
    const found = revision.sections.find((one) => plain(one.ko) === plain(name))
    if (found) return found.section
  }
  return null
}

/** Later words go before earlier ones; what is empty says nothing. */
function said(...all: SaidMetadata[]): SaidMetadata {
  const made: Record<string, unknown> = {}
  for (const one of all) for (const [key, value] of Object.entries(one)) if (value !== undefined && value !== null && value !== '') made[key] = value
  return made as SaidMetadata
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new EconomyError('shape', `expected JSON in datapackage.json, got ${(error as Error).message}`, 'check the file with a JSON validator', {
      part: 'datapackage.json',
    })
  }
}

/** Persons of one region by sector of the 33, in the order of a table's sectors; a sector that nobody works in has 0. */
export function personsBySector(employment: EmploymentTable, region: string, sectors: readonly string[]): number[] {
  const revision = ksicRevision(employment.revision)!
  const made = sectors.map(() => 0)
  for (const line of employment.lines) {
    if (line.region !== region) continue
    const sector = sectorOfKsic(line.code, revision)
    const at = sector ? sectors.findIndex((name) => name === sector.ko || name === sector.code) : sectors.indexOf(line.name)
    if (at >= 0) made[at]! += line.persons
  }
  return made
}
