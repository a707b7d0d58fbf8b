import { type Glyphs, placed } from './pdf-lines.ts'

/** What pdf.js says of something that is laid over a page: a field of a form, a note. */
export interface Annotation {
  subtype?: string
  rect?: readonly number[]
  rotation?: number
  hidden?: boolean
  annotationFlags?: number
  /** Tx text, Ch choice, Btn button. */
  fieldType?: string | null
  fieldValue?: string | readonly string[] | null
  exportValue?: string | null
  buttonValue?: string | null
  checkBox?: boolean
  radioButton?: boolean
  multiLine?: boolean
  password?: boolean
  options?: readonly { exportValue: string | null; displayValue: string | null }[]
  defaultAppearanceData?: { fontSize?: number | null }
  contentsObj?: { str?: string }
  /** Lines that its own drawing shows. */
  textContent?: readonly string[]
  /** What a box of free text is meant as. */
  it?: string
}

/** 쪽에 얹힌 것: words that a page shows without drawing them, and how many passages it carries and does not show as its text. */
export interface LaidOver {
  shown: Glyphs[]
  hidden: number
  comments: number
}

/** Flags of an annotation: it is not shown at all, it is not shown on the screen. */
const unseen = 0x2 | 0x20
const remarks = new Set([
  'Text',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Line',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Ink',
])

/**
 * 양식 칸과 메모: what was typed into the fields of a form and into boxes of free text is part of what a page shows; remarks on a page (notes, marked words, callouts) are not.
 */
export function laidOver(annotations: readonly Annotation[]): LaidOver {
  const out: LaidOver = { shown: [], hidden: 0, comments: 0 }
  for (const one of annotations) {
    const field = one.subtype === 'Widget'
    if (!field && (one.subtype !== 'FreeText' || one.it === 'FreeTextCallout')) {
      if ((remarks.has(one.subtype ?? '') || one.subtype === 'FreeText') && (one.contentsObj?.str ?? '').trim() !== '') out.comments++
      continue
    }
    const words = field ? wordsOfField(one) : ((one.contentsObj?.str || one.textContent?.join('\n')) ?? '')
    if (words.trim() === '') continue
    if (!one.hidden && ((one.annotationFlags ?? 0) & unseen) === 0) out.shown.push(...drawnAs(words, one))
    else if (one.fieldType !== 'Btn') out.hidden++
  }
  return out
}

function wordsOfField(one: Annotation): string {
  const { fieldValue: value } = one
  if (one.password) return ''
  if (one.fieldType === 'Btn') {
    if (one.checkBox) return typeof value === 'string' && value !== 'Off' && value === one.exportValue ? '☑' : '☐'
    return one.radioButton ? (typeof value === 'string' && value === one.buttonValue ? '☑' : '☐') : ''
  }
  if (one.fieldType === 'Ch') {
    const chosen = typeof value === 'string' ? [value] : (value ?? [])
    return chosen.map((each) => one.options?.find((option) => option.exportValue === each)?.displayValue ?? each).join(', ')
  }
  return one.fieldType === 'Tx' && typeof value === 'string' ? asShown(value, one.textContent?.join('') ?? '') : ''
}

/** A field may show its value otherwise than it keeps it (1200000 as 1,200,000원). What its drawing adds is taken; where its letters are not told by the drawing, the value. */
function asShown(value: string, drawn: string): string {
  const bare = (words: string) => words.replace(/[\s,]/g, '')
  return /^[\d.,\s-]+$/.test(value) && bare(drawn) !== bare(value) && bare(drawn).includes(bare(value)) ? drawn.trim() : value
}

const padding = 2
/** Of words, in sizes of their letters. */
const widthOf = (words: string) => [...words].reduce((sum, letter) => sum + (letter > '\u1100' ? 1 : 0.5), 0)

/** Words as if the page drew them in their box, a line for each. */
function drawnAs(words: string, { rect = [], rotation = 0, multiLine, subtype, defaultAppearanceData }: Annotation): Glyphs[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect
  const upright = rotation % 180 === 0
  const [wide, high] = upright ? [x2 - x1, y2 - y1] : [y2 - y1, x2 - x1]
  const size = defaultAppearanceData?.fontSize || Math.max(6, Math.min(12, high * 0.7))
  const lines = words.replace(/\r\n?/g, '\n').split('\n')
  const many = multiLine === true || subtype === 'FreeText' || lines.length > 1
  return lines.flatMap((line, index) => {
    const str = line.trim()
    if (str === '') return []
    const along = padding
    const up = many ? high - size - index * size * 1.2 : (high - size * 0.7) / 2
    // a field is as wide as its box: what stands right of that follows it closely
    const width = many ? Math.min(widthOf(str) * size, Math.max(size, wide - padding * 2)) : Math.max(size * 0.5, wide - padding * 2)
    const at = upright ? [x1 + along, y1 + up] : rotation === 90 ? [x2 - up, y1 + along] : [x1 + up, y2 - along]
    const turn = upright ? [size, 0, 0, size] : rotation === 90 ? [0, size, -size, 0] : [0, -size, size, 0]
    return [{ str, transform: [...turn, ...at], width, height: size, hasEOL: true, laid: true }]
  })
}

/**
 * The words of a page with those of its fields where they are read: behind the words that stand left of them on their line, in the blank that a line leaves for them
 * (투자액 (      )억원), else before the first words below them.
 */
export function withFields(drawn: readonly Glyphs[], fields: readonly Glyphs[]): Glyphs[] {
  const glyphs = [...drawn]
  const topDown = [...fields].sort((a, b) => placed(b).y - placed(a).y || placed(a).x - placed(b).x)
  for (const field of topDown) insert(glyphs, field)
  return glyphs
}

function insert(glyphs: Glyphs[], field: Glyphs): void {
  const own = placed(field)
  let left = -1
  let nearest = Number.NEGATIVE_INFINITY
  let below = -1
  for (const [index, one] of glyphs.entries()) {
    if (one.str.trim() === '') continue
    const at = placed(one)
    if (at.direction !== own.direction) continue
    if (Math.abs(at.y - own.y) > Math.max(own.size, at.size) * 0.7) {
      if (below < 0 && at.y < own.y) below = index
      continue
    }
    const right = at.x + one.width
    const within = at.x < own.x && right > own.x + own.size * 0.5
    if (within && intoBlank(glyphs, index, field)) return
    if ((within || right <= own.x + own.size * 0.5) && right > nearest) {
      left = index
      nearest = right
    }
  }
  if (left < 0) {
    // the first of its line, or a line of its own
    const next = glyphs.findIndex((one) => one.str.trim() !== '' && placed(one).direction === own.direction && onLine(one, field))
    const at = next >= 0 ? next : below
    const made = next >= 0 ? { ...levelled(field, glyphs[next]!), hasEOL: false } : field
    glyphs.splice(at < 0 ? glyphs.length : at, 0, made)
    return
  }
  const before = glyphs[left]!
  const made = { ...levelled(field, before), hasEOL: before.hasEOL }
  const blank = glyphs[left + 1]
  if (blank && blank.str !== '' && isBlankFor(blank, made)) {
    const str = (/[([]$/.test(before.str) ? '' : ' ') + field.str + (blank.hasEOL || /^[)\]]/.test(glyphs[left + 2]?.str ?? ')') ? '' : ' ')
    glyphs.splice(left + 1, 1, { ...made, str, transform: blank.transform, width: blank.width, hasEOL: blank.hasEOL })
  } else glyphs.splice(left, 1, { ...before, hasEOL: false }, made)
}

/** Spaces that a line leaves where the field lies. */
function isBlankFor(blank: Glyphs, field: Glyphs): boolean {
  const [at, own] = [placed(blank), placed(field)]
  const overlap = Math.min(at.x + blank.width, own.x + field.width) - Math.max(at.x, own.x)
  return blank.str.trim() === '' && Math.abs(at.y - own.y) < own.size * 0.5 && overlap > field.width * 0.4
}

const onLine = (one: Glyphs, field: Glyphs): boolean => {
  const [a, b] = [placed(one), placed(field)]
  return Math.abs(a.y - b.y) <= Math.max(a.size, b.size) * 0.7 && a.x >= b.x
}

/** The field on the base line of those words. */
function levelled(field: Glyphs, words: Glyphs): Glyphs {
  const off = placed(words).y - placed(field).y
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = field.transform
  const size = Math.hypot(a, b) || 1
  return { ...field, transform: [a, b, c, d, x - (off * b) / size, y + (off * a) / size] }
}

/** A run of words with a blank in it: the field goes into the blank that is nearest to it. */
function intoBlank(glyphs: Glyphs[], index: number, field: Glyphs): boolean {
  const one = glyphs[index]!
  const at = placed(one)
  const scale = one.width / Math.max(0.5, widthOf(one.str))
  const middle = placed(field).x + field.width / 2
  const blanks = [...one.str.matchAll(/[\s\u3000]{2,}|[_.…]{2,}|[([]\s?(?=[)\]])/g)].map((found) => {
    const from = at.x + widthOf(one.str.slice(0, found.index)) * scale
    const to = from + widthOf(found[0]) * scale
    return { start: found.index, end: found.index + found[0].length, off: Math.max(0, from - middle, middle - to), opens: /^[([]/.test(found[0]) }
  })
  const blank = blanks.sort((a, b) => a.off - b.off)[0]
  if (!blank) return false
  const start = blank.start + (blank.opens ? 1 : 0)
  const spaced = blank.opens || /[([]$/.test(one.str.slice(0, start)) ? '' : ' '
  const after = one.str.slice(blank.end)
  glyphs[index] = { ...one, str: one.str.slice(0, start) + spaced + field.str + (after === '' || /^[)\]]/.test(after) ? '' : ' ') + after }
  return true
}
