import { PROMISES_FIRST, PROMISES_NEXT } from './chinese-verbs.ts'
import { isName } from './reach.ts'
import type { HanSentence } from './sentence.ts'
import { knownPlaceAt } from './words.ts'

/** Words that open a clause before its subject: when, as whom, going on. */
const OPENS =
  /(?:(?:\d{1,4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{4}年|(?:今|明|去)年以?来?|目前|近日|日前|今天|当天|同日|当日|上午|下午|此外|另外|同时|其中|例如|另|而|但|并|据悉|据了解|据介绍|会上|首先|其次|随着|得益于|由于|由|在此基础上|期间|受邀的?|[韩日美荷德英法港陆]商(?=..)|预计|预期|估计)[，,]?/y

/** The signs that such a word begins with. */
const OPENS_FIRST = /[\d今明去目近日当同上下此另其例而但并据会首随得由在期受预估韩日美荷德英法港陆]/

/** What is called so many things that it names nobody; two signs are a name only where they are none of these. */
const COMMON_END =
  /(?:^[市省道郡县区州]府|^集团$|项目|计划|工程|企业|公司|工厂|园区|投资|金额|总额|资金|规模|市场|产业|产能|产品|材料|设备|领域|技术|面积|方面|双方|各方|部门|单位|候选人|人士|专家|代表|会议|活动|仪式|政府|市长|省长|县长|区长|书记|主任|部长|会长|总裁|董事长|总统|记者|员工|居民|民众|用户|客户|学生|平台|基地|中心|集群|厂房|厂区|建筑|用地|协议|合同|备忘录|预算|基金|收入|税收|产值|营收|岗位|就业|目标|期|年|月|日|额|量|率|者|们|时|后|前|中|内|外|上|下|其|此|该|本|各|这|那|它|他|她|我|你|并|且|及|或|也|还|又|再|就|都|只|不|未|没|可|能|会|应|须|需|被|让|使|把|地|得|着|过|了|的|之|所|而|但|则|若|如|因|为|以|向|从|自|到|至|于|在|家|个|项|元|亿|万|成|大|小|新|老|总|共|约|近|超|达|第|市|县|区|省|道|州|郡|镇|乡|村|园|院|厅|局|部)$/
const COMMON_HEAD =
  /^(?:初步|首期|前期|后期|总体|之[后前]|其后|随后|此后|分别|各自|共同|相继|先后|陆续|依次|其余|剩余|该|其|此|这|那|本|各|全|它|他|她|我|你|某|有关|相关|上述|一|二|三|四|五|六|七|八|九|十|两|多|首|第|每|后续|未来|今后|最|不|并|为|以|用|可|将|已|正|拟|预|力|按|据|经|通过|根据|包括|共|总|使|让|由|从|对|与|和|及|或|且|届时|全部|建成|项目|工程|计划|主要|重点|国内|国外|海外|当地|外商|外资|民间|社会|政府|中央|地方|集中|另外|建议|鼓励|支持|推动|促进|加快|大力|积极|进一步|新|原|推介|围绕|鉴于|目前)/

/**
 * Bare subjects of Chinese clauses (절의 주어): at the head of a clause, behind what opens it, the run of signs up to a verb of promising. `澄川今年将投资…` names somebody; 该项目将投资 does not.
 * One look at each clause: linear.
 */
export function chineseSubjects(s: HanSentence): void {
  const { text, from, to } = s
  for (let at = from; at < to; at = nextClause(text, at, to)) {
    let start = at
    for (let k = 0; k < 4 && OPENS_FIRST.test(text.charAt(start)); k++) {
      OPENS.lastIndex = start
      const open = OPENS.exec(text)
      if (open === null) break
      start += open[0].length
    }
    if (/^政府(?:将|计划|拟|宣布|决定|投入|今年|明年|表示)/.test(text.slice(start, start + 4))) s.push('organisation', start, start + 2, 0.7, 'acts')
    // a clause that begins with its verb names nobody
    if (VERB_FIRST.test(text.slice(start, start + 4))) continue
    for (let end = start; end < to && end - start <= 12; end++) {
      // 三星(Samsung)计划: a bracket ends a name
      const behind = end - start >= 2 ? bracketed(text, end) : end
      PROMISES_NEXT.lastIndex = behind
      if (end - start >= 2 && PROMISES_FIRST.includes(text.charAt(behind)) && PROMISES_NEXT.test(text)) {
        keep(s, start, end)
        break
      }
      // SK 创新: a space between scripts
      const spaced = text.charCodeAt(end) === 0x20 && /[A-Za-z]/.test(text.charAt(end - 1)) && /[\u4e00-\u9fff]/.test(text.charAt(end + 1))
      if (!spaced && !isName(text.charCodeAt(end), 'zh')) break
    }
  }
}

const VERB_FIRST =
  /^(?:投产|建成|竣工|落成|投资|投入|斥资|出资|注资|耗资|增资|追加|新建|兴建|扩建|建设|打造|落户|设立|开工|招聘|招募|新增|创造|提供|计划|规划|预计|预估|打算|有望|力争|争取|继续|持续|进一步|参与|参加|出席|现场|集中|推进|推动|加快|加强|完成|实现|包括|涉及|总投资|总额|共计|累计|合计|用于|其)/

function keep(s: HanSentence, start: number, end: number): void {
  const words = s.text.slice(start, end)
  if (
    (COMMON_END.test(words) && !MIXED.test(words)) ||
    COMMON_HEAD.test(words) ||
    /[的了着]/.test(words) ||
    knownPlaceAt(s.text, start)?.length === words.length
  )
    return
  const known = s.named.get(words)
  s.push(known?.kind ?? 'organisation', start, end, known === undefined ? 0.6 : 0.85, known === undefined ? 'acts' : 'alias')
}

/** SK创新, GS建设: letters and signs are a name whatever sign it ends with. */
const MIXED =
  /^[A-Z][A-Za-z&]{1,9} ?(?!.*(?:项目|计划|工程|企业|工厂|园区|投资|技术|产品|材料|设备|领域|平台|基地|中心|芯片|方面|业务|事业|订单)$)[\u4e00-\u9fff]{2,4}$/

const bracketed = (text: string, at: number): number => {
  const open = text.charAt(at)
  if (open !== '(' && open !== '（') return at
  const m = /^[（(][^（）()\n]{1,24}[）)]/.exec(text.slice(at, at + 28))
  return m === null ? at : at + m[0].length
}

/** Where the next clause begins: behind a comma, a colon, a semicolon, a mark of a list, a quotation. */
function nextClause(text: string, at: number, to: number): number {
  let k = at
  while (k < to && !'，,；;:：、。“”—\n '.includes(text.charAt(k))) k++
  return k + 1
}

/** Whether two to four signs at `at` lead to a verb of promising that does not stand at `at` itself. */
export function goesOnTo(text: string, at: number): boolean {
  const promises = (from: number): boolean => {
    PROMISES_NEXT.lastIndex = bracketed(text, from)
    return PROMISES_FIRST.includes(text.charAt(PROMISES_NEXT.lastIndex)) && PROMISES_NEXT.test(text)
  }
  if (!/^[\u4e00-\u9fff]{2}/.test(text.slice(at, at + 2)) || promises(at) || promises(at + 1)) return false
  for (let n = 2; n <= 4 && isName(text.charCodeAt(at + n - 1), 'zh'); n++) if (promises(at + n)) return MIXED.test(`SK${text.slice(at, at + n)}`)
  return false
}

/** What kind of firm it is, right before a name in Latin letters. */
const KIND = /(?:企业|公司|集团|厂商|制造商|供应商|运营商|开发商|生产商|巨头|品牌|龙头|旗下|隶属于|子公司|——|与|和|、)$/
const LATIN = /[A-Z][A-Za-z0-9&.-]*(?: [A-Z][A-Za-z0-9&.-]*){0,3}/g
const NOT_FIRM =
  /^(?:AI|IT|EV|ESG|LNG|GPU|SNS|MOU|LOI|CEO|LED|LCD|OLED|PCB|GDP|FDI|IFEZ|GWh|MWh|KWh|GW|MW|KW|USD|KRW|RMB|EPC|SUV|PCB|APP|App|WTO|FTA|RCEP|IPO|Co|Ltd|Inc|II|III|IV|[A-Z])$/
const FIRM_NEXT =
  /^(?:[（(][^（）()\n]{1,24}[）)])? ?(?:[，,：:]?(?:已|将|宣布|表示|计划|拟)|[：:](?:投资|在|因|原)|(?:在|与|和|的|于|是|、)[\u4e00-\u9fff]|集团|公司|投资|签|等|首席|代表|副?总裁|董事)/

/** Firms in Latin letters (영문 기업명) of a Chinese sentence: behind what kind of firm they are, or before what firms do; 集团 or 公司 behind belongs to them. */
export function latinFirms(s: HanSentence): void {
  if (!/[A-Z]/.test(s.body)) return
  s.each(LATIN, (m, at) => {
    const words = m[0].replace(/[.-]$/, '')
    let end = at + words.length
    // (Samsung): the reading of what stands before
    if (NOT_FIRM.test(words) || /[A-Za-z0-9(（+~-]/.test(s.text.charAt(at - 1)) || /^\d/.test(s.text.slice(end, end + 1))) return
    // SK创新欲投资: the signs behind belong to the name
    if (goesOnTo(s.text, end)) return
    const next = s.text.slice(end, end + 40)
    const tail = /^(?:集团|公司)/.exec(next)
    if (tail !== null) end += tail[0].length
    const known = s.named.get(words)
    if (
      known === undefined &&
      !(KIND.test(s.text.slice(Math.max(s.from, at - 5), at).trimEnd()) && !/^[\u4e00-\u9fff]{0,2}\d/.test(next)) &&
      !FIRM_NEXT.test(next)
    )
      return
    s.push('organisation', at, end, 0.75, 'latin', tail === null ? [] : [words])
  })
}
