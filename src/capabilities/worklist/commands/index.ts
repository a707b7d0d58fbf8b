import { type Command, optionFlag, optionText } from '#api/cli/command'
import type { Worklist } from '../schemas.ts'
import { aboutWords, daysWords, ruleWords, stakeWords, workWords } from '../words.ts'

/** `gusul worklist`: what needs somebody now. */
const worklistCommand: Command = {
  name: 'worklist',
  usage: '[--owner me|none|ID] [--team …] [--rule overdue,limit_passed] [--sort stake|due|reason] [--json] | calendar [--scope mine|office] | mail',
  ko: '사람이 보아야 할 일을 걸린 돈이 큰 것부터 봅니다; 달력 주소를 만들고, 메일로 보냅니다',
  en: 'what needs somebody, the most money first; make a calendar address; mail the list',
  options: {
    owner: { type: 'string' },
    team: { type: 'string' },
    rule: { type: 'string' },
    sort: { type: 'string' },
    scope: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [what] = context.words
    const { locale } = context
    const [api, office] = [await context.api(), await context.office()]
    const scope = optionText(context, 'scope') ?? 'mine'
    if (what === 'calendar') {
      const made = await api.post<{ url: string }>(`/offices/${office}/worklist/feeds`, { scope })
      context.io.stdout(`${optionFlag(context, 'json') ? JSON.stringify(made) : made.url}\n`)
      return 0
    }
    if (what === 'mail') {
      const sent = await api.post<{ to: string; items: number }>(`/offices/${office}/worklist/digest/send`, { scope })
      context.io.stdout(`${optionFlag(context, 'json') ? JSON.stringify(sent) : `${sent.to}\t${sent.items}`}\n`)
      return 0
    }
    if (what !== undefined) throw new RangeError(`expected nothing, calendar or mail, got "${what}"`)
    const query = new URLSearchParams({ limit: '500' })
    for (const name of ['owner', 'team', 'rule', 'sort'] as const) {
      const value = optionText(context, name)
      if (value !== undefined) query.set(name, value)
    }
    const first = await api.get<Worklist>(`/offices/${office}/worklist?${query}`)
    const items = [...first.items]
    for (let next = first.next; next !== null; ) {
      query.set('cursor', next)
      const page = await api.get<Worklist>(`/offices/${office}/worklist?${query}`)
      items.push(...page.items)
      next = page.next
    }
    if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify({ ...first, items, next: null })}\n`)
    else
      for (const item of items)
        context.io.stdout(
          `${[ruleWords[item.rule][locale], daysWords(item, locale), stakeWords(item, locale), item.owner?.name ?? '-', aboutWords(item, locale), workWords(item, locale)].join('\t')}\n`,
        )
    return 0
  },
}

/** What the command line does with the work list. */
export const worklistCommands: readonly Command[] = [worklistCommand]
