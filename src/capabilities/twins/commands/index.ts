import { type Command, optionFlag, optionText, wordsIn } from '#api/cli/command'

interface Twins {
  sharing: boolean
  items: {
    subject: { id: string; nameKo: string }
    other: { slug: string; nameKo: string }
    ref: string
    matched: string[]
    verdict: { id: string; verdict: string } | null
  }[]
}

/** `gusul twins`: agreements that two offices count. */
const twinsCommand: Command = {
  name: 'twins',
  usage: '[list [--all]]|share|withdraw|refresh|same ID OFFICE REF [--share 0.5]|not-same ID OFFICE REF|undo ID  [--reason …] [--json]',
  ko: '두 기관이 함께 세는 협약을 지문으로 찾고 판단합니다',
  en: 'find agreements that two offices count by fingerprints, and decide',
  options: { all: { type: 'boolean' }, share: { type: 'string' }, reason: { type: 'string' }, json: { type: 'boolean' } },
  run: async (context) => {
    const [what = 'list', ...words] = context.words
    const [api, office] = [await context.api(), await context.office()]
    const at = `/offices/${office}/twins`
    const word = wordsIn(context)
    const say = (value: unknown, lines: readonly string[]) =>
      context.io.stdout(
        optionFlag(context, 'json') || !context.io.terminal ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(''),
      )
    if (what === 'list') {
      const answer = await api.get<Twins>(`${at}?all=${optionFlag(context, 'all')}`)
      say(
        answer,
        answer.sharing
          ? answer.items.map((one) =>
              [one.subject.id, one.subject.nameKo, one.other.slug, one.ref, one.matched.join('+'), one.verdict?.verdict ?? '?'].join('\t'),
            )
          : [word('지문을 나누지 않고 있습니다: gusul twins share', 'no fingerprints are shared: gusul twins share')],
      )
    } else if (what === 'share' || what === 'withdraw') {
      const answer = await api.raw('PUT', `${at}/sharing`, {
        body: JSON.stringify({ sharing: what === 'share' }),
        headers: { 'content-type': 'application/json' },
      })
      if (!answer.ok) throw new Error(await answer.text())
      say({ sharing: what === 'share' }, [
        what === 'share' ? word('지문을 나눕니다', 'fingerprints are shared') : word('지문을 모두 거두었습니다', 'all fingerprints are taken back'),
      ])
    } else if (what === 'refresh') {
      const answer = await api.post<{ fingerprints: number }>(`${at}/refresh`)
      say(answer, [String(answer.fingerprints)])
    } else if (what === 'same' || what === 'not-same') {
      const [subject, other, ref] = words
      if (!subject || !other || !ref) throw new RangeError(`expected gusul twins ${what} ID OFFICE REF, as gusul twins list gives them`)
      const body = {
        subject,
        other,
        ref,
        verdict: what === 'same' ? 'same' : 'not_same',
        share: optionText(context, 'share') ?? null,
        reason: optionText(context, 'reason') ?? null,
      }
      const made = await api.post<{ id: string }>(`${at}/judgements`, body)
      say(made, [made.id])
    } else if (what === 'undo' && words[0]) {
      await api.post(`${at}/judgements/${words[0]}/undo`)
      say({ undone: words[0] }, [word('물렸습니다', 'taken back')])
    } else throw new RangeError(`expected list, share, withdraw, refresh, same, not-same or undo ID, got "${what}"`)
    return 0
  },
}

/** What the command line does about agreements counted twice. */
export const twinsCommands: readonly Command[] = [twinsCommand]
