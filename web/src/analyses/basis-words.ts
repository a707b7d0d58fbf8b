import { refusalInKorean } from '#engines/economy/korean-refusals'
import type { Locale } from '#web/shell/locale'

/** What the engine says of its ways, in Korean; numbers are carried over. A sentence that is not here stays as the engine said it. */
const korean: readonly (readonly [RegExp, string])[] = [
  [/^synthetic table: made from a seed.*/, '합성 자료입니다. 씨앗값으로 만들었고 실제 경제를 말하지 않습니다'],
  [/^false alarms: (\S+) a quiet year over (\d+) series watched together$/, '조용한 한 해에 하나라도 헛울릴 확률 $1, 함께 보는 계열 $2개'],
  [/^season and holidays learnt in the quiet months only$/, '계절과 설·추석은 조용한 달에서만 배워 덜어 냄'],
  [/^all regions of the table together are the nation$/, '표에 있는 지역을 모두 더한 것이 견줄 전국'],
  [/^an industry is present from a location quotient of (\S+)$/, '입지계수 $1 이상이면 있는 산업으로 봄'],
  [/^relatedness: proximity by co-location.*/, '연관: 함께 있는 지역의 수로 잰 근접성 (Hidalgo 외 2007)'],
  [/^candidates: parts scaled.*/, '후보: 부분마다 가장 나쁜 후보 0, 가장 좋은 후보 1로 맞추고 가중치를 곱해 더함'],
  [/^the region is (\d+) % of the nation.*/, '이 지역이 전국의 $1%라서 스스로 견줄 값을 움직임'],
  [/^(\d+) regions only: proximity and complexity say little$/, '지역이 $1곳뿐이라 근접성과 복잡성은 말하는 것이 적음'],
  [/^too few regions with industries of their own.*/, '지역이 너무 적어 복잡성은 모름으로 둠'],
  [/^one year only: no growth, no shift-share and no resilience$/, '한 해의 표만 있어 증가율, 변이할당, 회복력이 없음'],
  [/^where firms do not tell more.*/, '기업이 더 말하지 않은 고리는, 이곳 종사자의 입지계수만큼 댄다고 어림'],
  [/^parts that the table of persons does not know.*/, '종사자 표에 없는 부문은 모름이며 아직 세지 않음'],
  [/^every part is made in the cluster.*/, '모든 부품을 이곳에서 만든다고 보고, 그 부품의 재료까지 셈'],
  [/^the cluster buys as the table’s average maker does$/, '이곳의 기업도 표의 평균처럼 산다고 봄'],
  [/^present from (\S+), missing below (\S+) of need$/, '필요의 $1 이상이면 있음, $2 미만이면 빠짐'],
  [/^capacities that nobody knows count as nothing yet.*/, '규모를 모르는 기업은 아직 세지 않았으므로 자급률은 적어도 이만큼'],
  [/^prices, techniques and shares do not change.*/, '가격과 기술, 사고파는 몫은 규모가 달라져도 그대로라고 봄'],
  [/^interval holds (\S+) % of single new values if the past goes on$/, '지난 흐름이 이어질 때 새 값의 $1%가 드는 구간'],
  [
    /^commitments: chance by stage.*correlation (\S+) inside a sector, seed (\S+)$/,
    '약속: 단계별 가능성, 여러 해에 걸친 실현, 지연(지수분포), 같은 업종끼리 상관 $1, 씨앗값 $2',
  ],
  [/^what exists already grows (\S+) % a year$/, '이미 있는 것은 한 해 $1%씩 자란다고 봄'],
  [/^the trend and the commitments say very different things.*/, '추세와 약속이 아주 다른 말을 하므로 둘 다 볼 것'],
  [/^(\d+) values: fewer than (\d+), so paces only and no trend$/, '값이 $1개라서($2개 미만) 속도만 말하고 추세는 말하지 않음'],
]

/** Why a series or a part could not be worked out, in the language in use. `problemWords({ message: 'expected a number', fix: 'give one' }, 'en') // => 'expected a number; give one'` */
export function problemWords(problem: { readonly message: string; readonly fix: string }, locale: Locale): string {
  const found = locale === 'ko' ? refusalInKorean(problem) : { what: null, fix: null }
  const what = found.what ?? problem.message
  const fix = found.fix ?? problem.fix
  return what.endsWith(fix) ? what : `${what.replace(/[.;]$/, '')}${locale === 'ko' ? '. ' : '; '}${fix}`
}

/**
 * 산출 근거를 우리말로: what the engine says of how it worked.
 *
 * basisWords('what exists already grows 1.2 % a year', 'ko') // => '이미 있는 것은 한 해 1.2%씩 자란다고 봄'
 */
export function basisWords(said: string, locale: Locale): string {
  if (locale !== 'ko') return said
  const found = korean.find(([pattern]) => pattern.test(said))
  return found ? said.replace(found[0], found[1]) : said
}
