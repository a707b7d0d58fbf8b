/** Cities and counties of Korea in the Chinese signs of their names, without those that are a common word or a place elsewhere. */
const SIGNS =
  '水原 城南 議政府 安養 富川 平澤 東豆川 安山 高陽 果川 南楊州 烏山 軍浦 義王 龍仁 坡州 利川 安城 金浦 華城 抱川 驪州 漣川 楊平 ' +
  '春川 原州 江陵 束草 三陟 洪川 橫城 寧越 平昌 旌善 鐵原 楊口 麟蹄 淸州 忠州 堤川 沃川 曾坪 鎭川 槐山 陰城 丹陽 ' +
  '天安 公州 保寧 牙山 瑞山 論山 鷄龍 唐津 錦山 扶餘 舒川 洪城 禮山 全州 群山 益山 井邑 南原 金堤 完州 茂朱 任實 淳昌 高敞 扶安 ' +
  '木浦 麗水 順天 羅州 光陽 潭陽 求禮 寶城 康津 靈巖 務安 咸平 莞島 珍島 浦項 慶州 金泉 龜尾 榮州 尙州 聞慶 慶山 軍威 英陽 盈德 高靈 漆谷 醴泉 蔚珍 鬱陵 ' +
  '昌原 晉州 統營 泗川 金海 密陽 巨濟 宜寧 咸安 昌寧 固城 居昌 陜川 釜山 大邱 仁川 光州 大田 蔚山 世宗 濟州 首爾 器興 板橋 松島 新萬金'
/** The same sign as China, then as Japan writes it today. */
const TODAY =
  '議议議 養养養 東东東 陽阳陽 楊杨楊 烏乌烏 軍军軍 義义義 龍龙龍 華华華 驪骊驪 漣涟漣 橫横横 寧宁寧 旌旌旌 鐵铁鉄 麟麟麟 淸清清 鎭镇鎮 陰阴陰 瑞瑞瑞 論论論 鷄鸡鶏 錦锦錦 餘余余 禮礼礼 實实実 麗丽麗 順顺順 羅罗羅 潭潭潭 寶宝宝 靈灵霊 務务務 島岛島 項项項 慶庆慶 龜龟亀 榮荣栄 尙尚尚 聞闻聞 盈盈盈 德德徳 蔚蔚蔚 鬱郁鬱 晉晋晋 統统統 營营営 巨巨巨 濟济済 陜陕陜 爾尔爾 器器器 興兴興 橋桥橋 萬万万 澤泽沢 豆豆豆 浦浦浦 廣广広 遂遂遂'.split(
    ' ',
  )

const simplified = new Map(TODAY.map((row) => [row.charAt(0), row.charAt(1)]))
const japanese = new Map(TODAY.map((row) => [row.charAt(0), row.charAt(2)]))
const written = (name: string, signs: ReadonlyMap<string, string>): string => [...name].map((sign) => signs.get(sign) ?? sign).join('')

/** Korean cities and counties (한국 시군) as Chinese and Japanese texts write them without 市 or 郡 behind; longest first. */
export const KOREAN_SIGNS: ReadonlySet<string> = new Set(
  SIGNS.split(' ').flatMap((name) => [name, written(name, simplified), written(name, japanese)]),
)
