import type { ApiClient } from '#api/cli/client'
import { type Command, type CommandContext, optionText } from '#api/cli/command'
import type { Delivery } from '../deliver.ts'
import { normalEmail } from '../email.ts'

interface User {
  id: string
  name: string
  email: string
  isAdministrator: boolean
  deactivatedAt: string | null
  offices: { slug: string; role: string }[]
}

/** The account of an e-mail. @throws RangeError when nobody has it */
export async function userOf(api: ApiClient, email: string | undefined): Promise<User> {
  if (!email) throw new RangeError('expected an e-mail, such as kim@city.go.kr')
  const { items } = await api.get<{ items: User[] }>('/installation/users')
  const user = items.find((one) => one.email === normalEmail(email))
  if (!user) throw new RangeError(`expected the e-mail of an account, got "${email}"; gusul user list shows them`)
  return user
}

/** Say where a link went, or the link itself. */
function tell(context: CommandContext, delivery: Delivery): void {
  if (delivery.mailProblem) context.io.stderr(`메일 서버의 말 (the mail server said): ${delivery.mailProblem}\n`)
  if (delivery.link) {
    context.io.stdout(`${delivery.link}\n`)
    // straight on the data folder, no server says how a browser reaches it
    if (delivery.link.startsWith('http://localhost/'))
      context.io.stderr('http://localhost 대신 구슬의 주소로 여세요 (open it at the address of your Gusul instead of http://localhost)\n')
  } else context.io.stderr('링크를 메일로 보냈습니다 (the link was mailed)\n')
}

/** `gusul user add`: invite somebody to an office. */
export const userAdd: Command = {
  name: 'user add',
  usage: 'EMAIL --role officer [--office SLUG]',
  ko: '사람을 기관에 초대합니다 (링크를 보입니다)',
  en: 'invite somebody to an office (prints the link)',
  options: { role: { type: 'string' } },
  run: async (context) => {
    const [email] = context.words
    const role = optionText(context, 'role')
    if (!email || !role) throw new RangeError('expected EMAIL and --role: administrator, head, officer, reviewer, viewer or partner')
    const office = await context.office()
    tell(context, await (await context.api()).post<Delivery>(`/offices/${office}/invitations`, { email, role }))
    return 0
  },
}

/** `gusul user list`: one person a line. */
export const userList: Command = {
  name: 'user list',
  usage: '',
  ko: '계정을 한 줄에 하나씩 보입니다',
  en: 'list the accounts, one a line',
  run: async (context) => {
    const { items } = await (await context.api()).get<{ items: User[] }>('/installation/users')
    for (const one of items) {
      const offices = one.offices.map((office) => `${office.slug}:${office.role}`).join(' ')
      context.io.stdout(
        `${[one.email, one.name, one.deactivatedAt ? 'deactivated' : one.isAdministrator ? 'administrator' : '', offices].join('\t')}\n`,
      )
    }
    return 0
  },
}

/** `gusul user reset`: a link by which somebody chooses a new password. */
export const userReset: Command = {
  name: 'user reset',
  usage: 'EMAIL',
  ko: '비밀번호를 다시 정하는 링크를 만듭니다',
  en: 'make a link for choosing a new password',
  run: async (context) => {
    const api = await context.api()
    const user = await userOf(api, context.words[0])
    tell(context, await api.post<Delivery>(`/installation/users/${user.id}/password-link`))
    return 0
  },
}
