import type { Decimal } from './decimal.ts'
import { convert, unit } from './unit.ts'

/** Megawatts (㎿) of a power in W, kW, MW or GW, exactly. `toText(megawatts(decimal('1.2'), 'GW')) // => '1200'` */
export function megawatts(value: Decimal, from: 'W' | 'kW' | 'MW' | 'GW'): Decimal {
  return convert(value, unit(from), unit('MW'))
}

/** Kilowatt-hours (㎾h) of an energy, exactly. `toText(kilowattHours(decimal('3'), 'GWh')) // => '3000000'` */
export function kilowattHours(value: Decimal, from: 'Wh' | 'kWh' | 'MWh' | 'GWh' | 'TWh'): Decimal {
  return convert(value, unit(from), unit('kWh'))
}

/** Megavolt-amperes (MVA) of an apparent power; a power factor is needed to reach MW and is never assumed. `toText(megavoltAmperes(decimal('500'), 'kVA')) // => '0.5'` */
export function megavoltAmperes(value: Decimal, from: 'kVA' | 'MVA'): Decimal {
  return convert(value, unit(from), unit('MVA'))
}
