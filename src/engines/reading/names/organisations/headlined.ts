import { UNKNOWN, type Word } from '../../words.ts'
import { isStrange, mayBeFirm, type NameCandidate, pushFirm } from '../candidate.ts'
import { soundsMade } from '../sound.ts'

const MONEY = '[\\d,.천백]+ ?(?:조|억|만)[\\d,.천백억만 ]*(?:여 ?)?(?:원|달러|유로|엔|위안)?'

/** "X, 새솔산단에 500억원 투자", "X, 새솔에 둥지": who acts in a headline stands before a comma. */
const HEADLINE = new RegExp(
  `^, [^.,\\n]{0,30}(?:${MONEY}(?:을|를)?(?: 규모)? ?(?:[가-힣]{2,8} )?(?:투자|들여|투입|쏟|베팅)|둥지|투자 접|투자 철회|(?:공장|본사|연구소|라인) (?:신설|증설|건립|이전|신축|착공|준공|짓)|투자협약|입주 ?협약|입주 ?계약)[^.\\n]{0,24}(?:\\n|$)`,
)
/** 'X "800억 더 넣겠다"': what a firm says in a headline. */
const QUOTED = /^ ["“][^"”\n]{2,40}(?:억|투자|공장|채용|고용|증설|착공)[^"”\n]{0,24}["”](?:\n|$)/
/** "업체명: X", "(투자기업) X": a field that holds the name of a firm. */
const FIELD =
  /(?:^|[\n|○◦●□■▷▶·\-(]) ?(?:\((?:투자|입주|협약|참여|이전|대상) ?(?:기업|업체)\)|(?:기업|업체|회사|법인)명\)?|상호|(?:투자|입주|협약|참여|이전) ?(?:기업|업체)(?= ?[:：])) ?[:：]? ?$/
/** "○ X : 120억원, 40명": an item that tells of one firm. */
const ITEM = /(?:^|\n) ?(?:[○◦●□■▷▶▲△◆◇※*·•–-]|\d{1,2}[.)]) ?$/
const TERMS = /^ ?[:：/|(–-] ?[^\n]{0,60}/
const TERM_KINDS: readonly RegExp[] = [
  /\d ?(?:조|억|만)[\d,.천백억만 ]*(?:여 ?)?(?:원|달러|유로|엔)/,
  /\d ?명/,
  /\d ?(?:㎡|평|m²|제곱미터)/,
  /투자|공장|신설|증설|입주/,
]

const MARK = /^[○◦●□■▷▶▲△◆◇※*·•–\-\d]/

/** Firms (기업) named by where they stand on the page: before the comma of a headline, in a field for the name of a firm, at the head of an item with terms. */
export function headlined(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[]): void {
  for (let i = 0; i < Math.min(words.length, 4); i++) {
    const word = words[i]!
    const { cls, start, end } = word
    if (taken[i] || (cls.hints & UNKNOWN) === 0 || cls.stem.length < 2 || cls.stem !== word.text) continue
    const place = placeOf(text, start, end)
    if (place === null || !mayBeFirm(word) || !(soundsMade(cls.stem) || isStrange(word, place === 'named'))) continue
    pushFirm(word, names, taken, i, 0.6, 'organisation:headlined')
  }
}

/** Named as a firm by its field or terms, at the head of a headline (where people stand as well), or neither. */
function placeOf(text: string, start: number, end: number): 'named' | 'headline' | null {
  const line = text.lastIndexOf('\n', start - 1) + 1
  if (start - line > 24) return null
  const front = text.slice(line, start)
  if (FIELD.test(front)) return 'named'
  if (MARK.test(front) && ITEM.test(front)) {
    const terms = TERMS.exec(text.slice(end, end + 64))?.[0]
    return terms !== undefined && TERM_KINDS.filter((kind) => kind.test(terms)).length > 1 ? 'named' : null
  }
  if (front !== '' && !/^\[[가-힣]{2,6}\] ?$/.test(front)) return null
  const next = text.slice(end, end + 90)
  return end - start > 2 && (HEADLINE.test(next) || QUOTED.test(next)) ? 'headline' : null
}
