import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { AwardView, PreviewView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const percent = (rate: string | null): string => (rate === null ? '모름' : `${(Number(rate) * 100).toFixed(2)}%`)
const award = async (context: CommandContext): Promise<string> => {
  const id = context.words[0]
  if (id === undefined) throw new RangeError('expected the id of an award: gusul awards list shows them')
  return `/offices/${await context.office()}/awards/${encodeURIComponent(id)}`
}
const assessed = (rule: { ko: string; version: number }, result: { shortfall: string | null; amount: string | null }): string =>
  `미달 ${percent(result.shortfall)}, 환수 ${result.amount ?? '모름'}원 (${rule.ko}, 제${rule.version}판)`

/** `gusul awards list`: awards with the next check. */
const list: Command = {
  name: 'awards list',
  usage: '[--late] [--words TEXT] [--limit 50] [--json]',
  ko: '보조금 교부를 조건, 다음 점검, 환수 산정과 함께 보입니다',
  en: 'awards with conditions, the next check and what was assessed',
  options: { ...json, late: { type: 'boolean' }, words: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: optionText(context, 'limit') ?? '50', due: optionFlag(context, 'late') ? 'late' : 'all' })
    const words = optionText(context, 'words')
    if (words !== undefined) query.set('q', words)
    const page = await (await context.api()).get<{ items: AwardView[] }>(`/offices/${await context.office()}/awards?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? ['교부가 없습니다']
        : page.items.map((one) => {
            const next = one.schedule.find((year) => year.check === null)
            return `${next ? `${next.dueOn} ${next.year}년 차` : '점검 끝'}  ${one.nameKo}  교부 ${one.granted?.value ?? '모름'}원  ${one.id}`
          }),
    )
    return 0
  },
}

/** `gusul awards show`: one award. */
const show: Command = {
  name: 'awards show',
  usage: 'AWARD [--json]',
  ko: '교부 한 건을 조건, 점검, 산정과 함께 보입니다',
  en: 'one award with conditions, checks and assessments',
  options: json,
  run: async (context) => {
    const one = await (await context.api()).get<AwardView>(await award(context))
    print(context, one, () => [
      `${one.nameKo}: ${one.recipient?.nameKo ?? '받는 곳 모름'}, ${one.granted?.value ?? '모름'}원, ${one.grantedOn ?? '교부일 모름'}`,
      ...one.conditions.map(
        (row) => `  ${row.nameKo}: 약속 ${row.promised?.value ?? '모름'}, 실적 ${row.reached?.value ?? '측정 안 됨'} ${row.unit}`,
      ),
      ...one.schedule.map(
        (year) =>
          `  ${year.year}년 차 ${year.dueOn}${year.expected ? ' (예상)' : ''}: ${year.check ? `점검 ${year.check.checkedOn}` : year.state === 'late' ? '늦음' : '남음'}`,
      ),
      ...one.assessments.map((row) => `  ${row.assessedOn} ${assessed(row.rule, row)}${row.withdrawnAt ? ' 거둠' : ''}`),
    ])
    return 0
  },
}

/** `gusul awards assess`: work a clawback out; kept only with --keep. */
const assess: Command = {
  name: 'awards assess',
  usage: 'AWARD --on DAY [--rule shortfall-pro-rata] [--keep] [--reason …] [--json]',
  ko: '환수액을 산정합니다 (--keep을 주면 규칙의 판, 입력과 함께 남깁니다)',
  en: 'work a clawback out; with --keep it is kept with rule version and inputs',
  options: { ...json, on: { type: 'string' }, rule: { type: 'string' }, keep: { type: 'boolean' }, reason: { type: 'string' } },
  run: async (context) => {
    const assessedOn = optionText(context, 'on')
    if (assessedOn === undefined) throw new RangeError('expected --on DAY, such as --on 2026-03-02')
    const body = { ruleId: optionText(context, 'rule') ?? 'shortfall-pro-rata', assessedOn }
    const api = await context.api()
    const path = await award(context)
    if (optionFlag(context, 'keep')) {
      const after = await api.post<AwardView>(`${path}/assessments`, { ...body, reason: optionText(context, 'reason') ?? null })
      print(context, after, () => [assessed(after.assessments[0]!.rule, after.assessments[0]!)])
    } else {
      const found = await api.post<PreviewView>(`${path}/assessment-previews`, body)
      print(context, found, () => [
        assessed(found.rule, found.result),
        ...(found.result.unknown.length > 0 ? [`모르는 것: ${found.result.unknown.join(', ')}`] : []),
      ])
    }
    return 0
  },
}

/** `gusul awards add`: an award by hand. */
const add: Command = {
  name: 'awards add',
  usage: 'NAME --recipient FIRM --granted WON --on DAY [--jobs COUNT] [--investment WON] [--json]',
  ko: '교부를 더합니다',
  en: 'add an award',
  options: {
    ...json,
    recipient: { type: 'string' },
    granted: { type: 'string' },
    on: { type: 'string' },
    jobs: { type: 'string' },
    investment: { type: 'string' },
  },
  run: async (context) => {
    const conditions = (['jobs', 'investment'] as const).flatMap((indicator) => {
      const target = optionText(context, indicator)
      return target === undefined ? [] : [{ indicator, target }]
    })
    const made = await (await context.api()).post<{ id: string }>(`/offices/${await context.office()}/awards`, {
      nameKo: context.words.join(' '),
      recipient: optionText(context, 'recipient') ?? null,
      granted: optionText(context, 'granted') ?? null,
      grantedOn: optionText(context, 'on') ?? null,
      conditions,
    })
    print(context, made, () => [`더했습니다: ${made.id}`])
    return 0
  },
}

/** What the command line does with awards. */
export const awardsCommands: readonly Command[] = [list, show, assess, add]
