import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { CheckItem, CheckItemWhole } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

/** `gusul checks list`: what does not add up, the most money at stake first. */
const checksList: Command = {
  name: 'checks list',
  usage: '[--rule RULE] [--state open|left_open|closed|holds|all] [--document ID] [--subject ID] [--limit 20] [--json]',
  ko: '어긋나는 숫자와 날짜를 걸린 돈 순으로 보입니다',
  en: 'what does not add up, the most money at stake first',
  options: {
    ...json,
    rule: { type: 'string' },
    state: { type: 'string' },
    document: { type: 'string' },
    subject: { type: 'string' },
    limit: { type: 'string' },
  },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '20' })
    for (const name of ['rule', 'state', 'document', 'subject']) {
      const value = optionText(context, name)
      if (value !== undefined) query.set(name, value)
    }
    const { locale } = context
    const page = await (await context.api()).get<{ items: CheckItem[]; total: number }>(`/offices/${await context.office()}/checks?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? [wordsIn(context)('어긋나는 것이 없습니다', 'nothing contradicts')]
        : page.items.flatMap((one) => [`${one.id}  [${one.rule.name[locale]}]  ${one.title[locale]}`, ...quotesOf(one, locale)]),
    )
    return 0
  },
}

const quotesOf = (one: CheckItem, locale: 'ko' | 'en'): string[] => [
  ...new Set(
    one.witnesses.map(
      (word) => `    “${(word.sentence ?? wordsIn({ locale })('지운 문서', 'an erased document')).replace(/\s+/g, ' ').trim().slice(0, 120)}”`,
    ),
  ),
]

/** `gusul checks close`: close an item with a resolution and a reason. */
const checksClose: Command = {
  name: 'checks close',
  usage: 'ITEM --resolution different_scope|one_is_wrong|source_corrected|leave_open --reason … [--json]',
  ko: '점검 항목을 까닭과 함께 닫습니다 (주장은 둘 다 남습니다)',
  en: 'close an item with a reason; both claims stay',
  options: { ...json, resolution: { type: 'string' }, reason: { type: 'string' } },
  run: (context) =>
    act(context, 'close', { resolution: optionText(context, 'resolution') ?? '', reason: optionText(context, 'reason') ?? '' }, [
      '닫았습니다',
      'closed',
    ]),
}

/** `gusul checks reopen`: open a closed item again. */
const checksReopen: Command = {
  name: 'checks reopen',
  usage: 'ITEM --reason … [--json]',
  ko: '닫은 점검 항목을 다시 엽니다',
  en: 'open a closed item again',
  options: { ...json, reason: { type: 'string' } },
  run: (context) => act(context, 'reopen', { reason: optionText(context, 'reason') ?? '' }, ['다시 열었습니다', 'opened again']),
}

/** `gusul checks undo`: take the last decision about an item back. */
const checksUndo: Command = {
  name: 'checks undo',
  usage: 'ITEM [--json]',
  ko: '점검 항목의 마지막 판단을 되돌립니다',
  en: 'take the last decision about an item back',
  options: json,
  run: (context) => act(context, 'undo', undefined, ['되돌렸습니다', 'taken back']),
}

async function act(context: CommandContext, what: string, body: unknown, said: readonly [ko: string, en: string]): Promise<number> {
  const item = context.words[0]
  if (item === undefined) throw new RangeError(`expected the id of an item: gusul checks list shows them`)
  const after = await (await context.api()).post<CheckItemWhole>(
    `/offices/${await context.office()}/checks/${encodeURIComponent(item)}/${what}`,
    body,
  )
  print(context, after, () => [`${wordsIn(context)(...said)}: ${after.title[context.locale]} [${after.state}]`])
  return 0
}

export const checksCommands: readonly Command[] = [checksList, checksClose, checksReopen, checksUndo]
