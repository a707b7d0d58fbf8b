import { Parser } from 'htmlparser2'

type Attributes = Record<string, string>
const local = (name: string) => name.slice(name.indexOf(':') + 1)
const saidBy = (attributes: Attributes): string | undefined => attributes['w:val'] ?? attributes.val
/** A switch of Word is on where it stands, unless it says that it is off. */
const isOn = (attributes: Attributes): boolean => !/^(?:0|false|off|none)$/i.test(saidBy(attributes) ?? '')

/** Styles of a Word document under which letters are hidden. */
export function hiddenStyles(xml: string): Set<string> {
  const styles = new Map<string, { basedOn: string | null; hidden: boolean | null }>()
  let id: string | null = null
  const above: string[] = []
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        if (name === 'style') {
          id = attributes['w:styleId'] ?? attributes.styleId ?? null
          if (id !== null) styles.set(id, { basedOn: null, hidden: null })
        } else if (id !== null && name === 'basedOn') styles.get(id)!.basedOn = saidBy(attributes) ?? null
        else if (id !== null && name === 'vanish' && above.at(-1) === 'rPr' && above.at(-2) === 'style') styles.get(id)!.hidden = isOn(attributes)
        above.push(name)
      },
      onclosetag(raw) {
        above.pop()
        if (local(raw) === 'style') id = null
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  const hidden = new Set<string>()
  for (const style of styles.keys()) {
    const seen = new Set<string>()
    for (let at: string | null = style; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
      seen.add(at)
      const own = styles.get(at)?.hidden ?? null
      if (own === null) continue
      if (own) hidden.add(style)
      break
    }
  }
  return hidden
}

interface Open {
  name: string
  start: number
  /** Said by its own properties; null where they are silent. */
  hidden: boolean | null
  /** 취소선: a line is drawn through its letters. */
  struck: boolean
  /** Its style hides letters. */
  styled: boolean
  /** Deleted, or moved to another place. */
  gone: boolean
  /** Words in it that are not cut. */
  words: boolean
  /** 문단 끝이 지워짐: the paragraph goes on in the next one. */
  openEnded: boolean
  /** A paragraph that goes on from the one before: its properties would stand in the middle. */
  joined: boolean
}

/** What may stand between two paragraphs without parting them. */
const invisible = new Set(['bookmarkStart', 'bookmarkEnd', 'proofErr', 'permStart', 'permEnd'])

/**
 * 보이는 글만: a part of a Word document (body, notes) without what Word does not show: hidden letters, hidden rows, and what was deleted with changes tracked, rows, cells and
 * ends of paragraphs among it, or struck through by hand. `hidden`, `deleted` and `struck` count the passages that had words.
 */
export function shownOnly(xml: string, styles: ReadonlySet<string>): { xml: string; hidden: number; deleted: number; struck: number } {
  const cuts: [number, number][] = []
  const stack: Open[] = []
  const counted = { hidden: 0, deleted: 0, struck: 0 }
  const lastEnd = { hidden: -1, deleted: -1, struck: -1 }
  /** A copy of what stands before it, for older programs. */
  let copies = 0
  /** Where the paragraph before ends without an end. */
  let seam = -1
  const parser = new Parser(
    {
      onopentag(raw, attributes) {
        const name = local(raw)
        const parent = stack.at(-1)
        const grand = stack.at(-2)
        const one: Open = {
          name,
          start: parser.startIndex,
          hidden: null,
          struck: false,
          styled: false,
          gone: false,
          words: false,
          openEnded: false,
          joined: false,
        }
        if (name === 'Fallback') copies++
        else if (parent?.name === 'rPr' && grand?.name === 'r') {
          if (name === 'vanish') grand.hidden = isOn(attributes)
          else if (name === 'strike' || name === 'dstrike') grand.struck ||= isOn(attributes)
          else if (name === 'rStyle') grand.styled = styles.has(saidBy(attributes) ?? '')
        } else if (parent?.name === 'pPr' && name === 'pStyle' && grand) grand.styled = styles.has(saidBy(attributes) ?? '')
        else if (parent?.name === 'rPr' && grand?.name === 'pPr' && name === 'del') stack.at(-3)!.openEnded = true
        else if (parent?.name === 'trPr' && grand) {
          if (name === 'hidden') grand.hidden = isOn(attributes)
          grand.gone ||= name === 'del'
        } else if (parent?.name === 'tcPr' && name === 'cellDel' && grand) grand.gone = true
        else one.gone = name === 'del' || name === 'moveFrom' || (name === 'pPr' && parent?.joined === true)
        if (name === 'p' && seam >= 0 && xml[parser.endIndex - 1] !== '/') {
          cuts.push([seam, parser.endIndex + 1])
          one.joined = true
        }
        if (!invisible.has(name)) seam = -1
        stack.push(one)
      },
      ontext(words) {
        const top = stack.at(-1)
        if (top && (top.name === 't' || top.name === 'delText') && words.trim() !== '') top.words = true
      },
      onclosetag() {
        const one = stack.pop()
        if (!one) return
        if (one.name === 'Fallback') copies--
        const end = parser.endIndex + 1
        if (!invisible.has(one.name)) seam = one.name === 'p' && one.openEnded ? parser.startIndex : -1
        const unseen =
          one.name === 'r' ? (one.hidden ?? one.styled !== (stack.findLast((outer) => outer.name === 'p')?.styled ?? false)) : one.hidden === true
        const struck = one.name === 'r' && one.struck
        if (!one.gone && !unseen && !struck) {
          const outer = stack.at(-1)
          if (outer) outer.words ||= one.words
          return
        }
        cuts.push([one.start, end])
        if (!one.words || copies > 0 || one.name === 'moveFrom') return
        const why = one.gone ? 'deleted' : unseen ? 'hidden' : 'struck'
        if (lastEnd[why] !== one.start) counted[why]++
        lastEnd[why] = end
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return { xml: without(xml, cuts), ...counted }
}

/** The text without those parts of it; parts may lie in one another. */
export function without(xml: string, cuts: readonly (readonly [number, number])[]): string {
  const out: string[] = []
  let at = 0
  for (const [start, end] of [...cuts].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue
    if (start > at) out.push(xml.slice(at, start))
    at = end
  }
  out.push(xml.slice(at))
  return out.join('')
}
