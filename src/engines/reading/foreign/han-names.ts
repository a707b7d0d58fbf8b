import { CLASSES, HANJA, LATIN } from '../characters.ts'
import type { Language } from './language.ts'
import type { Name, Named } from './name.ts'

/** What ends an organisation's name (기관·기업). Longest first. */
const ORG =
  /(?:[（(][\u4e00-\u9fff]{2,6}[）)](?:股份)?有限公司|股份有限公司|有限责任公司|有限公司|責任有限公司|株式会社|有限会社|合同会社|集团公司|集團|集团|股份(?=与|和|将|宣布|计划|拟|、)|公司|大学校|大学院|大学|研究院|研究所|研究機構|机构|機構|协会|協会|协議会|基金会|財団|财团|委员会|委員会|商会|商工会議所|银行|銀行|政府|人民政府|经济自由区域?厅|経済自由区域庁|産業資源部|通商资源部|通商資源部|国土交通部|信息通信部|情報通信部|保健福祉部|福利部|雇佣劳动部|雇用労働部|行政安全部|海洋水产部|海洋水産部|畜产食品部|畜産食品部|体育观光部|体育観光部|风险企业部|ベンチャー企業部|企划财政部|企画財政部|商务部|財務部|财政部|外交部|产业部|工信部|[\u4e00-\u9fff]{2,4}通商部|管理庁|管理局|监管局|发展局|経済産業省|総務省|財務省|国土交通省|环境部|科技|技术|电子|電子|电气|電機|电池|能源|材料|化学|化工|制药|製薬|製鉄|鉄鋼|钢铁|重工|重工業|汽车|自動車|半导体|半導体|生物|工業|実業|産業(?!団|園|基|構|発|化|界|政|集|振|育|用)|商事|電力|エネルギー|テクノロジー|ケミカル|マテリアルズ?|エレクトロニクス|モーターズ?|ホールディングス|グループ|バイオ|ソリューションズ?|システムズ?|公社|公団|振興院|振興公社|開発公社)/g
const FORWARD_FORM = /(?:株式会社|\(株\)|（株）|㈱)([^\u3041-\u3096、。，,・「」（）()\s0-9]{2,16})/g
/** What ends a place's name (장소). */
const PLACE =
  /(?:国家级?(?:经济技术开发区|产业园区?|工业园区?|新区)|经济技术开发区|高新技术产业开发区|经济自由区域?|経済自由区域|国家産業団地|産業団地|工業団地|产业园区?|工业园区?|科技园区?|产业园|园区|开发区|新区|自贸区|保税区|港区|空港|机场|駅|特別自治道|特別自治市|広域市|广域市|特别市|特別市|自治区|省|市(?!场|場|值|民|内|面|长|長|町)|県(?!内|民)|县(?!城)|区(?!域|间|間|别|画|分)|郡|(?<!报|報)道(?!路|徳|德|具|理|入)|州(?![市道])|町|村(?!民)|島|湾(?!\d?(?:产业|工业|国家)))/g
const TITLES =
  '(?:代表取締役社長|代表取締役会長|代表取締役|代表理事|副社長|社長|副会長|会長|副市長|市長|副知事|知事|大臣|長官|理事長|院長|所長|局長|部長|議員|首席执行官|董事长|總經理|总经理|总裁|主席|副市长|市长|省长|县长|书记|部长|局长|院长|主任|会长|代表|CEO)'
const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤朴权安柳全洪文申裴]'
const CHINESE_TITLED = new RegExp(
  `${TITLES}(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)(?=表示|说|指出|称|介绍|强调|等|、|，|,|。|与|和|在|出席|率|认为|宣布|透露|于|对|\\d{1,2}[月日]|\\s|$)`,
  'g',
)
const JAPANESE_TITLED = new RegExp(`([\\u4e00-\\u9fff\\u30a1-\\u30fc・]{2,12}?)(${TITLES}|氏)(?=は|が|と|も|の|、|。|ら|に|を|「|（|\\(|\\s|$)`, 'g')
const TITLE_FIRST = new RegExp(`${TITLES}(?:の)?([\\u4e00-\\u9fff]{2,5}|[\\u30a1-\\u30fc]+[・＝=][\\u30a1-\\u30fc]+)氏`, 'g')

/** Words that no Chinese name runs across. */
const BREAKS =
  '日|月|年|与|和|同|由|对|向|在|为|将|的|了|及|等|据|从|至|被|让|给|于|把|到|是|以|位|当|其|该|本|这|家|个|名|自|并|因|如|则|称|说|已|拟|还|也|就|省内|签署|签订|投资|宣布|引进|联合|支持|计划|推进|建设|加强|吸引|落户|入驻|位于|根据|包括|其中|来自|通过|携手|出席|访问|组织|获得|成立|设立|收购|建成|打造|全球|知名|韩国|中国|日本|美国|德国|龙头'.split(
    '|',
  )
const FILLERS = new Set(BREAKS.filter((word) => word.length === 1))
const LONG_BREAKS = BREAKS.filter((word) => word.length > 1)
const isName = (code: number, language: Language): boolean =>
  CLASSES[code] === HANJA ||
  CLASSES[code] === LATIN ||
  code === 0x26 ||
  (code >= 0x30a1 && code <= 0x30fe && code !== 0x30fb) ||
  code === 0x3005 ||
  (language === 'ja' && code === 0x30fb)

/** How far back a name reaches from its ending: to a particle, a mark or a word that no name contains. */
function backwards(text: string, at: number, floor: number, language: Language): number {
  let from = at
  while (from > floor && at - from < 20) {
    const code = text.charCodeAt(from - 1)
    // 第5産業団地: an ordinal inside a name
    if (code >= 0x30 && code <= 0x39 && text.charAt(from - 2) === '第') {
      from -= 2
      continue
    }
    // 迎日湾4产业园: the number of a park
    if (from === at && code >= 0x30 && code <= 0x39 && CLASSES[text.charCodeAt(from - 2)] === HANJA && '产産国国工'.includes(text.charAt(at))) {
      from--
      continue
    }
    if (!isName(code, language)) break
    if (language === 'zh') {
      // 日 ends a day (8日, 近日) and stands inside names (迎日湾)
      if (FILLERS.has(text.charAt(from - 1)) && (text.charAt(from - 1) !== '日' || /[\d近今昨当次前本每即]/.test(text.charAt(from - 2)))) break
      if (LONG_BREAKS.some((word) => from - word.length >= floor && text.startsWith(word, from - word.length))) break
    } else if (/^[月日年国]$/.test(text.charAt(from - 1)) && /[0-9]/.test(text.charAt(from - 2))) break
    from--
  }
  return from
}

/** Words that end like a name and are none. */
const COMMON =
  /^(?:合资公司|合資会社|城市|都市|上市|超市|大都市|地区|园区|社区|全市|全省|本市|全国|海外|一道|報道|报道|渠道|轨道|鉄道|铁道|同市|同県|両市|該市|農村|市町村|広州市場|各地区|子公司|总公司|分公司|该公司|上市公司|母公司|高科技|新材料|新能源|原材料|先进材料|半导体|半導体|汽车|新能源汽车|電気自動車|电动汽车|动力电池|二次電池材料|自動車|人工智能技术|生物|技术|科技|政府|市政府|省政府|地方政府|大学|銀行|银行|公司|集团|基地|生产基地|産業|機構|机构|素材産業|電子|化学|能源|材料|電力|重工業|基盤技術|(?:再生可能|自然|クリーン|水素|新)エネルギー|.*(?:バイオ|医療|素材|半導体|電池|自動車|観光|製造|先端|水素|航空|宇宙|防衛|食品)産業|关键技术|核心技术|协会|先進技術|工業|空港|開発区|経済特区)$/

/** The area a government governs: 釜山市政府 of 釜山市. */
export const areaOfGovernment = (name: string): string => name.replace(/(?:人民政府|政府|市役所|道庁|県庁|市庁)$/, '')

/**
 * Names of one Chinese or Japanese sentence (이름): by what ends them, back to the particle or word before; firms by 株式会社 in front; persons by title.
 */
export function hanNames(text: string, from: number, to: number, language: Language, named: Named): Name[] {
  const out: Name[] = []
  const body = text.slice(from, to)
  const free = (a: number, b: number): boolean => !out.some((name) => a < name.end && name.start < b)
  const push = (kind: Name['kind'], a: number, b: number, certainty: number, rule: string, aliases: readonly string[] = []): void => {
    if (b - a < 2 || !free(a, b)) return
    const words = text.slice(a, b)
    const known = named.get(words)
    const name: Name = {
      kind,
      start: a,
      end: b,
      value: known !== undefined && known.kind === kind ? known.value : words,
      certainty,
      rule: `${kind}:${rule}`,
    }
    named.keep(name, aliases)
    out.push(name)
  }
  if (language === 'ja') {
    each(FORWARD_FORM, body, (m) => push('organisation', from + m.index, from + m.index + m[0].length, 0.95, 'form', [m[1]!]))
    each(TITLE_FIRST, body, (m) => push('person', from + m.index + m[0].length - 1 - m[1]!.length, from + m.index + m[0].length - 1, 0.9, 'title'))
    each(JAPANESE_TITLED, body, (m) => {
      const words = m[1]!
      if (
        /[市道県省郡区社部局庁院国]$/.test(words) ||
        words.length > 9 ||
        (/^[\u4e00-\u9fff]+$/.test(words) && (words.length < 3 || words.length > 5))
      )
        return
      if (/^(?:代表|取締役|前|現|副|両)/.test(words)) return
      push('person', from + m.index, from + m.index + words.length, 0.85, 'title')
    })
  } else each(CHINESE_TITLED, body, (m) => push('person', from + m.index + m[0].length - m[1]!.length, from + m.index + m[0].length, 0.9, 'title'))
  each(ORG, body, (m) => {
    const end = from + m.index + m[0].length
    const next = text.slice(end, end + 12)
    // an ending that goes on is judged by its last part: 电子股份有限公司
    if (
      /^(?:[（(][\u4e00-\u9fff]{2,6}[）)](?:股份)?有限|股份|有限|集团|公司|集團|株式|材料|科技|重工|化学|半导体|半導体|大学|研究|电池|能源|電池)/.test(
        next,
      )
    )
      return
    const weak =
      !/(?:公司|会社|集团|集團|大学|研究|协会|協会|基金|財|委|商会|会議所|银行|銀行|政府|部|省|局|庁|厅|公社|公団|グループ|ホールディングス|院|社)$/.test(
        m[0],
      )
    if (
      weak &&
      isName(text.charCodeAt(end), language) &&
      !/^(?:与|和|将|计|宣|在|签|投|已|于|等|表|拟|成|出|合|为|的|是|也|还|今|昨|取|へ)/.test(next)
    )
      return
    let start = backwards(text, from + m.index, from, language)
    if (language === 'zh') start = pastKind(text, pastArea(text, start, from + m.index), end)
    const words = text.slice(start, end)
    const ministry = m[0].length > 2 && /[部省庁]$/.test(m[0])
    if ((words.length <= m[0].length && !ministry) || COMMON.test(words)) return
    if (weak && words.length < m[0].length + 2) return
    const bare = words.replace(/(?:股份有限公司|有限责任公司|有限公司|株式会社|集团|公司)$/, '')
    push('organisation', start, end, weak ? 0.7 : 0.9, 'form', bare.length >= 2 && bare !== words ? [bare] : [])
  })
  each(PLACE, body, (m) => {
    const end = from + m.index + m[0].length
    let start = backwards(text, from + m.index, from, language)
    for (const name of out) if (name.end > start && name.end <= end) start = name.end
    const long = m[0].length > 1
    if (!long && from + m.index - start > 5) {
      const cut = lastArea(text, start, from + m.index - 1, AREAS)
      if (cut < start) return
      start = cut + 1
    }
    const words = text.slice(start, end)
    if (words.length < m[0].length + (long ? 2 : 1) || COMMON.test(words) || (!long && words.length < 2)) return
    if (!long && /^(?:全(?![罗羅南北州])|[同本該该各两両一二三四五六七八九十])/.test(words)) return
    // an area that acts is an organisation
    const acts =
      language === 'zh'
        ? /^(?:与|和|将|宣布|计划|表示|政府|签|拟|今|昨|明年|去年|副?市长|副?省长|知事|\d|日前|近日|已)/.test(text.slice(end, end + 3)) ||
          /^、[\u4e00-\u9fff]{2,8}(?:市|省|道|郡|县|区)(?:签|达成|共同|分别|将)/.test(text.slice(end, end + 14))
        : /^(?:は|が|と|および|及び|ならびに|副?市長|副?知事)/.test(text.slice(end, end + 4))
    const area = /(?:市|省|道|県|县|区|郡|州|町|村)$/.test(m[0]) && !/(?:开发区|开発区|园区|新区|自贸区|保税区|港区)$/.test(m[0])
    push(acts && area ? 'organisation' : 'place', start, end, long ? 0.85 : 0.75, 'form')
  })
  each(KNOWN, body, (m) => push('place', from + m.index, from + m.index + m[0].length, 0.85, 'known'))
  if (language === 'zh')
    each(LIES, body, (m) =>
      COMMON.test(m[1]!) || NOT_SUBJECT.test(m[1]!) ? undefined : push('place', from + m.index + 1, from + m.index + 1 + m[1]!.length, 0.65, 'lies'),
    )
  aliases(text, from, to, language, named, push, free)
  return out.sort((a, b) => a.start - b.start)
}

const KNOWN =
  /(?:首尔|釜山|仁川|大邱|大田|光州|蔚山|世宗|済州|济州|ソウル|プサン|インチョン|京畿道|忠清[南北]道|慶尚[南北]道|全羅[南北]道|庆尚[南北]道|全罗[南北]道|韓国|韩国|中国|日本|米国|美国|台湾|ベトナム|越南|ドイツ|德国|インド|印度|東京|大阪|北京|上海|深圳|ハンガリー|ポーランド|匈牙利|波兰|波蘭|墨西哥|メキシコ|カナダ|加拿大|シンガポール|新加坡)/g
/** 在唐津建设: what lies between the preposition and the verb. */
const LIES =
  /在((?!全球|世界|国内|海外|当地|该|本|其|此|未来|同|这|未|正)[\u4e00-\u9fff]{2,5}?)(?=投资|投入|建设|新建|兴建|建造|修建|扩建|开工|动工|奠基|设立|设厂|打造|建成|举行|签署)/g
/** A bare subject: a run of signs before は or a verb of acting, or what was named before. */
const ACTS = {
  zh: /(?:^|[，。、：；;\s”与和])([\u4e00-\u9fffA-Za-z0-9]{3,8}?)(?=(?:\d{1,2}日)?(?:今日|近日|日前)?(?:将投资|计划投资|计划在|拟投资|宣布|表示|签署|将在|投资\d))/g,
  ja: /(?:^|[、。\s」】])([\u4e00-\u9fff\u30a1-\u30fcA-Za-z・]{2,14})(?=は|が(?:投資|建設|進出)|と(?:投資|協定|覚書|MOU))/g,
}
const NOT_SUBJECT =
  /^(?:第.*|公司.*|企业.*|原定|原计划|該.*|该.*|.*总|其中.*|公司|企业|项目|政府|同社|同市|両社|当社|今回|計画|投資|工場|総額|新工場|事業|今后|目前|此次|双方|该公司|该项目|同时|据悉|协议|工程|建設|雇用|生産|市長|両者|これ|総投資額|投資額|本社|一方|関係者|稼働|完成|着工|記者|预计|公司计划|.*(?:计划|预计|项目|日|年|月|额|額|面積|面积|规模|規模|期|工事|団地|施設|製品|能力|予定|目標|協約|協定|覚書))$/

function aliases(
  text: string,
  from: number,
  to: number,
  language: Language,
  named: Named,
  push: (kind: Name['kind'], a: number, b: number, certainty: number, rule: string) => void,
  free: (a: number, b: number) => boolean,
): void {
  if (language !== 'zh' && language !== 'ja') return
  each(ACTS[language], text.slice(from, to), (m) => {
    const start = from + m.index + m[0].length - m[1]!.length
    if (!free(start, start + m[1]!.length) || NOT_SUBJECT.test(m[1]!)) return
    const known = named.get(m[1]!)
    // a bare word of Han signs alone may be anything: 従業員は, 総額は
    if (known === undefined && language === 'ja' && !/[A-Za-z\u30a1-\u30fa]/.test(m[1]!)) return
    push(known?.kind ?? 'organisation', start, start + m[1]!.length, known === undefined ? 0.6 : 0.85, known === undefined ? 'acts' : 'alias')
  })
}

const AREAS = '省市道県'
/** Where one of `signs` last stands from `start` to `at`, or -1. Never looks farther back, so that cost stays linear. */
function lastArea(text: string, start: number, at: number, signs: string): number {
  for (let k = at; k >= start; k--) if (signs.includes(text.charAt(k))) return k
  return -1
}

/** 江苏省苏州市某某公司: the area before a firm's name is not part of it. */
function pastArea(text: string, start: number, at: number): number {
  const cut = lastArea(text, start, at, '省市县')
  return cut >= start && at - cut > 2 ? cut + 1 : start
}

/** 生物医药企业诺维亚公司: what kind of firm it is stands before its name. */
function pastKind(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  const kind = words.indexOf('企业')
  return kind >= 2 && words.length - kind - 2 >= 4 && /(?:公司|集团)$/.test(words) ? start + kind + 2 : start
}

function each(rule: RegExp, body: string, visit: (m: RegExpExecArray) => void): void {
  rule.lastIndex = 0
  for (let m = rule.exec(body); m !== null; m = rule.exec(body)) {
    if (m[0].length === 0) rule.lastIndex++
    visit(m)
  }
}
