import { parseArgs } from 'node:util'
import { ApiProblem } from '#api/cli/client'
import type { Command, CommandContext, CommandIo } from '#api/cli/command'

/** What every command understands. */
const common = {
  data: { type: 'string' },
  server: { type: 'string' },
  token: { type: 'string' },
  office: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const

/** What the CLI needs from outside. */
export interface CliParts {
  commands: readonly Command[]
  io: CommandIo
  version: string
  locale: 'ko' | 'en'
  /** Whether an error is one that the person at the terminal can mend: then one line, without a stack. */
  isPlain: (error: unknown) => boolean
  api: (options: Record<string, unknown>, locale: 'ko' | 'en') => Promise<import('#api/cli/client').ApiClient>
}

/**
 * Run one command line.
 *
 * @returns the exit code: 0 done, 1 it did not work, 2 the words were wrong
 */
export async function runCli(argv: readonly string[], parts: CliParts): Promise<number> {
  const { io, commands } = parts
  const command = longestMatch(commands, argv)
  if (!command) {
    if (argv[0] === '--version' || argv[0] === '-v') {
      io.stdout(`gusul ${parts.version}\n`)
      return 0
    }
    const asked = argv[0] === undefined || ['help', '--help', '-h'].includes(argv[0])
    if (!asked) io.stderr(parts.locale === 'ko' ? `모르는 명령입니다: ${argv[0]}\n` : `unknown command: ${argv[0]}\n`)
    // gusul help claims: every command of that name with its options
    const named =
      asked && argv[1] !== undefined
        ? commands.filter((one) =>
            `${one.name} `.startsWith(
              `${argv
                .slice(1)
                .filter((word) => !word.startsWith('-'))
                .join(' ')} `,
            ),
          )
        : []
    io[asked ? 'stdout' : 'stderr'](named.length > 0 ? named.map((one) => describe(one, parts.locale)).join('\n') : help(parts))
    return asked ? 0 : 2
  }
  const rest = argv.slice(command.name.split(' ').length)
  let parsed: { values: Record<string, unknown>; positionals: string[] }
  try {
    parsed = parseArgs({ args: [...rest], options: { ...common, ...command.options }, allowPositionals: true, strict: true })
  } catch (error) {
    io.stderr(`${(error as Error).message}\ngusul ${command.name} ${command.usage}\n`)
    return 2
  }
  const lang = parsed.values.lang ?? parts.locale
  if (lang !== 'ko' && lang !== 'en') {
    io.stderr(`expected --lang ko or --lang en, got "${lang}"\n`)
    return 2
  }
  const locale: 'ko' | 'en' = lang
  if (parsed.values.help) {
    io.stdout(describe(command, locale))
    return 0
  }
  let api: Promise<import('#api/cli/client').ApiClient> | undefined
  const context: CommandContext = {
    words: parsed.positionals,
    options: parsed.values as CommandContext['options'],
    io,
    locale,
    api: () => (api ??= parts.api(parsed.values, locale)),
    office: async () => officeOf(parsed.values, await context.api()),
  }
  try {
    return await command.run(context)
  } catch (error) {
    io.stderr(`${error instanceof ApiProblem || parts.isPlain(error) ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`)
    return error instanceof RangeError ? 2 : 1
  }
}

/** `user add` is found before `user`. */
function longestMatch(commands: readonly Command[], argv: readonly string[]): Command | undefined {
  return commands
    .filter((command) => command.name.split(' ').every((word, index) => argv[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0]
}

async function officeOf(options: Record<string, unknown>, api: import('#api/cli/client').ApiClient): Promise<string> {
  const given = options.office ?? process.env.GUSUL_OFFICE
  if (typeof given === 'string' && given !== '') return given
  const session = await api.get<{ offices: { slug: string }[] }>('/session')
  const [only, ...more] = session.offices
  if (only && more.length === 0) return only.slug
  throw new RangeError(
    only
      ? `expected --office, one of: ${session.offices.map((office) => office.slug).join(', ')}`
      : 'expected --office SLUG: this token belongs to no office; make one in the console or with gusul office add',
  )
}

const describe = (command: Command, locale: 'ko' | 'en'): string =>
  `gusul ${command.name} ${command.usage}\n  ${command[locale]}\n${Object.entries(command.options ?? {})
    .map(([name, option]) => `  --${name}${option.type === 'string' ? ' …' : ''}\n`)
    .join('')}`

function help(parts: CliParts): string {
  const lines = parts.commands.map((command) => `  ${`${command.name} ${command.usage}`.padEnd(58)} ${command[parts.locale]}`)
  return `gusul ${parts.version}\n\n${lines.join('\n')}\n\n${
    parts.locale === 'ko'
      ? '모든 명령: --server URL --token … (돌고 있는 구슬에), 없으면 --data DIR 의 자료에 바로 · --office SLUG · --lang ko|en · --help'
      : 'Every command: --server URL --token … (a running Gusul), else straight on the data of --data DIR · --office SLUG · --lang ko|en · --help'
  }\n`
}
