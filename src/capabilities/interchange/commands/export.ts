import { ApiProblem } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import { tableIds } from '#engines/interchange/tables'

const formats = ['xlsx', 'csv', 'dictionary', 'oc4ids', 'sdmx', 'ftm'] as const
const narrowing = ['kind', 'stage', 'phase', 'place', 'industry', 'team', 'q'] as const

/** `gusul export`: records as a file that comes back, or as others read them. */
export const exportCommand: Command = {
  name: 'export',
  usage:
    '--format oc4ids|sdmx|ftm|csv|xlsx|dictionary  [--table projects|facts|…] [--as-of 2026-06-30] [--known-on 2026-06-30T00:00:00Z] [--place …] [--archived] [--lang ko|en] [--out FILE]',
  ko: '사업·값·단계를 파일로 내보냅니다 (고쳐서 다시 가져올 수 있습니다)',
  en: 'export records as files: XLSX and CSV can be edited and imported again',
  options: {
    format: { type: 'string' },
    table: { type: 'string' },
    'as-of': { type: 'string' },
    'known-on': { type: 'string' },
    lang: { type: 'string' },
    archived: { type: 'boolean' },
    out: { type: 'string', short: 'o' },
    ...Object.fromEntries(narrowing.map((name) => [name, { type: 'string' as const }])),
  },
  run: async (context) => {
    const query = queryOf(context)
    const out = optionText(context, 'out')
    if (query.get('format') === 'xlsx' && out === undefined && context.io.terminal)
      throw new RangeError(
        'expected --out FILE: an XLSX file is nothing to look at in a terminal, such as gusul export --format xlsx --out projects.xlsx',
      )
    const answer = await (await context.api()).raw('GET', `/offices/${await context.office()}/export?${query}`)
    if (!answer.ok) throw await problemOf(answer)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    if (out !== undefined) {
      await context.io.writeFile(out, bytes)
      context.io.stderr(`${out} (${bytes.length} bytes)\n`)
    } else if (query.get('format') === 'xlsx') await writeBinary(context, bytes)
    else context.io.stdout(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))
    return 0
  },
}

/** Bytes to a pipe: the terminal's own text writer would change them. */
async function writeBinary(context: CommandContext, bytes: Uint8Array): Promise<void> {
  await context.io.writeFile('/dev/stdout', bytes)
}

function queryOf(context: CommandContext): URLSearchParams {
  const format = optionText(context, 'format')
  if (format === undefined || !(formats as readonly string[]).includes(format))
    throw new RangeError(`expected --format ${formats.join('|')}, got ${format === undefined ? 'none' : `"${format}"`}`)
  const table = optionText(context, 'table')
  if (table !== undefined && !(tableIds as readonly string[]).includes(table))
    throw new RangeError(`expected --table ${tableIds.join('|')}, got "${table}"`)
  const query = new URLSearchParams({ format })
  for (const [option, name] of [
    ['table', 'table'],
    ['as-of', 'asOf'],
    ['known-on', 'knownOn'],
    ['lang', 'lang'],
    ...narrowing.map((one) => [one, one] as const),
  ] as const) {
    const value = optionText(context, option)
    if (value !== undefined) query.set(name, value)
  }
  if (optionFlag(context, 'archived')) query.set('archived', 'true')
  return query
}

/** A refusal as the command prints it. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const text = await answer.text()
  const problem = (text.startsWith('{') ? JSON.parse(text) : {}) as { code?: string; title?: string; detail?: string }
  return new ApiProblem(answer.status, problem.code ?? 'http', problem.title ?? `HTTP ${answer.status}`, problem.detail)
}
