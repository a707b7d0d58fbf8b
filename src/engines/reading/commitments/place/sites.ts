import { isSite } from '../../matter.ts'
import type { NameCandidate } from '../../names/candidate.ts'
import type { SentenceNames } from '../../names/names.ts'
import { isFacility, isMadeThing, isOneOfSites, isOtherName, isVillage } from '../../names/places/joined.ts'
import type { Span } from '../../reading.ts'

/** A site of a text (사업지): a park or plant with the address that it lies at, however often and in whichever form it is named. */
export interface SiteOfText {
  /** The park, the plant, the harbour. */
  name: NameCandidate | null
  /** 읍·면·동·리. */
  address: NameCandidate | null
  /** Buildings that stand in it, or will. */
  readonly houses: string[]
  /** Sentences that name it, in order. */
  readonly sentences: number[]
  /** Whether the text says that it is being made, rather than that something comes into it. */
  made: boolean
}

/** The name before. */
interface Before {
  readonly site: SiteOfText
  readonly name: NameCandidate
}

/** After the name of a park: it is itself the work. */
const MADE =
  /^(?:\s?\([^)]{1,20}\))?(?:\s(?:부지\s?)?(?:조성|개발)(?:\s?(?:사업|공사|계획))?(?:은|는|이|가|을|를|에|의|\s)|\s(?:(?:부지\s?)?조성\s?공사\s)?(?:기공|착공|조성)|(?:을|를)\s(?:[가-힣0-9]+\s){0,3}(?:조성|만들|개발|닦)|(?:은|는|이|가)\s[^.]{0,40}(?:조성|착공|기공|첫\s?삽|예비타당성|예타|산업단지계획|개발계획|승인|지정|고시|들어서|들어선|들어설|무산|준공|완공|추진))/
/** Between an address and what is made there: "홍북읍 일원에 들어설 내포 국가산단". */
const LIES_BEFORE =
  /^(?:\s?(?:일대|일원|산?\s?\d[\d-]*번?지?\s?(?:일대|일원)))?(?:에|에서)?\s(?:(?:새로\s)?(?:들어설|들어서는|조성\s?(?:중인|되는|될|하는|할|예정인)|추진\s?(?:중인|되는|하는)|만드는|만들|지을|짓는|세울|닦으려던|개발하는)\s)?(?:[가-힣0-9’‘']{1,8}\s){0,2}[‘'“"]?$/
/** "가람항 등 전국 8개 항만": one of many. */
const ONE_OF = /^\s(?:등|등지|등을)\s(?:전국\s|모두\s)?\d/
/** After an address that something lies at. */
const AROUND = /^(?:[,·ㆍ] ?[가-힣]{1,4}[읍면동리]){0,6}\s?(?:산?\s?\d[\d-]*번?지?\s?)?(?:일대|일원)?(?:에|의|\s|\d)/
/** "구미 산단은 … 해평면 금산리 일대": what the sentence is about lies there. */
const TOPIC = /^(?:\([^)]{1,20}\))?(?:은|는|이|가|을|를)\s/
/** "솔은리 일원에 48만㎡ 규모로 추진되는 이 단지는": after an address. */
const OF_THIS_SITE =
  /^\s?(?:일대|일원)?에[^.]{0,40}(?:되는|하는|된|한|들어설|들어서는|만드는) 이 (?:사업|산단|단지|산업단지|지구|관광단지)(?:은|는)\s/
/** What was spent on where it lies. */
const LAID_OUT = /^[^.]{0,80}(?:사업비|조성(?:됐|되|된|하|했|한다)|닦|만들)/
const FAR = 60
const THIS = /^(?:[○ㅇ\-·]\s?)?이\s?(?:사업|산단|단지|산업단지|지구|관광단지|공장|시설)(?:은|는)\s/

const closed = (name: string): string => name.replace(/\s+/g, '').replace(/산업단지/g, '산단')
const within = (a: string, b: string): boolean => a.split(/[\s·,]+/).every((part) => closed(b).includes(closed(part)))
/** Whether two names may be of one place: all that the one names stands in the other. `isAlike('내포 산단', '내포 국가산업단지') // => true` */
export const isAlike = (a: string, b: string): boolean => within(a, b) || within(b, a)
/** Of parks, the one name begins or ends with the other: 오송 is not 가람 오송캠퍼스. */
function isSamePark(a: string, b: string): boolean {
  if (!isAlike(a, b)) return false
  const [short, long] = closed(a).length < closed(b).length ? [a, closed(b)] : [b, closed(a)]
  const words = short.split(' ')
  return long.startsWith(closed(words[0]!)) || long.endsWith(closed(words.at(-1)!))
}
/** "누리 솔은면" and "솔은면 새벽리": a township and a village of it. */
const isPartOf = (a: string, b: string): boolean => /[읍면]$/.test(a) && b.startsWith(`${a.slice(a.lastIndexOf(' ') + 1)} `)

/** The sites that a text names, each once, with the sentences that name them. The one address of a text is that of the one thing that its first `lead` sentences say is being made. */
export function sitesOfText(text: string, units: readonly Span[], named: readonly SentenceNames[], lead: number): SiteOfText[] {
  const sites: SiteOfText[] = []
  for (let s = 0; s < units.length; s++) {
    const here = named[s]!.names.filter(
      (name) =>
        isSite(name) &&
        !isMadeThing(text, name) &&
        !(isOtherName(text, named[s]!.names, name) && !isVillage(name.value)) &&
        !ONE_OF.test(text.slice(name.end, name.end + 14)) &&
        !isOneOfSites(text, name),
    )
    let before: Before | null = null as Before | null
    for (const name of here) {
      const village = isVillage(name.value)
      const known = sites.find((one) =>
        village
          ? one.address !== null && (isAlike(one.address.value, name.value) || isPartOf(one.address.value, name.value))
          : (one.name !== null && isSamePark(one.name.value, name.value)) || one.houses.some((house) => isAlike(house, name.value)),
      )
      const gap = before === null ? '' : text.slice(before.name.end, name.start)
      let site: SiteOfText | undefined = known
      // "솔은스퀘어는 시가 누리 제3산단에 짓는": a building, and the park that it stands in
      if (!village && before !== null && before.site !== site && isHouseIn(before, name, gap, text)) {
        site = settle(sites, before.site, site ?? null, name)
        if (site.name === null || name.value.length > site.name.value.length) site.name = name
        if (site.sentences.at(-1) !== s) site.sentences.push(s)
        before = { site, name }
        continue
      }
      // "홍북읍 일원에 들어설 내포 국가산단": the park was named before its address
      if (site !== undefined && !village && before !== null && LIES_BEFORE.test(gap)) join(sites, site, before.site)
      if (site === undefined && before !== null) {
        const { site: left } = before
        if (!village && left.name === null && LIES_BEFORE.test(gap)) site = left
        else if (
          village &&
          left.address === null &&
          (gap === ' ' || (gap.length < FAR && TOPIC.test(gap))) &&
          AROUND.test(text.slice(name.end, name.end + 16))
        )
          site = left
        // "솔은읍, 누리면 일대의": the rest of its address
        else if (village && left.address === before.name && /^[,·ㆍ] ?$/.test(gap)) site = left
      }
      const goesOn = THIS.test(text.slice(units[s]!.start, name.start)) || OF_THIS_SITE.test(text.slice(name.end, name.end + 60))
      if (village && goesOn && (site === undefined || site.name === null)) {
        const parks = sites.filter((one) => one.name !== null && one.address === null)
        const last = parks.length === 0 ? undefined : parks.reduce((a, b) => (b.sentences.at(-1)! > a.sentences.at(-1)! ? b : a))
        if (last !== undefined) {
          if (site !== undefined) join(sites, last, site)
          site = last
        }
      }
      if (site === undefined) {
        site = { name: null, address: null, houses: [], sentences: [], made: false }
        sites.push(site)
      }
      if (village) {
        if (site.name !== null && LAID_OUT.test(text.slice(name.end, name.end + 90))) site.made = true
        if (site.address === null || name.value.length > site.address.value.length) site.address = name
      } else if (site.name === null || (name.value.length > site.name.value.length && !isFacility(name.value))) site.name = name
      if (site.sentences.at(-1) !== s) site.sentences.push(s)
      if (!village && MADE.test(text.slice(name.end, name.end + 60))) site.made = true
      before = { site, name }
    }
  }
  const addresses = sites.filter((one) => one.name === null)
  const works = sites.filter((one) => one.made && one.address === null && one.sentences[0]! < lead)
  if (addresses.length === 1 && works.length === 1 && sites.every((one) => one === works[0] || one.address === null || one === addresses[0]))
    join(sites, works[0]!, addresses[0]!)
  return sites
}

/** Whether the site named before is a building whose park comes next. */
function isHouseIn({ site, name }: Before, park: NameCandidate, gap: string, text: string): boolean {
  if (site.name?.value !== name.value || site.address !== null || !isFacility(name.value) || isFacility(park.value)) return false
  return gap.length < FAR && TOPIC.test(gap) && !/[.]\s/.test(gap) && /^(?:에|\s?(?:안|내)에?)\s/.test(text.slice(park.end, park.end + 4))
}

/** What was told of a building is told of the park that it stands in. */
function settle(sites: SiteOfText[], house: SiteOfText, park: SiteOfText | null, name: NameCandidate): SiteOfText {
  const whole: SiteOfText = park ?? { name, address: null, houses: [], sentences: [], made: false }
  whole.houses.push(house.name!.value)
  whole.sentences.push(...house.sentences.filter((s) => !whole.sentences.includes(s)))
  whole.sentences.sort((a, b) => a - b)
  sites.splice(sites.indexOf(house), 1)
  if (park === null) sites.push(whole)
  return whole
}

/** Takes an address that stood alone as that of a site which has none yet. */
function join(sites: SiteOfText[], site: SiteOfText, address: SiteOfText): void {
  if (site.address !== null || address.name !== null || site === address) return
  site.address = address.address
  site.sentences.push(...address.sentences)
  site.sentences.sort((a, b) => a - b)
  sites.splice(sites.indexOf(address), 1)
}
