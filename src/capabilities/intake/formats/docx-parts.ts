import type { Limits } from './limits.ts'
import { unzip, type ZipEntry, zipOf } from './zip.ts'

/** Notes that are lines and spaces of the layout, not words. */
const layoutNote = /w:type="(?:separator|continuationSeparator|continuationNotice)"/

/** The paragraphs and tables in the first element of a name, or nothing. */
const inside = (xml: string, element: string): string => new RegExp(`<w:${element}(?:\\s[^>]*)?>([\\s\\S]*)</w:${element}>`).exec(xml)?.[1] ?? ''
const wordsOf = (xml: string): string => [...xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join('')

function endnotesOf(xml: string): string {
  return [...xml.matchAll(/<w:endnote(\s[^>]*)?>([\s\S]*?)<\/w:endnote>/g)]
    .map((found) => (layoutNote.test(found[1] ?? '') ? '' : found[2]!))
    .join('')
}

/** 머리글: each different one that has words, once. */
function headersOf(parts: readonly string[]): string {
  const seen = new Set<string>()
  return parts
    .map((xml) => inside(xml, 'hdr'))
    .filter((body) => {
      const words = wordsOf(body)
      if (!/\p{L}{2}/u.test(words) || seen.has(words)) return false
      seen.add(words)
      return true
    })
    .join('')
}

/**
 * 워드 문서의 빠지는 글: a Word document whose words that kordoc passes over stand in its body: text that was moved with changes tracked where it was moved to, endnotes at
 * the end, headers at the top, hyphens that do not break. The same bytes where there are none of them.
 */
export function wholeDocx(bytes: Uint8Array, entries: readonly ZipEntry[], limits: Limits): Uint8Array {
  const decoder = new TextDecoder()
  const part = (entry: ZipEntry) => unzip(bytes, entry, limits.unpackedBytes)
  const texts = (name: RegExp) => entries.filter((entry) => name.test(entry.name)).map((entry) => decoder.decode(part(entry)))
  const [body = ''] = texts(/^word\/document\.xml$/)
  const endnotes = texts(/^word\/endnotes\.xml$/)
    .map(endnotesOf)
    .join('')
  const headers = headersOf(texts(/^word\/header\d*\.xml$/))
  const whole = body
    .replace(/<(\/?)w:moveTo(?=[\s>])/g, '<$1w:ins')
    .replace(/<w:noBreakHyphen\s*\/>/g, '<w:t>-</w:t>')
    .replace(/<w:body(?:\s[^>]*)?>/, (start) => start + headers)
    .replace(/(?:<w:sectPr(?:\s[^>]*)?>(?:(?!<w:sectPr)[\s\S])*?<\/w:sectPr>\s*|<w:sectPr[^>]*\/>\s*)?<\/w:body>/, (end) => endnotes + end)
  if (whole === body) return bytes
  const kept = entries.filter((entry) => /\.(?:xml|rels)$/.test(entry.name))
  return zipOf(kept.map((entry) => [entry.name, entry.name === 'word/document.xml' ? new TextEncoder().encode(whole) : part(entry)]))
}
