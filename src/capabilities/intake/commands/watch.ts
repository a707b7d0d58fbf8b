import { resolve } from 'node:path'
import type { ApiClient } from '#api/cli/client'
import { type Command, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { Watch } from '../schemas-watch.ts'
import { print } from './print.ts'

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** `10m`, `2h`, `90s`, `1d` in seconds. @throws RangeError */
export function secondsOf(said: string): number {
  const found = /^(\d+)([smhd])$/.exec(said)
  const seconds = found ? Number(found[1]) * units[found[2]!]! : Number.NaN
  if (!(seconds >= 60 && seconds <= 604_800)) throw new RangeError(`--every expects a time from 60s to 7d such as 10m, got "${said}"`)
  return seconds
}

const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** `gusul watch`: watch folders and feeds, and tell what each look did until it is stopped; `--once` looks one time. They stay watched by the server. */
export const watchCommand: Command = {
  name: 'watch',
  usage: 'DIR|URL… [--every 10m] [--outlet …] [--confidential] [--allow-private] [--once]',
  ko: '폴더와 RSS/Atom을 지켜보며 새 문서를 넣습니다',
  en: 'watch folders and RSS/Atom feeds and add what is new',
  options: {
    every: { type: 'string' },
    outlet: { type: 'string' },
    confidential: { type: 'boolean' },
    'allow-private': { type: 'boolean' },
    once: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    if (context.words.length === 0)
      throw new RangeError('expected a folder or the address of a feed: gusul watch /srv/press https://city.example/rss --every 10m')
    const everySeconds = secondsOf(optionText(context, 'every') ?? '10m')
    const api = await context.api()
    const office = await context.office()
    const ids: string[] = []
    const since = new Map<string, string | null>()
    for (const word of context.words) {
      const watch = await api.post<Watch>(`/offices/${office}/watches`, {
        kind: isAddress(word) ? 'feed' : 'folder',
        location: isAddress(word) ? word : resolve(word),
        everySeconds,
        outlet: optionText(context, 'outlet') ?? null,
        confidential: optionFlag(context, 'confidential'),
        privateAllowed: optionFlag(context, 'allow-private'),
      })
      // of one that was there already what was said now holds
      const outlet = optionText(context, 'outlet')
      const every = optionText(context, 'every') === undefined ? watch.everySeconds : everySeconds
      if (every !== watch.everySeconds || (outlet !== undefined && outlet !== watch.outlet))
        await api.patch(`/offices/${office}/watches/${watch.id}`, { everySeconds: every, ...(outlet === undefined ? {} : { outlet }) })
      ids.push(watch.id)
      since.set(watch.id, watch.lookedAt)
      // one that was there already is looked at now, too
      if (watch.lookedAt !== null) await api.post(`/offices/${office}/watches/${watch.id}/look`, {})
    }
    return follow(api, office, ids, since, optionFlag(context, 'once'), (watch) => print(context, watch, () => [lineOf(watch, context.locale)]))
  },
}

async function follow(
  api: ApiClient,
  office: string,
  ids: readonly string[],
  since: Map<string, string | null>,
  once: boolean,
  tell: (watch: Watch) => void,
): Promise<number> {
  const told = new Set<string>()
  let failed = false
  for (;;) {
    const { items } = await api.get<{ items: Watch[] }>(`/offices/${office}/watches`)
    const ours = items.filter((watch) => ids.includes(watch.id))
    for (const watch of ours) {
      if (watch.lookedAt === null || watch.lookedAt === since.get(watch.id)) continue
      since.set(watch.id, watch.lookedAt)
      // a file that is being written is waited for
      if (once && watch.error === null && (watch.result?.growing ?? 0) > 0) continue
      told.add(watch.id)
      if (watch.error !== null || (watch.result?.failed ?? 0) > 0) failed = true
      tell(watch)
    }
    // somebody removed or paused all of them
    if (ours.every((watch) => watch.pausedAt !== null) || (once && told.size === ids.length)) return failed ? 1 : 0
    await new Promise((done) => setTimeout(done, once ? 200 : 1000))
  }
}

function lineOf(watch: Watch, locale: 'ko' | 'en'): string {
  if (watch.error) return `${watch.location}: ${watch.error[locale]}`
  const { added = 0, known = 0, failed = 0 } = watch.result ?? {}
  return `${watch.location}: ${wordsIn({ locale })(
    `새 문서 ${added}, 이미 있음 ${known}, 넣지 못함 ${failed}`,
    `new ${added}, there already ${known}, not added ${failed}`,
  )}`
}
