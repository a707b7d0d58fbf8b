import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { z } from 'zod'
import { CaseError, fileBytes, jsonOf } from '#api/cli/case-file'
import { ApiProblem } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import { ProblemError } from '#api/problem'
import { closeFormats } from '#capabilities/intake/index'
import { EconomyError, readDescriptor } from '#engines/economy/index'
import { noteInKorean } from '#engines/economy/korean-refusals'
import type { AddedTable, TablePage } from '../schemas.ts'
import { readTableFile, type TableFile } from '../service/read-file.ts'
import { refusalWords } from './case-file.ts'

/** Options of an import, as the form of the API names them. */
const fields = {
  name: 'name',
  year: 'year',
  price: 'priceBasis',
  imports: 'importTreatment',
  unit: 'unit',
  scope: 'regionScope',
  source: 'source',
  licence: 'licence',
  kind: 'kind',
  'employment-unit': 'employmentUnit',
  region: 'region',
} as const

interface Given {
  readonly file: string
  readonly bytes: Uint8Array
  readonly descriptor: string | undefined
  readonly persons?: { readonly name: string; readonly bytes: Uint8Array }
}

/** A datapackage.json leads to its CSV; any other file stands for itself, with a datapackage.json beside it taken along for a CSV. */
async function given(path: string, context: CommandContext): Promise<Given> {
  const text = async (file: string) => new TextDecoder().decode(await fileBytes(context, file))
  if (basename(path) !== 'datapackage.json') {
    const beside = path.endsWith('.csv') ? await readFile(join(dirname(path), 'datapackage.json'), 'utf8').catch(() => undefined) : undefined
    return { file: basename(path), bytes: await fileBytes(context, path), descriptor: beside }
  }
  const descriptor = await text(path)
  const inside = readDescriptor(jsonOf(descriptor, path, context.locale)).path
  if (inside === null)
    throw new EconomyError('missing', 'expected a path in resources[0] of datapackage.json, got none', 'name the CSV', { part: 'datapackage.json' })
  return { file: basename(inside), bytes: await fileBytes(context, join(dirname(path), inside)), descriptor }
}

/** The file of persons that `--persons` names. */
async function withPersons(context: CommandContext, one: Given): Promise<Given> {
  const path = optionText(context, 'persons')
  return path === undefined ? one : { ...one, persons: { name: basename(path), bytes: await fileBytes(context, path) } }
}

function formOf(context: CommandContext, one: Given): FormData {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(one.bytes)], one.file))
  if (one.descriptor !== undefined) form.set('descriptor', one.descriptor)
  if (one.persons) form.set('persons', new File([Uint8Array.from(one.persons.bytes)], one.persons.name))
  for (const [option, field] of Object.entries(fields)) {
    const value = optionText(context, option)
    if (value !== undefined) form.set(field, value)
  }
  if (optionFlag(context, 'blank-zero')) form.set('blankIsZero', 'true')
  return form
}

async function importOne(context: CommandContext, path: string): Promise<number> {
  const answer = await (await context.api()).raw('POST', `/offices/${await context.office()}/economy/tables`, {
    body: formOf(context, await withPersons(context, await given(path, context))),
    headers: { 'idempotency-key': crypto.randomUUID() },
  })
  const value = (await answer.json()) as z.infer<typeof AddedTable> & { code?: string; title?: string; detail?: string }
  if (!answer.ok) throw new ApiProblem(answer.status, value.code ?? 'http', value.title ?? `HTTP ${answer.status}`, value.detail)
  if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(value)}\n`)
  else
    context.io.stdout(
      `${value.added ? wordsIn(context)('들였습니다', 'imported') : wordsIn(context)('이미 있습니다', 'there already')}: ${value.table.name} (${value.table.id})\n`,
    )
  return 0
}

/** Check a file here, without a server: what it holds, or the cell that is wrong. */
async function check(context: CommandContext, path: string): Promise<number> {
  const say = wordsIn(context)
  const one = await withPersons(context, await given(path, context))
  const text = (option: keyof typeof fields) => optionText(context, option)
  const file: TableFile = {
    name: one.file,
    bytes: one.bytes,
    descriptor: one.descriptor,
    persons: one.persons,
    kind: text('kind') === 'employment' ? 'employment' : 'flows',
    said: {
      name: text('name') ?? null,
      year: text('year') === undefined ? null : Number(text('year')),
      priceBasis: (text('price') ?? null) as never,
      importTreatment: (text('imports') ?? null) as never,
      unit: text('unit') ?? null,
      regionScope: text('scope') ?? null,
      source: text('source') ?? null,
      licence: text('licence') ?? null,
    },
    blankIsZero: optionFlag(context, 'blank-zero'),
    employmentUnit: text('employment-unit'),
    region: text('region'),
  }
  try {
    const { flows, employment: _employment, packed: _packed, ...read } = await readTableFile(file)
    const told = { ok: read.missing.length === 0, ...read, warnings: flows?.warnings ?? [] }
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(told)}\n`)
    else {
      context.io.stdout(
        say(
          `${read.layout}: 부문 ${read.sectors.length}개${read.regions.length > 0 ? `, 지역 ${read.regions.length}곳` : ''}\n`,
          `${read.layout}: ${read.sectors.length} sectors${read.regions.length > 0 ? `, ${read.regions.length} regions` : ''}\n`,
        ),
      )
      for (const note of read.notes) context.io.stdout(`- ${say(noteInKorean(note), note)}\n`)
      for (const one of read.missing)
        context.io.stdout(say(`빠진 것: ${one.field}, 예: ${one.example}\n`, `missing: ${one.field}, such as ${one.example}\n`))
    }
    return read.missing.length === 0 ? 0 : 1
  } finally {
    await closeFormats()
  }
}

async function list(context: CommandContext): Promise<number> {
  const page = await (await context.api()).get<z.infer<typeof TablePage>>(`/offices/${await context.office()}/economy/tables?limit=500`)
  if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(page)}\n`)
  else
    for (const one of page.items)
      context.io.stdout(`${one.id}\t${one.year}\t${one.name}${one.synthetic ? ' (합성)' : ''}\t${one.sectors}부문\t${one.unit}\t${one.source}\n`)
  return 0
}

/** `gusul table`: import, list and check tables of an economy. */
export const tableCommand: Command = {
  name: 'table',
  usage:
    'import|list|check FILE [--name …] [--year 2020] [--price basic] [--imports domestic] [--unit 백만원] [--scope 전국] [--source …] [--licence …] [--kind employment] [--persons FILE] [--json]',
  ko: '산업연관표와 지역 종사자 표를 들이고 살핍니다',
  en: 'import, list and check input-output tables and regional employment',
  options: {
    ...Object.fromEntries(Object.keys(fields).map((name) => [name, { type: 'string' as const }])),
    persons: { type: 'string' },
    'blank-zero': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [what, path, ...rest] = context.words
    try {
      if (what === 'list' && path === undefined) return await list(context)
      if (what === 'check' && path !== undefined && rest.length === 0) return await check(context, path)
      if (what === 'import' && path !== undefined && rest.length === 0) return await importOne(context, path)
    } catch (error) {
      if (error instanceof CaseError) context.io.stderr(`${error.message}\n`)
      else if (error instanceof EconomyError) context.io.stderr(`${error.code}: ${refusalWords(error, context.locale)}\n`)
      else if (error instanceof ProblemError) context.io.stderr(`${error.title[context.locale]}: ${error.more.detail?.[context.locale] ?? ''}\n`)
      else if (error instanceof ApiProblem) context.io.stderr(`${error.code}: ${error.message}\n`)
      else throw error
      return 1
    }
    context.io.stderr('expected: gusul table import FILE, gusul table check FILE or gusul table list\n')
    return 2
  },
}
