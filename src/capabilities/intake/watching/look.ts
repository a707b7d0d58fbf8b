import { ProblemError } from '#api/problem'
import type { Store } from '#store/store'
import type { Words } from '../formats/types.ts'
import { itemsOf, noteItem, type WatchRow } from '../queries/watches.ts'
import type { Watch, WatchOutcome } from '../schemas-watch.ts'
import { addFile, type DocumentFacts } from '../service/add-document.ts'
import { feedOfPage, feedText, readFeed } from './feed.ts'
import { FetchRefused, fetchSafely } from './fetch-safely.ts'
import { FileRefused, filesOf, isAtRest, readWhole } from './folder.ts'
import { isTriedAgain } from './tries.ts'

/** What one look did, as the row keeps it. */
export type Counts = NonNullable<Watch['result']>

/** What one look did. `problem`: something was the matter with the place all the same. */
export interface LookResult {
  counts: Counts
  problem: LookFailed | null
  etag?: string | null
  lastModified?: string | null
}

const nothing = (): Counts => ({ added: 0, known: 0, failed: 0, unread: 0, growing: 0, same: 0, left: 0, unchanged: true, movedTo: null })

/** Why a place could not be looked at. */
export class LookFailed extends Error {
  override readonly name = 'LookFailed'
  constructor(
    readonly code: string,
    readonly words: Words,
  ) {
    super(words.en)
  }
}

interface Looking {
  store: Store
  officeId: string
  watch: WatchRow
  by: string
  signal: AbortSignal
  progress: (done: number, total: number) => void
  now: () => number
}

/** Items of a feed that are fetched in one look; the rest follow in the next. */
export const mostFetched = 50

/** 살펴보기: take in what is new or changed at a place. What was done is remembered item by item, so that a look that breaks off goes on where it stopped. */
export function look(looking: Looking): Promise<LookResult> {
  return looking.watch.kind === 'folder' ? lookAtFolder(looking) : lookAtFeed(looking)
}

async function lookAtFolder(looking: Looking): Promise<LookResult> {
  const { watch } = looking
  const files = await filesOf(watch.location).catch((error: { code?: string }) => {
    throw new LookFailed('folder', {
      ko: `폴더를 열 수 없습니다: ${watch.location} (${error.code ?? '알 수 없음'}). 경로와 서버의 읽기 권한을 확인하세요.`,
      en: `The folder cannot be opened: ${watch.location} (${error.code ?? 'unknown'}). Check the path and that the server may read it.`,
    })
  })
  const done = await looking.store.readOffice(looking.officeId, null, (db) => itemsOf(db, looking.officeId, watch.watch_id))
  const counts = nothing()
  const fresh = files.filter((file) => {
    const before = done.get(file.path)
    return !before || before.fingerprint !== file.fingerprint || before.state === 'growing' || failedAndTriedAgain(before, looking.now())
  })
  counts.same = files.length - fresh.length
  for (const [at, file] of fresh.entries()) {
    looking.signal.throwIfAborted()
    looking.progress(at, fresh.length)
    const before = done.get(file.path)
    const again = before?.fingerprint === file.fingerprint && before.state !== 'done' ? before : null
    const seenSince = again && Date.parse(again.seen_at)
    const read = async () => (isAtRest(file, seenSince, looking.now()) ? readWhole(file) : null)
    await takeIn(looking, counts, { key: file.path, fingerprint: file.fingerprint, before, read, facts: { fileName: file.name } })
  }
  return { counts, problem: null }
}

type Before = { state: string; tries: number; fingerprint: string; seen_at: string }
const failedAndTriedAgain = (before: Before, now: number) => before.state === 'failed' && isTriedAgain(before.tries, Date.parse(before.seen_at), now)

async function lookAtFeed(looking: Looking): Promise<LookResult> {
  const { watch, signal } = looking
  const options = { privateAllowed: watch.private_allowed, signal }
  const answer = await fetchSafely(watch.location, { ...options, etag: watch.etag, lastModified: watch.last_modified })
  const counts = nothing()
  counts.movedTo = answer.url === watch.location ? null : answer.url
  const done = await looking.store.readOffice(looking.officeId, null, (db) => itemsOf(db, looking.officeId, watch.watch_id))
  if (answer.body === null) return { counts: { ...counts, same: done.size }, problem: null }
  const text = feedText(answer.body, answer.type)
  const feed = readFeed(text, answer.url)
  if (!feed) throw noFeed(feedOfPage(text, answer.url), answer.type, text.length)
  const fresh = feed.items.filter((item) => {
    const before = done.get(item.key)
    return !before || failedAndTriedAgain(before, looking.now())
  })
  const now = fresh.slice(0, mostFetched)
  counts.same = feed.items.length - fresh.length
  counts.left = fresh.length - now.length
  for (const [at, item] of now.entries()) {
    signal.throwIfAborted()
    looking.progress(at, now.length)
    const facts: DocumentFacts & { fileName?: string } = {
      title: item.title ?? undefined,
      publishedOn: item.publishedOn,
      outlet: watch.outlet ?? feed.title?.slice(0, 200) ?? null,
      url: item.link?.slice(0, 2000),
    }
    const read = async () => {
      if (item.page !== null || item.link === null) {
        facts.fileName = item.page?.name
        return Buffer.from(item.page?.bytes ?? [])
      }
      const page = await fetchSafely(item.link, options)
      facts.fileName = pageName(page.url, page.type)
      return page.body ?? Buffer.alloc(0)
    }
    await takeIn(looking, counts, { key: item.key, fingerprint: item.link ?? item.key, before: done.get(item.key), read, facts })
  }
  // a feed of which something is left, failed or missing is asked for whole again
  const whole = counts.left === 0 && counts.failed === 0 && !feed.broken
  return {
    counts,
    problem: feed.broken ? brokenFeed(feed.items.length) : null,
    etag: whole ? answer.etag : null,
    lastModified: whole ? answer.lastModified : null,
  }
}

/** What stands at the address of a feed is none: what it is, and the address of the feed where it names one. */
function noFeed(named: string | null, type: string | null, length: number): LookFailed {
  if (named !== null)
    return new LookFailed('no-feed', {
      ko: `이 주소는 페이지입니다. 페이지가 알리는 구독 주소를 넣어 주세요: ${named}`,
      en: `This address is a page. Give the address of the feed that it names: ${named}`,
    })
  const kind = type?.split(';')[0]?.trim().slice(0, 80)
  return new LookFailed('no-feed', {
    ko: `이 주소에는 RSS나 Atom이 없습니다 (온 것: ${kind ?? '형식을 밝히지 않은 답'}, ${length.toLocaleString('ko')}자). 구독(RSS) 주소를 넣어 주세요.`,
    en: `There is no RSS or Atom feed at this address (what came: ${kind ?? 'an answer that names no type'}, ${length.toLocaleString('en')} characters). Give the address of the feed.`,
  })
}

const brokenFeed = (whole: number) =>
  new LookFailed('broken-feed', {
    ko: `구독(XML)이 도중에 끊겨 있습니다. 온전한 항목 ${whole}건만 보았고, 다음 때에 다시 받습니다. 되풀이되면 구독을 내는 곳에 알려 주세요.`,
    en: `The feed (XML) breaks off. ${whole === 1 ? 'Its one whole item was' : `Its ${whole} whole items were`} looked at, and it is asked for again next time. If it goes on, tell who publishes it.`,
  })

/** A name that says what the bytes are: the last word of the address, with `.html` where the server says that it is a page. */
function pageName(address: string, type: string | null): string {
  let last = new URL(address).pathname.split('/').at(-1) || 'page'
  try {
    last = decodeURIComponent(last)
  } catch {
    // a percent sign that encodes nothing stays
  }
  const page = type === null || /html/i.test(type)
  return (page && !/\.x?html?$/i.test(last) ? `${last}.html` : last).replace(/[\\/]/g, '_').slice(-200)
}

/** One file or item: what it is known by, what was done with it before, and how its bytes are got; null bytes where it is still being written. */
interface Item {
  key: string
  fingerprint: string
  before: Before | undefined
  read: () => Promise<Buffer | null>
  facts: DocumentFacts & { fileName?: string }
}

async function takeIn(looking: Looking, counts: Counts, item: Item): Promise<void> {
  const { store, officeId, watch, by } = looking
  const { key, fingerprint, before } = item
  const same = before?.fingerprint === fingerprint
  const note = (
    state: 'growing' | 'done' | 'failed',
    outcome: WatchOutcome,
    more: { tries?: number; documents?: number; documentId?: string; reason?: Words | null } = {},
  ) =>
    store.inOffice(officeId, by, (tx) =>
      noteItem(tx, officeId, watch.watch_id, {
        key,
        fingerprint,
        state,
        tries: more.tries ?? 0,
        documentId: more.documentId ?? null,
        outcome: { kind: outcome, documents: more.documents ?? 0, reason: more.reason ?? null },
      }),
    )
  try {
    const bytes = await item.read()
    if (bytes === null) {
      counts.growing++
      // since when it has this very size and time is what tells that it is at rest
      if (!(before?.state === 'growing' && same)) await note('growing', 'growing')
      return
    }
    const { fileName = 'page.html', ...rest } = item.facts
    const given: DocumentFacts = { ...rest, outlet: rest.outlet ?? watch.outlet, confidential: watch.confidential }
    const added = await addFile(store, officeId, by, given, { name: fileName.normalize('NFC'), bytes })
    const all = [added, ...added.others]
    const fresh = all.filter((one) => !one.duplicate)
    const unread = fresh.filter((one) => one.unreadable !== null)
    counts.added += fresh.length
    counts.known += all.length - fresh.length
    counts.unread += unread.length
    counts.unchanged = false
    const outcome = unread.length > 0 ? 'unread' : fresh.length === 0 ? 'known' : before?.state === 'done' ? 'changed' : 'added'
    const documentId = (unread[0] ?? fresh[0] ?? added).documentId
    await note('done', outcome, { documents: fresh.length, documentId, reason: unread[0]?.unreadable?.detail ?? null })
  } catch (error) {
    if (looking.signal.aborted) throw error
    counts.failed++
    await note('failed', 'refused', { tries: (same ? (before?.tries ?? 0) : 0) + 1, reason: reasonOf(error) })
  }
}

/** Why something was not taken in, in both languages. */
function reasonOf(error: unknown): Words {
  if (error instanceof FetchRefused || error instanceof FileRefused) return error.words
  if (error instanceof ProblemError) {
    const { title, more } = error
    return more.detail ? { ko: `${title.ko}. ${more.detail.ko}`, en: `${title.en}. ${more.detail.en}` } : title
  }
  const words = error instanceof Error ? error.message : String(error)
  return { ko: words, en: words }
}
