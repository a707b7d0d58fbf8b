import type { Store } from '#store/store'
import type { Words } from '../formats/types.ts'
import { itemsOf, noteItem, type WatchRow } from '../queries/watches.ts'
import { addFile, type DocumentFacts } from '../service/add-document.ts'
import { feedOfPage, feedText, readFeed } from './feed.ts'
import { FetchRefused, fetchSafely } from './fetch-safely.ts'
import { filesOf, readSettled } from './folder.ts'

/** What one look did. */
export interface LookResult {
  added: number
  known: number
  failed: number
  growing: number
  unchanged: boolean
  etag?: string | null
  lastModified?: string | null
}

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

/** How often an item that fails is tried again. */
const mostTries = 3
/** Items of a feed that are fetched in one look; the rest follow in the next. */
const mostFetched = 50

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
  const result: LookResult = { added: 0, known: 0, failed: 0, growing: 0, unchanged: true }
  const fresh = files.filter((file) => {
    const before = done.get(file.path)
    return !before || before.fingerprint !== file.fingerprint || before.state === 'growing' || (before.state === 'failed' && before.tries < mostTries)
  })
  for (const [at, file] of fresh.entries()) {
    looking.signal.throwIfAborted()
    looking.progress(at, fresh.length)
    await takeIn(looking, result, file.path, file.fingerprint, done.get(file.path), () => readSettled(file, looking.now()), { fileName: file.name })
  }
  return result
}

async function lookAtFeed(looking: Looking): Promise<LookResult> {
  const { watch, signal } = looking
  const options = { privateAllowed: watch.private_allowed, signal }
  const answer = await fetchSafely(watch.location, { ...options, etag: watch.etag, lastModified: watch.last_modified })
  const result: LookResult = { added: 0, known: 0, failed: 0, growing: 0, unchanged: answer.body === null }
  const done = await looking.store.readOffice(looking.officeId, null, (db) => itemsOf(db, looking.officeId, watch.watch_id))
  if (answer.body === null) return result
  const text = feedText(answer.body, answer.type)
  const feed = readFeed(text, answer.url)
  const named = feed ? null : feedOfPage(text, answer.url)
  if (named !== null)
    throw new LookFailed('no-feed', {
      ko: `이 주소는 페이지입니다. 페이지가 알리는 구독 주소를 넣어 주세요: ${named}`,
      en: `This address is a page. Give the address of the feed that it names: ${named}`,
    })
  if (!feed)
    throw new LookFailed('no-feed', {
      ko: '이 주소에는 RSS나 Atom이 없습니다. 구독(RSS) 주소를 넣어 주세요.',
      en: 'There is no RSS or Atom feed at this address. Give the address of the feed.',
    })
  const fresh = feed.items.filter((item) => {
    const before = done.get(item.key)
    return !before || (before.state === 'failed' && before.tries < mostTries)
  })
  const now = fresh.slice(0, mostFetched)
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
    await takeIn(looking, result, item.key, item.link ?? item.key, done.get(item.key), read, facts)
  }
  // a feed of which something is left, or failed, is asked for whole again
  const whole = fresh.length <= mostFetched && result.failed === 0
  return { ...result, etag: whole ? answer.etag : null, lastModified: whole ? answer.lastModified : null }
}

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

async function takeIn(
  looking: Looking,
  result: LookResult,
  key: string,
  fingerprint: string,
  before: { tries: number; fingerprint: string } | undefined,
  read: () => Promise<Buffer | null>,
  facts: DocumentFacts & { fileName?: string },
): Promise<void> {
  const { store, officeId, watch, by } = looking
  const note = (state: 'growing' | 'done' | 'failed', tries: number, error: string | null, documentId: string | null) =>
    store.inOffice(officeId, by, (tx) => noteItem(tx, officeId, watch.watch_id, { key, fingerprint, state, tries, error, documentId }))
  try {
    const bytes = await read()
    if (bytes === null) {
      result.growing++
      await note('growing', 0, null, null)
      return
    }
    const { fileName = 'page.html', ...rest } = facts
    const given: DocumentFacts = { ...rest, outlet: rest.outlet ?? watch.outlet, confidential: watch.confidential }
    const added = await addFile(store, officeId, by, given, { name: fileName.normalize('NFC'), bytes })
    for (const one of [added, ...added.others]) {
      if (one.duplicate) result.known++
      else result.added++
    }
    result.unchanged = false
    await note('done', 0, null, added.documentId)
  } catch (error) {
    if (looking.signal.aborted) throw error
    result.failed++
    const tries = (before?.fingerprint === fingerprint ? before.tries : 0) + 1
    await note('failed', tries, error instanceof FetchRefused ? error.words.ko : (error as Error).message, null)
  }
}
