/** Buttons and lines of a page that stand before its words: 기사 메일전송, 기사등록 2021-01-27, 로그인. */
const furniture =
  /^(?:[•·ㆍ▲△▶■□◆◇※*\-–—\s]*)(?:기사|본문|메인|로그인|회원가입|홈|검색|입력|수정|등록|승인|작성|댓글|공유|인쇄|스크랩|글자|메일|페이스북|트위터|카카오|https?:|\d{4}[.\-/년])/
/** 보 도 자 료, 배포 즉시 보도: the letterhead of a press release, which says nothing of it. */
const letterhead =
  /^[\s「『【[(<■□◆]*(?:보\s?도\s?(?:참\s?고\s?|해\s?명\s?|설\s?명\s?)?자\s?료|보도\s?(?:시점|일시)|배포(?=\s?(?:일시?|즉시|시점|[:：|]|$))|담당\s?(?:부서|자)|문의(?=\s?(?:처|[:：|]|$)))(?![가-힣]*[은는이가을를])/
const caption = /^\s*[▲△▼◀▶■]/
/** A row of a table, such as the head of a press release (보도자료 | 배포일시 | …). */
const row = /\s\|\s/
const most = 120

/** A table, whose first line says little. */
export const isTable = (format: string | null): boolean => format === 'xlsx' || format === 'xls' || format === 'csv'

/** The name of a file without the folders of its archive. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) || path

/** Whether a line is a row of a table or the letterhead of a press release: no document is called by it. */
export const isLetterhead = (line: string): boolean => row.test(line) || letterhead.test(line)

/**
 * 처음 이름: what a document is called until somebody names it or the reader finds its title: the first line that says something, of a paragraph its first sentence.
 * A table and a file without a text go by the name of the file. Furniture of a page is passed over as long as something else comes within the first lines.
 *
 * firstTitle('기사 메일전송\n[기계신문] 청이 문을 열었다. 모두 기뻐했다.', null, null) // => '[기계신문] 청이 문을 열었다.'
 */
export function firstTitle(text: string | null, file: string | null, format: string | null): string {
  if (text === null) return nameOf(file ?? '')
  if (isTable(format) && file) return nameOf(file).replace(/\.\w{2,5}$/, '')
  const lines: string[] = []
  let from = 0
  // a long text is not cut into all its lines for the sake of the first few
  while (lines.length < 12 && from < text.length) {
    const end = text.indexOf('\n', from)
    const line = text.slice(from, end < 0 ? text.length : end).trim()
    if (line !== '') lines.push(line)
    from = end < 0 ? text.length : end + 1
  }
  const speaks = (line: string) => !furniture.test(line) && !caption.test(line)
  const said = lines.find((line) => speaks(line) && !isLetterhead(line)) ?? lines.find(speaks) ?? lines[0] ?? ''
  const sentence = /^.{8,}?[다요]\.(?=\s)/su.exec(said)?.[0] ?? said
  return sentence.length > most ? `${sentence.slice(0, most - 1)}…` : sentence
}
