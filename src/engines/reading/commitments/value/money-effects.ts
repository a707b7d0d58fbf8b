import type { Indicator, Slot } from '../../reading.ts'
import { type Asked, found } from './asked.ts'
import { isInduced } from './money-clues.ts'

/** Production told beside value added is what a project induces (생산유발). */
export const LISTED_EFFECTS = /부가가치|유발/

/** "84조원의 생산 및 31만명의 고용 효과": what is produced there. */
const PRODUCED = /^(?:원)?의\s생산(?:과|·|,|\s?(?:및|증대|창출|증가|효과|유발))/
/** What a line of effects measures, right before the amount. */
const EFFECT_LABEL =
  /(?:^|[\s,·/:-])(매출액?|수출액?|수입\s?대체|소득|세수|비용\s?절감|부대\s?수입)(?:\s?(?:증대|증가|효과|창출))?\s?[:：]?\s?(?:약\s|연간?\s|총\s)?$/

/** "세수 100억 원", "세수 증대 효과는 연 20억원" */
const TAXES = /세수(?:\s?(?:증대|증가))?(?:\s?효과)?(?:는|가|도|로)?\s(?:연간?\s|약\s)?$/

/** What a project is expected to bring in money (기대효과), by the words right around the amount. Null where they speak of no effect. */
export function effectOf(asked: Asked): Slot<Indicator> | null {
  const { text, mention, sentence, body, flow } = asked
  // "기대효과 / - 매출 800억 원, 수출 300억 원, 수입대체 90억 원"
  if (flow.expecting) {
    const label = EFFECT_LABEL.exec(text.slice(Math.max(sentence.start, mention.start - 14), mention.start))?.[1]
    if (label !== undefined)
      return found(asked, label.startsWith('매출') ? 'revenue' : label.startsWith('수출') ? 'exports' : 'other', 'indicator:effect')
  }
  if (isInduced(asked, /(?:^|[\s,:은는])생산\s(?:약\s|총\s)?$/)) return found(asked, 'production_inducement', 'indicator:induced')
  if (PRODUCED.test(text.slice(mention.end, mention.end + 14)) && /효과|기대|전망|예상/.test(body))
    return found(asked, LISTED_EFFECTS.test(body) ? 'production_inducement' : 'output', 'indicator:produced')
  // "270억 원의 수입 대체": what need not be bought abroad
  if (/^(?:여)?(?:\s?원)?의\s수입\s?대체/.test(text.slice(mention.end, mention.end + 12)))
    return found(asked, 'other', 'indicator:import-substitution')
  // "한 차례 생기는 건설효과는 따로 5천530억 원": what comes about while it is built
  if (/건설\s?(?:단계\s?)?효과(?:는|로|가)\s[^.\d]{0,12}$/.test(text.slice(Math.max(sentence.start, mention.start - 22), mention.start)))
    return found(asked, 'other', 'indicator:building-effect')
  // "연간 152억원의 농외소득을 올릴 수 있게 된다"
  if (/^(?:원)?의\s(?:농외|주민|농가|어가)?\s?소득/.test(text.slice(mention.end, mention.end + 10))) return found(asked, 'other', 'indicator:income')
  // "한 해 100억원어치를 해외에 판다", "수출한다"
  if (
    /^어치(?:를|을)?\s(?:[가-힣]{1,6}\s)?(?:(?:해외|외국|국외|나라 밖|세계|미국|중국|일본|유럽|동남아)(?:에|로|으로|시장에)\s(?:내다\s)?[팔판팝]|수출(?!했|한\s))/.test(
      text.slice(mention.end, mention.end + 22),
    )
  )
    return found(asked, 'exports', 'indicator:sold-abroad')
  // "한 해 100억원어치를 팔 계획이다"
  if (/^어치(?:를|을)?\s(?:[가-힣]{1,6}\s){0,2}팔/.test(text.slice(mention.end, mention.end + 18))) return found(asked, 'revenue', 'indicator:sold')
  return TAXES.test(text.slice(Math.max(sentence.start, mention.start - 14), mention.start)) ? found(asked, 'other', 'indicator:taxes') : null
}
