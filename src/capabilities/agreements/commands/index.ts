import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { AgreementView, ObligationView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const
const states: Readonly<Record<string, string>> = {
  ended: '끝남',
  expired: '기한 지남',
  past_usual: '730일 지남',
  ends_soon: '곧 끝남',
  in_force: '유효',
  unknown: '기한 모름',
  met: '이행',
  waived: '면제',
  late: '늦음',
  open: '남음',
}

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const obligationLine = (one: ObligationView): string =>
  `${one.dueOn ?? '날 없음'}  [${states[one.state]}]  ${one.party?.nameKo ?? '누구의 것인지 모름'}: ${one.title}  ${one.id}`

/** `gusul agreements list`: the ledger. */
const list: Command = {
  name: 'agreements list',
  usage: '[--state in_force|ends_soon|expired|past_usual|ended|unknown] [--words TEXT] [--limit 50] [--json]',
  ko: '협약 대장: 당사자, 효력, 남은 의무',
  en: 'the ledger of agreements: parties, validity, what is owed',
  options: { ...json, state: { type: 'string' }, words: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '50' })
    const [state, words] = [optionText(context, 'state'), optionText(context, 'words')]
    if (state !== undefined) query.set('state', state)
    if (words !== undefined) query.set('q', words)
    const page = await (await context.api()).get<{ items: AgreementView[] }>(`/offices/${await context.office()}/agreements?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? ['협약이 없습니다']
        : page.items.map(
            (one) =>
              `${one.validity.endsOn ?? '기한 모름'}  [${states[one.validity.state]}]  ${one.nameKo} (당사자 ${one.parties.length}, 의무 ${one.obligations.length})  ${one.id}`,
          ),
    )
    return 0
  },
}

/** `gusul agreements show`: one agreement. */
const show: Command = {
  name: 'agreements show',
  usage: 'AGREEMENT [--json]',
  ko: '협약 한 건을 당사자, 의무, 갱신과 함께 보입니다',
  en: 'one agreement with parties, obligations and renewals',
  options: json,
  run: async (context) => {
    const id = context.words[0]
    if (id === undefined) throw new RangeError('expected the id of an agreement: gusul agreements list shows them')
    const one = await (await context.api()).get<AgreementView>(`/offices/${await context.office()}/agreements/${encodeURIComponent(id)}`)
    print(context, one, () => [
      `${one.nameKo} [${states[one.validity.state]}] ${one.signedOn ?? '체결일 모름'} ~ ${one.validUntil ?? '기한 적히지 않음'}`,
      ...one.parties.map((party) => `  당사자 ${party.nameKo}${party.part ? ` (${party.part})` : ''}`),
      ...one.obligations.map((row) => `  ${obligationLine(row)}`),
      ...one.renewals.map((row) => `  갱신 ${row.renewedOn}: ${row.validBefore ?? '적히지 않음'} → ${row.validUntil}`),
    ])
    return 0
  },
}

/** `gusul agreements add`: an agreement by hand. */
const add: Command = {
  name: 'agreements add',
  usage: 'NAME [--signed DAY] [--until DAY] [--party NAME]… [--json]',
  ko: '협약을 당사자와 함께 더합니다',
  en: 'add an agreement with its parties',
  options: { ...json, signed: { type: 'string' }, until: { type: 'string' }, party: { type: 'string', multiple: true } },
  run: async (context) => {
    const parties = context.options.party
    const made = await (await context.api()).post<{ id: string }>(`/offices/${await context.office()}/agreements`, {
      nameKo: context.words.join(' '),
      signedOn: optionText(context, 'signed') ?? null,
      validUntil: optionText(context, 'until') ?? null,
      parties: (Array.isArray(parties) ? parties : parties === undefined ? [] : [parties]).map((name) => ({ name: String(name) })),
    })
    print(context, made, () => [`더했습니다: ${made.id}`])
    return 0
  },
}

/** `gusul obligations list`: who owes what by when. */
const owed: Command = {
  name: 'obligations list',
  usage: '[--state due|late|open|met|waived|all] [--limit 50] [--json]',
  ko: '누가 무엇을 언제까지 해야 하는지 보입니다',
  en: 'who owes what by when',
  options: { ...json, state: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '50', state: optionText(context, 'state') ?? 'due' })
    const page = await (await context.api()).get<{ items: ObligationView[] }>(`/offices/${await context.office()}/obligations?${query}`)
    print(context, page, () => (page.items.length === 0 ? ['남은 의무가 없습니다'] : page.items.map(obligationLine)))
    return 0
  },
}

/** What the command line does with agreements and obligations. */
export const agreementsCommands: readonly Command[] = [list, show, add, owed]
