import type { Slot, Span } from '../reading.ts'
import { KNOWN_PLACES } from './english/places.ts'
import type { Grammar } from './grammar.ts'
import { ACTS_NEXT, SAYS_NEXT } from './han/chinese-verbs.ts'
import type { Language } from './language.ts'
import type { Name } from './name.ts'

/** Who commits (주체) and who signs with them (상대). */
export interface Party {
  readonly subject: Slot<string> | null
  readonly counterparts: readonly Slot<string>[]
}

const slot = (name: Name, rule: string): Slot<string> => ({ value: name.value, span: { start: name.start, end: name.end }, rule })

/** A government (지자체·정부) by its form, or a place that acts by its bare name. */
export const governs = (name: string, grammar: Grammar): boolean => grammar.government.test(name) || KNOWN_PLACES.has(name)

/** Who only tells of it: a news agency, a paper. */
export const TELLS =
  /\b(?:News|Yonhap|Times|Herald|Daily|Press|Newspaper|Broadcasting)$|ニュース|新聞社?$|通[信讯]社$|^(?:韩联社|韓聯社|新华社|新華社|中央社)$|[日晚]报$|新闻$/

/** Who only reckons what others promise. */
export const RECKONS = /研究院$|研究所$|\bInstitute$/

const OWNS_FIRM = /^の[^、。は]{0,20}(?:メーカー|子会社|会社|企業|法人)、/

function actsAt(text: string, at: number): boolean {
  ACTS_NEXT.lastIndex = at
  return ACTS_NEXT.test(text)
}

/** 甲集团旗下的…企业乙: whose firm it is does not act beside the firm. */
const OWNS_FIRM_ZH =
  /^(?:(?:与|和)[^，,。]{2,20}的?合资(?:公司|企业|法人)|的?合资(?:公司|企业|法人)|旗下|麾下|的?(?:全资)?[\u4e00-\u9fff]{0,4}子公司)(?!将|计划|宣布|拟)/

const HOSTS = /仪式|儀式|集中签约|集中开工|签约活动|簽約活動|招商引资|招商引資/

/** 在甲园区投资: somebody else acts in it. */
const liesIn = (text: string, sentence: Span, { start }: Name): boolean =>
  /(?:在|位于|地处|落户|入驻)[^，,。]{0,10}$/.test(text.slice(Math.max(sentence.start, start - 12), start))

/** A county at the head of its ceremony, not one in which it is held. */
const hosts = (text: string, sentence: Span, name: Name): boolean =>
  name.kind === 'place' && /[市县縣区州]$/.test(name.value) && !liesIn(text, sentence, name)

/** What marks the topic in Japanese. */
const TOPIC = /^(?:[（(][^）)]{0,30}[）)])?(?:は|が|では|、)/

/**
 * The acting organisation of one sentence: the first that is no counterpart, in Japanese the one marked as topic.
 * A firm that signs with a government is the one that commits; the government is its counterpart.
 */
export function subjectOf(text: string, sentence: Span, names: readonly Name[], grammar: Grammar, language: Language): Party {
  const all = names.filter((name) => name.kind === 'organisation' && !TELLS.test(name.value) && name.rule !== 'organisation:agency')
  // 甲(乙): another spelling of one name
  const isFirstSpelling = (name: Name, k: number, list: readonly Name[]): boolean =>
    language !== 'zh' || k === 0 || !/^[（(]$/.test(text.slice(list[k - 1]!.end, name.start))
  // 甲グループの部品メーカー、乙: whose firm it is does not act beside the firm
  const own =
    language === 'ja'
      ? all.filter((name) => !OWNS_FIRM.test(text.slice(name.end, name.end + 32)))
      : all.filter(isFirstSpelling).filter((name) => language !== 'zh' || !OWNS_FIRM_ZH.test(text.slice(name.end, name.end + 30)))
  const organisations = own.length > 0 ? own : all
  if (organisations.length === 0) {
    // 某县重大项目签约仪式举行: the county whose ceremony it is acts
    const area =
      language !== 'zh'
        ? undefined
        : HOSTS.test(text.slice(sentence.start, sentence.end))
          ? names.find((name) => hosts(text, sentence, name))
          : names.find((name) => name.kind === 'place' && /区$/.test(name.value) && !liesIn(text, sentence, name) && actsAt(text, name.end))
    return { subject: area === undefined ? null : slot(area, 'subject:hosts'), counterparts: [] }
  }
  const body = text.slice(sentence.start, sentence.end)
  if (
    grammar.pronoun.test(body) &&
    !grammar.mou.test(body) &&
    !grammar.pronoun.test(text.slice(organisations[0]!.start, organisations[0]!.end)) &&
    organisations[0]!.start > sentence.start + 12
  )
    return { subject: null, counterparts: [] }
  const others = organisations.filter((name) => {
    const before = text.slice(Math.max(sentence.start, name.start - 40), name.start)
    return grammar.withBefore.test(before) || grammar.withAfter.test(text.slice(name.end, name.end + 32))
  })
  // According to an institute, the project will bring so much: who only reckons does not act
  const reckons = (name: Name): boolean =>
    language === 'en' &&
    RECKONS.test(name.value) &&
    /\bAccording to (?:the )?$/.test(text.slice(Math.max(sentence.start, name.start - 18), name.start))
  if (organisations.every(reckons)) return { subject: null, counterparts: [] }
  const acting = organisations.filter((name) => !others.includes(name))
  // With the corporation, the city will lay out a park: who stands beside "with" does not act
  if (language === 'en' && acting.length === 0 && body.startsWith('With ') && (grammar.meansGovernment.test(body) || grammar.meansFirm.test(body)))
    return { subject: null, counterparts: [] }
  // 某机构表示，某公司将……: who only tells of another's matter does not act
  if (language === 'zh' && acting.length > 1 && SAYS_NEXT.test(text.slice(acting[0]!.end, acting[0]!.end + 12))) {
    const other = acting.find((name) => name.value !== acting[0]!.value && actsAt(text, name.end))
    if (other !== undefined) acting.splice(0, acting.length, other)
  }
  const topic = language === 'ja' ? acting.find((name) => TOPIC.test(text.slice(name.end, name.end + 34))) : undefined
  let subject = topic ?? acting[0] ?? organisations[0]!
  const signs = grammar.mou.test(body) || grammar.contract.test(body)
  if (!signs) return { subject: slot(subject, 'subject:acts'), counterparts: [] }
  const firm = organisations.find((name) => !governs(name.value, grammar))
  if (governs(subject.value, grammar) && firm !== undefined) subject = firm
  const seen = new Set([subject.value])
  const counterparts: Slot<string>[] = []
  for (const name of organisations) {
    if (seen.has(name.value)) continue
    seen.add(name.value)
    counterparts.push(slot(name, 'counterpart:party'))
  }
  return { subject: slot(subject, 'subject:signs'), counterparts }
}
