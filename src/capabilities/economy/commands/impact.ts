import { CaseError } from '#api/cli/case-file'
import { type Command, type CommandContext, optionFlag } from '#api/cli/command'
import { decimal, round, shift, toGrouped } from '#quantity/decimal'
import type { EffectView, ImpactAnswer } from '../answer-schemas.ts'
import { ImpactCase } from '../case.ts'
import { demonstration } from '../service/finder.ts'
import { answerImpact } from '../service/impact.ts'
import { readCase, tellFault } from './case-file.ts'

/** A case that names no table of an office is answered here, without a server. */
const needsOffice = (asked: ImpactCase): boolean =>
  (typeof asked.table === 'string' && asked.table !== 'demonstration') ||
  (asked.region !== null && typeof asked.region === 'object' && 'table' in asked.region)

async function answered(context: CommandContext, asked: ImpactCase): Promise<ImpactAnswer> {
  if (needsOffice(asked)) return (await context.api()).post<ImpactAnswer>(`/offices/${await context.office()}/economy/impact`, asked)
  const nowhere = () => Promise.reject(new CaseError('expected a table of an office'))
  return answerImpact(asked, { demonstration, table: nowhere, region: nowhere })
}

/** `gusul impact`: what a project does. */
export const impactCommand: Command = {
  name: 'impact',
  usage: '[--json] CASE.json',
  ko: '사업의 파급효과(생산·부가가치·취업)를 셈합니다',
  en: 'the impact of a project: output, value added, jobs',
  options: { json: { type: 'boolean' } },
  run: async (context) => {
    try {
      const answer = await answered(context, await readCase(context, ImpactCase, 'impact'))
      if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(answer)}\n`)
      else context.io.stdout(`${linesOf(answer, context.locale).join('\n')}\n`)
      return 0
    } catch (error) {
      return tellFault(context, error)
    }
  },
}

const names: readonly (readonly [keyof ImpactAnswer['phases'][number]['effects'], ko: string, en: string])[] = [
  ['output', '생산유발', 'output'],
  ['valueAdded', '부가가치유발', 'value added'],
  ['employed', '취업유발', 'persons employed'],
  ['employees', '고용유발', 'employees'],
  ['taxes', '세금', 'taxes'],
  ['imports', '수입유발', 'imports'],
]

function linesOf(answer: ImpactAnswer, locale: CommandContext['locale']): string[] {
  const say = (ko: string, en: string): string => (locale === 'ko' ? ko : en)
  return [
    answer.sentence[locale],
    ...answer.phases.flatMap((phase) => [
      `${phase.phase === 'construction' ? say('건설', 'construction') : say('운영', 'operation')} ${phase.from ?? say('연도 미정', 'no year')}${phase.to !== null && phase.to !== phase.from ? `–${phase.to}` : ''}`,
      ...names.flatMap(([key, ko, en]) => {
        const effect = phase.effects[key]
        if (!effect) return []
        const write = (text: string) => shown(effect, text, locale)
        const inside = effect.inside
          ? `\t${say('지역 안', 'inside')} ${write(effect.inside.middle)} (${write(effect.inside.low)}–${write(effect.inside.high)})`
          : ''
        return [`  ${say(ko, en)}\t${write(effect.total)}${inside}`]
      }),
    ]),
    ...answer.warnings.map((one) => say(`주의: ${one.ko}`, `note: ${one.en}`)),
  ]
}

/** Money in 억원 to one place (in English in KRW bn), persons whole. */
const shown = (effect: EffectView, text: string, locale: CommandContext['locale']): string =>
  effect.unit === 'KRW'
    ? locale === 'ko'
      ? `${toGrouped(round(shift(decimal(text), -8), 1))}억원`
      : `KRW ${toGrouped(round(shift(decimal(text), -9), 1))}bn`
    : `${toGrouped(round(decimal(text), 0))}${locale === 'ko' ? '명' : ''}`
