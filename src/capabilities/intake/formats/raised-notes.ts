import { Parser } from 'htmlparser2'
import { without } from './docx-shown.ts'
import { isNoteMark } from './note-mark.ts'

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * 각주 표시 빼기: a part of a Word document or a section of a Hangul document (HWPX) without the numbers of notes that somebody set high by hand (`1,250¹⁾`), which would become
 * figures of the number before them. `styles` are the letter styles of Hangul that set letters high; Word says so in each run.
 */
export function withoutNoteMarks(xml: string, styles: ReadonlySet<string> = new Set()): string {
  if (styles.size === 0 && !xml.includes('"superscript"')) return xml
  const cuts: [number, number][] = []
  const raised: boolean[] = []
  let text: { start: number; words: string } | null = null
  let before = ''
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        if (name === 'p') before = ''
        else if (name === 'r' || name === 'run') raised.push(styles.has(attributes.charPrIDRef ?? ''))
        else if (name === 'vertAlign' && raised.length > 0) raised[raised.length - 1] = (attributes['w:val'] ?? attributes.val) === 'superscript'
        else if (name === 't') text = { start: parser.startIndex, words: '' }
      },
      ontext(words) {
        if (text) text.words += words
      },
      onclosetag(raw) {
        const name = local(raw)
        if (name === 'r' || name === 'run') raised.pop()
        else if (name === 't' && text) {
          if (raised.at(-1) && isNoteMark(text.words, before)) cuts.push([text.start, parser.endIndex + 1])
          else before = (before + text.words).slice(-8)
          text = null
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return without(xml, cuts)
}
