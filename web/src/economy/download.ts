import { wrapped } from './text-width.ts'

/** 내려받기: give the browser a file that was made here. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Rows as CSV that Excel reads as UTF-8; a word that a spreadsheet would take for a formula stays a word. `csvOf([['a', 1]]) // => '\uFEFFa,1\r\n'` */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((one) => (typeof one === 'number' ? String(one) : quoted(one ?? ''))).join(',')).join('\r\n')}\r\n`

function quoted(text: string): string {
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'opacity',
] as const

const FOOT = { size: 12, line: 17 } as const

/** 그림 한 장: a drawing of the page as a file of its own, its looks written into it so that it needs no style sheet, what explains it beneath. */
export function svgFile(svg: SVGSVGElement, title?: string, foot: readonly string[] = []): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const from = [svg, ...svg.querySelectorAll('*')]
  for (const [i, to] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const looks = getComputedStyle(from[i]!)
    // attributes, not a style: the page's own policy allows no inline styles, and every program reads these
    for (const name of drawn) to.setAttribute(name, looks.getPropertyValue(name))
    to.removeAttribute('class')
    to.removeAttribute('style')
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  const { x, y, width, height } = svg.viewBox.baseVal
  const lines = foot.flatMap((one) => wrapped(one, width, FOOT.size))
  const whole = height + (lines.length === 0 ? 0 : 10 + lines.length * FOOT.line)
  copy.setAttribute('viewBox', `${x} ${y} ${width} ${whole}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(whole))
  const made = (tag: 'title' | 'text', text: string) => {
    const one = document.createElementNS('http://www.w3.org/2000/svg', tag)
    one.textContent = text
    return one
  }
  if (title !== undefined) copy.prepend(made('title', title))
  for (const [i, text] of lines.entries()) {
    const line = made('text', text)
    line.setAttribute('x', String(x))
    line.setAttribute('y', String(y + height + 4 + (i + 1) * FOOT.line))
    line.setAttribute('font-size', String(FOOT.size))
    line.setAttribute('fill', getComputedStyle(svg).color)
    copy.append(line)
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

/** What is made with the page in its light colours: a picture is for paper, also where the screen is dark. */
export function inLight<T>(make: () => T): T {
  const root = document.documentElement
  const before = root.getAttribute('data-theme')
  root.setAttribute('data-theme', 'light')
  try {
    return make()
  } finally {
    if (before === null) root.removeAttribute('data-theme')
    else root.setAttribute('data-theme', before)
  }
}
