/** Rows as CSV (RFC 4180) with a mark at the beginning by which Excel knows that it is UTF-8. A word that a spreadsheet would take for a formula is kept a word. `csvText([['a', 1], ['b,c', 2]]) // => '\uFEFFa,1\r\n"b,c",2\r\n'` */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((one) => (typeof one === 'number' ? String(one) : quoted(one))).join(',')).join('\r\n')}\r\n`

function quoted(text: string): string {
  const safe = /^[=+@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
