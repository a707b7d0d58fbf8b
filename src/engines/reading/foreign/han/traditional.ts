import type { Commitment, Mention, Reading, Slot } from '../../reading.ts'
import type { Name } from '../name.ts'

/** Signs of Chinese as Taiwan and Hong Kong write them (번체), each with the sign of the mainland behind it; only pairs of one for one whose first sign the mainland does not use. */
const PAIRS =
  '萬万 與与 專专 業业 東东 個个 為为 產产 億亿 兩两 嚴严 喪丧 豐丰 臨临 麗丽 舉举 義义 烏乌 樂乐 喬乔 習习 鄉乡 書书 買买 亂乱 爭争 於于 虧亏 雲云 亞亚 畝亩 親亲 褻亵 嚲亸 僅仅 從从 侖仑 倉仓 儀仪 們们 價价 眾众 優优 會会 傘伞 偉伟 傳传 傷伤 倫伦 僑侨 偽伪 側侧 備备 傢家 傭佣 債债 傾倾 僱雇 儲储 兒儿 兌兑 黨党 蘭兰 關关 興兴 養养 獸兽 內内 岡冈 冊册 寫写 軍军 農农 馮冯 衝冲 決决 況况 凍冻 淨净 涼凉 減减 湊凑 幾几 鳳凤 憑凭 凱凯 擊击 劃划 劉刘 則则 剛刚 創创 刪删 別别 劑剂 劍剑 劇剧 勸劝 辦办 務务 動动 勵励 勁劲 勞劳 勢势 勳勋 匯汇 區区 醫医 華华 協协 單单 賣卖 盧卢 衛卫 卻却 廠厂 廳厅 歷历 曆历 厲厉 壓压 廈厦 廁厕 縣县 參参 雙双 發发 髮发 變变 敘叙 葉叶 號号 嘆叹 籲吁 後后 嚇吓 嗎吗 員员 聽听 啟启 吳吴 嗚呜 啞哑 響响 喚唤 嘗尝 團团 園园 圍围 國国 圖图 圓圆 聖圣 場场 壞坏 塊块 堅坚 壇坛 壩坝 墳坟 墜坠 壘垒 墊垫 塵尘 壯壮 聲声 殼壳 處处 復复 複复 夠够 頭头 夾夹 奪夺 奮奋 獎奖 婦妇 媽妈 姍姗 嬰婴 孫孙 學学 寧宁 寶宝 實实 寵宠 審审 憲宪 宮宫 寬宽 賓宾 對对 尋寻 導导 將将 爾尔 堯尧 屆届 屬属 屢屡 歲岁 豈岂 嶼屿 崗岗 島岛 嶺岭 峽峡 嶄崭 巖岩 鞏巩 幣币 帥帅 師师 帳帐 帶带 幫帮 廣广 莊庄 慶庆 廬庐 庫库 應应 廟庙 龐庞 廢废 開开 異异 棄弃 張张 彌弥 彎弯 彈弹 強强 歸归 當当 錄录 徹彻 徑径 憶忆 懷怀 態态 憐怜 總总 戀恋 懇恳 惡恶 懸悬 驚惊 懼惧 慘惨 懲惩 慣惯 憤愤 願愿 戲戏 戰战 戶户 撲扑 執执 擴扩 掃扫 揚扬 擾扰 撫抚 拋抛 搶抢 護护 報报 擔担 擬拟 攏拢 揀拣 擁拥 攔拦 擇择 掛挂 摯挚 擋挡 擠挤 揮挥 損损 撿捡 換换 據据 擲掷 摻掺 攬揽 攝摄 擺摆 搖摇 攤摊 敵敌 數数 齋斋 鬥斗 斬斩 斷断 無无 舊旧 時时 曠旷 曬晒 曉晓 暈晕 暫暂 術术 機机 殺杀 雜杂 權权 條条 來来 楊杨 極极 構构 樞枢 槍枪 櫃柜 標标 棧栈 棟栋 欄栏 樹树 樣样 樁桩 橋桥 檔档 檢检 樓楼 橫横 櫻樱 歡欢 歐欧 殘残 毀毁 畢毕 氈毡 氣气 氫氢 漢汉 湯汤 溝沟 沒没 滬沪 淪沦 滄沧 瀘泸 潑泼 澤泽 潔洁 灑洒 淺浅 漿浆 澆浇 濁浊 測测 濟济 渾浑 濃浓 塗涂 濤涛 澇涝 漣涟 潤润 漲涨 澀涩 淵渊 漬渍 漸渐 漁渔 灣湾 濕湿 溫温 遊游 潰溃 滅灭 燈灯 靈灵 災灾 爐炉 點点 煉炼 熾炽 爍烁 爛烂 煩烦 燒烧 燙烫 熱热 愛爱 爺爷 牆墙 牽牵 狀状 猶犹 獨独 獄狱 獵猎 獻献 瑪玛 環环 現现 璽玺 電电 畫画 暢畅 療疗 瘋疯 瘡疮 癥症 癢痒 鹽盐 監监 蓋盖 盤盘 眞真 矚瞩 礦矿 碼码 磚砖 確确 礙碍 禮礼 禍祸 離离 禿秃 種种 積积 稱称 穩稳 窮穷 竊窃 競竞 筆笔 築筑 簽签 籤签 籌筹 簡简 籃篮 類类 糧粮 緊紧 繼继 續续 紀纪 約约 級级 紅红 紋纹 納纳 純纯 紗纱 紙纸 紛纷 紡纺 細细 終终 組组 結结 給给 絕绝 統统 絲丝 經经 綠绿 維维 綱纲 網网 綜综 綵彩 緒绪 線线 緣缘 編编 緩缓 練练 緻致 縮缩 績绩 織织 繞绕 繪绘 纖纤 罰罚 羅罗 職职 聯联 聰聪 肅肃 腸肠 腎肾 脅胁 勝胜 膽胆 腦脑 膠胶 臟脏 艦舰 艙舱 艱艰 藝艺 節节 蕭萧 蘋苹 蘇苏 蓮莲 薦荐 藥药 獲获 營营 藍蓝 蔣蒋 薩萨 虛虚 蟲虫 雖虽 蝦虾 補补 製制 裝装 規规 視视 覺觉 覽览 觀观 計计 訂订 認认 訊讯 討讨 訓训 議议 記记 講讲 許许 設设 訪访 證证 評评 識识 訴诉 診诊 詞词 試试 詢询 該该 詳详 誠诚 話话 誕诞 語语 誤误 說说 請请 諸诸 課课 調调 談谈 論论 謀谋 謝谢 謹谨 譜谱 譯译 譽誉 讓让 讀读 豬猪 貝贝 負负 財财 貢贡 責责 貨货 質质 販贩 貫贯 貯贮 貴贵 貸贷 費费 貿贸 賀贺 資资 賈贾 賞赏 賦赋 賴赖 購购 賽赛 贈赠 贊赞 趙赵 趨趋 躍跃 踐践 車车 軌轨 軟软 載载 較较 輔辅 輕轻 輛辆 輝辉 輪轮 輸输 轄辖 轉转 辭辞 邊边 遼辽 達达 遷迁 過过 運运 還还 這这 進进 遠远 違违 連连 遲迟 適适 選选 遞递 邏逻 遺遗 鄧邓 鄭郑 鄰邻 醬酱 釋释 針针 釣钓 釘钉 鈣钙 鈉钠 鈦钛 鉀钾 鉛铅 鈷钴 鋰锂 鋁铝 銀银 銅铜 銘铭 鋒锋 鋼钢 銷销 錢钱 錦锦 鍊链 鏈链 鍋锅 鎮镇 鎳镍 鏡镜 鐘钟 鍾钟 鐵铁 鑄铸 鑒鉴 鑽钻 長长 門门 閉闭 問问 閒闲 間间 閃闪 閣阁 閩闽 聞闻 閱阅 闊阔 闆板 隊队 陽阳 陰阴 陣阵 階阶 際际 陸陆 陳陈 險险 隨随 隱隐 隸隶 難难 雛雏 霧雾 靜静 韓韩 韋韦 頁页 頂顶 項项 順顺 須须 預预 領领 頗颇 頻频 題题 額额 顏颜 顧顾 顯显 風风 飛飞 飯饭 飲饮 飾饰 館馆 馬马 馭驭 馳驰 駐驻 駕驾 驅驱 驗验 髒脏 魯鲁 魚鱼 鮮鲜 鯨鲸 鳥鸟 鴻鸿 鵬鹏 麥麦 黃黄 齊齐 齒齿 齡龄 龍龙 龜龟 臺台 註注 佈布 佔占 併并 係系 儘尽 劵券 吋寸 啓启 喫吃 囑嘱 夥伙 妳你 屜屉 嶽岳 採采 捨舍 摺折 敗败 旣既 樑梁 殭僵 氾泛 滙汇 潛潜 濱滨 灘滩 煙烟 牠它 畧略 盡尽 祕秘 禦御 穀谷 筍笋 範范 羣群 蒐搜 蔔卜 衆众 衊蔑 裏里 裡里 覈核 託托 証证 豎竖 跡迹 軀躯 週周 遙遥 醜丑 鉅巨 錶表 鏽锈 閤合 隻只 雋隽 靭韧 韌韧 顆颗 麪面 麵面 鬆松 鬍胡 鬧闹 鬱郁 諮咨 並并 徵征 準准 體体 觸触 頓顿 銳锐 溼湿 瑩莹 禎祯 軒轩 輯辑 腳脚 滿满 稅税 鍵键 鎖锁 驟骤 紹绍 縱纵 緯纬 呂吕 彥彦 郵邮 錳锰 鋅锌 鍍镀 闢辟 飼饲 餘余 蘊蕴 償偿 檯台 颱台 繳缴 罷罢 羨羡 聳耸 蒼苍 蔭荫 螢萤 蠟蜡 襲袭 詮诠 謙谦 賠赔 賬账 賺赚 贏赢 趕赶 軸轴 輻辐 鉻铬 鉑铂 銜衔 鋪铺 錯错 鎂镁 鎢钨 鑰钥 飄飘 饋馈 饒饶 駛驶 騎骑 騰腾 鴨鸭 鷹鹰 麼么 澱淀 煥焕 瀋沈 瀏浏 瀾澜 瀝沥 瓊琼 瑋玮 疊叠 盜盗 碩硕 磯矶 穎颖 窪洼 粵粤 糾纠 紐纽 緬缅 縉缙 繫系 纜缆 翹翘 聶聂 艷艳 莖茎 菸烟 蒞莅 蠶蚕 誌志 諾诺 謠谣 賜赐 踴踊 蹟迹 輿舆 轎轿 鄒邹 釐厘 鈴铃 鈺钰 銓铨 鍛锻 鏟铲 鑲镶 陝陕 陞升 頌颂 頒颁 頸颈 鶴鹤 鹼碱'

const SIMPLE = new Map<string, string>()
for (const pair of PAIRS.split(' ')) SIMPLE.set(pair.charAt(0), pair.charAt(1))
const ANY = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g')

/**
 * The same text in the signs of the mainland (간체), one sign for one, so that offsets stay and one set of rules reads both.
 *
 * `simplified('開州區舉行簽約儀式') // => '开州区举行签约仪式'`
 */
export const simplified = (text: string): string => text.replace(ANY, (sign) => SIMPLE.get(sign)!)

type Said = Pick<Reading, 'mentions' | 'commitments' | 'stages'>

/** What was read from simplified text, with names and words in the signs in which they are printed: those of the first place that writes the whole value. */
export function asPrinted(printed: string, text: string, names: readonly (readonly Name[])[], said: Said): Said {
  const forms = new Map<string, string>()
  for (const list of names)
    for (const { start, end, value } of list) if (!forms.has(value) && text.slice(start, end) === value) forms.set(value, printed.slice(start, end))
  const form = <T extends string | null>(one: Slot<T>): Slot<T> =>
    one.value !== null && forms.has(one.value) ? { ...one, value: forms.get(one.value) as T } : one
  const named = ({ kind }: Mention): boolean => kind === 'organisation' || kind === 'place' || kind === 'person'
  const mentions = said.mentions.map((m) =>
    named(m) && typeof m.value === 'string' && forms.has(m.value) ? { ...m, value: forms.get(m.value)! } : m,
  )
  const words = ({ what, mention }: Commitment): Slot<string> => {
    if (what.span === null) return what
    const { start, end } = mentions[mention]!
    return {
      ...what,
      value: `${printed.slice(what.span.start, start)} ${printed.slice(end, what.span.end)}`.replace(/\s+/g, ' ').trim() || what.value,
    }
  }
  const commitments = said.commitments.map((c) => ({
    ...c,
    subject: form(c.subject),
    counterpart: c.counterpart.map(form),
    place: form(c.place),
    what: words(c),
  }))
  const stages = said.stages.map((s) => ({ ...s, subject: form(s.subject), counterpart: s.counterpart.map(form), place: form(s.place) }))
  return { mentions, commitments, stages }
}
