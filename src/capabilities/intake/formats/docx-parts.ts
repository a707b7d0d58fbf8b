import { tablesApart } from './docx-nested.ts'
import { hiddenStyles, shownOnly } from './docx-shown.ts'
import type { Limits } from './limits.ts'
import { withoutNoteMarks } from './raised-notes.ts'
import type { Warning } from './types.ts'
import { unreadWarnings } from './unread.ts'
import { refuseDeep } from './xml-depth.ts'
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
 * 워드 문서의 보이는 글: a Word document whose body holds what Word shows and nothing else: text that was moved with changes tracked where it was moved to, endnotes at the end,
 * headers at the top, hyphens that do not break (kordoc passes them over); without hidden letters and rows, without what was deleted or struck through (kordoc reads some of it),
 * with tables one after another.
 * What was left out and what comments there are is told. The same bytes where nothing is to be changed.
 */
export function wholeDocx(bytes: Uint8Array, entries: readonly ZipEntry[], limits: Limits): { bytes: Uint8Array; warnings: Warning[] } {
  const decoder = new TextDecoder()
  const part = (entry: ZipEntry) => unzip(bytes, entry, limits.unpackedBytes)
  const texts = (name: RegExp) => entries.filter((entry) => name.test(entry.name)).map((entry) => decoder.decode(part(entry)))
  const [body = ''] = texts(/^word\/document\.xml$/)
  refuseDeep(body)
  const endnotes = texts(/^word\/endnotes\.xml$/)
    .map(endnotesOf)
    .join('')
  const headers = headersOf(texts(/^word\/header\d*\.xml$/))
  const whole = body
    .replace(/<(\/?)w:moveTo(?=[\s>])/g, '<$1w:ins')
    .replace(/<w:noBreakHyphen\s*\/>/g, '<w:t>-</w:t>')
    // words of an element that a program marked for its own use are words like others
    .replace(/<w:customXmlPr(?:\s[^>]*)?(?:\/>|>[\s\S]*?<\/w:customXmlPr>)|<\/?w:customXml(?:\s[^>]*)?>/g, '')
    .replace(/<w:body(?:\s[^>]*)?>/, (start) => start + headers)
    .replace(/(?:<w:sectPr(?:\s[^>]*)?>(?:(?!<w:sectPr)[\s\S])*?<\/w:sectPr>\s*|<w:sectPr[^>]*\/>\s*)?<\/w:body>/, (end) => endnotes + end)
  const styles = hiddenStyles(texts(/^word\/styles\.xml$/).join(''))
  const unread = { hidden: 0, deleted: 0, struck: 0, comments: commentsIn(texts(/^word\/comments\.xml$/).join('')) }
  const shown = (xml: string): string => {
    if (!unseen.test(xml) && styles.size === 0) return xml
    const found = shownOnly(xml, styles)
    unread.hidden += found.hidden
    unread.deleted += found.deleted
    unread.struck += found.struck
    return found.xml
  }
  const changed = new Map<string, string>([['word/document.xml', tablesApart(withoutNoteMarks(shown(whole)))]])
  for (const [index, notes] of texts(/^word\/footnotes\.xml$/).entries()) if (index === 0) changed.set('word/footnotes.xml', shown(notes))
  const warnings = [...unreadWarnings(unread), ...embedded(body)]
  if (changed.get('word/document.xml') === body && unread.hidden + unread.deleted + unread.struck === 0) return { bytes, warnings }
  const kept = entries.filter((entry) => /\.(?:xml|rels)$/.test(entry.name))
  const written = (entry: ZipEntry) => {
    const words = changed.get(entry.name)
    return words === undefined ? part(entry) : new TextEncoder().encode(words)
  }
  return { bytes: zipOf(kept.map((entry) => [entry.name, written(entry)])), warnings }
}

/** Marks of words that Word does not show; most documents have none. */
const unseen = /<w:(?:vanish|hidden|d?strike|del|moveFrom|cellDel)[\s/>]/

/** 끼워 넣은 문서(altChunk): a page or another document that Word takes in only as it opens the file; its words are in no part that is read. */
function embedded(body: string): Warning[] {
  const count = body.match(/<w:altChunk[\s/>]/g)?.length ?? 0
  if (count === 0) return []
  return [
    {
      code: 'partly-read',
      ko: `다른 문서가 ${count}개 끼워져 있어 그 글은 읽지 못했습니다. 워드에서 열어 다시 저장해 올려 주십시오.`,
      en: `The words of ${count} document${count === 1 ? '' : 's'} set into this one were not read. Open it in Word, save it and add that.`,
    },
  ]
}

const commentsIn = (xml: string): number => [...xml.matchAll(/<w:comment\s/g)].length
