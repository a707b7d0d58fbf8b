import { safeName } from './archive.ts'

const bodies = ['encoded', 'content', 'description', 'summary']
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')
const bare = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A moment of a feed (RFC 822 or ISO 8601) as a day in Korea; null where it is none. A day without a clock is that day. */
export function dayOf(said: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(said.trim())
  if (day) return day[0]
  const at = Date.parse(said)
  if (Number.isNaN(at)) return null
  return new Date(at + 9 * 3_600_000).toISOString().slice(0, 10)
}

/**
 * 구독 항목의 글: an item of an RSS or Atom feed as a page of its own, with its title, its day and the fullest words that the feed gives of it; null where there are none.
 * `item` holds what its elements say by their names in small letters.
 */
export function pageOfItem(item: ReadonlyMap<string, string>, outlet: string): { name: string; bytes: Uint8Array } | null {
  const title = bare(item.get('title') ?? '')
  const body = bodies.map((name) => item.get(name) ?? '').reduce((best, one) => (bare(one).length > bare(best).length ? one : best), '')
  if (title === '' && bare(body) === '') return null
  const when = item.get('pubdate') ?? item.get('published') ?? item.get('date') ?? item.get('updated')
  const day = when ? dayOf(when) : null
  const head = [
    '<meta charset="utf-8">',
    `<title>${escaped(title)}</title>`,
    day ? `<meta property="article:published_time" content="${day}">` : '',
    outlet === '' ? '' : `<meta property="og:site_name" content="${escaped(outlet)}">`,
  ]
  const page = `<!doctype html><html><head>${head.join('')}</head><body><article><h1>${escaped(title)}</h1><div>${/<[a-z]/i.test(body) ? body : `<p>${escaped(body)}</p>`}</div></article></body></html>`
  return { name: `${safeName((title || bare(body)).replace(/[/\\:*?"<>|]/g, ' ').slice(0, 80))}.html`, bytes: new TextEncoder().encode(page) }
}

/** Whether a feed gives more of an item than its title. */
export const hasWords = (item: ReadonlyMap<string, string>): boolean => bodies.some((name) => bare(item.get(name) ?? '') !== '')
