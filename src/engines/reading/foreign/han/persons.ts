import { quickly } from './first-signs.ts'
import { KOREAN_SIGNS } from './korean-places.ts'
import { type HanSentence, READING } from './sentence.ts'

const TITLES =
  '(?:代表取締役社長|代表取締役会長|代表取締役|代表理事|副社長|社長|副会長|会長|副市長|市長|副知事|道知事|知事|郡守|区庁長|工場長|支社長|町長|村長|大臣|長官|理事長|院長|所長|局長|部長|議員|首席执行官|董事长|總經理|总经理|总裁|主席|副市长|市长|省长|县长|区长|书记|書記|部长|厅长|长官|道知事|郡守|行长|局长|院长|主任|会长|会長|總統|总统|县领导|市领导|区领导|候选人|代表|CEO)'
/** Family names of China and Korea (성씨), as written today and before. */
const SURNAME =
  '[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾萧蕭田董潘袁蔡蒋蔣余于杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴武戴莫孔向汤湯朴权權安柳全洪文申裴封梅成党翁易常康施牛樊葛邢路岳齐伍俞倪单单殷焦耿关關管柴左柳甘祝包宁尚符舒阮柯纪紀梅童凌毕畢裘司苗谷甄鲁魯季卞吉娄耿巩骆駱芦靳冉苑岑屈项項祁向虞鲍鮑边邊卓蒙冀简饶饒瞿晏沙敬景闵閔]'
/** Family names of Korea in kana: 姓・名 is a person wherever it stands. */
const KANA =
  '(?:キム|イ|リ|パク|チェ|チョン|カン|チョ|ユン|チャン|イム|ハン|オ|ソ|シン|クォン|クウォン|ファン|アン|ソン|リュ|ユ|ホン|チョン|コ|ムン|ヤン|ペ|ペク|ホ|ナム|ノ|ハ|クァク|チャ|チュ|ウ|ク|ナ|チン|オム|ミン|シム|ヨ|ト|ミョン|キ|バン|コン|ヒョン|ピョン|ヨム|チ|マ|ピョ|トゥ|ソル|ワン|ヨン|カク|モ)'
const KANA_NAME = new RegExp(`(?<![\\u30a1-\\u30fc])${KANA}[・＝][\\u30a1-\\u30fc]{2,5}(?![\\u30a1-\\u30fc])`, 'g')
const READ = new RegExp(`[\\u4e00-\\u9fff]{2,4}${READING}`, 'g')
const CHINESE_TITLED = quickly(
  new RegExp(
    `${TITLES}(${SURNAME}[\\u4e00-\\u9fff]{1,2}?)(?=表示|说|指出|称|介绍|强调|等|、|，|,|。|；|;|与|和|在|出席|主持|致辞|致词|率|认为|宣布|会见|签署|透露|于|对|向|\\d{1,2}[月日]|\\s|$)`,
    'g',
  ),
)
const NEXT_LISTED = new RegExp(`、(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=、|等|和|，|,|。|）|\\)|出席|参加)`, 'y')
const NEXT_WRITER = new RegExp(`[ 、](${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[ 、）)，,\\n]|$)`, 'y')
const REPORTER = quickly(
  new RegExp(
    `(?:记者|記者|通讯员|通訊員|特约记者|编辑|編輯)[ 　：:]?(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[ 　）)\\]】、，,]|$|[\\u4e00-\\u9fff])`,
    'g',
  ),
)
/** (仁川=韩联社)申宰民记者=: the reporter's name before; (李明) closes an article. */
const BYLINE = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=记者[=＝])|(?<=[。）)][（(])(${SURNAME}[\\u4e00-\\u9fff]{1,2})(?=[）)]\\s*$)`,
  'g',
)
const JAPANESE_TITLED = new RegExp(
  `([\\u4e00-\\u9fff\\u30a1-\\u30fc・]{2,12}?)(${TITLES}|氏|記者)(?=は|が|と|も|や|の|、|。|ら|に|を|一行|「|（|\\(|）|\\)|=|＝|\\s|$)`,
  'g',
)
const TITLE_FIRST = quickly(new RegExp(`${TITLES}(?:の)?([\\u4e00-\\u9fff]{2,5}|[\\u30a1-\\u30fc]+[・＝=][\\u30a1-\\u30fc]+)氏`, 'g'))
/** 代表取締役 山本 健一: a form lists title and name with a space between. */
const SPACED = quickly(new RegExp(`${TITLES}[ 　]{1,6}([\\u4e00-\\u9fff]{1,3}[ 　][\\u4e00-\\u9fff]{1,4})(?=[ 　（(）)、。\\n]|$)`, 'g'))
const TITLE_WORD = /[長役事臣官守員者氏表]|CEO/
/** What stands before a title and is no person. */
const OFFICE = /[市道県省郡区社部局庁院国町村]$|^(?:代表|取締役|前|現|副|両|同|当|新|元|各|名誉|共同)|企業|会社|入居|関係者/

/** Persons (인물) of a Chinese or Japanese sentence: by title before or behind, by bracketed reading, by a Korean family name in kana. */
export function hanPersons(s: HanSentence): void {
  if (s.language === 'zh') {
    s.each(CHINESE_TITLED, (m, at) => {
      let end = at + m[0].length
      s.push('person', end - m[1]!.length, end, 0.9, 'title')
      // 县领导李旭、周翠等: who follows in the list is a person too
      for (let k = 0; k < 12; k++) {
        NEXT_LISTED.lastIndex = end
        const next = NEXT_LISTED.exec(s.text)
        if (next === null || end >= s.to) break
        end += next[0].length
        s.push('person', end - next[1]!.length, end, 0.8, 'listed')
      }
    })
    if (/记者[=＝]|[）)]\s*$/.test(s.body)) s.each(BYLINE, (m, at) => s.push('person', at, at + m[0].length, 0.75, 'byline'))
    if (/[记記]者|通[讯訊]员|通訊員|[编編][辑輯]/.test(s.body))
      s.each(REPORTER, (m, at) => {
        // 記者廖禹首爾: a place behind takes no sign of the name
        let end = at + m[0].length
        s.push('person', end - m[1]!.length, end, 0.75, 'title')
        // 通讯员 余遥 张佩: who follows behind a space wrote it too
        for (let k = 0; k < 6; k++) {
          NEXT_WRITER.lastIndex = end
          const next = NEXT_WRITER.exec(s.text)
          if (next === null || end >= s.to) break
          end += next[0].length
          s.push('person', end - next[1]!.length, end, 0.7, 'listed')
        }
      })
    return
  }
  if (/[・＝]/.test(s.body)) {
    s.each(READ, (m, at) => {
      const reading = /[（(](.+)[）)]$/.exec(m[0])![1]!
      const open = at + m[0].length - reading.length - 2
      if (!/[・＝]/.test(reading) || /テクノロジー|コーポレーション|グループ|エナジー|マテリアル|ケミカル|コリア/.test(reading)) return
      s.push('person', at, open + reading.length + 2, 0.9, 'reading')
    })
    s.each(KANA_NAME, (m, at) => s.push('person', at, at + m[0].length, 0.85, 'form'))
  }
  if (!TITLE_WORD.test(s.body)) return
  s.each(TITLE_FIRST, (m, at) => s.push('person', at + m[0].length - 1 - m[1]!.length, at + m[0].length - 1, 0.9, 'title'))
  s.each(SPACED, (m, at) => s.push('person', at + m[0].length - m[1]!.length, at + m[0].length, 0.9, 'title'))
  s.each(JAPANESE_TITLED, (m, at) => {
    const words = m[1]!.replace(/・$/, '')
    const signs = /^[\u4e00-\u9fff]+$/.test(words)
    if (OFFICE.test(words) || words.length > 9 || (signs && words.length > 5) || /^[・ー]/.test(words)) return
    if (!signs && !words.includes('・') && !/^[\u30a1-\u30fc]{2,6}$/.test(words)) return
    if (!signs && m[2] === '代表' && !words.includes('・')) return
    if (signs && words.length === 2) {
      // 冨田市長 is a person, 岩国市長 an office where 岩国市 is spoken of
      const kind = m[2]!.charAt(0)
      if (/[市町村区道]/.test(kind) && (KOREAN_SIGNS.has(words) || s.named.get(words + kind) !== undefined)) return
      if (/^[市町村]長/.test(m[2]!) && /^[ 　]?[\u4e00-\u9fff]{1,3}[ 　][\u4e00-\u9fff]/.test(s.text.slice(at + m[0].length, at + m[0].length + 8)))
        return
      if (s.from < at && /[\u4e00-\u9fff\u30a1-\u30fc]/.test(s.text.charAt(at - 1))) return
    }
    s.push('person', at, at + words.length, 0.85, 'title')
  })
}
