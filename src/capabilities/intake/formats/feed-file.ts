import { Parser } from 'htmlparser2'
import { declaredCharset, decodeText } from '../text/decode.ts'
import { FormatError } from './failure.ts'
import { pageOfItem } from './feed-item.ts'
import type { Limits } from './limits.ts'
import type { Raw } from './types.ts'

/** How an RSS or Atom file begins. */
export const beginsFeed =
  /^(?:\uFEFF|ï»¿)?\s*(?:<\?xml[^>]*>\s*)?(?:<\?xml-stylesheet[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:rss|rdf:RDF|feed)[\s>]/

/**
 * 구독 파일(RSS, Atom): each item of a feed that was saved as a file is a page of its own, with its title, its day and the fullest words that the feed gives of it.
 *
 * @throws FormatError `damaged`, `empty` where no item has words
 */
export function readFeedFile(bytes: Uint8Array, limits: Limits): Pick<Raw, 'inside' | 'warnings'> {
  const decoded = decodeText(bytes, declaredCharset(bytes))
  if (!decoded.ok) throw new FormatError('damaged')
  const inside: NonNullable<Raw['inside']> = []
  let outlet = ''
  let item: Map<string, string> | null = null
  const path: string[] = []
  let words = ''
  const parser = new Parser(
    {
      onopentag(raw) {
        const name = raw.split(':').at(-1)!.toLowerCase()
        path.push(name)
        if (name === 'item' || name === 'entry') item = new Map()
        // words of an article may be elements themselves (Atom, xhtml)
        if (!item || path.at(-2) === 'item' || path.at(-2) === 'entry' || name === 'title') words = ''
        else words += ' '
      },
      ontext(text) {
        words += text
      },
      onclosetag() {
        const name = path.pop()!
        const parent = path.at(-1)
        if (item && (name === 'item' || name === 'entry')) {
          const page = pageOfItem(item, outlet)
          if (page && inside.length < limits.entries) inside.push(page)
          item = null
        } else if (item && (parent === 'item' || parent === 'entry')) {
          if (!item.has(name) && words.trim() !== '') item.set(name, words.trim())
        } else if (name === 'title' && (parent === 'channel' || parent === 'feed')) outlet ||= words.trim()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(decoded.text)
  if (inside.length === 0) throw new FormatError('empty')
  return { inside, warnings: [] }
}
