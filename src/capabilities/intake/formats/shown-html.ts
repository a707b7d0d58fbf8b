import { Parser } from 'htmlparser2'
import { isNoteMark } from './note-mark.ts'

/** A page with what a browser shows of it, and how many passages it hides. */
export interface ShownHtml {
  html: string
  hidden: number
}

/** Words in place of a part of a page. */
interface Edit {
  start: number
  end: number
  words: string
}

const isHidden = ({ hidden, style = '' }: Record<string, string>) =>
  (hidden !== undefined && hidden !== 'until-found') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
/** Fields whose value is written on the page; a button's or a password's is not. */
const typedIn = /^(?:|text|number|date|month|tel|email|url)$/i
/** Elements that end nowhere. */
const voids = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/**
 * 보이는 페이지: a page without elements that it hides itself (`hidden`, `display: none` in their own style) and without the numbers of notes that are set high behind words,
 * with what was typed or chosen in the fields of its tables and lists in their places. Where most of a page is hidden it waits for a script to show it, and is read.
 */
export function shownHtml(html: string): ShownHtml {
  if (!/\shidden\b|display\s*:\s*none|visibility\s*:\s*hidden|<sup[\s>]|<(?:input|select)\s/i.test(html)) return { html, hidden: 0 }
  const unseen: Edit[] = []
  const edits: Edit[] = []
  let [seen, concealed, passages] = [0, 0, 0]
  let depth = 0
  let hiddenAt: { depth: number; start: number; words: number } | null = null
  let silent = 0
  let cells = 0
  let sup: { start: number; words: string } | null = null
  let option: { start: number; chosen: boolean } | null = null
  let before = ''
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!voids.has(name)) depth++
        if (name === 'script' || name === 'style') silent++
        else if (name === 'td' || name === 'dd') cells++
        else if (name === 'sup') sup = { start: parser.startIndex, words: '' }
        else if (name === 'option') option = { start: parser.startIndex, chosen: attributes.selected !== undefined }
        else if (name === 'input' && cells > 0 && typedIn.test(attributes.type ?? '') && attributes.value?.trim() && !isHidden(attributes))
          edits.push({ start: parser.startIndex, end: parser.endIndex + 1, words: attributes.value })
        if (!hiddenAt && !voids.has(name) && name !== 'body' && name !== 'html' && isHidden(attributes))
          hiddenAt = { depth, start: parser.startIndex, words: 0 }
      },
      ontext(words) {
        if (silent > 0) return
        const length = words.trim().length
        if (hiddenAt) hiddenAt.words += length
        else seen += length
        if (sup) sup.words += words
        else before = (before + words).slice(-8)
      },
      onclosetag(name) {
        if (voids.has(name)) return
        const end = parser.endIndex + 1
        if (name === 'script' || name === 'style') silent--
        else if (name === 'td' || name === 'dd') cells--
        else if (name === 'sup' && sup) {
          if (isNoteMark(sup.words, before)) edits.push({ start: sup.start, end, words: '' })
          else before = (before + sup.words).slice(-8)
          sup = null
        } else if (name === 'option' && option) {
          if (!option.chosen) edits.push({ start: option.start, end, words: '' })
          option = null
        }
        if (hiddenAt && depth === hiddenAt.depth) {
          unseen.push({ start: hiddenAt.start, end, words: '' })
          concealed += hiddenAt.words
          if (hiddenAt.words > 0) passages++
          hiddenAt = null
        }
        depth--
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  const shows = concealed <= seen
  return { html: edited(html, shows ? [...unseen, ...edits] : edits), hidden: shows ? passages : 0 }
}

/** The page with its parts replaced; what lies in another goes with it. */
function edited(html: string, edits: readonly Edit[]): string {
  const out: string[] = []
  let at = 0
  for (const { start, end, words } of [...edits].sort((a, b) => a.start - b.start)) {
    if (start < at) continue
    out.push(html.slice(at, start), words.replace(/&/g, '&amp;').replace(/</g, '&lt;'))
    at = end
  }
  out.push(html.slice(at))
  return out.join('')
}
