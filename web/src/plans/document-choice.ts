import { addDays } from '#quantity/day'
import { readTime } from '../portfolio/read-typed.ts'

/** What the list of documents says of one. */
export interface FoundDocument {
  id: string
  title: string
  outlet: string | null
  publishedOn: string | null
  receivedAt?: string
}

/**
 * Where documents are looked for: a time as people type it finds those published in it, other words those whose title, outlet, file or text holds them; nothing typed gives the newest.
 *
 * documentsPath('2026년 3월') // => '/documents?limit=20&from=2026-03-01&to=2026-03-31&sort=-publishedOn'
 */
export function documentsPath(words: string): string {
  const query = new URLSearchParams({ limit: '20' })
  const time = readTime(words)
  if (time) {
    query.set('from', time.from)
    query.set('to', addDays(time.to, -1))
    query.set('sort', '-publishedOn')
  } else if (words.trim() !== '') query.set('q', words.trim())
  return `/documents?${query}`
}

/** A document as a line of the list: its title, and where and when it is from. */
export const documentChoice = (document: FoundDocument) => ({
  id: document.id,
  label: document.title,
  detail: [document.outlet, document.publishedOn ?? document.receivedAt?.slice(0, 10)].filter(Boolean).join(' · '),
})
