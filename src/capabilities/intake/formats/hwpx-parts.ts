import { Parser } from 'htmlparser2'
import { without } from './docx-shown.ts'
import type { Limits } from './limits.ts'
import { withoutNoteMarks } from './raised-notes.ts'
import type { Warning } from './types.ts'
import { unreadWarnings } from './unread.ts'
import { refuseDeep } from './xml-depth.ts'
import { unzip, type ZipEntry, zipOf } from './zip.ts'

const marks = /<(?:\w+:)?(?:nbSpace|fwSpace|hyphen)\s*\/>/
const local = (name: string) => name.slice(name.indexOf(':') + 1)
const count = (xml: string, what: RegExp) => xml.match(what)?.length ?? 0
/** Shapes of a line through letters; other words of the same attribute (`3D`, `NONE`) draw none. */
const lineThrough = /^(?:SOLID|DASH|DOT|LONG_DASH|DOUBLE|SLIM|THICK|CIRCLE|WAVE)/i

/**
 * 한글 문서의 보이는 글: a Hangul document (HWPX) in which blanks and hyphens that do not break are written as such (kordoc passes over their elements, so that two words
 * would become one), without what is struck through and without numbers of notes set high by hand. What is deleted with changes tracked, struck through or remarked (메모, 숨은 설명) is told. The same bytes where
 * nothing is to be changed.
 */
export function wholeHwpx(bytes: Uint8Array, entries: readonly ZipEntry[], limits: Limits): { bytes: Uint8Array; warnings: Warning[] } {
  const decoder = new TextDecoder()
  const part = (entry: ZipEntry) => unzip(bytes, entry, limits.unpackedBytes)
  const changed = new Map<string, Uint8Array>()
  const unread = { deleted: 0, struck: 0, comments: 0 }
  const header = entries.find((entry) => entry.name === 'Contents/header.xml')
  const { struck, raised } = header ? lettersOf(decoder.decode(part(header))) : { struck: new Set<string>(), raised: new Set<string>() }
  for (const entry of entries) {
    if (!/^Contents\/section\d+\.xml$/.test(entry.name)) continue
    const xml = decoder.decode(part(entry))
    refuseDeep(xml)
    unread.comments += count(xml, /<(?:\w+:)?(?:hiddenComment|memo)[\s>]/g) + count(xml, /<(?:\w+:)?fieldBegin\s[^>]*type="MEMO"/g)
    unread.deleted += count(xml, /<(?:\w+:)?deleteBegin[\s/>]/g)
    let whole = xml.replace(/<(?:\w+:)?(nbSpace|fwSpace|hyphen)\s*\/>/g, (_, mark) => (mark === 'hyphen' ? '-' : ' '))
    if (struck.size > 0) {
      const left = withoutStruck(whole, struck)
      unread.struck += left.struck
      whole = left.xml
    }
    whole = withoutNoteMarks(whole, raised)
    if (whole !== xml || marks.test(xml)) changed.set(entry.name, new TextEncoder().encode(whole))
  }
  const warnings = unreadWarnings(unread)
  if (changed.size === 0) return { bytes, warnings }
  // pictures are not read
  const kept = entries.filter((entry) => !/^BinData\//.test(entry.name))
  return { bytes: zipOf(kept.map((entry) => [entry.name, changed.get(entry.name) ?? part(entry)])), warnings }
}

/** Numbers of the letter styles that draw a line through, and of those that set letters high. */
function lettersOf(header: string): { struck: Set<string>; raised: Set<string> } {
  const struck = new Set<string>()
  const raised = new Set<string>()
  let id: string | null = null
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        if (name === 'charPr') id = attributes.id ?? null
        else if (name === 'strikeout' && id !== null && lineThrough.test(attributes.shape ?? '')) struck.add(id)
        else if (name === 'supscript' && id !== null) raised.add(id)
      },
      onclosetag(raw) {
        if (local(raw) === 'charPr') id = null
      },
    },
    { xmlMode: true },
  )
  parser.end(header)
  return { struck, raised }
}

/** A section without the words of runs in those styles; passages that follow one another count once. */
function withoutStruck(xml: string, styles: ReadonlySet<string>): { xml: string; struck: number } {
  const cuts: [number, number][] = []
  const runs: boolean[] = []
  let start = -1
  let words = false
  let struck = 0
  let inPassage = false
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        if (name === 'run') runs.push(styles.has(attributes.charPrIDRef ?? ''))
        else if (name === 'p') inPassage = false
        else if (name === 't' && start < 0) {
          words = false
          if (runs.at(-1)) start = parser.startIndex
        }
      },
      ontext(text) {
        words ||= text.trim() !== ''
      },
      onclosetag(raw) {
        const name = local(raw)
        if (name === 'run') runs.pop()
        else if (name === 't' && start >= 0) {
          cuts.push([start, parser.endIndex + 1])
          start = -1
          if (words && !inPassage) struck++
          inPassage ||= words
        } else if (name === 't' && words) inPassage = false
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return { xml: without(xml, cuts), struck }
}
