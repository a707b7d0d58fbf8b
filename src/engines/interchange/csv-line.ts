/** A text that a spreadsheet would run as a formula. A text that begins with our own apostrophe gets another, so that reading takes exactly one away. */
const runs = /^'*[=+\-@\t\r]/

/**
 * 엑셀이 수식으로 돌리지 않는 글: an apostrophe before what would start a formula (OWASP, CSV Injection). Reading the cell takes it away again.
 *
 * @example
 * safeText('=1+1') // => "'=1+1"
 * safeText('평문') // => '평문'
 */
export const safeText = (text: string): string => (runs.test(text) ? `'${text}` : text)

/**
 * The text that a guarded cell stands for: what `safeText` made of it, taken back.
 *
 * @example
 * unguarded("'=1+1") // => '=1+1'
 */
export const unguarded = (text: string): string => (/^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

/** One field of a line by RFC 4180. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * One line of CSV by RFC 4180; `numeric` cells are exact decimals and need no guard.
 *
 * @example
 * csvLine([{ text: '-5', numeric: true }, { text: '-가' }]) // => "-5,'-가\r\n"
 */
export const csvLine = (cells: readonly { readonly text: string; readonly numeric?: boolean }[]): string =>
  `${cells.map((cell) => field(cell.numeric ? cell.text : safeText(cell.text))).join(',')}\r\n`

/** What stands before the first line, so that Excel reads Korean. */
export const byteOrderMark = '\ufeff'
