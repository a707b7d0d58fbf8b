import { isDay } from '#quantity/day'
import { readPage } from '../text/html.ts'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { addLines } from './plain.ts'
import { TextBuilder } from './text-builder.ts'
import type { ParsedText } from './types.ts'

/** Days that a page states of itself, in the order of trust. */
const published = [
  /<meta[^>]+(?:property|name|itemprop)=["'](?:article:published_time|og:article:published_time|datePublished|pubdate|dc\.date(?:\.issued)?|date)["'][^>]*content=["'](\d{4})-?(\d{2})-?(\d{2})/i,
  /<meta[^>]+content=["'](\d{4})-(\d{2})-(\d{2})[^"']*["'][^>]*(?:property|name|itemprop)=["'](?:article:published_time|datePublished)["']/i,
  /"datePublished"\s*:\s*"(\d{4})-(\d{2})-(\d{2})/,
]

/**
 * The day on which a page says it was published, from its head or its structured data, or null.
 *
 * `publishedDay('<meta property="article:published_time" content="2026-03-02T09:00:00+09:00">') // => '2026-03-02'`
 */
export function publishedDay(html: string): string | null {
  const head = html.slice(0, 300_000)
  for (const pattern of published) {
    const found = pattern.exec(head)
    const day = found ? `${found[1]}-${found[2]}-${found[3]}` : ''
    if (isDay(day)) return day
  }
  return null
}

/** Pages being read, and those that wait: each takes a thread of its own. */
let reading = 0
const waiting: (() => void)[] = []
const mostPages = 2

async function oneOfFew<T>(work: () => Promise<T>): Promise<T> {
  if (reading >= mostPages) await new Promise<void>((go) => waiting.push(go))
  else reading++
  try {
    return await work()
  } finally {
    // the place is handed on, so that nobody slips in between
    const next = waiting.shift()
    if (next) next()
    else reading--
  }
}

/** What is found in a page (웹 페이지). `before` are lines to stand over its words. @throws FormatError `too-slow`, `too-large`, `damaged`, `empty` */
export async function readHtml(
  html: string,
  limits: Limits,
  before = '',
): Promise<Pick<ParsedText, 'text' | 'map' | 'title' | 'outlet' | 'publishedOn'>> {
  // the words of a letter may be a fragment without a body
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`
  const result = await oneOfFew(() => readPage(whole, { milliseconds: limits.milliseconds, megabytes: limits.megabytes }))
  if (!result.ok) throw new FormatError(result.reason === 'unreadable' ? 'damaged' : result.reason)
  const builder = new TextBuilder(limits.characters)
  if (before !== '') {
    builder.add(before)
    builder.gap()
  }
  addLines(builder, result.page.text)
  return { ...builder.done(), title: result.page.title, outlet: result.page.siteName, publishedOn: publishedDay(html) }
}
