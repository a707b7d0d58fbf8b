import { cued } from '../../cue.ts'
import { hasNameForm, isEverydayWord, isTitle } from '../../gazetteer/people.ts'
import { PERSON, STEM_FORM, type Word } from '../../words.ts'
import type { NameCandidate } from '../candidate.ts'

/** "박서담 씨는", "박서담(45) 씨는": whoever holds no office. */
const MISTER = /^ ?(?:\(\d{2}(?:세)?(?:[·,] ?[가-힣]{1,6})?\))? ?씨(?=[는가의도를와에,. )]|$)/
/** "박서담 / 충남도 투자유치과장": a caption gives the name, and behind a stroke the office. */
const CAPTION = /^ ?[/|ㅣ│] ?([^\n/|]{2,36})/
/** What opens the line of a caption. */
const OPENS = /(?:^|[\n>\]】]) ?(?:(?:<|\[|【|▶|◀|■|●)? ?(?:인터뷰|INT|싱크|SYNC|녹취)?[>\]】▶:：]? ?)?$/
/** People who hold no office and are asked. */
const ASKED = /(?:주민|상인|농민|어민|시민|학생|학부모|직원|근로자|입주민|입주기업 대표|대표|이사|관계자|이장)$/
/** "대표자 : 박서담", "담당자: 박서담": a field that holds the name of a person. */
const FIELD = /(?:^|[\n|·○◦●□■▷▶(,\t-]) ?(?:대표자(?:명)?|대표이사|성명|이름|담당자|책임자|작성자|발표자|사업책임자|문의자) ?[:：]? ?$/
const CLOSES = /^ ?(?:$|[\n,|·/()\t]|☎|\d)/
/** "글 박서담 사진 이나담". */
const CREDIT = /(?:^|[\n\s(·/])(?:글|사진|그림|정리|글·사진|글ㆍ사진|사진·글|글\/사진) ?[:=]? ?$/
const CREDIT_CLOSES = /^ ?(?:$|[\n,/|)·]| (?:글|사진|그림|정리|기자))/
/** "이장 박서담은": whoever heads a village stands before the name. */
const VILLAGE_HEAD = /(?:^|[\s(])(?:이장|통장|어촌계장|반장) $/

const SPEAKS = cued(
  /씨(?:[는가의도를와에,. )]|$)| ?[/|ㅣ│] ?|대표자|대표이사|성명|이름|담당자|책임자|작성자|발표자|문의자|글|사진|그림|정리|이장|통장|어촌계장|반장/,
)

/** People (인물) named by the page or the way they are addressed: "박서담 씨", "박서담 / 투자유치과장", "대표자: 박서담", "글 박서담". */
export function namedByField(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string): void {
  if (!SPEAKS.test(body)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & (PERSON | STEM_FORM)) === 0) continue
    const length = nameIn(word, text)
    if (length === 0) continue
    const end = word.start + length
    names.push({ kind: 'person', start: word.start, end, value: text.slice(word.start, end), certainty: 0.75, rule: 'person:field' })
    taken[i] = 1
  }
}

/** How long the name is that a word holds, or 0. */
function nameIn(word: Word, text: string): number {
  const whole = (word.cls.hints & PERSON) !== 0 && hasNameForm(word.text) && !isEverydayWord(word.text)
  const before = text.slice(Math.max(0, word.start - 20), word.start)
  if (whole) {
    const after = text.slice(word.end, word.end + 46)
    if (MISTER.test(after)) return word.text.length
    if (FIELD.test(before) && CLOSES.test(after)) return word.text.length
    if (CREDIT.test(before) && CREDIT_CLOSES.test(after)) return word.text.length
    const caption = OPENS.test(before) ? CAPTION.exec(after)?.[1] : undefined
    if (caption !== undefined && holdsOffice(caption)) return word.text.length
    return 0
  }
  const name = word.cls.stem
  return VILLAGE_HEAD.test(before) && /^[은는이가의도]$/.test(word.cls.particle) && hasNameForm(name) && !isEverydayWord(name) ? name.length : 0
}

function holdsOffice(words: string): boolean {
  const last =
    words
      .trim()
      .replace(/[>\]】:：].*$/, '')
      .trim()
      .split(' ')
      .at(-1) ?? ''
  return isTitle(last) || ASKED.test(last)
}
