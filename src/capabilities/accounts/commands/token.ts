import { type Command, optionText } from '#api/cli/command'
import { userOf } from './user.ts'

/** `gusul token create`: an API token in somebody's name; works on the machine of the server alone. */
export const tokenCreate: Command = {
  name: 'token create',
  usage: 'EMAIL --name 보고서 [--scope read]… [--days 90] [--office SLUG]',
  ko: 'API 토큰을 만듭니다 (한 번만 보입니다)',
  en: 'make an API token (shown once)',
  options: { name: { type: 'string' }, scope: { type: 'string', multiple: true }, days: { type: 'string' } },
  run: async (context) => {
    const api = await context.api()
    const user = await userOf(api, context.words[0])
    const scopes = context.options.scope ?? ['read']
    const days = Number(optionText(context, 'days') ?? 90)
    if (!Number.isInteger(days)) throw new RangeError(`expected --days as a whole number, got "${optionText(context, 'days')}"`)
    const made = await api.post<{ token: string; expiresAt: string | null }>(`/installation/users/${user.id}/tokens`, {
      name: optionText(context, 'name') ?? 'gusul token create',
      scopes: Array.isArray(scopes) ? scopes : [scopes],
      expiresInDays: days,
      office: optionText(context, 'office') ?? null,
    })
    context.io.stdout(`${made.token}\n`)
    context.io.stderr(`끝나는 때 (expires): ${made.expiresAt ?? '-'}\n`)
    return 0
  },
}
