import type { WorkRule } from '#engines/accounting/worklist'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import { hasUnit } from '#quantity/unit'
import type { WorkItemView } from './schemas.ts'

export type Locale = 'ko' | 'en'

/** What each kind of work is called, in mails, calendars and on the command line. */
export const ruleWords: Readonly<Record<WorkRule, { ko: string; en: string }>> = {
  overdue: { ko: '기한 지남', en: 'Overdue' },
  promise_overdue: { ko: '약속한 때가 지남', en: 'Promised time has passed' },
  limit_passed: { ko: '다음 단계 기한 지남', en: 'Limit for the next step has passed' },
  limit_near: { ko: '다음 단계 기한이 가까움', en: 'Limit for the next step is near' },
  soon: { ko: '곧 할 일', en: 'Due soon' },
  silent: { ko: '소식 없음', en: 'Nothing heard' },
  contradiction: { ko: '어긋나는 숫자', en: 'Numbers that contradict' },
  lost_source: { ko: '출처를 잃은 값', en: 'Value that lost its source' },
  weak_evidence: { ko: '근거가 규칙에 못 미침', en: 'Evidence short of the rule' },
}

/** 한 줄로: what is to be done, in words. */
export function workWords(item: WorkItemView, locale: Locale): string {
  const ko = locale === 'ko'
  if (item.task) return item.task.title
  if (item.due) return ko ? item.due.titleKo : item.due.titleEn
  if (item.step)
    return ko
      ? `${item.step.ko} ${item.rule === 'limit_passed' ? '없이 기한이 지났습니다' : '기한이 다가옵니다'}${item.silent ? '. 새 소식도 없습니다' : ''}`
      : `${item.step.en}: ${item.rule === 'limit_passed' ? 'the limit has passed' : 'the limit is near'}${item.silent ? ', and nothing was heard of it' : ''}`
  if (item.rule === 'silent') return ko ? '발표 뒤 새 소식이 없습니다' : 'nothing new since the announcement'
  if (item.rule === 'weak_evidence') return ko ? '지금 단계의 근거를 공식 문서로 바꿔야 합니다' : 'the present stage needs its official paper'
  if (item.check) return item.check.name[locale]
  const values = item.values.map((value) => valueWords(value, locale)).join(ko ? ' ≠ ' : ' ≠ ')
  if (item.rule === 'promise_overdue') return ko ? `약속 ${values}: 실제 값이 없습니다` : `promised ${values}: no actual value`
  if (item.rule === 'lost_source') return ko ? `${values}: 근거 문서가 지워졌습니다` : `${values}: its document was erased`
  return values
}

const valueWords = ({ value, unit }: { value: string; unit: string }, locale: Locale): string =>
  hasUnit(unit) ? formatQuantity(quantity(value, unit, {}), locale).text : `${value} ${unit}`

/** 어디의 일: the project, or where none is known the document that it was found in. */
export const aboutWords = (item: Pick<WorkItemView, 'subject' | 'document'>, locale: Locale): string =>
  item.subject === null ? (item.document?.title ?? '') : locale === 'ko' ? item.subject.nameKo : (item.subject.nameEn ?? item.subject.nameKo)

/** 걸린 돈: what hangs on it; what is not disclosed is a word. */
export function stakeWords(item: Pick<WorkItemView, 'atStake' | 'said'>, locale: Locale): string {
  if (item.atStake === null && item.said !== null) return valueWords({ value: item.said, unit: 'KRW' }, locale)
  if (item.atStake === null) return locale === 'ko' ? '미공개' : 'not disclosed'
  return valueWords(item.atStake, locale)
}

/** 며칠: how late, or how soon. `daysWords({ days: 3 }, 'ko') // => '3일 지남'` */
export function daysWords({ days }: Pick<WorkItemView, 'days'>, locale: Locale): string {
  if (days === null) return ''
  if (days === 0) return locale === 'ko' ? '오늘' : 'today'
  if (days > 0) return locale === 'ko' ? `${days}일 지남` : `${days} days late`
  return locale === 'ko' ? `${-days}일 남음` : `in ${-days} days`
}
