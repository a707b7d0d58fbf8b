/** 2단계, 제2공장, 1차: the number of a step or of a thing of several. 4차 산업, 2차전지 are no steps. */
const ordinal =
  /(제\s?)?(?<!\d)(\d{1,2})\s?(단계|차(?!\s?산업|전지|\s?년)|공구|공장|호기|호선|지구|블록|데이터센터|센터|산단|산업단지|캠퍼스|라인|발전소|부두|청사|터널|사업장)/gu

/**
 * 몇 번째인가: the steps and numbered things that words name, in their order.
 *
 * ordinalsIn('솔빛산단 제2공장에 1단계로') // => [{ of: '공장', number: 2 }, { of: '단계', number: 1 }]
 */
export const ordinalsIn = (words: string): { of: string; number: number }[] =>
  [...words.matchAll(ordinal)].map((match) => ({ of: match[3]!, number: Number(match[2]) }))
