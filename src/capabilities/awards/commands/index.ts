import { clockOptions, clocksOf, clockUsage } from '#api/cli/clocks'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { AwardView, PreviewView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(data)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

const percent = (context: CommandContext, rate: string | null): string =>
  rate === null ? wordsIn(context)('모름', 'not known') : `${(Number(rate) * 100).toFixed(2)}%`
const nameOf = (context: CommandContext, one: { nameKo: string; nameEn: string | null }): string =>
  context.locale === 'en' ? (one.nameEn ?? one.nameKo) : one.nameKo
const award = async (context: CommandContext): Promise<string> => {
  const id = context.words[0]
  if (id === undefined) throw new RangeError('expected the id of an award: gusul awards list shows them')
  return `/offices/${await context.office()}/awards/${encodeURIComponent(id)}`
}
const assessed = (
  context: CommandContext,
  rule: { ko: string; en: string; version: number },
  result: { shortfall: string | null; amount: string | null },
): string =>
  wordsIn(context)(
    `미달 ${percent(context, result.shortfall)}, 환수 ${result.amount === null ? '모름' : `${result.amount}원`} (${rule.ko}, 제${rule.version}판)`,
    `shortfall ${percent(context, result.shortfall)}, clawback ${result.amount === null ? 'not known' : `KRW ${result.amount}`} (${rule.en}, version ${rule.version})`,
  )

const won = (context: CommandContext, value: string | undefined): string =>
  value === undefined ? wordsIn(context)('모름', 'not known') : wordsIn(context)(`${value}원`, `KRW ${value}`)

/** `gusul awards list`: awards with the next check. */
const list: Command = {
  name: 'awards list',
  usage: `[--late] [--words TEXT] ${clockUsage} [--limit 50] [--json]`,
  ko: '보조금 교부를 조건, 다음 점검, 환수 산정과 함께 보입니다',
  en: 'awards with conditions, the next check and what was assessed',
  options: { ...json, ...clockOptions, late: { type: 'boolean' }, words: { type: 'string' }, limit: { type: 'string' } },
  run: async (context) => {
    const say = wordsIn(context)
    const asked = { limit: optionText(context, 'limit') ?? '50', due: optionFlag(context, 'late') ? 'late' : 'all' }
    const query = new URLSearchParams([...Object.entries(asked), ...clocksOf(context)])
    const words = optionText(context, 'words')
    if (words !== undefined) query.set('q', words)
    const page = await (await context.api()).get<{ items: AwardView[] }>(`/offices/${await context.office()}/awards?${query}`)
    print(context, page, () =>
      page.items.length === 0
        ? [say('교부가 없습니다', 'no awards')]
        : page.items.map((one) => {
            const next = one.schedule.find((year) => year.check === null)
            const check = next ? `${next.dueOn} ${say(`${next.year}년 차`, `year ${next.year}`)}` : say('점검 끝', 'checks done')
            return `${check}  ${nameOf(context, one)}  ${say('교부', 'granted')} ${won(context, one.granted?.value)}  ${one.id}`
          }),
    )
    return 0
  },
}

/** `gusul awards show`: one award. */
const show: Command = {
  name: 'awards show',
  usage: `AWARD ${clockUsage} [--json]`,
  ko: '교부 한 건을 조건, 점검, 산정과 함께 보입니다',
  en: 'one award with conditions, checks and assessments',
  options: { ...json, ...clockOptions },
  run: async (context) => {
    const one = await (await context.api()).get<AwardView>(`${await award(context)}?${clocksOf(context)}`)
    const say = wordsIn(context)
    print(context, one, () => [
      `${nameOf(context, one)}: ${one.recipient ? nameOf(context, one.recipient) : say('받는 곳 모름', 'recipient not known')}, ${won(context, one.granted?.value)}, ${one.grantedOn ?? say('교부일 모름', 'day of the grant not known')}`,
      ...one.conditions.map(
        (row) =>
          `  ${nameOf(context, row)}: ${say('약속', 'promised')} ${row.promised?.value ?? say('모름', 'not known')}, ${say('실적', 'reached')} ${row.reached?.value ?? say('측정 안 됨', 'not measured')} ${row.unit}`,
      ),
      ...one.schedule.map(
        (year) =>
          `  ${say(`${year.year}년 차`, `year ${year.year}`)} ${year.dueOn}${year.expected ? say(' (예상)', ' (expected)') : ''}: ${
            year.check ? `${say('점검', 'checked')} ${year.check.checkedOn}` : year.state === 'late' ? say('늦음', 'late') : say('남음', 'open')
          }`,
      ),
      ...one.assessments.map((row) => `  ${row.assessedOn} ${assessed(context, row.rule, row)}${row.withdrawnAt ? say(' 거둠', ' withdrawn') : ''}`),
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
      print(context, after, () => [assessed(context, after.assessments[0]!.rule, after.assessments[0]!)])
    } else {
      const found = await api.post<PreviewView>(`${path}/assessment-previews`, body)
      print(context, found, () => [
        assessed(context, found.rule, found.result),
        ...(found.result.unknown.length > 0 ? [`${wordsIn(context)('모르는 것', 'not known')}: ${found.result.unknown.join(', ')}`] : []),
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
    print(context, made, () => [`${wordsIn(context)('더했습니다', 'added')}: ${made.id}`])
    return 0
  },
}

/** What the command line does with awards. */
export const awardsCommands: readonly Command[] = [list, show, assess, add]
