import type { HanSentence } from './sentence.ts'
import { knownPlaceAt } from './words.ts'

/** What a firm is called before its name: メーカーの, 子会社の. */
const KIND =
  /(?:企業|会社|メーカー|大手|法人|ブランド|業者|ベンチャー)(?:である|の|、|・|は(?=[\u30a1-\u30fc]{2,}、))?[「『]?([\u4e00-\u9fff\u30a1-\u30fcA-Za-z&. ]{2,20}?)(?=[」』]|は|が|を|と|の|、|に|も|など|や|（|\(|および|及び)/g
/** 「名」 that a firm's description or とは marks as a firm. */
const QUOTED =
  /(?:会社、?|企業、?|メーカー、?|うのは|のは|行う|扱う|営む|手がける|手掛ける|の|や|と)[「『]([\u4e00-\u9fff\u30a1-\u30fcA-Za-z&. ]{2,16})[」』](?=は|が|と|、|の(?:ほか|子会社|社長)|に|それぞれ|も|など|\(|（)/g
/** 帝都工機(大阪市): where it is at home, in brackets behind. */
const AT_HOME =
  /([\u4e00-\u9fff\u30a1-\u30fcA-Za-z&・]{2,20}?)」?[（(](?:本社|東京|大阪|名古屋|京都|同[）)]|[\u4e00-\u9fff]{1,6}[都道府県市区町]|代表|社長)/g
/** 日本のNEG、: of a country. */
const OF_COUNTRY =
  /(?:日本|米国|アメリカ|中国|韓国|ドイツ|台湾|フランス|英国|イタリア|スイス|オランダ|ベルギー|ノルウェー|デンマーク|スウェーデン|カナダ|香港)(?:の|系)([\u30a1-\u30fcA-Z][\u30a1-\u30fcA-Za-z&.]{1,16})(?=は|が|と|、|を|も|や|など|」|（|\(|社)/g
/** The branch of a foreign group, and a firm that is called 社. */
const BRANCH = /([\u4e00-\u9fffA-Za-z]{0,6}[\u30a1-\u30fc・]{3,24}(?:韓国|ジャパン|コリア))(?=は|が|の|と|、|」|（|\()/g
const SHA = /([\u4e00-\u9fff]{0,2}[A-Za-z\u30a1-\u30fc&]{2,18})社(?=は|が|の|と|から|、|に|を|（|\()/g
/** What follows a firm in a list. */
const LISTED =
  /[」』]?(?:、|と|や|および|及び|・)[「『]?([\u4e00-\u9fff\u30a1-\u30fcA-Za-z&.]{2,20}?)(?=[」』]?(?:は|が|と|の(?:\d|両|２|３)|、|など|や|を|（|\(|および|及び|社|それぞれ))/y
/** ▽甲フーズ（食品）：95億ウォン: the head of an item whose amount follows. */
const ITEM_SIGN = /^[•·・▽▼△▲▷▶■□◆◇○●◎※＊*-]/
const ITEM_HEAD =
  /^[•·・▽▼△▲▷▶■□◆◇○●◎※＊*-] ?((?=[^：:（(]{0,14}[\u30a1-\u30faA-Z])[\u4e00-\u9fff\u30a1-\u30fcA-Za-z&.]{2,18})(?=(?:[（(][^（）()\n]{1,20}[）)])? ?[：:] ?(?:約)?\d[\d,.]*[万億兆\d,]*(?:ウォン|円|ドル))/g
/** 市庁で、甲フーズ、乙の3社と: the first of a list that a number of firms closes. */
export const LIST_ENDS = /、[^、。]{2,20}の(?:\d{1,2}|[二三四五六七八九])社/
const LIST_HEAD =
  /(?<=[、はがで])([\u30a1-\u30fcA-Z][\u30a1-\u30fcA-Za-z&.]{2,18})(?=、(?:[\u4e00-\u9fff\u30a1-\u30fcA-Za-z&.]{2,20}(?:、|と|および|及び)){0,6}[\u4e00-\u9fff\u30a1-\u30fcA-Za-z&.]{2,20}の(?:\d{1,2}|[二三四五六七八九])社)/g
/** A firm between 在/与 and its verb, or that goes on with 则, 还. */
const CHINESE_LISTED = /、([\u4e00-\u9fffA-Za-z]{2,8}?)(?=、|等|和|与|及|签)/y
/** What firms are and are not called. */
const COMMON =
  /^(?:[\u30a1-\u30fc]*(?:メーカー|エネルギー|サービス|システム|ビジネス|センター|プラント|イベント|グループ|リーダー|パートナー|グローバル|バイオ|インフラ|ハブ|シェア|コスト|ライン|データ|サプライチェーン|プロジェクト|ホテル|スタートアップ|ベンチャー|エリア|ネットワーク|ロボット|プラスチック|トップ|アジア|ヨーロッパ|ブランド|モデル)|.*(?:公表|誘致|覚書|協約|協定|契約|合意|説明会|調印式|企業|会社|産業|工場|団地|事業|計画|製品|市場|施設|機関|関係|分野|自治体|政府|業界|技術|投資|生産|雇用|建設|開発|拠点|代表|社長|会長|知事|市長|地域|都市|材料|部品|素材|装置|機器|用品|電池|半導体|自動車|県|市|道|郡|町|村|省|庁|部|支援|育成|設立|振興|強化|拡大|採用|立地|移転|成長|負担|参加|進出|今回|今後|同社|両社|当社|同市|同県|同道|これ|それ|両者|国内|海外|県外|市内|県内|道内|世界)|AI|IT|EV|MOU|ESG|LNG|GPU|SNS|.*\d.*|.*(?:億|万|円|ウォン|ドル))$/

/** Kana words that name nothing: ライン, グループ, サプライチェーン. */
export const isCommonKana = (words: string): boolean => COMMON.test(words)

/** Whether a stretch may name a firm at all. */
const fits = (words: string): boolean =>
  words.length >= 2 &&
  knownPlaceAt(words, 0)?.length !== words.length &&
  !/^(?:韓国|日本|中国)・/.test(words) &&
  !COMMON.test(words) &&
  !/^[・ー 　]|^[第約計総全各]|[\d]/.test(words)

function keep(s: HanSentence, words: string, start: number, rule: string): void {
  if (fits(words.trim())) s.push('organisation', start, start + words.length, 0.7, rule)
}

/** Firms (기업) of a Japanese sentence that no ending tells: by what stands before or in brackets behind, and who follows them in a list. */
export function japaneseFirms(s: HanSentence): void {
  if (/企業|会社|メーカー|大手|法人|業者/.test(s.body)) s.each(KIND, (m, at) => keep(s, m[1]!, at + m[0].length - m[1]!.length, 'kind'))
  if (/[「『]/.test(s.body)) s.each(QUOTED, (m, at) => keep(s, m[1]!, at + m[0].length - 1 - m[1]!.length, 'quoted'))
  if (/[（(](?:本社|東京|大阪|名古屋|京都|同|代表|社長|[\u4e00-\u9fff]{1,6}[都道府県市区町])/.test(s.body))
    s.each(AT_HOME, (m, at) => keep(s, m[1]!, at, 'at-home'))
  if (/[の系][\u30a1-\u30fcA-Z]/.test(s.body)) s.each(OF_COUNTRY, (m, at) => keep(s, m[1]!, at + m[0].length - m[1]!.length, 'of-country'))
  if (/韓国|ジャパン|コリア/.test(s.body)) s.each(BRANCH, (m, at) => keep(s, m[1]!, at, 'branch'))
  if (/[A-Za-z\u30a1-\u30fc&]社/.test(s.body)) s.each(SHA, (m, at) => keep(s, m[1]!, at, 'sha'))
  if (ITEM_SIGN.test(s.body)) s.each(ITEM_HEAD, (m, at) => keep(s, m[1]!, at + m[0].length - m[1]!.length, 'item'))
  if (LIST_ENDS.test(s.body)) s.each(LIST_HEAD, (m, at) => keep(s, m[1]!, at + m[0].length - m[1]!.length, 'listed'))
  for (let k = 0; k < s.out.length && k < 40; k++) {
    const name = s.out[k]!
    if (name.kind !== 'organisation' || /organisation:(?:area|government)|[市県道郡町村庁府省部]$/.test(`${name.rule}${name.value}`)) continue
    LISTED.lastIndex = pastHome(s.text, name.end)
    const next = LISTED.exec(s.text)
    if (next !== null && LISTED.lastIndex <= s.to && fits(next[1]!) && !/^[\u4e00-\u9fff]{2}$/.test(next[1]!)) {
      const end = LISTED.lastIndex
      s.push('organisation', end - next[1]!.length, end, 0.6, 'listed')
    }
  }
}

/** Behind the bracket that tells where a firm is at home. */
function pastHome(text: string, at: number): number {
  const bracket = /^」?[（(][^（）()\n]{1,24}[）)]/.exec(text.slice(at, at + 28))
  return bracket === null ? at : at + bracket[0].length
}

/** 1. 甲机电：计划…: the head of an item that tells what its firm does. */
const ITEM_ZH =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,2}[.)）、．] ?|[•·▽▼△▲■□◆◇○●] ?)((?!.*(?:项目|内容|规模|时间|地点|目标|方面|背景|效果|效益|措施|概况|情况|金额|面积|计划|产能|就业|政策|成果)[：:])[\u4e00-\u9fffA-Za-z0-9& ]{2,14})(?=[：:](?:计划|拟|将|欲|投资|投入|在|于|因|已|预计|总投资|与|斥资|原|新|扩))/g

/** Firms of a Chinese sentence that follow another in a list closed by 等 or a verb. */
export function chineseFirms(s: HanSentence): void {
  if (/^(?:[（(]?[\d一二三四五六七八九十]|[•·▽▼△▲■□◆◇○●])/.test(s.body))
    s.each(ITEM_ZH, (m, at) => s.push('organisation', at + m[0].length - m[1]!.length, at + m[0].length, 0.65, 'item'))
  for (let k = 0; k < s.out.length && k < 40; k++) {
    const name = s.out[k]!
    if (name.kind !== 'organisation' || /[市县区省道州府部局]$/.test(name.value)) continue
    CHINESE_LISTED.lastIndex = name.end
    const next = CHINESE_LISTED.exec(s.text)
    if (next === null || CHINESE_LISTED.lastIndex > s.to || /(?:产业|项目|材料|领域|企业|市|省|县|区|技术|产品|设备|服务)$/.test(next[1]!)) continue
    const end = CHINESE_LISTED.lastIndex
    s.push('organisation', end - next[1]!.length, end, 0.55, 'listed')
  }
}
