import { type Command, type CommandContext, optionFlag } from '#api/cli/command'
import type { ClaimAnswer } from '../answer-schemas.ts'
import { ClaimCase } from '../case.ts'
import { answerClaim } from '../service/claim.ts'
import { readCase, tellFault } from './case-file.ts'

const verdicts: Readonly<Record<ClaimAnswer['verdict'], Readonly<Record<CommandContext['locale'], string>>>> = {
  coherent: { ko: '들어맞음', en: 'coherent' },
  optimistic: { ko: '낙관적', en: 'optimistic' },
  outside: { ko: '모든 한계의 밖', en: 'outside all bounds' },
  'cannot-judge': { ko: '판단할 수 없음', en: 'cannot be judged' },
}

const linesOf = (answer: ClaimAnswer, locale: CommandContext['locale']): string[] => [
  `${answer.title}\t${verdicts[answer.verdict][locale]}\t${answer.says[locale]}`,
  ...answer.tests.map((one) => `- ${one.says[locale]}`),
  ...(answer.assumed.length > 0 ? [locale === 'ko' ? '성립하려면' : 'for it to hold', ...answer.assumed.map((one) => `- ${one[locale]}`)] : []),
]

/** `gusul claim-check`: an announced effect held to published coefficients; without a case, every announced effect of the office. */
export const claimCheckCommand: Command = {
  name: 'claim-check',
  usage: '[--json] [CASE.json]',
  ko: '발표된 경제효과를 공표된 계수와 견줍니다 (사례가 없으면 포트폴리오의 발표 모두)',
  en: 'hold an announced effect to published coefficients (without a case: all of the portfolio)',
  options: { json: { type: 'boolean' } },
  run: async (context) => {
    const asJson = optionFlag(context, 'json') || !context.io.terminal
    try {
      if (context.words.length === 0) {
        const page = await (await context.api()).get<{ items: { answer: ClaimAnswer }[] }>(
          `/offices/${await context.office()}/economy/claims?limit=500`,
        )
        context.io.stdout(
          asJson ? `${JSON.stringify(page)}\n` : page.items.map((one) => `${linesOf(one.answer, context.locale).join('\n')}\n`).join('\n'),
        )
        return 0
      }
      const answer = answerClaim(await readCase(context, ClaimCase, 'claim-check'))
      context.io.stdout(asJson ? `${JSON.stringify(answer)}\n` : `${linesOf(answer, context.locale).join('\n')}\n`)
      return 0
    } catch (error) {
      return tellFault(context, error)
    }
  },
}
