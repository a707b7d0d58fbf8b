import { parseHTML } from 'linkedom'

/** What the crawler needs of an element, as linkedom has it. */
export interface Element {
  readonly nodeType: number
  readonly nodeName: string
  textContent: string | null
  readonly parentElement: Element | null
  readonly childNodes: Iterable<Element>
  getAttribute: (name: string) => string | null
  hasAttribute: (name: string) => boolean
  querySelector: (selector: string) => Element | null
  querySelectorAll: (selector: string) => Element[]
  closest: (selector: string) => Element | null
  append: (child: Element) => void
  remove: () => void
}
interface Document extends Pick<Element, 'querySelector' | 'querySelectorAll'> {
  readonly body: Element
  getElementById: (id: string) => Element | null
  createElement: (name: string) => Element
}

/** A page that the crawler asked for. */
export interface Crawled {
  path: string
  document: Document
  html: string
}

/** Sends a GET and gives status and text; an application's `request` or a server's `fetch`. */
export type Get = (path: string) => Promise<{ status: number; type: string; text: string }>

/** Walk from `start` along every link to a public page. A link that leads nowhere is an error. */
export async function crawl(get: Get, start: string, limit = 400): Promise<{ pages: Crawled[]; broken: string[] }> {
  const wanted = [start]
  const seen = new Set(wanted)
  const pages: Crawled[] = []
  const broken: string[] = []
  for (let at = 0; at < wanted.length && pages.length < limit; at++) {
    const path = wanted[at]!
    const answer = await get(path)
    if (answer.status !== 200) {
      broken.push(`${path} answered ${answer.status}`)
      continue
    }
    if (!answer.type.startsWith('text/html')) continue
    const document = parseHTML(answer.text).document as unknown as Document
    pages.push({ path, document, html: answer.text })
    const ids = new Set(document.querySelectorAll('[id]').map((element) => element.getAttribute('id')))
    for (const link of document.querySelectorAll('a[href], link[rel="alternate"][type]')) {
      const href = link.getAttribute('href') ?? ''
      const url = new URL(href, `http://crawl.invalid${path}`)
      const fragment = url.hash.slice(1)
      if (href.startsWith('#') && fragment !== '' && !ids.has(decodeURIComponent(fragment))) broken.push(`${path} links ${href}, which is not on it`)
      const next = `${url.pathname}${url.search}`
      if (url.host !== 'crawl.invalid' || url.pathname.startsWith('/console') || url.searchParams.has('lang') || seen.has(next)) continue
      seen.add(next)
      wanted.push(next)
    }
  }
  return { pages, broken }
}

/**
 * Digits that are no figure of an office, each named by the place where it may stand, and why.
 * Anything else with a digit must stand inside `data-figure`.
 */
export const exempt: Readonly<Record<string, string>> = {
  time: 'a date or an instant',
  'data-plain=name': 'the name of a project, a firm, an article or an outlet, as it is written',
  'data-plain=place': 'the name of a place or an industry',
  'data-plain=edition': 'which edition it is',
  'data-plain=address': 'an address of this site',
  'data-plain=reason': "a person's words about a restatement or withdrawal",
  'data-plain=quote': 'the quoted sentence itself: what every number leads to',
  'data-plain=comment': 'what a reader said, shown as theirs where an office takes comments',
  'data-plain=definition': 'the words of a definition and its version',
  'data-plain=dictionary': 'names and versions in the dictionary of the open data',
  'data-plain=receipt': 'a hash',
  'data-plain=grade': 'points and gates of a grade, beside their rubric, its version and who gave them',
  'data-plain=scale': 'the length of the bar of scale on a sketch',
  'data-plain=words': 'words for the reader: a citation that repeats the number of its page, an example of what to type',
}

/** Texts with a digit that stand neither in a figure nor in a named exempt place. */
export function orphanNumbers({ path, document }: Crawled): string[] {
  const orphans: string[] = []
  const walk = (node: Element): void => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      if (/\p{Nd}/u.test(text) && !covered(node.parentElement)) orphans.push(`${path}: "${text.trim().slice(0, 80)}"`)
      return
    }
    const name = node.nodeName.toLowerCase()
    if (name !== 'script' && name !== 'style' && name !== 'head') for (const child of node.childNodes) walk(child)
  }
  walk(document.body)
  return orphans
}

function covered(element: Element | null): boolean {
  for (let at = element; at; at = at.parentElement) {
    if (at.hasAttribute('data-figure')) return true
    if (at.nodeName.toLowerCase() in exempt || `data-plain=${at.getAttribute('data-plain')}` in exempt) return true
  }
  return false
}

/** Figures on a page without a bead beside them: nothing to click. */
export const beadless = ({ path, document }: Crawled): string[] =>
  [...document.querySelectorAll('[data-figure]')]
    .filter((figure) => !figure.querySelector('a.bead[href]') && !figure.closest('div')?.querySelector('dt a.bead[href]'))
    .map((figure) => `${path}: ${figure.getAttribute('data-figure')} "${figure.textContent}"`)

/** Figures from which no sentence is reached in two clicks: on the page itself, behind the bead, or behind a bead there. */
export async function farFromSentence(pages: readonly Crawled[]): Promise<string[]> {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const targets = (page: Crawled, scope: Pick<Element, 'querySelectorAll'>) =>
    [...scope.querySelectorAll('a.bead[href]')].map((bead) => new URL(bead.getAttribute('href') ?? '', `http://crawl.invalid${page.path}`))
  const sentenceAt = (url: URL): boolean => {
    const page = byPath.get(`${url.pathname}${url.search}`)
    if (!page) return false
    if (url.hash === '') return page.document.querySelector('.quote') !== null
    const place = page.document.getElementById(decodeURIComponent(url.hash.slice(1)))
    return (place?.closest('.source') ?? place)?.querySelector('.quote') != null
  }
  const far: string[] = []
  for (const page of pages)
    for (const figure of page.document.querySelectorAll('[data-figure]')) {
      const own = targets(page, figure.querySelector('a.bead') ? figure : (figure.closest('div') ?? figure))
      const reached = own.some((first) => {
        if (sentenceAt(first)) return true
        const next = byPath.get(`${first.pathname}${first.search}`)
        if (!next) return false
        const scope = first.hash ? (next.document.getElementById(decodeURIComponent(first.hash.slice(1))) ?? next.document) : next.document
        return targets(next, scope).some(sentenceAt)
      })
      if (!reached) far.push(`${page.path}: ${figure.getAttribute('data-figure')} "${figure.textContent}"`)
    }
  return far
}
