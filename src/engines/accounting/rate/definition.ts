import type { Phase } from '#data/stages'

/** 세는 것: agreements, promised money, promised jobs. */
export const measures = ['count', 'money', 'jobs'] as const
export type Measure = (typeof measures)[number]

/** 이루어졌다는 뜻: what makes a commitment count as come true. */
export const definitions = ['operating', 'building', 'contracted', 'spent'] as const
export type Definition = (typeof definitions)[number]

/** Version of the rate formulas. A change of what is counted is a new version; what was published keeps the old one. */
export const rateVersion = 1

/** The phases that count as come true; null where not the stage but what was found to have happened counts. */
export const phasesOf: Readonly<Record<Definition, readonly Phase[] | null>> = {
  operating: ['realised'],
  building: ['realised', 'building'],
  contracted: ['realised', 'building', 'committed'],
  spent: null,
}

interface Words {
  readonly ko: string
  readonly en: string
}

export const measureNames: Readonly<Record<Measure, Words>> = {
  count: { ko: '건수', en: 'agreements' },
  money: { ko: '금액', en: 'money' },
  jobs: { ko: '일자리', en: 'jobs' },
}

/** Short names, as a list of choices shows them. */
export const definitionNames: Readonly<Record<Definition, Words>> = {
  operating: { ko: '가동', en: 'operating' },
  building: { ko: '가동 또는 공사', en: 'operating or building' },
  contracted: { ko: '계약 이후', en: 'contracted or later' },
  spent: { ko: '실제 집행·고용', en: 'actually spent or hired' },
}

const wholes: Readonly<Record<Measure, Words>> = {
  count: { ko: '협약', en: 'agreements' },
  money: { ko: '협약 때 약속한 금액', en: 'money promised when signing' },
  jobs: { ko: '협약 때 약속한 일자리', en: 'jobs promised when signing' },
}
const spentParts: Readonly<Record<Measure, Words>> = {
  count: { ko: '한 번이라도 투자한 것이 확인된 협약', en: 'agreements with any confirmed investment' },
  money: { ko: '집행(도착)이 확인된 금액', en: 'money confirmed as spent (arrived)' },
  jobs: { ko: '고용이 확인된 사람', en: 'people confirmed as hired' },
}
const stageParts: Readonly<Record<Exclude<Definition, 'spent'>, Words>> = {
  operating: { ko: '가동 단계인 것', en: 'of those in operation' },
  building: { ko: '공사·준공·가동 단계인 것', en: 'of those being built, completed or in operation' },
  contracted: { ko: '계약·인허가·공사·가동 단계인 것', en: 'of those contracted, permitted, being built or in operation' },
}

/**
 * 분자와 분모의 뜻: what stands above and below the line of a rate, in words.
 *
 * @example
 * partsInWords('money', 'spent').above.ko // => '집행(도착)이 확인된 금액'
 */
export function partsInWords(measure: Measure, definition: Definition): { above: Words; below: Words } {
  const below = wholes[measure]
  if (definition === 'spent') return { above: spentParts[measure], below }
  const stage = stageParts[definition]
  return { above: { ko: `${below.ko} 가운데 ${stage.ko}`, en: `${below.en}, ${stage.en}` }, below }
}

const onceKo =
  '협약마다 한 번만 세고, 합친 것은 하나로, 전체의 부분은 전체와 함께 세지 않습니다. 여러 지역의 공동 협약은 우리 몫만큼 셉니다. 적히지 않은 값은 0이 아니라 따로 적습니다.'
const onceEn =
  'Each agreement counts once, merged ones as one, parts never beside their whole, joint ones by our share. What is not known is not zero: it is listed.'

/**
 * 정의문: the definition of a rate as it is printed beside it.
 *
 * @example
 * definitionText('count', 'operating').ko.startsWith('협약 가운데 가동 단계인 것 ÷ 협약.') // => true
 */
export function definitionText(measure: Measure, definition: Definition): Words {
  const { above, below } = partsInWords(measure, definition)
  return { ko: `${above.ko} ÷ ${below.ko}. ${onceKo}`, en: `${above.en} ÷ ${below.en}. ${onceEn}` }
}
