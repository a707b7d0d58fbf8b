import { CLASSES, HANJA, LATIN } from '../../characters.ts'
import type { Language } from '../language.ts'

/** Words that no Chinese name runs across. */
const BREAKS =
  '日|月|年|与|和|同|由|对|向|在|为|将|经|這|個|的|了|着|获|及|等|据|从|至|被|让|给|于|把|到|是|以|位|当|其|该|本|这|家|个|名|自|并|因|如|则|称|说|已|拟|还|也|就|省内|签署|签订|投资|宣布|引进|联合|支持|计划|推进|建设|加强|吸引|落户|入驻|位于|根据|包括|其中|来自|通过|携手|出席|访问|组织|获得|開發|建設|投資|簽署|簽約|成立|设立|收购|随着|分别|候选人|此前|另有|主要|发展|生产|研发|制造商|供应商|运营商|扶持|培育|推动|旗下|获得|成功|隶属于|分析|提供|供应|用于|扩大|专业|建成|打造|全球|知名|选址|坐落|以来|设在|地处|追加|落地|现有|迁入|迁至|搬至|进驻|辖下|目前|改善|整备|预计|据悉|预期|南韩|韩国|韓國|中国|日本|美国|德国|越南|印尼|印度尼西亚|马来西亚|泰国|印度|波兰|匈牙利|法国|英国|意大利|西班牙|葡萄牙|加拿大|墨西哥|巴西|澳大利亚|荷兰|瑞典|挪威|丹麦|芬兰|瑞士|奥地利|捷克|土耳其|沙特阿拉伯|沙特|阿联酋|新加坡|菲律宾|俄罗斯|哈萨克斯坦|乌兹别克斯坦|龙头'.split(
    '|',
  )
const FILLERS = new Set(BREAKS.filter((word) => word.length === 1))
/** Longer ones by their last sign. */
const LONG_BREAKS = new Map<string, string[]>()
for (const word of BREAKS) if (word.length > 1) LONG_BREAKS.set(word.slice(-1), [...(LONG_BREAKS.get(word.slice(-1)) ?? []), word])
export const isName = (code: number, language: Language): boolean =>
  CLASSES[code] === HANJA ||
  CLASSES[code] === LATIN ||
  code === 0x26 ||
  (code >= 0x30a1 && code <= 0x30fe && code !== 0x30fb) ||
  code === 0x3005 ||
  (language === 'ja' && code === 0x30fb)

const READ_BEFORE = /[\u4e00-\u9fff][（(][\u30a1-\u30fc]{2,14}[）)]$/

const HOME_INSIDE = /[\u4e00-\u9fff]{2}\([\u4e00-\u9fff]{2,4}\)$/
/** 某某投资有限公司: these stand in names of firms, right before their form. */
const OF_FIRMS = /^(?:投资|建设|引进)$/

/** How far back a name reaches from its ending: to a particle, a mark or a word that no name contains. */
export function backwards(text: string, at: number, floor: number, language: Language): number {
  let from = at
  while (from > floor && at - from < 20) {
    const code = text.charCodeAt(from - 1)
    // 第5産業団地: an ordinal inside a name
    if (code >= 0x30 && code <= 0x39 && text.charAt(from - 2) === '第') {
      from -= 2
      continue
    }
    // 迎日湾4产业园: the number of a park
    if (
      from === at &&
      code >= 0x30 &&
      code <= 0x39 &&
      CLASSES[text.charCodeAt(from - 2)] === HANJA &&
      '产産国国工一先農外'.includes(text.charAt(at))
    ) {
      from--
      continue
    }
    // 熊川(ウンチョン)産業団地: the reading of its first part
    if (from === at && (code === 0x29 || code === 0xff09)) {
      const reading = READ_BEFORE.exec(text.slice(Math.max(floor, at - 18), at))
      if (reading === null) break
      from -= reading[0].length - 1
      continue
    }
    // 乾龙(北京)投资公司: where it is, inside the name of a firm
    if (language === 'zh' && code === 0x29 && from < at) {
      const home = HOME_INSIDE.exec(text.slice(Math.max(floor, from - 8), from))
      if (home === null) break
      from -= home[0].length - 2
      continue
    }
    // KKIP 工業園, SK 创新有限公司: a name in Latin letters before its kind
    if (
      (from === at || language === 'zh') &&
      code === 0x20 &&
      !/^(?:[子分母]公司|旗下|[和与的])/.test(text.slice(from, from + 3)) &&
      /[A-Z][A-Za-z&]{0,9}$/.test(text.slice(Math.max(floor, from - 11), from - 1)) &&
      CLASSES[text.charCodeAt(from - 2)] === LATIN &&
      CLASSES[text.charCodeAt(at)] === HANJA
    ) {
      from--
      continue
    }
    if (!isName(code, language)) break
    if (language === 'zh') {
      // 日 and 月 end a day (8日, 近日) and stand inside names (迎日湾)
      if (
        FILLERS.has(text.charAt(from - 1)) &&
        (!'日月'.includes(text.charAt(from - 1)) || /[\d近今昨当次前本每即上下个]/.test(text.charAt(from - 2))) &&
        !/^经[济营贸开]/.test(text.slice(from - 1, from + 1)) &&
        !/[国國]家/.test(text.slice(from - 2, from))
      )
        break
      if (
        LONG_BREAKS.get(text.charAt(from - 1))?.some(
          (word) => from - word.length >= floor && text.startsWith(word, from - word.length) && !(from === at && OF_FIRMS.test(word)),
        )
      )
        break
    } else if (/^[月日年国]$/.test(text.charAt(from - 1)) && /[0-9]/.test(text.charAt(from - 2))) break
    from--
  }
  return from
}

/** Where a sign of an area last stands from `start` to `at`, or -1. Never looks farther back, so that cost stays linear. */
export function lastArea(text: string, start: number, at: number, signs = '省市道県'): number {
  for (let k = at; k >= start; k--) if (signs.includes(text.charAt(k))) return k
  return -1
}

/** 江苏省苏州市某某公司: the area before a firm's name is not part of it. */
export function pastArea(text: string, start: number, at: number): number {
  const cut = lastArea(text, start, at, '省市县')
  return cut >= start && at - cut > 2 ? cut + 1 : start
}

/** 生物医药企业诺维亚公司, 化学企业索尔万化学: what kind of firm it is stands before its name. */
export function pastKind(text: string, start: number, end: number): number {
  const words = text.slice(start, end)
  const kind = KIND_OF_FIRM.exec(words)
  return kind === null ? start : start + kind[0].length
}
/** A trade of two letters at least with its 企业, and a name of four behind it. */
const KIND_OF_FIRM = /^.{2,10}(?:企业|企業|厂商|廠商|巨头|巨頭)(?!家|协会|協會|联合|聯合)(?=.{4})/

/** 部品メーカー甲精工: the kind of firm before a Japanese name. */
export function pastMaker(text: string, start: number, end: number): number {
  const m = /^.*(?:メーカー|大手|企業|ベンチャー|子会社|業者)(?=.{3})/.exec(text.slice(start, end))
  return m === null ? start : start + m[0].length
}
