import type { ForeignUnit } from '../english/units.ts'
import type { Language } from '../language.ts'

/** A unit with the noun it carries; `also` units stand in one language alone. */
interface Entry extends ForeignUnit {
  readonly text: string
  readonly only: Language | null
  readonly notBefore: string
}

const byFirst = new Map<string, Entry[]>()
const add = (kind: Entry['kind'], unit: string, factor: number, forms: string, only: Language | null = null, notBefore = ''): void => {
  for (const text of forms.split('|')) {
    const list = byFirst.get(text.charAt(0))
    const entry = { kind, unit, factor, text, only, notBefore }
    if (list) list.push(entry)
    else byFirst.set(text.charAt(0), [entry])
  }
}

add('money', 'KRW', 1, '韩元|韓元|韩币|韓國元|ウォン|韓国ウォン|韩圜')
add('money', 'USD', 1, '美元|美金|米ドル|ドル|㌦|USD')
add('money', 'EUR', 1, '欧元|歐元|ユーロ')
add('money', 'JPY', 1, '日元|日圆|日圓|円|日本円')
add('money', 'CAD', 1, '加元|加拿大元|カナダドル|加ドル')
add('money', 'SGD', 1, '新加坡元|新元|シンガポールドル')
add('money', 'GBP', 1, '英镑|ポンド|英ポンド')
add('money', 'AUD', 1, '澳元|豪ドル|オーストラリアドル')
add('money', 'CHF', 1, '瑞士法郎|瑞郎|スイスフラン')
add('money', 'INR', 1, '卢比|ルピー')
add('money', 'VND', 1, '越南盾|ドン')
add('money', 'TWD', 1, '新台币|新台幣|台币|台幣')
add('money', 'CNY', 1, '元人民币|元人民幣|人民币|人民元|中国元')
add('money', 'CNY', 1, '元', null, '旦首年')
add('area', 'm2', 1, '平方米|平方公尺|㎡|m²|m2|平方メートル|平米|平方ﾒｰﾄﾙ|平')
add('area', 'm2', 1e6, '平方公里|平方千米|㎢|km²|km2|平方キロメートル|平方キロ')
add('area', 'm2', 1e4, '公顷|公頃|ヘクタール|㌶|ha|㏊')
add('area', 'm2', 2000 / 3, '亩|畝', 'zh')
add('area', 'm2', 400 / 121, '坪')
add('area', 'm2', 0.09290304, '平方英尺|平方呎|平方フィート')
add('area', 'm2', 4046.8564224, '英亩|エーカー')
add('percent', 'ratio', 0.01, '%|％|パーセント')
add('percent', 'pp', 1, '个百分点|個百分點|百分点|%ポイント|パーセントポイント|ポイント')
add('percent', 'ratio', 0.1, '割', 'ja', '引')
add('power', 'MW', 1, '兆瓦|MW|メガワット|㎿', null, '时時h·')
add('power', 'MW', 1000, '吉瓦|GW|ギガワット', null, '时時h·')
add('power', 'MW', 0.001, '千瓦|kW|KW|キロワット|㎾', null, '时時h·')
add('length', 'm', 1000, '公里|千米|km|キロメートル|㎞')
add('length', 'm', 1000, 'キロ', 'ja', 'ワグヘリ')
add('length', 'm', 1, '米|メートル', null, '国ドル')
add('count', 't', 1, '吨|噸|トン')
add('count', 'L', 1, '升|リットル')
add('count', 'multiple', 1, '倍')
add('count', 'jobs', 1, '个就业岗位|个就业机会|个工作岗位|个岗位|个工作机会|就业岗位')
add('count', 'jobs', 1, 'の新規雇用|の新しい雇用|の新たな雇用|の雇用|件の雇用', 'ja')
add('count', 'persons', 1, '人|人次', null, '口民均工才气当あ')
add('count', 'persons', 1, '名|位', null, '称古于置')
add('count', 'firms', 1, '家企业|家企業|家公司|家|户企业|个企业|家厂商|家供应商|家机构', 'zh', '庭')
add('count', 'firms', 1, '社|企業', 'ja', '会員当あ目')
add('count', 'firms', 1, 'の域外企業|の企業|の会社|の外国企業|の海外企業', 'ja')
add('count', 'projects', 1, '个项目|个重点项目|个重大项目|个产业项目|个专案|专案|个工程|件プロジェクト|のプロジェクト|プロジェクト|事業')
add('count', 'regions', 1, '个国家和地区|个国家|个城市|个省|个县|か国|カ国|ヵ国|ヶ国|都市|自治体|都道府県|市町村')
add('count', 'zones', 1, '个园区|个开发区|个区')
add('count', 'institutions', 1, '所高校|所大学|所学校|个机构|大学|機関|校')
add('count', 'sites', 1, 'か所|カ所|ヵ所|ヶ所|箇所|个地点|处|拠点|店舗|个站点', null, '目')
add('count', 'factories', 1, '座工厂|个工厂|家工厂|工場')
add('count', 'buildings', 1, '栋|棟|座|幢|基')
add('count', 'fields', 1, '个领域|大领域|分野|領域|个行业|个产业')
add('count', 'households', 1, '户|戶|世帯|戸')
add('count', 'rooms', 1, '间客房|客室')
add('count', 'rooms', 1, '室', 'ja', '長')
add('count', 'floors', 1, '层|層|階建て|階建|階')
add('count', 'cases', 1, '件|项专利|项协议|份协议|个合同|起')
add('count', 'items', 1, '台|辆|輛|套|艘|隻|条|项|株|機|両|品目|種類|个|個|床|根|片|颗|枚|本', null, '人月体别性性目都地百')
add('period', 'year', 1, '年间|年期|年間|个年度')
add('period', 'year', 1, '年', null, '代底度前')
add('period', 'month', 1, '个月|個月|か月|カ月|ヵ月|ヶ月|月間')
add('period', 'week', 1, '周|週間')
add('period', 'day', 1, '天|日間|日间')
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length)

/** The longest unit at `at` in one language, or null. `hanUnit('亩土地', 0, 'zh')!.factor // => 2000 / 3` */
export function hanUnit(text: string, at: number, language: Language): (ForeignUnit & { readonly text: string }) | null {
  const list = byFirst.get(text.charAt(at))
  if (list === undefined) return null
  for (const entry of list) {
    if (entry.only !== null && entry.only !== language) continue
    if (!text.startsWith(entry.text, at)) continue
    const next = text.charAt(at + entry.text.length)
    if (entry.notBefore !== '' && next !== '' && entry.notBefore.includes(next)) continue
    const last = entry.text.charCodeAt(entry.text.length - 1)
    if (last < 0x80 && last !== 0x25 && /[A-Za-z0-9²³]/.test(next)) continue
    return entry
  }
  return null
}

const NOUN_AFTER: Readonly<Record<string, string>> = {
  企业: 'firms',
  企業: 'firms',
  公司: 'firms',
  厂商: 'firms',
  会社: 'firms',
  岗位: 'jobs',
  就业: 'jobs',
  项目: 'projects',
  专案: 'projects',
  工厂: 'factories',
  工場: 'factories',
  国家: 'regions',
  城市: 'regions',
  高校: 'institutions',
  机构: 'institutions',
  園区: 'zones',
  园区: 'zones',
  雇用: 'jobs',
  機関: 'institutions',
  充电: 'sites',
}
const NOUN = new RegExp(`(?:的|の|[^，。、；,.;：（）()0-9]{0,5}?)(${Object.keys(NOUN_AFTER).join('|')})`, 'y')

const BEFORE = /(企业|企業|项目|专案|工厂|工場|机构|岗位)(?:[共达计]|总数|数量?(?:将)?(?:增加到|达到?))?$/

/** 新引进项目1200个: what the noun in front of a general counter's figure says, or null. `nounBefore('新引进项目') // => 'projects'` */
export function nounBefore(head: string): string | null {
  const match = BEFORE.exec(head)
  return match === null ? null : NOUN_AFTER[match[1]!]!
}

/** What the noun behind a general counter (个, 件, 台 …) says it counts, or null. `nounAfter('个重点项目', 1) // => 'projects'` */
export function nounAfter(text: string, at: number): string | null {
  NOUN.lastIndex = at
  const match = NOUN.exec(text)
  return match === null ? null : NOUN_AFTER[match[1]!]!
}
