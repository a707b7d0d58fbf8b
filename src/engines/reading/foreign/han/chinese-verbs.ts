/** Closed classes of Chinese verbs (동사) by what they do to a promise; the parser of clauses and the names before a verb are told by them. */

/** Gives money. */
const GIVES = '(?:追加|计划|增资|独资|合资|共同|累计|总共|预计)?(?:投资|投入|斥资|出资|注资|耗资|增资|拨款|投放)'
/** Makes a place to work in. */
const BUILDS =
  '新建|兴建|扩建|改建|建设|建造|修建|建立|建成|设立|成立|开设|增设|打造|落户|入驻|进驻|落地|开工|动工|奠基|投产|竣工|启用|量产|收购|并购|租用|购买'
/** Takes people on. */
const HIRES = '招聘|招募|雇用|雇佣|聘用|录用|增聘|招收|创造|提供|新增'
/** Says, decides, agrees. */
const SAYS =
  '宣布|表示|称|透露|介绍|指出|提及|说明|发布|公布|确认|承诺|决定|签署|签订|签约|签下|达成|商定|同意|获得|取得|中标|取消|终止|放弃|撤回|搁置|暂停|推迟|撤资|终止'
/** Stands before the verb it puts in the future or the past. */
const HELPS =
  '将|拟|欲|要|计划|规划|预计|打算|有意|正在|正|已经|已|曾|也|还|则|均|随|看准|看好|专门|从事|推进|突出|是|主要|专业|今年|明年|去年|近日|日前|今日|今天|当天|成功|首次|再次|继续|持续|进一步|力争|争取|希望|从|自|因|为'

/** What may stand between the one who acts and the verb: days, spans, where it happens. */
const BETWEEN =
  '(?:到\\d{4}年(?:底|末)?(?:之?前)?|(?:本|上|下|这)?(?:周|星期|礼拜)[一二三四五六日天]|(?:周|星期)[一二三四五六日天]|当地时间|刚刚|今年|明年|去年|近日|日前|今日|今天|当天|昨日|(?:上|下)?\\d{1,2}[月日](?:\\d{1,2}日)?|\\d+年内?|(?:在|于|向|对|与|和|把|将)[^，,。；;、]{1,16}?){0,2}?'

/** What a firm or government is followed by where it acts. */
export const ACTS_NEXT = new RegExp(`${BETWEEN}(?:${[HELPS, GIVES, BUILDS, HIRES, SAYS].join('|')})`, 'y')
/** The same for a bare word: only verbs of promising and saying tell that it is somebody's name. */
export const PROMISES_NEXT = new RegExp(
  `${BETWEEN}(?:(?:将|拟|欲|计划|规划|预计|打算|正|已|还|也|则|均|要|不再|不会|决定不再?)?(?:在[^，,。；;、]{1,16})?(?:${GIVES}|宣布|表示|承诺|决定|签署|签订|新建|兴建|扩建|招聘|招募|增聘)|(?:拟|欲|计划|规划|打算|决定)(?!总|外|内|建成|完成|竣工|投产|开工|用|的|书)|将(?:投资|投入|在|把|于|向|新|扩|建|招|提供))`,
  'y',
)
/** The signs that such a verb, or what stands before it, begins with. */
export const PROMISES_FIRST =
  '到不把周星礼本这刚今明去近日当昨上下0123456789在于向对与和将拟欲计规预打正已还也则均要追独合共累总投斥出注耗增拨宣表承决签新兴扩招'
/** Only tells what others do. */
export const SAYS_NEXT = /^(?:\d{1,2}日)?(?:近日|日前|今天|当天)?(?:表示|称|透露|介绍|指出|提及|说明|说|预测|分析|估算)[，,:：“]?/
