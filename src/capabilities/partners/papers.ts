/** 다음 점검: the first year of an award's schedule that nobody has checked; undefined where all are done. */
export const nextCheck = <Y extends { readonly check: unknown }>(award: { readonly schedule: readonly Y[] }): Y | undefined =>
  award.schedule.find((year) => year.check === null)

/**
 * 점검 자료: what the papers for the check of a year are called.
 *
 * @example
 * papersOf(4).ko // => '4년 차 점검 자료'
 */
export const papersOf = (year: number) => ({ ko: `${year}년 차 점검 자료`, en: `Papers for the check of year ${year}` })
