import type { Word } from '../../words.ts'
import { spaced } from '../candidate.ts'

/** Where the address ends: the village after its town, and those listed with a dot: 증평읍 송산·미암리, 산동읍 봉산리·임천리. */
export function addressTo(text: string, words: readonly Word[], i: number): number {
  let last = i
  const next = words[i + 1]
  if (words[i]!.cls.particle === '' && next !== undefined && spaced(text, words[i]!, next)) {
    if ((next.cls.kind === 'town' && next.cls.stem.endsWith('리')) || (/[읍면]$/.test(words[i]!.text) && VILLAGE.test(next.text))) last = i + 1
    else if (/[읍면]$/.test(words[i]!.text) && isDot(text, next.end)) last = villagesTo(text, words, i)
    else if (isDot(text, next.end) && words[i + 2]?.cls.kind === 'town' && words[i + 2]!.start === next.end + 1) last = i + 2
  }
  while (
    last + 1 < words.length &&
    isDot(text, words[last]!.end) &&
    words[last + 1]!.start === words[last]!.end + 1 &&
    (words[last + 1]!.cls.kind === 'town' || VILLAGE.test(words[last + 1]!.text)) &&
    !ownVillage(text, words, last + 1)
  )
    last++
  return last
}

/** "솔은읍 가람리, 나래리, 다솜리 일원": villages under one address, with commas or 및, up to what closes them. Index of the last. */
export function villagesListed(text: string, words: readonly Word[], first: number, from: number): number {
  let k = from
  // a field that tells the site holds townships too; in a sentence each is a place
  const field = /(?:^|[\n:：○◦•] ?)$/.test(text.slice(Math.max(0, words[first]!.start - 2), words[first]!.start))
  for (;;) {
    const apart = words[k + 1]?.text === '및' && spaced(text, words[k]!, words[k + 1]!) ? 2 : 1
    const item = words[k + apart]
    if (item === undefined) break
    if (apart === 2 ? !spaced(text, words[k + 1]!, item) : item.start !== words[k]!.end + 2 || !text.startsWith(', ', words[k]!.end)) break
    const under = words[k + apart + 1]
    if (/^[가-힣]{1,3}[읍면]$/.test(item.text) && under !== undefined && spaced(text, item, under) && VILLAGE.test(under.text)) k += apart + 1
    else if (VILLAGE.test(item.text) || (field && /^[가-힣]{1,3}[읍면]$/.test(item.text))) k += apart
    else break
    if (words[k]!.cls.particle !== '') break
  }
  return k > from && /^ ?(?:일원|일대|[(\n]|$)/.test(text.slice(words[k]!.end, words[k]!.end + 4)) ? k : from
}

/** "안면읍 승언·중장·신야리": all but the last village leave their ending out. Index of the last, or of the township itself. */
function villagesTo(text: string, words: readonly Word[], i: number): number {
  let k = i + 1
  while (
    k < i + 7 &&
    words[k + 1] !== undefined &&
    isDot(text, words[k]!.end) &&
    words[k + 1]!.start === words[k]!.end + 1 &&
    words[k]!.text.length <= 3
  )
    k++
  return VILLAGE.test(words[k]!.text) ? k : i
}

/** "유촌리·대소면 성본리": a township with a village of its own begins another address. */
const ownVillage = (text: string, words: readonly Word[], i: number): boolean =>
  /[읍면]$/.test(words[i]!.text) && words[i + 1] !== undefined && spaced(text, words[i]!, words[i + 1]!) && VILLAGE.test(words[i + 1]!.text)

const VILLAGE =
  /^(?!우리|[가-힣]?거리|[가-힣]?자리|짜리|관리|처리|정리|논리|원리|권리|무리|유리|승리|금리|다리|머리|소리|빨리|미리|널리|멀리)[가-힣]{1,3}리(?:에(?:서|는|도|선|서는)?|의|와|과|는|를)?$/

export const isDot = (text: string, at: number): boolean => '·ㆍ・‧,'.includes(text.charAt(at)) && text.charAt(at) !== ''
