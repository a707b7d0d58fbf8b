/** How wide a text stands at a size, about: Hangul and other full signs are as wide as the size, the rest a little over half. */
export const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2000 ? size * 0.94 : size * 0.56), 0)

/** A text cut to a width, with an ellipsis where it was cut. `fitted('자동차 부품', 50, 13) // => '자동차…'` */
export function fitted(text: string, width: number, size: number): string {
  if (widthOf(text, size) <= width) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(`${kept}${sign}…`, size) > width) break
    kept += sign
  }
  return `${(kept || text.slice(0, 1)).trimEnd()}…`
}

/** A text in lines of a width, parted at its spaces; a word that is wider than the line stands alone. `wrapped('a b c', 18, 10) // => ['a b', 'c']` */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf(`${last} ${word}`, size) <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
