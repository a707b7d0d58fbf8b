import { type Decimal, isInteger } from './decimal.ts'
import { units } from './unit.ts'

/** The ids of the units that things are counted in: persons, firms, sites … `countUnits().includes('firms') // => true` */
export function countUnits(): string[] {
  return units()
    .filter((u) => u.dimension === 'count')
    .map((u) => u.id)
}

/** True for a number that can count whole things: an integer not below zero. `isWholeCount(decimal('1.5')) // => false` */
export function isWholeCount(value: Decimal): boolean {
  return isInteger(value) && value.coefficient >= 0n
}

/** True for two units that a reader may hold for the same: jobs (일자리) are counted in persons (명). `sameCountUnit('jobs', 'persons') // => true` */
export function sameCountUnit(a: string, b: string): boolean {
  const plain = (id: string) => (id === 'jobs' ? 'persons' : id)
  return plain(a) === plain(b)
}
