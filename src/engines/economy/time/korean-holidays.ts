/** 설날과 추석: the day of each by year (Korea Astronomy and Space Science Institute, 월력요항). The holiday is that day and the ones before and after. */
const DAYS: Readonly<Record<number, readonly [seollal: string, chuseok: string]>> = {
  2010: ['02-14', '09-22'],
  2011: ['02-03', '09-12'],
  2012: ['01-23', '09-30'],
  2013: ['02-10', '09-19'],
  2014: ['01-31', '09-08'],
  2015: ['02-19', '09-27'],
  2016: ['02-08', '09-15'],
  2017: ['01-28', '10-04'],
  2018: ['02-16', '09-24'],
  2019: ['02-05', '09-13'],
  2020: ['01-25', '10-01'],
  2021: ['02-12', '09-21'],
  2022: ['02-01', '09-10'],
  2023: ['01-22', '09-29'],
  2024: ['02-10', '09-17'],
  2025: ['01-29', '10-06'],
  2026: ['02-17', '09-25'],
  2027: ['02-07', '09-15'],
  2028: ['01-27', '10-03'],
  2029: ['02-13', '09-22'],
  2030: ['02-03', '09-12'],
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Days of one holiday that fall into a month. */
function daysIn(day: string, month: number): number {
  const [m, d] = day.split('-').map(Number) as [number, number]
  let count = 0
  for (const shift of [-1, 0, 1]) {
    let [inMonth, at] = [m, d + shift]
    if (at < 1) [inMonth, at] = [m - 1, LENGTHS[m - 2]!]
    else if (at > LENGTHS[m - 1]!) [inMonth, at] = [m + 1, 1]
    if (inMonth === month) count++
  }
  return count
}

/**
 * 명절 일수: how many days of Seollal and of Chuseok each month of a series holds, or null where a year is not in the list (2010 to 2030).
 *
 * `holidayDays('2017-09', 2) // => { seollal: [0, 0], chuseok: [0, 3] }`
 */
export function holidayDays(start: string, months: number): { seollal: number[]; chuseok: number[] } | null {
  const [year, month] = start.split('-').map(Number) as [number, number]
  const made: { seollal: number[]; chuseok: number[] } = { seollal: [], chuseok: [] }
  for (let k = 0; k < months; k++) {
    const index = month - 1 + k
    const days = DAYS[year + Math.floor(index / 12)]
    if (!days) return null
    made.seollal.push(daysIn(days[0], (index % 12) + 1))
    made.chuseok.push(daysIn(days[1], (index % 12) + 1))
  }
  return made
}

/** The month so many months later. `monthAfter('2024-11', 3) // => '2025-02'` */
export function monthAfter(start: string, months: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number]
  const index = month - 1 + months
  return `${year + Math.floor(index / 12)}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`
}
