import type { Language } from '../language.ts'
import type { Name, Named } from '../name.ts'
import { chineseSubjects, goesOnTo, latinFirms } from './chinese-subjects.ts'
import { ACTS_NEXT } from './chinese-verbs.ts'
import { chineseFirms, isCommonKana, japaneseFirms, LIST_ENDS } from './firms.ts'
import { KOREAN_SIGNS } from './korean-places.ts'
import { hanPersons } from './persons.ts'
import { backwards, isName, lastArea, pastArea, pastKind, pastMaker } from './reach.ts'
import { HanSentence, pastBracket } from './sentence.ts'
import { COMMON, FORWARD_FORM, knownPlaceAt, ORG, PLACE } from './words.ts'

/**
 * Names of one Chinese or Japanese sentence (이름): by what ends them, back to the particle or word before; firms by 株式会社 in front; persons by title.
 */
export function hanNames(text: string, from: number, to: number, language: Language, named: Named): Name[] {
  const s = new HanSentence(text, from, to, language, named)
  if (language === 'ja') {
    s.each(FORWARD_FORM, (m, at) => s.push('organisation', at, at + m[0].length, 0.95, 'form', [m[1]!]))
    if (/[株㈱有]/.test(s.body)) s.each(BEHIND_FORM, (m, at) => s.push('organisation', at, at + m[0].length, 0.9, 'form', [m[1]!]))
  }
  hanPersons(s)
  organisations(s)
  if (language === 'ja') japaneseFirms(s)
  else latinFirms(s)
  again(s)
  places(s)
  for (let at = from; at < to; at++) {
    const name = knownPlaceAt(text, at)
    if (name === null || (KANA.test(name) && (KANA.test(text.charAt(at - 1)) || KANA.test(text.charAt(at + name.length))))) continue
    s.push('place', at, at + name.length, 0.85, 'known')
    at += name.length - 1
  }
  if (language === 'zh') {
    s.each(LIES, (m, at) =>
      COMMON.test(m[1]!) || NOT_SUBJECT.test(m[1]!) || m[1]!.endsWith('的')
        ? undefined
        : s.push('place', at + m[0].length - m[1]!.length, at + m[0].length, 0.65, 'lies'),
    )
    if (/[州省道国]/.test(s.body)) towns(s)
    chineseSubjects(s)
    chineseFirms(s)
  } else {
    subjects(s)
    if (BUILT.test(s.body)) s.each(BUILT_IN, (m, at) => (isCommonKana(m[0]) ? undefined : s.push('place', at, at + m[0].length, 0.55, 'built-in')))
    if (s.body.includes('州')) s.each(TOWN, (m, at) => (isCommonKana(m[0]) ? undefined : s.push('place', at, at + m[0].length, 0.6, 'town')))
  }
  return chained(s.out.sort((a, b) => a.start - b.start))
}

/** ハンビット化学(株): the form behind the name. */
const BEHIND_FORM = /([\u4e00-\u9fff\u30a1-\u30fcA-Za-z・&]{2,18})(?:\(株\)|（株）|㈱|\(有\)|（有）)/g

const KANA = /^[\u30a1-\u30fa\u30fc]/

/** Organisations by what ends their names. */
function organisations(s: HanSentence): void {
  const { text, from, language } = s
  s.each(ORG, (m, at) => {
    const end = at + m[0].length
    const next = text.slice(end, end + 12)
    // an ending that goes on is judged by its last part: 电子股份有限公司
    if (
      (language === 'zh' && /(?:集团|电力|能源)$/.test(m[0]) && /^[\u4e00-\u9fff]{2,8}?(?:有限公司|股份公司)/.test(next)) ||
      /^(?:[（(][\u4e00-\u9fff]{2,6}[）)](?:股份)?有限|股份|有限|集团|公司|集團|株式|材料|科技|重工|化学|半导体|半導体|大学|研究|电池|能源|電池)/.test(
        next,
      )
    )
      return
    // 特殊ガス、電池材料、: a list of what is made
    if (language === 'ja' && /^(?:材料|電池|半導体|自動車|生物)$/.test(m[0]) && next.startsWith('、') && !LIST_ENDS.test(s.body)) return
    const weak =
      !/(?:公司|会社|集团|集團|大学|研究|协会|協会|基金|財|委|商会|会議所|银行|銀行|政府|部|省|局|庁|厅|公社|公団|グループ|ホールディングス|院|社|ニュース|新聞|日报|晚报|新闻)$/.test(
        m[0],
      )
    if (
      weak &&
      isName(text.charCodeAt(end), language) &&
      !/^(?:周[一二三四五六日]|星期|当地时间|与|和|在|位于|坐落|于|等(?!.{0,5}(?:领域|产业|行业|系统|产品|设备))|出|合|为|的|是|昨|代表|董事[长会]|首席|总经理|总裁|[一二三]期|取|へ|进|及|決|分别|股份|旗下|项目)/.test(
        next,
      ) &&
      !(language === 'zh' && (acts(text, end) || knownPlaceAt(text, end) !== null))
    )
      return
    let start = backwards(text, at, from, language)
    if (language === 'zh') start = pastKind(text, pastArea(text, start, at), end)
    // 半導体部品メーカー日本精工: what it makes stands before its name
    if (language === 'ja') start = pastMaker(text, start, end)
    // 韩国经济人协会, 加拿大政府: a body of all the country carries its name
    if (language === 'zh' && /(?:协会|政府|银行|研究院|大学|电力|财团|公社|公团|开发院|振兴院|部)$/.test(m[0]))
      start -= OF_COUNTRY.exec(text.slice(Math.max(from, start - 5), start))?.[0].length ?? 0
    // 韓商甲化學: where a firm is from, as Taiwan tells it
    if (language === 'zh' && /^[韩日美荷德英法港陆]商[\u4e00-\u9fffA-Z]{2}/.test(text.slice(start, start + 4))) start += 2
    // 【洪城聯合ニュース】: where it is sent from stands before the agency
    if (/^(?:[聯聨連]合ニュース|韩联社|韓聯社|新华社|新華社|中央社)/.test(m[0])) start = at
    if (/^(?:[区市县][^区市县]|・)/.test(text.slice(start, start + 2)) && end - start > m[0].length + 2) start++
    const words = text.slice(start, end)
    const ministry = (m[0].length > 2 && /[部省庁]$/.test(m[0])) || start === at
    if ((words.length <= m[0].length && !ministry) || COMMON.test(words)) return
    if (weak && words.length < m[0].length + 2) return
    // SKI动力电池项目: what is made stands behind a name in Latin letters
    const latin = language === 'zh' && weak ? /^[A-Z][A-Za-z&]+(?=[\u4e00-\u9fff])/.exec(words) : null
    if (latin !== null && words.length - latin[0].length > 3 && COMMON.test(words.slice(latin[0].length)))
      return s.push('organisation', start, start + latin[0].length, 0.7, 'latin')
    const bare = words.replace(/(?:股份有限公司|有限责任公司|有限公司|株式会社|集团|公司)$/, '')
    const brief = /[（(]/.test(text.charAt(end)) ? BRIEF.exec(text.slice(end, end + 24)) : null
    const short = [...(bare.length >= 2 && bare !== words ? [bare] : []), ...(brief === null ? [] : [brief[1]!])]
    s.push('organisation', start, end, weak ? 0.7 : 0.9, 'form', short)
  })
}

/** A country right before the name of a body in it. */
const OF_COUNTRY = /(?:韩国|南韩|中国|日本|美国|德国|英国|法国|越南|印尼|泰国|印度|波兰|加拿大|意大利|西班牙|匈牙利|墨西哥|新加坡|马来西亚|澳大利亚)$/

/** (以下、甲庁), (以下简称甲): by what a text calls it from here. */
const BRIEF = /^[（(]以下(?:简称)?[、,：:]?[「“"]?([^「」“”、。，（）()"=]{2,10})/

/** Whether a Chinese verb of acting stands at `at`. */
function acts(text: string, at: number): boolean {
  ACTS_NEXT.lastIndex = at
  return ACTS_NEXT.test(text)
}

/** What was named as a firm before is one wherever it stands again. */
function again(s: HanSentence): void {
  for (let at = s.from; at < s.to; at++) {
    const form = s.named.at(s.text, at)
    if (form === null || at + form.length > s.to) continue
    const known = s.named.get(form)!
    const latin =
      /[A-Za-z]$/.test(form) && (/[A-Za-z0-9]/.test(s.text.charAt(at + form.length)) || (s.language === 'zh' && goesOnTo(s.text, at + form.length)))
    if (known.kind === 'organisation' && !latin && !/[市县区省道州郡町村県府邑面]$/.test(form))
      s.push('organisation', at, at + form.length, 0.85, 'alias')
    at += form.length - 1
  }
}

/** シリコンバレーに研究所を建設する: what lies before に, where something is built. */
const BUILT = /(?:工場|施設|拠点|センター|研究所|倉庫|発電所|プラント|ライン)[^。]{0,24}(?:建設|新設|設立|設置|設け|建て|増設|整備|構え|置)/
const BUILT_IN = /(?<![\u30a1-\u30fc・A-Za-z])[\u30a1-\u30fc・]{3,14}(?=(?:近郊|南部|北部|東部|西部)?に(?![およつ関対向とな]))/g
/** What stands behind a town: a plant in it, or what is done there. */
const TOWN_ZH =
  /(?!的|市|县|政府|经济|知事|省长|州长|人|与|和|将|宣布|计划|表示|拟)[\u4e00-\u9fff]{2,5}?(?=的?(?:新|现有|第[一二三])?(?:工厂|厂区|厂的|基地|园区)|设立|设厂|建设|建厂|兴建|新建|扩建|举行|投资|投产|增资|动工|开工)/y

const LOCATED = /(?:在|于|向)[^，,。；;]{0,14}$/
/** 魁北克省贝坎库尔举行, 佐治亚州蒙哥马利的工厂: a town right behind its state or country. */
function towns(s: HanSentence): void {
  for (const name of [...s.out]) {
    if (name.kind !== 'place' || !/[州省道]$|国$/.test(name.value) || !LOCATED.test(s.text.slice(Math.max(s.from, name.start - 16), name.start)))
      continue
    TOWN_ZH.lastIndex = name.end
    const town = TOWN_ZH.exec(s.text)
    if (
      town !== null &&
      TOWN_ZH.lastIndex <= s.to &&
      !COMMON.test(town[0]) &&
      !/^(?:当地|境内|各地|全境|[东西南北中]部|本地|市场|工厂|新厂|建设|投资|单体)/.test(town[0])
    )
      s.push('place', name.end, TOWN_ZH.lastIndex, 0.6, 'town')
  }
}

/** テキサス州プレイノの工場: a town of a state. */
const TOWN = /(?<=[\u30a1-\u30fc]州)[\u30a1-\u30fc・]{2,14}(?=[のにで、（(市郡])/g
/** 華城(ファソン)市: the reading inside a name. */
const READING_END = /[（(][\u30a1-\u30fc]{2,14}[）)]$/
/** A country before the name of an area in it, and the side on which it lies. */
const COUNTRY_BEFORE =
  /^(?:[米英独仏伊加豪印中]?(?:[東西南北中]{1,2}部)?(?=[\u30a1-\u30fc]{2})|(?:韓国|中国|日本|米国)(?=[\u30a1-\u30fc]{2}|[\u4e00-\u9fff]{3}))/

/** An area that acts is an organisation. */
const ACTS_BEHIND = {
  zh: /^(?:(?:还|也|同时)(?:与|和|将|计划|引进|投入|安排)|实际(?:利用|使用|吸引)|与|和|将|宣布|计划|表示|政府|签|拟|今|昨|明年|去年|副?市长|副?省长|知事|\d|日前|近日|已|举行|召开|集中|即以|隆重|组织|共|累计|成功|吸引|引进|获|拨款|投入|投资(?!区|环)|出资|安排|决定|承诺|力争|预计|培育|一次|签下|推进|突出|旗下|报道|透露|介绍|称|三季度|一季度|二季度|四季度)/,
  ja: /^(?:は|が|と|も|および|及び|ならびに|副?市長|副?知事|によると|による|の[^、。]{1,14}(?:知事|市長|郡守|町長|村長|代表団|誘致団|使節団|関係者|担当者)|、[\u4e00-\u9fff\u30a1-\u30fc]{2,12}?(?:[市道県郡町庁]|公社|公団)(?:、|と|は|が|など))/,
}

/** Places by what ends their names, and governments among them. */
function places(s: HanSentence): void {
  const { text, from, language, out } = s
  s.each(PLACE, (m, at) => {
    const end = at + m[0].length
    let start = backwards(text, at, from, language)
    for (const name of out) if (name.end > start && name.end <= end) start = name.end
    // 韩忠清北道: the sign of a country before a province of it
    if (language === 'zh' && '韩美中日德越印'.includes(text.charAt(start)) && knownPlaceAt(text, start + 1) !== null) start++
    const long = m[0].length > 1 && !/^(?:大阪府|京都府|東京都)$/.test(m[0])
    if (m[0].length === 3 && !long) start = at
    const reading = READING_END.exec(text.slice(Math.max(start, at - 20), at))?.[0].length ?? 0
    const most = /[\u30a1-\u30fc]{3}$/.test(text.slice(Math.max(start, at - 3), at)) ? 16 : 5
    if (!long && m[0].length === 1 && at - reading - start > most) {
      const cut = lastArea(text, start, at - 1)
      if (cut < start) return
      start = cut + 1
    }
    if (!long && /^同[市道県郡].{2}/.test(text.slice(start, end))) start += 2
    // within the name alone: a text without the sign would be gone through to its beginning
    if (!long) start += text.slice(start, end).lastIndexOf('・') + 1
    // 米南部テキサス州, 韓国慶尚北道亀尾市: the country, and the side of it, before an area
    if (language === 'ja' && !long) start += COUNTRY_BEFORE.exec(text.slice(start, end))?.[0].length ?? 0
    // 忠南唐津市: the short name of a province
    if (language === 'ja' && /^(?:忠[南北]|慶[南北]|全[南北]|京畿)[^道]/.test(text.slice(start, start + 3)) && end - start > 4) start += 2
    const words = text.slice(start, end)
    if (
      words.length < m[0].length + (long ? 2 : m[0].length === 3 ? 0 : 1) ||
      (COMMON.test(words) &&
        !KOREAN_SIGNS.has(words.slice(0, -1)) &&
        knownPlaceAt(words, 0)?.length !== words.length - (/国際都市$/.test(words) ? 4 : 1)) ||
      (!long && words.length < 2) ||
      /^[・副]/.test(words)
    )
      return
    if (!long && /^(?:全(?![罗羅南北州])|[同本該该各两両一二三四五六七八九十])/.test(words)) return
    const area =
      /(?:市|省|道|県|县|縣|区|郡|州|町|村|府)$/.test(m[0]) &&
      !/(?:开发区|投资区|開発区|园区|新区|自贸区|保税区|港区|高新区|经开区|示范区|地区|園區)$/.test(m[0])
    const behind = pastBracket(text, end)
    const next = text.slice(behind, behind + 20)
    const acts =
      language === 'zh'
        ? ACTS_BEHIND.zh.test(next) || /^、[\u4e00-\u9fff]{2,8}(?:市|省|道|郡|县|区)(?:签|达成|共同|分别|将)/.test(text.slice(end, end + 14))
        : ACTS_BEHIND.ja.test(next)
    // 在江苏省盐城市举行: what something is held in does not act
    const held = acts && area && language === 'zh' && /(?:在|位于|地处)[^，,。；]{0,12}$/.test(text.slice(Math.max(from, start - 14), start))
    s.push(acts && area && !held ? 'organisation' : 'place', start, end, long ? 0.85 : 0.75, 'form')
  })
}

/** 観音寺市凪瀬町: areas one inside the other are one place; where the inner one acts, the outer stays alone. */
function chained(names: readonly Name[]): Name[] {
  const out: Name[] = []
  for (const name of names) {
    const last = out.at(-1)
    const joins =
      last !== undefined &&
      last.kind === 'place' &&
      name.kind === 'place' &&
      last.end === name.start &&
      AREA.test(last.value) &&
      AREA.test(name.value)
    if (joins) out[out.length - 1] = { ...last, end: name.end, value: last.value + name.value, rule: name.rule }
    else out.push(name)
  }
  return out
}

const AREA = /[省市道県县縣区郡町村镇邑府州]$/

/** 在唐津建设: what lies between the preposition and the verb. */
const LIES =
  /(?:在|位于|选址|(?<![由对关属用至位基终等低高小大过])于)(?:中国|韩国|美国|日本|越南|印尼|匈牙利|波兰|墨西哥|加拿大|印度|泰国|德国|法国|西班牙|马来西亚)?((?!全球|世界|国内|国外|海外|境内|境外|周边|附近|各地|多地|两地|其他|园内|厂内|区内|当场|当地|该|本|其|此|未来|同|这|未|正)[\u4e00-\u9fff]{2,5}?)(?=追加|增资|投资|投入|建设|新建|新设|兴建|增建|建造|修建|扩建|扩厂|建厂|开工|动工|奠基|设立|设厂|打造|建成|举行|签署)/g
/** A bare subject of a Japanese clause: a run of signs before は or が, or before と of those who sign. */
const ACTS =
  /(?:^|[、。\s」】「]|(?<=する|した|している|なった|(?:ウォン|円|ドル)の|[はが](?=[^、。はが]{2,14}と(?:結|交わ|締結|合意))))([\u4e00-\u9fff\u30a1-\u30fcA-Za-z・&]{2,14}|[A-Z][A-Za-z&.]*(?: [A-Z][A-Za-z&.]*){1,3})(?=」?(?:[（(][^（）()]{1,24}[）)])?(?:は|が(?:投資|建設|進出|韓国|日本|中国|国内|新|、|約?\d|[^、。]{1,20}(?:[をにで]|における))|とも?(?:投資|協定|協約|覚書|MOU|\d|結|交わ|締結|合意)|によると|による(?=[^、。]{0,8}\d)|など\d+社|の(?:[^、。はがを]{0,24})?(?:工場|投資|進出)|と[\u4e00-\u9fff\u30a1-\u30fcA-Za-z]{2,14}は(?:共同|合弁|折半|それぞれ)|と[\u4e00-\u9fff]{2,6}[道市郡県](?:、|は|が)|、[^、。]{1,10}に\d))/g
/** A bare run of Han signs that acts: only where the sentence promises something, and where its last sign ends no common noun. */
const bareFirm = (words: string, body: string): boolean => /^[\u4e00-\u9fff]{3,6}$/.test(words) && !NOUN_END.test(words) && PROMISES_JA.test(body)
const NOUN_END =
  /[額費画場地業員者社市県道府郡町村区省庁局部課所団設物品力率量期日年月度式会器体化性上中内外前後人国界側点線料車機気水金権制策案書法網群圏域間数高益長事官議氏的用系型分化等回件種類項条款章語文学校院館室棟階路港駅島山川海湾橋果補始了終]$|(?:創出|輸出|輸入|整備|支援|誘致|達成|造成|運営|生産|販売|稼働|操業|開発|建設|投資|雇用|採用|協定|協約|契約|予定|計画|規模|関連|今後|同時|一方|双方)$|^(?:今|当|同|本|両|各|新|旧|全|総|約|計|第|主|一|二|三)/
const PROMISES_JA =
  /投資(?:する|し|を)|投じ|出資|建設(?:する|し)|新設|増設|進出|雇用|採用|募集|増や|増産|拡大|高め|引き上げ|操業を|稼[働動]|完成|竣工|操業|断念|中止|見送|撤回|修正|[充建]て|かけ|締結|合意|交わ|結[びん]|調印|買収|移転/
/** 部品を製造する甲は: a name in kana or Latin letters behind what it does. */
const MADE_BY =
  /(?:(?:製造|生産|販売|運営|展開|開発|提供)(?:する|している)|(?:手掛け|手がけ|営[むみ]|担[うっ])(?:る|ている)?)([\u30a1-\u30fc・A-Za-z&.]{2,16})(?=は|が)/g
const ACRONYM = /^(?:メーカー|グループ|センター|プラント|ライン|システム|サービス|企業|AI|IT|EV)$/
const STATE = /(?:^|[、。「])政府(?=は|が)/g
const NOT_SUBJECT =
  /^(?:已.*|.*合同|.*累计|第.*|公司.*|企业.*|原定|原计划|該.*|该.*|.*总|其中.*|公司|企业|项目|政府|同社|同市|両社|当社|今回|計画|投資|工場|総額|新工場|事業|今后|目前|此次|双方|该公司|该项目|同时|据悉|协议|工程|建設|雇用|生産|市長|両者|これ|総投資額|投資額|本社|一方|関係者|稼働|完成|着工|記者|预计|公司计划|.*(?:计划|预计|项目|日|年|月|额|額|面積|面积|规模|規模|期|工事|団地|施設|製品|能力|予定|目標|協約|協定|覚書))$/

/** Bare subjects: a run of signs before は or a verb of acting, known from before or told by its letters. */
function subjects(s: HanSentence): void {
  if (s.body.includes('政府')) s.each(STATE, (m, at) => s.push('organisation', at + m[0].length - 2, at + m[0].length, 0.7, 'acts'))
  if (/する|している|手掛け|手がけ|営む|担う/.test(s.body))
    s.each(MADE_BY, (m, at) => {
      const start = at + m[0].length - m[1]!.length
      if (!NOT_SUBJECT.test(m[1]!) && !ACRONYM.test(m[1]!)) s.push('organisation', start, start + m[1]!.length, 0.6, 'acts')
    })
  s.each(ACTS, (m, at) => {
    const start = at + m[0].length - m[1]!.length
    if (
      !s.free(start, start + m[1]!.length) ||
      NOT_SUBJECT.test(m[1]!) ||
      (/^[\u30a1-\u30fc・]+$/.test(m[1]!) && isCommonKana(m[1]!)) ||
      KOREAN_SIGNS.has(m[1]!)
    )
      return
    const known = s.named.get(m[1]!)
    // a bare word of Han signs alone may be anything: 従業員は, 総額は
    if (known === undefined && bareFirm(m[1]!, s.body)) return s.push('organisation', start, start + m[1]!.length, 0.55, 'acts')
    if (known === undefined && !/[A-Za-z\u30a1-\u30fa]/.test(m[1]!)) return
    s.push(known?.kind ?? 'organisation', start, start + m[1]!.length, known === undefined ? 0.6 : 0.85, known === undefined ? 'acts' : 'alias')
  })
}
