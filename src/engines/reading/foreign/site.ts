import type { Mention, Slot, Span, Stage } from '../reading.ts'
import { ALL_OF_IT } from './chosen-stage.ts'
import { KNOWN_PLACES } from './english/places.ts'
import { type Flow, lastGovernment } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import { NARROW } from './sites.ts'
import { governs } from './subject.ts'

const slot = <T>(value: T, span: Span | null, rule: string): Slot<T> => ({ value, span, rule })

/** Behind a place in which something is done: に, で, or の and what lies there with に. */
export const IN_PLACE =
  /^(?:[（(][^（）()]{0,20}[）)])?(?:(?:(?:新|第[一二三1-3])?工場)?[にで内へ](?!本社|基盤|進出する企業)|の[^、。はがを]{1,24}?(?:(?<![共特主たどらぐ])に(?!本社|基盤|よる|より|関|伴)|で(?!ある|は)|へ))/
/** Opens another matter in one sentence. */
const BESIDES = /[，,、；;](?:同时|此外|另外|同時に|このほか|一方)/
/** From one place to the next inside it. */
const INSIDE = /^[^，,。；;、将投建设新]{0,4}(?:的|的 | )?$/
const IN_COUNTRY = /^(?:[（(][^（）()]{0,20}[）)])?(?:国?内(?:に|で)|[にで](?!本社|基盤))/

export function placeOf(
  text: string,
  sentence: Span,
  mention: Mention,
  names: readonly Name[],
  subject: Slot<string | null>,
  stage: Stage,
  flow: Flow,
  grammar: Grammar,
): Slot<string | null> {
  let best: { name: Name; distance: number } | null = null
  let chain = { end: -1, located: false }
  for (const name of names) {
    // 在甲州乙市的 KKIP 工業園: what stands inside another place is said with its preposition
    const said: boolean =
      grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) ||
      (chain.located && INSIDE.test(text.slice(chain.end, name.start)))
    chain = { end: name.end, located: said }
    if (name.value === subject.value) continue
    const located = said || (COUNTRY.test(name.value) ? IN_COUNTRY : IN_PLACE).test(text.slice(name.end, name.end + 48))
    // 与韩国…公司: a country tells where a party is from
    if (COUNTRY.test(name.value) && (!located || (subject.value !== null && governs(subject.value, grammar)))) continue
    // 在甲投资7亿韩元，在乙投资5亿韩元: each amount has its own site
    if (isOfNext(text, name, mention)) continue
    let distance = Math.abs(name.start - mention.start)
    if (name.start > mention.end) distance = name.start - mention.end
    if (!said) distance += 40
    // In Fukuoka, it agreed to invest in Haeun: what stands in front is where that was done
    if (name.start - sentence.start <= 7 && name.end < mention.start && text.startsWith('In ', sentence.start)) distance += 60
    // the Haeun Industrial Complex will be laid out
    if (name.start - sentence.start <= 4 && NARROW.test(name.value)) distance -= 100
    // 同时启动位于乙州的…: what is done besides is done elsewhere
    if (name.start > mention.end && BESIDES.test(text.slice(mention.end, name.start))) continue
    // what stands behind the next semicolon is of another firm
    if (/[;；]/.test(name.start > mention.end ? text.slice(mention.end, name.start) : text.slice(name.end, mention.start))) distance += 120
    // a park lies in a city: the narrower one is the place
    if (BROAD.test(name.value) || name.rule.endsWith(':known')) distance += 80
    // of "X Park, Y City" the narrower stands first; in Han script last
    if (best === null || distance < best.distance) best = { name, distance }
  }
  // the capacity of all plants of a firm lies nowhere
  if (best === null && ALL_OF_IT.test(text.slice(sentence.start, mention.start))) return slot(null, null, 'place:none')
  const before = flow.placeOf === subject.value && flow.place.value !== null ? flow.place : null
  // a country, or the region that gains, says less than the site told before
  if (
    best !== null &&
    before !== null &&
    (COUNTRY.test(best.name.value) ||
      !(
        grammar.locative.test(text.slice(Math.max(sentence.start, best.name.start - 40), best.name.start)) ||
        IN_PLACE.test(text.slice(best.name.end, best.name.end + 48))
      ))
  ) {
    const another = COUNTRY.test(best.name.value) && COUNTRY.test(before.value ?? '')
    if (!another && (COUNTRY.test(best.name.value) || best.name.rule.endsWith(':known'))) return before
  }
  const park = best === null || !NARROW.test(best.name.value) ? theParkOf(text.slice(sentence.start, sentence.end), flow) : null
  if (park !== null) return park
  if (best !== null) best.name = firstOfList(text, names, narrowest(text, names, best.name))
  if (best !== null) return slot(best.name.value, { start: best.name.start, end: best.name.end }, 'place:named')
  const same = sameArea(text.slice(sentence.start, sentence.end), flow)
  if (same !== null) return same
  const area =
    flow.placeOf === subject.value
      ? null
      : inTheArea(text.slice(Math.max(sentence.start, mention.start - 160), Math.min(sentence.end, mention.end + 160)), subject, flow, grammar)
  if (area !== null) return area
  if (flow.place.value !== null) {
    // firms that signed together build where their agreement says; what a government counts lies in all of its area
    if (flow.spread && subject.rule === 'subject:the-government' && flow.placeOf === subject.value && subject.value !== null) {
      flow.place = slot(areaOf(subject.value), null, 'place:of-government')
      flow.spread = false
    }
    const together = stage === 'mou' && flow.reporter !== null && flow.placeOf === flow.reporter.value
    const counted = stage === 'result' && subject.value !== null && governs(subject.value, grammar)
    if (together || (flow.placeOf === subject.value && !counted)) return flow.place
  }
  const signed = stage === 'mou' && flow.reporter !== null && /(?: City| County|-si|-gun)$/.test(flow.reporter.value) ? flow.reporter.value : null
  if (subject.value !== null && signed !== null && !governs(subject.value, grammar)) return slot(signed, null, 'place:of-reporter')
  if (subject.value !== null && governs(subject.value, grammar)) {
    const area = areaOf(subject.value)
    if (area !== null) return slot(area, null, 'place:of-government')
  }
  return slot(null, null, 'place:none')
}

/** The area of a government (관할 지역), null where it has none of its own. `areaOf('Busan Metropolitan Government') // => 'Busan'` */
export function areaOf(government: string): string | null {
  const area = government
    .replace(/(?:人民政府|政府|市役所|道庁|県庁)$/, '')
    .replace(/ (?:Metropolitan |Provincial |City |County )?Government$/, '')
    .replace(/( City| County| Province) [A-Za-z ]{3,40}$/, '$1')
  if (COUNTRY.test(area) || MINISTRY.test(area)) return null
  const named = KNOWN_PLACES.has(area) || /(?:市|省|道|県|县|区|郡|町|村)$|\b(?:City|Province|County)\b|-(?:si|do|gun|gu)$/.test(area)
  return named ? area : null
}

/** The complex, the park: the last one named of that kind. */
function theParkOf(body: string, flow: Flow): Slot<string | null> | null {
  const noun = flow.park === null ? null : THE_PARK.exec(body)
  return noun !== null && flow.park!.value.toLowerCase().endsWith(noun[1]!) ? flow.park : null
}

/** In the city: the government named before, for whoever builds there. */
function inTheArea(words: string, subject: Slot<string | null>, flow: Flow, grammar: Grammar): Slot<string | null> | null {
  if (subject.value === null || governs(subject.value, grammar)) return null
  const found = IN_THE_AREA.exec(words)
  const government = found === null ? null : lastGovernment(found[0], flow)
  return government === null ? null : { ...government, rule: 'place:the-area' }
}

/** The Haeun Park in Saebit, Norvane County: the one that the others lie around. */
function narrowest(text: string, names: readonly Name[], named: Name): Name {
  let inner = named
  for (let k = names.indexOf(named) - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'place' || !/^(?: in| at|,)(?: the)? $/.test(text.slice(name.end, inner.start))) break
    inner = name
  }
  // 仁川松岛, ハンガリーのコマーロム: in Han script the narrower one stands behind
  for (let k = names.indexOf(inner) + 1; k > 0 && k < names.length; k++) {
    const name = names[k]!
    if (name.kind !== 'place' || name.start <= inner.end - 1 || !WITHIN.test(text.slice(inner.end, name.start))) break
    inner = name
  }
  return inner
}

const WITHIN = /^(?:・|の|的)?$/

/** Whether a place behind a figure stands in the clause of another figure in the same unit. */
function isOfNext(text: string, name: Name, mention: Mention): boolean {
  if (name.start < mention.end || !HAN_COMMA.test(text.slice(mention.end, name.start))) return false
  const clause = text.slice(name.end, name.end + 40).split(HAN_COMMA)[0] ?? ''
  return /\d/.test(clause) && clause.includes(text.slice(mention.end - 2, mention.end))
}

/** Where a Chinese or Japanese clause ends: no comma of a figure. */
const HAN_COMMA = /[，,、；;。](?!\d)/

/** In Haeun and Saebit: of places in a list the first. */
function firstOfList(text: string, names: readonly Name[], last: Name): Name {
  let first = last
  for (let k = names.indexOf(last) - 1; k >= 0; k--) {
    const name = names[k]!
    if (name.kind !== 'place' || !/^(?: and |, and |、|和|与|及|と)$/.test(text.slice(name.end, first.start))) break
    first = name
  }
  return first
}

/** 同市の工業団地に: the last area of that kind. */
function sameArea(body: string, flow: Flow): Slot<string | null> | null {
  const m = /(?:^|[^一-鿿])(?:同([市郡町村])|(市|郡|町|村)(?=内))内?(?:の[^、。はがを]{1,14})?(?:に|で)/.exec(body)
  const found = m === null ? undefined : flow.governments.find((one) => one.value?.endsWith(m[1] ?? m[2]!))
  return found === undefined ? null : { ...found, rule: 'place:same-area' }
}

/** Whether a place may be where something is built: not where a report is sent from, a firm is at home, a paper is signed or a distance is measured to. */
export function isSite(text: string, sentence: Span, name: Name, grammar: Grammar): boolean {
  if (name.kind !== 'place' || name.rule === 'place:dateline') return false
  const before = text.slice(Math.max(sentence.start, name.start - 80), name.start)
  const after = text.slice(name.end, name.end + 16)
  // Geochang County, South Gyeongsang Province: the wider one only says where the other lies
  if (/\b[A-Z][\w-]+(?: City| County|-si|-gun|-gu|-eup|-myeon), $/.test(before) && BROAD.test(name.value)) return false
  if (AT_ITS_START.test(before)) return true
  return !grammar.elsewhereBefore.test(before) && !grammar.elsewhereAfter.test(after)
}

const THE_PARK = /\b[Tt]he (?:new |whole |entire |industrial )?(complex|park|zone|campus|cluster|district|valley)\b(?! of\b|['’])/
const IN_THE_AREA = /\bin (?:the|its|this|that) (?:[a-z-]+ ){0,2}?(?:city|province|county)\b(?! of| hall| center| centre)/
/** A ceremony of beginning or opening is held where the plant is. */
const AT_ITS_START = /\b(?:ground-?breaking|opening|completion|inauguration) ceremony\b[^.;]{0,40}\b(?:in|at) (?:the )?$/i

/** Where a firm's project stands, said in a sentence without its figures: what it promises later stands there too. */
export function noteSite(text: string, sentence: Span, names: readonly Name[], flow: Flow, grammar: Grammar): void {
  const { subject } = flow
  if (subject.value === null || governs(subject.value, grammar) || (flow.place.value !== null && flow.placeOf === subject.value)) return
  const body = text.slice(sentence.start, sentence.end)
  if (!grammar.builds.test(body) || grammar.cancelled.test(body)) return
  const located = names.find(
    (name) =>
      !BROAD.test(name.value) &&
      !COUNTRY.test(name.value) &&
      (grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)) ||
        IN_PLACE.test(text.slice(name.end, name.end + 48)) ||
        PLANT_OF.test(text.slice(name.end, name.end + 32)) ||
        OWN_PLANT.test(text.slice(name.end, name.end + 12))),
  )
  const site = located === undefined ? undefined : narrowest(text, names, located)
  // 在佐治亚州布赖恩县举行动工仪式: no narrower place than the county is told
  const county =
    site === undefined
      ? names.find((name) => COUNTY.test(name.value) && grammar.locative.test(text.slice(Math.max(sentence.start, name.start - 40), name.start)))
      : undefined
  if (county !== undefined) {
    flow.place = slot(county.value, { start: county.start, end: county.end }, 'place:before')
    flow.placeOf = subject.value
    return
  }
  const area = site === undefined ? inTheArea(body, subject, flow, grammar) : null
  if (site === undefined && area === null) return
  flow.place = site === undefined ? { ...area!, rule: 'place:before' } : slot(site.value, { start: site.start, end: site.end }, 'place:before')
  flow.placeOf = subject.value
}

/** 蔚山工場は昨年着工した, 蔚山新工厂: a plant that bears the name of its place. */
export const OWN_PLANT = /^(?:第?[一二三1-3])?(?:工場(?=[はがをの])|(?:新|一期|二期)?(?:工厂|厂|基地)(?!位于|在))/

/** A Japanese ministry, which ends like a Chinese province. */
const MINISTRY = /(?:産業|総務|財務|財政|交通|労働|環境|科学|外務|国防|防衛|水産|法務|商務|通商|資源|行政|保健|福祉|教育|文化|国土)省$/

/** A county, city or state in Han script. */
const COUNTY = /[\u4e00-\u9fff](?:州|县|市|省|郡)$/

/** テキサス州プレイノの工場が稼働した: a plant named by where it stands. */
export const PLANT_OF =
  /^(?:[（(][^（）()]{0,20}[）)])?(?:の|にある)(?:[^、。はがのを]{0,10})?(?:工場|施設|ライン|拠点|センター|研究所)(?:が|の(?:稼働|操業|完成|建設|着工|生産))/

/** An area of a government, wider than a park or a port in it. */
export const COUNTRY =
  /^(?:韩国|韓国|南韩|中国|日本|美国|米国|德国|ドイツ|法国|フランス|英国|イギリス|荷兰|オランダ|意大利|イタリア|加拿大|カナダ|新加坡|シンガポール|台湾|越南|ベトナム|印度|インド|沙特阿拉伯|サウジアラビア|挪威|ノルウェー|瑞典|スウェーデン|瑞士|スイス|比利时|ベルギー|澳大利亚|オーストラリア|马来西亚|印度尼西亚|印尼|泰国|西班牙|葡萄牙|土耳其|捷克|奥地利|丹麦|芬兰|以色列|阿联酋|巴西|菲律宾|哈萨克斯坦|乌兹别克斯坦|マレーシア|インドネシア|タイ|スペイン|ポルトガル|トルコ|チェコ|スロバキア|オーストリア|デンマーク|フィンランド|イスラエル|ブラジル|フィリピン|South Korea|Korea|China|Japan|United States|Germany|France|Britain|Netherlands|Italy|Canada|Singapore|Taiwan|Vietnam|India|Norway|Sweden|Switzerland|Belgium|Australia|Saudi Arabia)$/
export const BROAD =
  /(?<!\b(?:Delta|Smart|International|Innovation|Enterprise|Science|Techno|Bio|Energy|Flora|Leisure|Media|Culture|Logistics|Tourism|Medical|Education|Airport|Core)) City$|(?:市|省|道|県|县|国|郡|州|区|町|村)$|\b(?:Province|County|Korea|District)$|-(?:si|do|gun|gu)$/
