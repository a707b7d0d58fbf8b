import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { FromTables } from '../from-tables/case-of-tables.ts'
import type { AnalysisHeadView } from '../schemas.ts'

type Asked = Record<string, unknown> & Pick<FromTables, 'kind'>

/** `gusul analyses make`: an analysis of tables that the office imported. */
export const make: Command = {
  name: 'analyses make',
  usage:
    'structure --tables ID,ID --region NAME [--nation NAME] [--level code|sector|section] [--absent-zero] | chain --table ID --make 운송장비=20000 [--persons ID --region NAME] [--name WORDS] [--json]',
  ko: '들인 표로 산업구조나 가치사슬 분석을 만듭니다 (--make는 억원)',
  en: 'make a structure or a value chain of imported tables',
  options: {
    json: { type: 'boolean' },
    tables: { type: 'string' },
    table: { type: 'string' },
    persons: { type: 'string' },
    region: { type: 'string' },
    nation: { type: 'string' },
    level: { type: 'string' },
    make: { type: 'string', multiple: true },
    name: { type: 'string' },
    'absent-zero': { type: 'boolean' },
    confidential: { type: 'boolean' },
  },
  run: async (context) => {
    const made = await (await context.api()).post<AnalysisHeadView>(`/offices/${await context.office()}/analyses/from-tables`, askedOf(context))
    const whole = optionFlag(context, 'json') || !context.io.terminal
    context.io.stdout(whole ? `${JSON.stringify(made)}\n` : `만들었습니다: ${made.name} (${made.id})\n`)
    return 0
  },
}

/**
 * What the words and options ask for.
 * @throws RangeError for what is missing, with an example
 */
export function askedOf(context: Pick<CommandContext, 'words' | 'options'>): Asked {
  const text = (name: string) => optionText(context as CommandContext, name)
  const needed = (name: string, example: string): string => {
    const value = text(name)
    if (value === undefined) throw new RangeError(`expected --${name}, such as --${name} ${example}`)
    return value
  }
  const common = {
    ...(text('name') === undefined ? {} : { name: text('name') }),
    ...(optionFlag(context as CommandContext, 'confidential') ? { confidential: true } : {}),
  }
  const [kind] = context.words
  if (kind === 'structure')
    return {
      kind,
      tables: needed('tables', 'ID,ID').split(','),
      region: needed('region', '광주광역시'),
      ...(text('nation') === undefined ? {} : { nation: text('nation') }),
      ...(text('level') === undefined ? {} : { level: text('level') }),
      ...(optionFlag(context as CommandContext, 'absent-zero') ? { absentIsZero: true } : {}),
      ...common,
    }
  if (kind !== 'chain') throw new RangeError(`expected structure or chain, got "${kind ?? ''}"`)
  const given = context.options.make
  const lines = (Array.isArray(given) ? given : given === undefined ? [] : [given]).map(String)
  if (lines.length === 0) throw new RangeError('expected --make, such as --make 운송장비=20000 (억원 a year)')
  const core = lines.map((line) => {
    const found = /^(.+)=([\d,.]+)$/.exec(line)
    if (!found) throw new RangeError(`expected --make as sector=억원, such as 운송장비=20000, got "${line}"`)
    return { sector: found[1]!.trim(), amount: Number(found[2]!.replaceAll(',', '')) }
  })
  const persons = text('persons')
  return {
    kind,
    table: needed('table', 'ID'),
    core,
    ...(persons === undefined ? {} : { employment: { table: persons, region: needed('region', '광주광역시') } }),
    ...common,
  }
}
