import type { Rule, RuleId } from './finding.ts'

const rule = (id: RuleId, version: number, ko: string, en: string, saysKo: string, saysEn: string): Rule => ({
  id,
  version,
  name: { ko, en },
  says: { ko: saysKo, en: saysEn },
})

/** 점검 규칙: every rule, in the order in which a list shows them. */
export const rules: readonly Rule[] = [
  rule(
    'part-above-whole',
    4,
    '부분이 전체보다 큼',
    'A part above its whole',
    '전체로 적힌 값보다, 그 안의 한 부분으로 적힌 값이 큽니다(같은 주체의 목표, 500억원 가운데 …, 500억원(민자 …)).',
    'What is stated for a part is more than its whole: the goal of the same subject, or the value that the words put it inside of.',
  ),
  rule(
    'jobs-per-money',
    1,
    '돈에 견준 일자리',
    'Jobs for the money',
    '한 문장의 일자리를 그 문장의 돈으로 나눕니다(10억 원당 명). 같은 문서의 다른 값과 10배 이상 벌어지면 알립니다.',
    'Jobs of a sentence divided by its money (per KRW 1 bn). Said where it is ten times the other values of the document or more.',
  ),
  rule(
    'parts-of-total',
    5,
    '부분과 합계',
    'Parts against their total',
    '부분을 더한 값과 적힌 합계를 견줍니다(문장, 괄호 안 내역, 표의 합계 행). 약·여로 적힌 값은 적힌 마지막 자리만큼 봐줍니다.',
    'The sum of the parts against the printed total, in sentences, in brackets and in rows of totals. Values printed as approximate are allowed one unit of their last digit.',
  ),
  rule(
    'remainder-without-sentence',
    2,
    '문장 없는 금액',
    'An amount without a sentence',
    '몇 곳의 합계라고 적혔는데, 금액이 적힌 곳이 그보다 적습니다. 나머지는 적힌 문장이 없습니다.',
    'A total of several is stated, but fewer of them have an amount. The remainder stands in no sentence.',
  ),
  rule(
    'printed-percentage',
    2,
    '적힌 비율',
    'Printed percentage',
    '분자를 분모로 나누어 적힌 자리까지 반올림하고, 적힌 비율과 견줍니다.',
    'The numerator divided by the denominator and rounded as printed, against the printed percentage.',
  ),
  rule(
    'sources-disagree',
    2,
    '출처끼리 다름',
    'Two sources disagree',
    '같은 대상·지표·시점을 두 출처가 다르게 적었습니다. 어림과 범위(이상·이하)는 감안합니다.',
    'Two sources state the same indicator of the same subject and time differently. Approximation and bounds are allowed for.',
  ),
  rule(
    'unit',
    3,
    '단위',
    'Unit',
    '값이 그 단위로는 있을 수 없이 큽니다(㎢와 ㎡, 억과 만, MW와 kW).',
    'The value cannot be so large in its unit (km² for m², 억 for 만, MW for kW).',
  ),
  rule(
    'impossible-date',
    3,
    '있을 수 없는 날',
    'A day that cannot be',
    '달력에 없는 날, 끝이 처음보다 앞선 기간, 요일이 맞지 않는 날입니다.',
    'A day that no calendar has, a period that ends before it begins, a weekday that does not fit its day.',
  ),
  rule(
    'date-order',
    3,
    '날짜의 앞뒤',
    'Dates out of order',
    '기한이 시작보다 앞서거나, 앞으로의 일로 적힌 날이 발표일보다 앞서거나, 끝난 일로 적힌 날이 발표일보다 뒤입니다.',
    'Due before it starts; a day told as still to come before it was announced, or told as over after it.',
  ),
  rule(
    'document-date',
    1,
    '문서의 날짜',
    'Date of the document',
    '예비후보라는 말은 선거 전 정해진 기간에만 씁니다. 문서의 날짜가 어느 전국동시지방선거의 기간에도 들지 않습니다.',
    'One is a preliminary candidate (예비후보) only in a fixed time before an election. The date of the document lies in none.',
  ),
  rule(
    'unresolved-date',
    1,
    '풀리지 않은 날짜',
    'Unresolved date',
    '문서의 날짜를 몰라 “지난 3일” 같은 말을 날짜로 옮기지 못합니다. 날짜를 넣으면 저절로 닫힙니다.',
    'Without the date of the document, words such as “지난 3일” are no day. Closes by itself when the date is given.',
  ),
]

const byId = new Map(rules.map((one) => [one.id, one]))

/**
 * A rule by its name.
 *
 * @throws RangeError for a name that no rule has
 *
 * ruleOf('printed-percentage').name.ko // => '적힌 비율'
 */
export function ruleOf(id: RuleId): Rule {
  const found = byId.get(id)
  if (!found) throw new RangeError(`expected the name of a rule such as "printed-percentage", got "${id}"`)
  return found
}
