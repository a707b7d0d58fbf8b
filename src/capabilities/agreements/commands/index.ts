import { clockOptions, clocksOf, clockUsage } from '#api/cli/clocks'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { AgreementView, ObligationView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const
const states: Readonly<Record<string, readonly [ko: string, en: string]>> = {
  ended: ['끝남', 'ended'],
  expired: ['기한 지남', 'run out'],
  past_usual: ['730일 지남', 'past 730 days'],
  ends_soon: ['곧 끝남', 'ends soon'],
  in_force: ['유효', 'in force'],
  not_yet: ['체결 전', 'not signed yet'],
  unknown: ['기한 모름', 'end not known'],
  met: ['이행', 'met'],
  waived: ['면제', 'waived'],
  late: ['늦음', 'late'],
  open: ['남음', 'open'],
}
const stateOf = (context: CommandContext, state: string): string => wordsIn(context)(...(states[state] ?? [state, state]))
const nameOf = (context: CommandContext, one: { nameKo: string; nameEn: string | null }): string =>
  context.locale === 'en' ? (one.nameEn ?? one.nameKo) : one.nameKo

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

function obligationLine(context: CommandContext, one: ObligationView): string {
  const words = wordsIn(context)
  const party = one.party ? nameOf(context, one.party) : words('누구의 것인지 모름', 'nobody knows whose')
  return `${one.dueOn ?? words('날 없음', 'no day')}  [${stateOf(context, one.state)}]  ${party}: ${one.title}  ${one.id}`
}

/** `gusul agreements list`: the ledger. */
const list: Command = {
  name: 'agreements list',
  usage: `[--state in_force|ends_soon|expired|past_usual|ended|not_yet|unknown] [--words TEXT] ${clockUsage} [--limit 50] [--json]`,
  ko: '협약 대장: 당사자, 효력, 남은 의무',
  en: 'the ledger of agreements: parties, validity, what is owed',
  options: { ...json, ...clockOptions, state: { type: 'string' }, words: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams([['limit', optionText(context, 'limit') ?? '50'], ...clocksOf(context)])
    const say = wordsIn(context)
    const [state, words] = [optionText(context, 'state'), optionText(context, 'words')]
    if (state !== undefined) query.set('state', state)
    if (words !== undefined) query.set('q', words)
    const page = await (await context.api()).get<{ items: AgreementView[] }>(`/offices/${await context.office()}/agreements?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? [say('협약이 없습니다', 'no agreements')]
        : page.items.map(
            (one) =>
              `${one.validity.endsOn ?? say('기한 모름', 'end not known')}  [${stateOf(context, one.validity.state)}]  ${nameOf(context, one)} ${say(
                `(당사자 ${one.parties.length}, 의무 ${one.obligations.length})`,
                `(parties ${one.parties.length}, obligations ${one.obligations.length})`,
              )}  ${one.id}`,
          ),
    )
    return 0
  },
}

/** `gusul agreements show`: one agreement. */
const show: Command = {
  name: 'agreements show',
  usage: `AGREEMENT ${clockUsage} [--json]`,
  ko: '협약 한 건을 당사자, 의무, 갱신과 함께 보입니다',
  en: 'one agreement with parties, obligations and renewals',
  options: { ...json, ...clockOptions },
  run: async (context) => {
    const id = context.words[0]
    if (id === undefined) throw new RangeError('expected the id of an agreement: gusul agreements list shows them')
    const say = wordsIn(context)
    const one = await (await context.api()).get<AgreementView>(
      `/offices/${await context.office()}/agreements/${encodeURIComponent(id)}?${clocksOf(context)}`,
    )
    print(context, one, () => [
      `${nameOf(context, one)} [${stateOf(context, one.validity.state)}] ${one.signedOn ?? say('체결일 모름', 'day of signing not known')} ~ ${one.validUntil ?? say('기한 적히지 않음', 'end not stated')}`,
      ...one.parties.map((party) => `  ${say('당사자', 'party')} ${nameOf(context, party)}${party.part ? ` (${party.part})` : ''}`),
      ...one.obligations.map((row) => `  ${obligationLine(context, row)}`),
      ...one.renewals.map(
        (row) => `  ${say('갱신', 'renewed')} ${row.renewedOn}: ${row.validBefore ?? say('적히지 않음', 'not stated')} → ${row.validUntil}`,
      ),
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
    print(context, made, () => [`${wordsIn(context)('더했습니다', 'added')}: ${made.id}`])
    return 0
  },
}

/** `gusul obligations list`: who owes what by when. */
const owed: Command = {
  name: 'obligations list',
  usage: `[--state due|late|open|met|waived|all] ${clockUsage} [--limit 50] [--json]`,
  ko: '누가 무엇을 언제까지 해야 하는지 보입니다',
  en: 'who owes what by when',
  options: { ...json, ...clockOptions, state: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const asked = { limit: optionText(context, 'limit') ?? '50', state: optionText(context, 'state') ?? 'due' }
    const query = new URLSearchParams([...Object.entries(asked), ...clocksOf(context)])
    const page = await (await context.api()).get<{ items: ObligationView[] }>(`/offices/${await context.office()}/obligations?${query}`)
    print(context, page, () =>
      page.items.length === 0 ? [wordsIn(context)('남은 의무가 없습니다', 'no obligations')] : page.items.map((one) => obligationLine(context, one)),
    )
    return 0
  },
}

/** What the command line does with agreements and obligations. */
export const agreementsCommands: readonly Command[] = [list, show, add, owed]
