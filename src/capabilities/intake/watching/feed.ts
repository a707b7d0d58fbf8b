import { Parser } from 'htmlparser2'
import { declaredCharset, decodeText } from '../text/decode.ts'

/** One item of a feed. */
export interface FeedItem {
  /** What the feed names it by (guid, id), else its address: the same item later has the same key. */
  key: string
  title: string | null
  link: string
  /** Day of publication in Korean time as the feed says it, or null. */
  publishedOn: string | null
}

export interface Feed {
  title: string | null
  items: FeedItem[]
}

const mostItems = 500

/** A moment of a feed (RFC 822 or ISO 8601) as a day in Korea; null where it is none. A day without a clock is that day. */
export function dayOf(said: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}$/.exec(said.trim())
  if (day) return day[0]
  const at = Date.parse(said)
  if (Number.isNaN(at)) return null
  return new Date(at + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** The text of a feed: by the charset that its server or its first line names (many Korean sites write EUC-KR), else as it reads. */
export function feedText(bytes: Uint8Array, contentType: string | null): string {
  const named = /charset=["']?([\w-]+)/i.exec(contentType ?? '')?.[1] ?? declaredCharset(bytes)
  const decoded = decodeText(bytes, named)
  return decoded.ok ? decoded.text : new TextDecoder().decode(bytes)
}

/**
 * The address of the feed that a page names in its head, or null.
 *
 * `feedOfPage('<link rel="alternate" type="application/rss+xml" href="/rss">', 'https://a.example/news') // => 'https://a.example/rss'`
 */
export function feedOfPage(html: string, base: string): string | null {
  for (const [link] of html.slice(0, 200_000).matchAll(/<link\s[^>]*>/gi)) {
    const href = /\shref=["']?([^"'\s>]+)/i.exec(link)?.[1]
    if (href && /type=["']?application\/(?:rss|atom)\+xml/i.test(link) && URL.canParse(href, base)) return new URL(href, base).href
  }
  return null
}

/**
 * 구독 목록: the items of an RSS 2.0, RSS 1.0 (RDF) or Atom feed. Items without an http address are left out. Null where the text is no feed.
 * Entities that a document defines itself are not expanded.
 */
export function readFeed(xml: string, base: string): Feed | null {
  const feed: Feed = { title: null, items: [] }
  let kind = ''
  let item: Record<string, string> | null = null
  const path: string[] = []
  /** Addresses of what is open, against which theirs are told (`xml:base`). */
  const bases: string[] = [base]
  let words = ''
  const local = (name: string) => name.split(':').at(-1)!.toLowerCase()
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        if (kind === '' && (name === 'rss' || name === 'rdf' || name === 'feed')) kind = name
        path.push(name)
        const own = attributes['xml:base']
        const outer = bases.at(-1)!
        bases.push(own && URL.canParse(own, outer) ? new URL(own, outer).href : outer)
        words = ''
        if (name === 'item' || name === 'entry') item = {}
        else if (name === 'link' && item && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
          item.link ??= URL.canParse(attributes.href, bases.at(-1)) ? new URL(attributes.href, bases.at(-1)).href : attributes.href
      },
      ontext(text) {
        words += text
      },
      onclosetag(raw) {
        const name = local(raw)
        const parent = path.at(-2)
        path.pop()
        const around = bases.pop()!
        const said = words.trim()
        words = ''
        if (item && (name === 'item' || name === 'entry')) {
          const one = itemOf(item, around)
          if (one && feed.items.length < mostItems) feed.items.push(one)
          item = null
        } else if (item && (parent === 'item' || parent === 'entry')) {
          if (said !== '' && ['title', 'link', 'guid', 'id', 'pubdate', 'published', 'date', 'updated'].includes(name)) item[name] ??= said
        } else if (name === 'title' && (parent === 'channel' || parent === 'feed')) feed.title ??= said || null
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return kind === '' ? null : feed
}

function itemOf(found: Record<string, string>, base: string): FeedItem | null {
  const said = found.link ?? (found.guid && /^https?:/.test(found.guid) ? found.guid : undefined)
  if (!said || !URL.canParse(said, base)) return null
  const link = new URL(said, base)
  if (link.protocol !== 'http:' && link.protocol !== 'https:') return null
  const when = found.pubdate ?? found.published ?? found.date ?? found.updated
  return {
    key: (found.guid ?? found.id ?? link.href).slice(0, 1000),
    title: found.title
      ? found.title
          .replace(/<[^>]*>/g, '')
          .replace(/\s+/g, ' ')
          .trim()
          .slice(0, 500) || null
      : null,
    link: link.href,
    publishedOn: when ? dayOf(when) : null,
  }
}
