import { FormatError, failure } from './failure.ts'
import { whyEmpty, wordsElsewhere } from './frames.ts'
import { type OwnWords, ofForwarded, ownWords, quotedWarnings } from './letter-words.ts'
import { type Limits, ordinaryLimits } from './limits.ts'
import { readHtml } from './page.ts'
import type { Entry, Parsed, ParsedText, ParseFailure, Raw, SheetCells } from './types.ts'
import { WorkerPool } from './worker-pool.ts'

/** What a file is called, and what the sender says it is. */
export interface FileName {
  name: string
  mediaType?: string | undefined
}

let pool: WorkerPool | null = null

/** End the threads that wait for files; the next file starts new ones. */
export async function closeFormats(): Promise<void> {
  await pool?.close()
}

/**
 * 파일의 글: the text of a file of any format that Gusul reads, canonical (NFC), with the way back to page, table and cell; or why there is none.
 * The bytes decide on the format, not the name. An archive or a letter carries its files as `entries`, each parsed by itself.
 * Parsed in a thread with limits on time, memory, pages, nesting and size: no file ends the process or holds up another for longer than its time.
 * Never throws for a fault of the file.
 */
export async function parseFile(bytes: Uint8Array, file: FileName, limits: Partial<Limits> = {}): Promise<Parsed> {
  return parse(bytes, file, { ...ordinaryLimits, ...limits }, 0)
}

/** The sheets of an XLSX or CSV file with their cells as they were typed, or why there are none. Parsed as `parseFile` does; never throws for a fault of the file. */
export async function parseCells(
  bytes: Uint8Array,
  file: FileName,
  limits: Partial<Limits> = {},
): Promise<{ ok: true; format: 'xlsx' | 'csv'; sheets: SheetCells[] } | ParseFailure> {
  const all = { ...ordinaryLimits, ...limits }
  const refused = refusedBySize(bytes, all)
  if (refused) return refused
  pool ??= new WorkerPool()
  const answer = await pool.run({ bytes, name: file.name, mediaType: file.mediaType, limits: all, cells: true })
  if (!answer.ok) return answer
  return { ok: true, format: answer.raw.format === 'xlsx' ? 'xlsx' : 'csv', sheets: answer.raw.sheets ?? [] }
}

function refusedBySize(bytes: Uint8Array, limits: Limits): ParseFailure | null {
  if (bytes.length === 0)
    return failure('empty', {
      ko: '빈 파일입니다(0바이트). 원본을 다시 받아 올려 주십시오.',
      en: 'The file is empty (0 bytes). Get the original again and add that.',
    })
  if (bytes.length > limits.bytes)
    return failure('too-large', {
      ko: `파일이 ${Math.ceil(bytes.length / 1e6)} MB로 ${Math.round(limits.bytes / 1e6)} MB를 넘습니다. 나누어 올려 주십시오.`,
      en: `The file has ${Math.ceil(bytes.length / 1e6)} MB, more than ${Math.round(limits.bytes / 1e6)} MB. Split it and add the parts.`,
    })
  return null
}

async function parse(bytes: Uint8Array, file: FileName, limits: Limits, depth: number): Promise<Parsed> {
  const refused = refusedBySize(bytes, limits)
  if (refused) return refused
  pool ??= new WorkerPool()
  const answer = await pool.run({ bytes, name: file.name, mediaType: file.mediaType, limits })
  if (!answer.ok) return answer
  try {
    return await finish(answer.raw, limits, depth)
  } catch (error) {
    if (error instanceof FormatError) return failure(error.reason, error.detail)
    throw error
  }
}

async function finish(raw: Raw, limits: Limits, depth: number): Promise<Parsed> {
  const inside = raw.inside ?? []
  const bundle = raw.format === 'zip'
  if (inside.length > 0 && depth >= limits.nesting) return failure('too-deep')
  const entries = await parseInside(inside, limits, depth)
  if (bundle) return { ok: true, kind: 'bundle', format: 'zip', entries, warnings: raw.warnings, skipped: raw.skipped ?? null }
  const common = { ok: true as const, kind: 'text' as const, format: raw.format, warnings: raw.warnings, entries }
  if (raw.html === undefined) return { ...common, ...wordsOf(raw) }
  const { html, elsewhere = [], letter } = raw
  let own: OwnWords | null = null
  const kept = (text: string) => {
    if (!letter) return text
    own = ownWords(text, letter)
    return own.text
  }
  const page = await readHtml(html, limits, raw.text, kept).catch((error: unknown) => {
    const why = error instanceof FormatError && error.reason === 'empty' ? whyEmpty(html, elsewhere) : null
    throw why ? new FormatError('empty', why) : error
  })
  const words = { ...wordsOf(raw), ...(own ? ofForwarded(own) : {}) }
  const told = wordsElsewhere(page.text, elsewhere)
  return {
    ...common,
    warnings: [...raw.warnings, ...(told ? [told] : []), ...(own ? quotedWarnings(own) : [])],
    text: page.text,
    map: page.map,
    title: words.title ?? page.title,
    outlet: words.outlet ?? page.outlet,
    publishedOn: words.publishedOn ?? page.publishedOn,
    language: languageOf(page.text),
  }
}

const wordsOf = (raw: Raw): Pick<ParsedText, 'text' | 'map' | 'title' | 'outlet' | 'publishedOn' | 'language'> => ({
  text: raw.text,
  map: raw.map,
  title: raw.title,
  outlet: raw.outlet ?? null,
  publishedOn: raw.publishedOn ?? null,
  language: raw.language ?? languageOf(raw.text),
})

async function parseInside(inside: NonNullable<Raw['inside']>, limits: Limits, depth: number): Promise<Entry[]> {
  const unpacked = inside.reduce((sum, one) => sum + one.bytes.length, 0)
  // what archives inside unpack to counts against the same sum
  const rest: Limits = { ...limits, unpackedBytes: Math.max(0, limits.unpackedBytes - unpacked) }
  const entries = inside.map(async (one): Promise<Entry> => ({ ...one, parsed: await parse(one.bytes, { name: one.name }, rest, depth + 1) }))
  return Promise.all(entries)
}

/**
 * 언어: which of the four languages of the office a text is in, by its letters; null where it has too few.
 *
 * `languageOf('투자협약을 체결했다') // => 'ko'`
 */
export function languageOf(text: string): string | null {
  const sample = text.slice(0, 20_000)
  const count = (letters: RegExp) => sample.match(letters)?.length ?? 0
  const hangul = count(/[가-힣]/g)
  const kana = count(/[\u3041-\u30FF]/g)
  const han = count(/[\u4E00-\u9FFF]/g)
  const latin = count(/[A-Za-z]/g)
  const all = hangul + kana + han + latin
  if (all < 5) return null
  if (hangul > all * 0.2) return 'ko'
  if (kana > (kana + han) * 0.1 && kana + han > latin * 0.3) return 'ja'
  if (han > latin * 0.3) return 'zh'
  return latin > all * 0.8 ? 'en' : null
}
