import { isDay } from '#quantity/day'
import { readPage } from '../text/html.ts'
import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import { addLines } from './plain.ts'
import { TextBuilder } from './text-builder.ts'
import type { ParsedText } from './types.ts'

/** Days that a page states of itself, in the order of trust; a clock with its zone may stand behind them. */
const clock = '(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?(Z|[+-]\\d{2}:?\\d{2})?)?'
const published = [
  `<meta[^>]+(?:property|name|itemprop)=["'](?:article:published_time|og:article:published_time|datePublished|pubdate|dc\\.date(?:\\.issued)?|date)["'][^>]*content=["'](\\d{4})-?(\\d{2})-?(\\d{2})${clock}`,
  `<meta[^>]+content=["'](\\d{4})-(\\d{2})-(\\d{2})${clock}[^"']*["'][^>]*(?:property|name|itemprop)=["'](?:article:published_time|datePublished)["']`,
  `<time(?=[^>]+(?:\\spubdate|itemprop=["']datePublished|class=["'][^"']*publish))[^>]+datetime=["'](\\d{4})-(\\d{2})-(\\d{2})${clock}`,
  `"datePublished"\\s*:\\s*"(\\d{4})-(\\d{2})-(\\d{2})${clock}`,
].map((pattern) => new RegExp(pattern, 'i'))

/** 등록일 2026-03-02: the day that a board writes beside a page's title; the words between them may stand in cells of a table. */
const labelled =
  /(?:등록일(?:자|시)?|작성일(?:자|시)?|게시일(?:자|시)?|배포일(?:자|시)?|보도일(?:자|시)?|입력(?:일시?)?|기사\s?입력|송고\s?(?:시간|일시)?)(?:\s|[:：|]|&nbsp;|<[^<>]{0,200}>){0,12}\s*((?:19|20)\d\d)\s?[.\-/년]\s?(\d{1,2})\s?[.\-/월]\s?(\d{1,2})/

/** 승인 2026.03.02 18:30: words that speak of other days too (승인, 등록, 발행) are of the page where a clock stands behind the day. */
const stamped =
  /(?:승인|등록|발행|게시|게재)(?:\s|[:：|]|&nbsp;|<[^<>]{0,200}>){0,12}\s*((?:19|20)\d\d)[.\-/](\d{1,2})[.\-/](\d{1,2})\.?\s{1,3}(?:오[전후]\s?)?\(?\d{1,2}:\d{2}/

/**
 * The day in Korea on which a page says it was published, from its head, its structured data or what stands beside its title, or null.
 *
 * `publishedDay('<meta property="article:published_time" content="2026-03-02T09:00:00+09:00">') // => '2026-03-02'`
 * `publishedDay('<th>등록일</th><td>2026.3.2.</td>') // => '2026-03-02'`
 */
export function publishedDay(html: string): string | null {
  const head = html.slice(0, 300_000)
  for (const pattern of published) {
    const found = pattern.exec(head)
    const day = found ? `${found[1]}-${found[2]}-${found[3]}` : ''
    if (!isDay(day)) continue
    // a moment in another zone may be another day in Korea
    const at = found?.[4] && found[5] ? Date.parse(`${day}T${found[4]}${found[5].replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`) : Number.NaN
    return Number.isNaN(at) ? day : new Date(at + 9 * 3_600_000).toISOString().slice(0, 10)
  }
  const board = labelled.exec(head) ?? stamped.exec(head)
  const day = board ? `${board[1]}-${board[2]!.padStart(2, '0')}-${board[3]!.padStart(2, '0')}` : ''
  return isDay(day) ? day : null
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

/** What is found in a page (웹 페이지). `before` are lines to stand over its words; `kept` says which of these stay. @throws FormatError `too-slow`, `too-large`, `damaged`, `empty` */
export async function readHtml(
  html: string,
  limits: Limits,
  before = '',
  kept: (words: string) => string = (words) => words,
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
  addLines(builder, kept(result.page.text))
  return { ...builder.done(), title: result.page.title, outlet: result.page.siteName, publishedOn: publishedDay(html) }
}
