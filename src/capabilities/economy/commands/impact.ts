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
      else context.io.stdout(`${linesOf(answer).join('\n')}\n`)
      return 0
    } catch (error) {
      return tellFault(context, error)
    }
  },
}

const names: readonly (readonly [keyof ImpactAnswer['phases'][number]['effects'], string])[] = [
  ['output', '생산유발'],
  ['valueAdded', '부가가치유발'],
  ['employed', '취업유발'],
  ['employees', '고용유발'],
  ['taxes', '세금'],
  ['imports', '수입유발'],
]

function linesOf(answer: ImpactAnswer): string[] {
  return [
    answer.sentence.ko,
    ...answer.phases.flatMap((phase) => [
      `${phase.phase === 'construction' ? '건설' : '운영'} ${phase.from ?? '연도 미정'}${phase.to !== null && phase.to !== phase.from ? `–${phase.to}` : ''}`,
      ...names.flatMap(([key, name]) => {
        const effect = phase.effects[key]
        return effect
          ? [
              `  ${name}\t${shown(effect, effect.total)}${effect.inside ? `\t지역 안 ${shown(effect, effect.inside.middle)} (${shown(effect, effect.inside.low)}–${shown(effect, effect.inside.high)})` : ''}`,
            ]
          : []
      }),
    ]),
    ...answer.warnings.map((one) => `주의: ${one.ko}`),
  ]
}

/** Money in 억원 to one place, persons whole. */
const shown = (effect: EffectView, text: string): string =>
  effect.unit === 'KRW' ? `${toGrouped(round(shift(decimal(text), -8), 1))}억원` : `${toGrouped(round(decimal(text), 0))}명`
