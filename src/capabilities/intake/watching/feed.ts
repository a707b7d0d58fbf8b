import { Parser } from 'htmlparser2'
import { dayOf, hasWords, pageOfItem } from '../formats/feed-item.ts'
import { sha256 } from '../text/canonical.ts'
import { declaredCharset, decodeText } from '../text/decode.ts'

/** One item of a feed. */
export interface FeedItem {
  /** What the feed names it by (guid, id), else its address: the same item later has the same key. */
  key: string
  title: string | null
  /** Where its page is; null where the feed gives no address, and `page` is all that there is of it. */
  link: string | null
  page: { name: string; bytes: Uint8Array } | null
  /** Day of publication in Korean time as the feed says it, or null. */
  publishedOn: string | null
}

export interface Feed {
  title: string | null
  items: FeedItem[]
  /** Its XML breaks off before its end: the item that is cut is left out, for half an address is another one. */
  broken: boolean
}

const mostItems = 500

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
 * 구독 목록: the items of an RSS 2.0, RSS 1.0 (RDF) or Atom feed. An item without an http address is a page of the words that the feed gives of it;
 * with nothing but a title it is left out. Null where the text is no feed.
 * Entities that a document defines itself are not expanded.
 */
export function readFeed(xml: string, base: string): Feed | null {
  const feed: Feed = { title: null, items: [], broken: false }
  let kind = ''
  let item: Map<string, string> | null = null
  const path: string[] = []
  /** Addresses of what is open, against which theirs are told (`xml:base`). */
  const bases: string[] = [base]
  let words = ''
  let ended = false
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
        // words of an article may be elements themselves (Atom, xhtml)
        if (!item || path.at(-2) === 'item' || path.at(-2) === 'entry') words = ''
        else words += ' '
        if (name === 'item' || name === 'entry') item = new Map()
        else if (name === 'link' && item && !item.has('link') && attributes.href && (attributes.rel ?? 'alternate') === 'alternate')
          item.set('link', URL.canParse(attributes.href, bases.at(-1)) ? new URL(attributes.href, bases.at(-1)).href : attributes.href)
      },
      ontext(text) {
        words += text
      },
      onclosetag(raw, implied) {
        const name = local(raw)
        const parent = path.at(-2)
        path.pop()
        const around = bases.pop()!
        const said = words.trim()
        // closed by the end of the text alone, not by an outer tag as a <br> in sloppy words is
        if (ended && implied) {
          feed.broken = true
          item = null
        }
        if (item && (name === 'item' || name === 'entry')) {
          const one = itemOf(item, around, feed.title ?? '')
          if (one && feed.items.length < mostItems) feed.items.push(one)
          item = null
        } else if (item && (parent === 'item' || parent === 'entry')) {
          if (said !== '' && !item.has(name)) item.set(name, said)
        } else if (name === 'title' && (parent === 'channel' || parent === 'feed')) feed.title ??= said || null
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  ended = true
  parser.end()
  return kind === '' ? null : feed
}

function itemOf(found: ReadonlyMap<string, string>, base: string, outlet: string): FeedItem | null {
  const guid = found.get('guid')
  const said = found.get('link') ?? (guid && /^https?:/.test(guid) ? guid : undefined)
  const address = said && URL.canParse(said, base) ? new URL(said, base) : null
  const link = address?.protocol === 'http:' || address?.protocol === 'https:' ? address.href : null
  const page = link === null && hasWords(found) ? pageOfItem(found, outlet) : null
  if (link === null && page === null) return null
  const when = found.get('pubdate') ?? found.get('published') ?? found.get('date') ?? found.get('updated')
  return {
    key: (guid ?? found.get('id') ?? link ?? `words:${sha256(Buffer.from(page!.bytes)).toString('hex')}`).slice(0, 1000),
    title:
      found
        .get('title')
        ?.replace(/<[^>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 500) || null,
    link,
    page,
    publishedOn: when ? dayOf(when) : null,
  }
}
