import { compare, type Decimal, decimal, toText } from '#quantity/decimal'
import { amountWords } from './amounts.ts'
import { type Checkable, type Counted, countedWitness, type Said, shownAmount, stakeOf, wordsOf } from './checkable.ts'
import type { Finding, Words } from './finding.ts'
import { ruleOf } from './rules.ts'

interface Limit {
  most: Decimal
  says: Words
}

/** Land of the metropolitan cities in ㎢, rounded up (행정안전부 지적통계, 2024). A site in one of them is smaller than the city. */
const cityKm2: Readonly<Record<string, number>> = { 서울: 606, 부산: 772, 대구: 1500, 인천: 1070, 광주: 502, 대전: 540, 울산: 1063, 세종: 466 }
const site = /산업단지|산단|단지|부지|공장|센터|캠퍼스|지구|특구|용지|클러스터/

const squareKilometres = (km2: number): Decimal => decimal(`${km2}000000`)
const limit = (most: string, ko: string, en: string): Limit => ({ most: decimal(most), says: { ko, en } })

/** Above these a claim of one project, city or firm is a slip of its unit. Sources: 통계청 경제활동인구조사 2024 (취업자 2,857만), 전국사업체조사 2023 (사업체 624만), 한국은행 국민계정 2024 (GDP 2,557조), 한국전력 2024 (발전설비 150 GW). */
const limits: Readonly<Record<string, Limit>> = {
  'jobs:persons': limit(
    '10000000',
    '전국 취업자가 약 2,900만 명입니다. 억과 만이 바뀌었을 수 있습니다.',
    'About 29 m people work in the whole country; 억 may stand for 만.',
  ),
  'firms:firms': limit(
    '6500000',
    '전국 사업체가 약 620만 개입니다. 억과 만이 바뀌었을 수 있습니다.',
    'The whole country has about 6.2 m establishments; 억 may stand for 만.',
  ),
  'money:KRW': limit(
    '2600000000000000',
    '국내총생산이 약 2,560조 원입니다. 조와 억이 바뀌었을 수 있습니다.',
    'The gross domestic product is about KRW 2,560 tn; 조 may stand for 억.',
  ),
  'capacity:MW': limit(
    '30000',
    '한 곳의 설비가 30GW를 넘지 않습니다(전국 약 150GW). MW와 kW가 바뀌었을 수 있습니다.',
    'No single place has more than 30 GW (the country about 150 GW); MW may stand for kW.',
  ),
}

/**
 * 단위 (a unit that is surely wrong): a claim larger than anything of its kind can be: an area above 2,000 ㎢ (the largest county, 홍천, has 1,820), a site larger than
 * its metropolitan city or than all of 새만금 (409 ㎢), more jobs, firms, money or power than the whole country has.
 */
export function unitSense(check: Checkable): Finding[] {
  const found: Finding[] = []
  for (const one of check.counted) {
    const over = limitOf(check, one)
    if (!over || compare(one.value, over.most) <= 0) continue
    const claim = check.saidOn(one)
    const rule = ruleOf('unit')
    const amount = shownAmount(one)
    const most = amountWords(over.most, one.unit)
    found.push({
      rule: rule.id,
      version: rule.version,
      outcome: 'odd',
      witnesses: [countedWitness(check, 'value', one)],
      numbers: [
        { name: { ko: '적힌 값', en: 'Printed' }, value: toText(one.value), unit: one.unit },
        { name: { ko: '있을 수 있는 가장 큰 값', en: 'The most that can be' }, value: toText(over.most), unit: one.unit },
      ],
      title: {
        ko: `단위를 확인해 주세요: “${wordsOf(check, one)}” = ${amount.ko}`,
        en: `Check the unit: “${wordsOf(check, one)}” = ${amount.en}`,
      },
      detail: { ko: `${over.says.ko} 견준 값: ${most.ko}.`, en: `${over.says.en} Compared with ${most.en}.` },
      atStake: claim ? stakeOf([claim]) : null,
    })
  }
  return found
}

function limitOf(check: Checkable, one: Counted): Limit | null {
  const claim = check.saidOn(one)
  if (claim && one.mention.kind === 'area' && one.unit === 'm2') return areaLimit(check, claim)
  const family = one.mention.kind === 'power' && one.unit === 'MW' ? 'capacity:MW' : claim?.family
  if (claim) return ofCountry.test(wordsOf(check, one.sentence)) ? null : (limits[family!] ?? null)
  // what is no claim may be said of anything: only what is counted as firms, or rated as one plant (90,000MW급), has a limit of its own
  const own =
    one.unit === 'firms' ? limits['firms:firms'] : family && /^\s?급/.test(check.text.slice(one.end, one.end + 2)) ? limits[family] : undefined
  return own && !ofCountry.test(wordsOf(check, one.sentence)) ? own : null
}

/** Said of the country or the world: 전국의 경제자유구역은 모두 480㎢다. */
const ofCountry = /전국|우리나라|국내\s(?:전체|모든|총)|국가\s(?:전체|채무|총)|세계|글로벌/

function areaLimit(check: Checkable, one: Said): Limit | null {
  if (ofCountry.test(wordsOf(check, one.sentence))) return null
  const place = one.commitment.place.value ?? ''
  const around = check.text.slice(Math.max(one.sentence.start, one.start - 30), Math.min(one.sentence.end, one.end + 12))
  const isSite = site.test(around) || site.test(place)
  const city = Object.keys(cityKm2).find((name) => place.startsWith(name) || one.commitment.subject.value?.startsWith(name))
  if (isSite && city)
    return {
      most: squareKilometres(Math.min(cityKm2[city]!, 409)),
      says: {
        ko: `${city} 전체가 ${cityKm2[city]}㎢입니다. ㎢와 ㎡가 바뀌었을 수 있습니다.`,
        en: `All of the city has ${cityKm2[city]} km²; km² may stand for m².`,
      },
    }
  if (isSite)
    return {
      most: squareKilometres(409),
      says: {
        ko: '가장 큰 개발 구역(새만금)이 409㎢입니다. ㎢와 ㎡가 바뀌었을 수 있습니다.',
        en: 'The largest development area (Saemangeum) has 409 km²; km² may stand for m².',
      },
    }
  return {
    most: squareKilometres(2000),
    says: {
      ko: '가장 넓은 시·군(홍천군)이 1,820㎢입니다. ㎢와 ㎡가 바뀌었을 수 있습니다.',
      en: 'The largest city or county (Hongcheon) has 1,820 km²; km² may stand for m².',
    },
  }
}
