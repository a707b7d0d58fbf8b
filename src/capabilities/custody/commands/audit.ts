import { type Command, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { AuditVerification } from '../schemas.ts'

/** `gusul audit verify`: whether the history of every office (or of one) is as it was written. */
export const auditVerify: Command = {
  name: 'audit verify',
  usage: '[--office SLUG] [--json]',
  ko: '기록의 사슬을 처음부터 다시 셈해 고쳐지지 않았는지 봅니다',
  en: 'work the hash chain of the history out again; exit 1 where it was tampered with',
  options: { json: { type: 'boolean' } },
  run: async (context) => {
    const word = wordsIn(context)
    const api = await context.api()
    const chosen = optionText(context, 'office') ?? process.env.GUSUL_OFFICE
    const offices = chosen ? [chosen] : (await api.get<{ items: { slug: string }[] }>('/offices')).items.map((one) => one.slug)
    if (offices.length === 0) throw new RangeError('expected an office with a history, found none; make one in the console or with gusul office add')
    let whole = true
    for (const office of offices) {
      const found = await api.get<AuditVerification>(`/offices/${encodeURIComponent(office)}/audit/verification`)
      whole &&= found.ok
      context.io.stdout(
        optionFlag(context, 'json')
          ? `${JSON.stringify({ office, ...found })}\n`
          : found.ok
            ? `${office}\t${word(`기록 ${found.entries}건, 사슬이 이어집니다`, `${found.entries} entries, the chain holds`)} (intact)\t${found.head ?? '-'}\n`
            : `${office}\t${word(`${found.brokenAt}번 기록에서 끊겼습니다`, `the chain breaks at entry ${found.brokenAt}`)} (broken)\t${found.reason}\n`,
      )
    }
    return whole ? 0 : 1
  },
}
