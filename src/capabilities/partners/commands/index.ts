import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { EvidenceView, PartnerRow } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

/** `gusul partners list`: partners' accounts. */
const list: Command = {
  name: 'partners list',
  usage: '[--json]',
  ko: '협력 기관 계정과 그 기관을 보입니다',
  en: "partners' accounts and the organisation of each",
  options: json,
  run: async (context) => {
    const word = wordsIn(context)
    const found = await (await context.api()).get<{ items: PartnerRow[] }>(`/offices/${await context.office()}/partners`)
    print(context, found, () =>
      found.items.length === 0
        ? [word('협력 기관 계정이 없습니다', 'no partner has an account')]
        : found.items.map((one) => `${one.userId}  ${one.name}: ${one.organisation?.nameKo ?? word('아직 잇지 않음', 'not tied yet')}`),
    )
    return 0
  },
}

/** `gusul partners tie`: for which organisation an account stands. */
const tie: Command = {
  name: 'partners tie',
  usage: 'USER ORGANISATION',
  ko: '협력 기관 계정을 기관·기업에 잇습니다',
  en: 'say for which organisation an account stands',
  options: json,
  run: async (context) => {
    const [user, organisationId] = context.words
    if (user === undefined || organisationId === undefined) throw new RangeError('expected USER ORGANISATION: gusul partners list shows the users')
    await (await context.api()).put(`/offices/${await context.office()}/partners/${encodeURIComponent(user)}`, { organisationId })
    print(context, { user, organisationId }, () => [wordsIn(context)('이었습니다', 'tied')])
    return 0
  },
}

/** `gusul evidence list`: files that partners sent. */
const evidence: Command = {
  name: 'evidence list',
  usage: '[--state sent|accepted|returned|all] [--limit 50] [--json]',
  ko: '협력 기관이 낸 증빙을 보입니다',
  en: 'files that partners sent',
  options: { ...json, state: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '50', state: optionText(context, 'state') ?? 'sent' })
    const page = await (await context.api()).get<{ items: EvidenceView[] }>(`/offices/${await context.office()}/evidence?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? [wordsIn(context)('기다리는 증빙이 없습니다', 'no file waits')]
        : page.items.map((one) => `${one.id}  [${one.state}]  ${one.obligation.subject.nameKo}: ${one.obligation.title}  ${one.fileName}`),
    )
    return 0
  },
}

/** `gusul evidence accept` and `gusul evidence return`. */
const decision = (name: 'accept' | 'return'): Command => ({
  name: `evidence ${name}`,
  usage: name === 'accept' ? 'EVIDENCE [--on DAY]' : 'EVIDENCE --reason …',
  ko: name === 'accept' ? '증빙을 받습니다: 문서가 되고 의무는 이행된 것이 됩니다' : '증빙을 까닭과 함께 돌려줍니다',
  en: name === 'accept' ? 'take a file: it becomes a document and the obligation is met' : 'return a file with a reason',
  options: { ...json, on: { type: 'string' }, reason: { type: 'string' } },
  run: async (context) => {
    const id = context.words[0]
    if (id === undefined) throw new RangeError('expected the id of a file: gusul evidence list shows them')
    const state = name === 'accept' ? 'accepted' : 'returned'
    await (await context.api()).post(`/offices/${await context.office()}/evidence/${encodeURIComponent(id)}/decision`, {
      state,
      reason: optionText(context, 'reason') ?? null,
      metOn: optionText(context, 'on') ?? null,
    })
    print(context, { id, state }, () => [
      name === 'accept' ? wordsIn(context)('받았습니다', 'taken') : wordsIn(context)('돌려주었습니다', 'returned'),
    ])
    return 0
  },
})

/** What the command line does with partners and their evidence. */
export const partnersCommands: readonly Command[] = [list, tie, evidence, decision('accept'), decision('return')]
