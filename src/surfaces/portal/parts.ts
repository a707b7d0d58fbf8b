import { html } from 'hono/html'
import {
  type PhaseCount,
  type PublicFact,
  type PublicPhase,
  type PublicQuote,
  type PublicStage,
  printed,
  printedText,
  type Valued,
} from '#capabilities/publishing/index'
import type { Part } from '#quantity/format'
import { type Html, nameOf, type View } from './view.ts'

export type BeadKind = 'claim' | 'fact' | 'figure' | 'public' | 'gone'

/** 구슬: the mark beside a number that leads to its sentence. */
export const bead = (view: View, kind: BeadKind, href: string, what = ''): Html =>
  html`<a class="bead bead--${kind}" href="${href}" aria-label="${what ? `${what} · ` : ''}${view.texts.toSentence[kind]}"></a>`

/** A bead that only marks a kind and leads nowhere. */
export const mark = (kind: BeadKind): Html => html`<span class="bead bead--${kind}" aria-hidden="true"></span>`

/** Text with digits that is no figure of ours: a name, a definition, an address. The kind says which; the crawler knows each kind by name. */
export const plain = (
  kind: 'name' | 'definition' | 'address' | 'edition' | 'reason' | 'quote' | 'receipt' | 'place' | 'dictionary' | 'words',
  text: string,
): Html => html`<span data-plain="${kind}">${text}</span>`

export const day = (text: string): Html => html`<time datetime="${text}">${text}</time>`

/** Words with days in them, each day on one line: a browser would part it at its hyphen. */
export const withDays = (text: string): Html => html`${text.split(/(\b\d{4}-\d{2}-\d{2}\b)/).map((part, at) => (at % 2 === 1 ? day(part) : part))}`

interface Shown {
  /** Which figure this number is. */
  figure: string
  bead: BeadKind
  href: string
  size?: 'hero' | 'xl'
  /** Without its bead, where the bead stands elsewhere (the strand). */
  bare?: boolean
}

/** How wide a text stands in units of its own size, roughly: Hangul, digits, letters and the narrow rest. */
const emOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[가-힣]/.test(char) ? 0.92 : /\d/.test(char) ? 0.62 : /[a-z]/i.test(char) ? 0.55 : 0.3), 0)
const widthOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, part) => sum + emOf(part.text) * (part.type === 'number' || part.type === 'range' ? 1 : 0.5), 0)
/** Wider numbers are set smaller and may break: a quarter of the page, and its text column. */
const widest = { hero: 6.3, xl: 7.5 } as const

/** A number with its unit, its figure's id and its bead; the word for unknown where there is none. */
export function fig(view: View, valued: Valued, shown: Shown): Html {
  const parts = printed(valued, view.locale)
  if (!parts) return html`<span class="mut">${view.texts.unknown}</span>`
  const text = printedText(valued, view.locale) ?? ''
  const long = shown.size && widthOf(parts) > widest[shown.size] ? ' fig--long' : ''
  return html`<span class="fig${shown.size ? ` fig--${shown.size}` : ''}${long}" data-figure="${shown.figure}">${parts.map((part) =>
    part.type === 'number' || part.type === 'range' ? html`${part.text}` : html`<span class="u">${part.text}</span>`,
  )}${shown.bare ? '' : bead(view, shown.bead, shown.href, text)}</span>`
}

/** The id of a fact on the page of its publication. */
export const factAnchor = (factId: string): string => `f-${factId}`

const gauges: Record<PublicPhase, string> = { before: '0', announced: '1', committed: '2', building: '3', realised: '4', lost: 'x', unknown: '0' }

/** 단계: gauge and word. */
export function stageMark(view: View, stage: PublicStage | null): Html {
  if (!stage) return html`<span class="mut">${view.texts.phases.unknown}</span>`
  const filled = Number(gauges[stage.phase]) || 0
  return html`<span class="stage"><span class="gauge" data-s="${gauges[stage.phase]}" aria-hidden="true">${[1, 2, 3, 4].map((cell) =>
    cell <= filled ? html`<i class="on"></i>` : html`<i></i>`,
  )}</span>${nameOf(view, { ko: stage.stageKo, en: stage.stageEn })}</span>`
}

const textures: Record<PublicPhase, string> = {
  before: 't-0',
  announced: 't-1',
  committed: 't-2',
  building: 't-3',
  realised: 't-4',
  lost: 't-x',
  unknown: 't-0',
}

/** The textures of the stages for SVG: order survives greyscale and a printer. */
export const texturePatterns: Html = html`<svg class="defs" width="0" height="0" aria-hidden="true"><defs>
<pattern id="t-0" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" class="p0"/></pattern>
<pattern id="t-1" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" class="p1"/><path d="M.6 0v4" class="m1"/></pattern>
<pattern id="t-2" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" class="p2"/><circle cx="2" cy="2" r="1.05" class="m2"/></pattern>
<pattern id="t-3" width="3.4" height="3.4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="3.4" height="3.4" class="p3"/><path d="M.65 0v3.4" class="m3"/></pattern>
<pattern id="t-4" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" class="p4"/></pattern>
<pattern id="t-x" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" class="px"/><path d="M0 .5h4M.5 0v4" class="mx"/></pattern>
</defs></svg>`

const percent = (part: number, whole: number) => `${Math.round((part / whole) * 10_000) / 100}%`

/** 쌓은 막대: the phases side by side, as wide as their counts; below it each count with its bead. A drawing of the counts, which the list under it says in words. */
export function stackedPhases(
  view: View,
  counts: readonly PhaseCount[],
  hrefOf: (phase: PublicPhase) => string,
  countOf: (phase: PublicPhase) => string,
): Html {
  const total = counts.reduce((sum, one) => sum + Number(one.count), 0)
  let from = 0
  const bars = counts.map((one) => {
    const width = Number(one.count)
    const bar = html`<rect x="${percent(from, total)}" y="0" width="${percent(width, total)}" height="44" fill="url(#${textures[one.phase]})" class="edge${one.phase === 'lost' ? ' edge--x' : ''}"/>`
    from += width
    return bar
  })
  const label = view.texts.stackLabel(counts.map((one) => `${view.texts.phases[one.phase]} ${one.count}`))
  return html`${texturePatterns}<svg class="stackbar" width="100%" height="44" role="img" aria-label="${label}">${bars}</svg>
<ul class="phases">${counts.map(
    (one) =>
      html`<li><b>${fig(
        view,
        { value: one.count, valueMax: null, bound: null, approximate: false, unit: 'projects' },
        { figure: one.figure, bead: 'figure', href: countOf(one.phase) },
      )}</b><span class="swatch ${textures[one.phase]}"></span><a class="quiet" href="${hrefOf(one.phase)}">${view.texts.phases[one.phase]}</a></li>`,
  )}</ul>`
}

/** A sentence with the place of its value marked. */
function marked(quote: PublicQuote): Html {
  const text = quote.sentence ?? ''
  if (!quote.mark) return html`${text}`
  const { start, end } = quote.mark
  return html`${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}`
}

/** Where a quote comes from: outlet, date, and whether it is a digest, an own entry or illustrative. */
export function sourceLine(view: View, quote: PublicQuote): Html {
  const t = view.texts
  const outlet = quote.ownStatement ? t.ownStatement : (quote.digestOf?.outlet ?? quote.outlet ?? t.notWritten)
  const title = quote.digestOf?.title ?? (quote.ownStatement ? '' : quote.title)
  const date = quote.digestOf ? quote.digestOf.date : quote.publishedOn
  return html`<span data-plain="name">${outlet}${title ? html`, 「${title}」` : ''}</span>, ${date ? day(date) : t.undated}${
    quote.digestOf ? html` · <span class="mut">${t.digest}</span>` : ''
  }${quote.illustrative ? html` <span class="tag tag--ex">${t.illustrative}</span>` : ''}${
    quote.url ? html` · <a href="${quote.url}" rel="noopener nofollow external">${t.toArticle}</a>` : ''
  }`
}

/** 인용: one quoted sentence with its source; a source that was taken back leaves a dashed mark. */
export function quoteBlock(view: View, quote: PublicQuote): Html {
  if (quote.sentence === null && quote.title === '')
    return html`<div class="quote quote--gone"><p class="mut">${mark('gone')} ${view.texts.taken}${quote.takenDownOn ? html` ${day(quote.takenDownOn)}` : ''}</p></div>`
  if (quote.sentence === null)
    return html`<div class="quote quote--digest"><p class="mut">${view.texts.wholeDocument}</p><footer>${sourceLine(view, quote)}</footer></div>`
  return html`<div class="quote${quote.digestOf || quote.ownStatement ? ' quote--digest' : ''}"><blockquote data-plain="quote">${marked(quote)}</blockquote><footer>${sourceLine(view, quote)}</footer></div>`
}

/** A source in a few words, for a table. */
export function shortSource(view: View, quote: PublicQuote | undefined): Html {
  if (!quote) return html`<span class="mut">${view.texts.notWritten}</span>`
  const date = quote.digestOf ? quote.digestOf.date : quote.publishedOn
  const outlet = quote.ownStatement ? view.texts.ownStatement : (quote.digestOf?.outlet ?? quote.outlet ?? view.texts.notWritten)
  return html`<span data-plain="name">${outlet}</span>${date ? html` ${day(date)}` : ''}`
}

/** A half-open interval in words: a day, a month, a year or from–to. */
export function intervalText(interval: { from: string | null; to: string | null } | null): string | null {
  if (!interval || (interval.from === null && interval.to === null)) return null
  const { from, to } = interval
  if (from && to) {
    if (from.endsWith('-01-01') && to === `${Number(from.slice(0, 4)) + 1}-01-01`) return from.slice(0, 4)
    const next = new Date(`${from}T00:00:00Z`)
    next.setUTCDate(next.getUTCDate() + 1)
    if (next.toISOString().slice(0, 10) === to) return from
    const month = new Date(`${from}T00:00:00Z`)
    month.setUTCMonth(month.getUTCMonth() + 1)
    if (from.endsWith('-01') && month.toISOString().slice(0, 10) === to) return from.slice(0, 7)
    return `${from} – ${lastDay(to)}`
  }
  return from ? `${from} –` : `– ${lastDay(to!)}`
}

function lastDay(end: string): string {
  const before = new Date(`${end}T00:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return before.toISOString().slice(0, 10)
}

/** When a fact holds and by when it is due. */
export function whenOf(view: View, fact: PublicFact): Html {
  const period = intervalText(fact.period)
  const due = fact.due ? intervalText(fact.due) : null
  if (!period && !due) return html`<span class="mut">${view.texts.undated}</span>`
  return html`${period ? html`<time>${period}</time>` : ''}${period && due ? ', ' : ''}${due ? html`<time>${view.texts.due(due)}</time>` : ''}`
}

/** 가림 이름: that the name is not the real one. */
export const coveredTag = (view: View, covered: true | undefined): Html =>
  covered ? html` <span class="tag" title="${view.texts.coveredNote}">${view.texts.covered}</span>` : html``

export const illustrativeTag = (view: View, illustrative: boolean): Html =>
  illustrative ? html` <span class="tag tag--ex" title="${view.texts.illustrativeNote}">${view.texts.illustrative}</span>` : html``

/** How many blocks of a long list stand open. */
const openBlocks = 8

/** A long list of blocks: the first ones open, the others behind one summary; an address that points into them opens it. */
export const folded = (view: View, blocks: readonly Html[]): Html =>
  blocks.length <= openBlocks + 2
    ? html`${blocks}`
    : html`${blocks.slice(0, openBlocks)}<details class="rest"><summary>${view.texts.restOfThem}</summary>${blocks.slice(openBlocks)}</details>`
