import { resolve } from 'node:path'
import { type ApiClient, ApiProblem } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { Watch, WatchItem } from '../schemas-watch.ts'
import { itemLine, lookLine, startLines, type Totals, totalLine } from './watch-words.ts'

const units: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 }

/** `10m`, `2h`, `90s`, `1d` in seconds. @throws RangeError */
export function secondsOf(said: string): number {
  const found = /^(\d+)([smhd])$/.exec(said)
  const seconds = found ? Number(found[1]) * units[found[2]!]! : Number.NaN
  if (!(seconds >= 60 && seconds <= 604_800)) throw new RangeError(`--every expects a time from 60s to 7d such as 10m, got "${said}"`)
  return seconds
}

const isAddress = (word: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(word)

/** An address as the server keeps it. */
const addressOf = (word: string): string => (URL.canParse(word) ? new URL(word).href : word)

/**
 * `gusul watch`: watch folders and feeds, and tell what is watched, what became of each file and item, and what was done in all, until it is stopped (Ctrl-C); `--once`
 * looks one time. They stay watched by the server.
 *
 * Exit codes: 0 where all was taken in or known, 1 where something was refused, kept without words, still being written, or a place could not be looked at, 2 for wrong words.
 * Without a terminal, or with `--json`, a line is one event: `{"event":"watching" | "item" | "look" | "unreachable" | "end", …}`.
 */
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
    const watched: Followed[] = []
    const said = new Set<string>()
    const there = (await api.get<{ items: Watch[] }>(`/offices/${office}/watches`)).items
    for (const word of context.words) {
      const location = isAddress(word) ? addressOf(word) : resolve(word)
      // what was met before is no news; asked first, for a place that is allowed now is looked at at once
      const known = there.find((one) => one.location === location)
      const since = known ? await lastSeen(api, office, known.id) : null
      const watch = await api.post<Watch>(`/offices/${office}/watches`, {
        kind: isAddress(word) ? 'feed' : 'folder',
        location,
        everySeconds,
        outlet: optionText(context, 'outlet') ?? null,
        confidential: optionFlag(context, 'confidential'),
        privateAllowed: optionFlag(context, 'allow-private'),
      })
      // of one that was there already what was said now holds
      const outlet = optionText(context, 'outlet')
      const every = optionText(context, 'every') === undefined ? watch.everySeconds : everySeconds
      const shown =
        every !== watch.everySeconds || (outlet !== undefined && outlet !== watch.outlet)
          ? await api.patch<Watch>(`/offices/${office}/watches/${watch.id}`, { everySeconds: every, ...(outlet === undefined ? {} : { outlet }) })
          : watch
      if (!watched.some((one) => one.id === watch.id)) watched.push({ id: watch.id, lookedAt: watch.lookedAt, since })
      tell(context, { event: 'watching', ...shown }, () => startLines(shown, context.locale, said))
      // one that was there already is looked at now, too, unless what was changed has just seen to it
      const atOnce = shown.nextAt !== null && Math.abs(Date.parse(shown.nextAt) - Date.now()) < 2000
      if (watch.lookedAt !== null && watch.pausedAt === null && !atOnce) await api.post(`/offices/${office}/watches/${watch.id}/look`, {})
    }
    return follow(context, api, office, watched)
  },
}

/** Print one event where nobody looks, else its lines. */
function tell(context: CommandContext, event: { event: string }, lines: () => readonly string[]): void {
  const { io } = context
  if (optionFlag(context, 'json') || !io.terminal) io.stdout(`${JSON.stringify(event)}\n`)
  else io.stdout(`${lines().join('\n')}\n`)
}

/** A place as it was last told. */
interface Followed {
  id: string
  lookedAt: string | null
  /** Items that were met since then are still to be told. */
  since: string | null
}

const itemsPath = (office: string, watch: string, since: string | null) =>
  `/offices/${office}/watches/${watch}/items${since === null ? '' : `?since=${encodeURIComponent(since)}`}`

/** When the last item of a place was met: what comes after is news. */
async function lastSeen(api: ApiClient, office: string, watch: string): Promise<string | null> {
  const last = (await api.get<{ items: WatchItem[] }>(itemsPath(office, watch, null))).items.at(-1)
  return last ? new Date(Date.parse(last.seenAt) + 1).toISOString() : null
}

/** How long `--once` waits for files that are being written. */
const patience = 120_000

async function follow(context: CommandContext, api: ApiClient, office: string, watched: readonly Followed[]): Promise<number> {
  const once = optionFlag(context, 'once')
  const { locale } = context
  const totals: Totals = { places: watched.length, looks: 0, added: 0, known: 0, refused: 0, unread: 0, failedLooks: 0, growing: 0 }
  const told = new Map<string, string>()
  const finished = new Set<string>()
  const growing = new Map<string, number>()
  const started = Date.now()
  const stop = new AbortController()
  const end = () => stop.abort()
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
  const items = async (place: Followed) => {
    const found = (await api.get<{ items: WatchItem[] }>(itemsPath(office, place.id, place.since))).items
    for (const item of found) {
      place.since = item.seenAt
      const key = `${place.id} ${item.item}`
      const news =
        item.outcome === 'growing' || item.outcome === 'refused'
          ? `${item.outcome} ${item.reason?.ko} ${item.givenUp}`
          : `${item.outcome} ${item.seenAt}`
      if (told.get(key) === news) continue
      told.set(key, news)
      tell(context, { event: 'item', watch: place.id, ...item } as { event: string }, () => [itemLine(item, locale)])
    }
  }
  const look = (watch: Watch, place: Followed) => {
    if (watch.lookedAt === null || watch.lookedAt === place.lookedAt) return
    place.lookedAt = watch.lookedAt
    const good = watch.error === null || watch.lookedAt === watch.lookedWellAt
    const counts = good ? watch.result : null
    totals.looks++
    totals.added += counts?.added ?? 0
    totals.known += counts?.known ?? 0
    totals.refused += counts?.failed ?? 0
    totals.unread += counts?.unread ?? 0
    if (watch.error !== null) totals.failedLooks++
    // a file that is being written is waited for; that nothing else happened meanwhile is no news
    const before = growing.get(place.id) ?? 0
    growing.set(place.id, counts?.growing ?? 0)
    const waits = good && (counts?.growing ?? 0) > 0
    const quiet = waits && before === counts?.growing && counts.added + counts.known + counts.failed === 0
    if (!quiet) tell(context, { event: 'look', ...watch }, () => [lookLine(watch, locale)])
    if (!waits || Date.now() - started > patience) finished.add(place.id)
  }
  let reached = true
  const failed = () => totals.refused + totals.unread + totals.failedLooks + totals.growing > 0
  try {
    while (!stop.signal.aborted) {
      try {
        const watches = (await api.get<{ items: Watch[] }>(`/offices/${office}/watches`)).items
        for (const place of watched) {
          await items(place)
          const watch = watches.find((one) => one.id === place.id)
          if (watch) look(watch, place)
        }
        reached = true
        // somebody removed or paused all of them
        if (watched.every((place) => watches.find((one) => one.id === place.id)?.pausedAt !== null)) break
        if (once && finished.size === watched.length) break
      } catch (error) {
        if (error instanceof ApiProblem && error.status < 500) throw error
        if (once) {
          context.io.stderr(`${unreached(context, error)}\n`)
          return 1
        }
        if (reached) tell(context, { event: 'unreachable', error: String(error) } as { event: string }, () => [unreached(context, error)])
        reached = false
      }
      await pause(once ? 200 : reached ? 1000 : 5000, stop.signal)
    }
  } finally {
    process.off('SIGINT', end)
    process.off('SIGTERM', end)
  }
  totals.growing = [...growing.values()].reduce((sum, one) => sum + one, 0)
  const code = failed() ? 1 : 0
  tell(context, { event: 'end', ...totals, code } as { event: string }, () => [totalLine(totals, once, locale)])
  return code
}

const unreached = (context: CommandContext, error: unknown): string => {
  const once = optionFlag(context, 'once')
  const why = error instanceof ApiProblem ? error.message : ((error as { cause?: { code?: string } }).cause?.code ?? String(error))
  return wordsIn(context)(
    `구슬 서버에 닿지 않습니다 (${why}). 서버가 돌고 있는지 확인하세요.${once ? '' : ' 다시 돌면 이어서 알립니다. Ctrl-C로 멈춥니다.'}`,
    `The Gusul server cannot be reached (${why}). Check that it runs.${once ? '' : ' News goes on when it does; Ctrl-C stops.'}`,
  )
}

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(go, milliseconds)
    function go() {
      clearTimeout(timer)
      signal.removeEventListener('abort', go)
      done()
    }
    signal.addEventListener('abort', go)
  })
