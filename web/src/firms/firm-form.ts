import { toText } from '#quantity/decimal'
import { parseNumber } from '#quantity/number'
import type { TypedMoney } from '#web/ui/money-field/read-money'
import type { Firm } from './api.ts'

/** A firm as typed. */
export interface FirmDraft {
  name: string
  nameEn: string
  ksic: string
  products: string
  place: string
  latitude: string
  longitude: string
  money: TypedMoney | null
  /** The capacity as typed, where it could not be read. */
  words?: string | undefined
  employees: string
  source: string
  confidential: boolean
}

export const draftOf = (firm: Firm | null): FirmDraft => ({
  name: firm?.name ?? '',
  nameEn: firm?.nameEn ?? '',
  ksic: firm?.ksic ?? '',
  products: firm?.products.join(', ') ?? '',
  place: firm?.place ?? '',
  latitude: firm?.latitude == null ? '' : String(firm.latitude),
  longitude: firm?.longitude == null ? '' : String(firm.longitude),
  money: firm?.capacity == null ? null : { value: firm.capacity, currency: 'KRW', approximate: false },
  employees: firm?.employees == null ? '' : String(firm.employees),
  source: firm?.source ?? '',
  confidential: firm?.confidential ?? false,
})

const numberOf = (text: string): number | null => {
  const plain = text.normalize('NFKC').replace(/[,\s명]/g, '')
  if (plain === '') return null
  const found = /[만천백]$|[만천백]\d/.test(plain) ? parseNumber(plain) : null
  return found ? Number(toText(found)) : Number(plain)
}

/** Fields that cannot be read, by name; empty where all can. `wrongIn({ ...draftOf(null), name: '가', source: '조사', ksic: '자동차' }) // => ['ksic']` */
export function wrongIn(draft: FirmDraft): string[] {
  const wrong: string[] = []
  const [latitude, longitude, employees] = [numberOf(draft.latitude), numberOf(draft.longitude), numberOf(draft.employees)]
  if (draft.name.trim() === '') wrong.push('name')
  const { money } = draft
  if (money === null ? (draft.words ?? '').trim() !== '' : money.currency !== 'KRW' || money.value.startsWith('-')) wrong.push('money')
  if (draft.source.trim() === '') wrong.push('source')
  if (draft.ksic.trim() !== '' && !/^[A-U]?\d{2,5}$/.test(draft.ksic.trim())) wrong.push('ksic')
  if (latitude !== null && !(latitude >= -90 && latitude <= 90)) wrong.push('latitude')
  if (longitude !== null && !(longitude >= -180 && longitude <= 180)) wrong.push('longitude')
  if ((latitude === null) !== (longitude === null)) wrong.push(latitude === null ? 'latitude' : 'longitude')
  if (employees !== null && !(Number.isInteger(employees) && employees >= 0)) wrong.push('employees')
  return [...new Set(wrong)]
}

/** The draft as the API takes it; what is empty is not known. */
export const bodyOf = (draft: FirmDraft) => ({
  name: draft.name.trim(),
  nameEn: draft.nameEn.trim() || null,
  ksic: draft.ksic.trim() || null,
  products: draft.products
    .split(/[,;/]/)
    .map((one) => one.trim())
    .filter((one) => one !== ''),
  place: draft.place.trim() || null,
  latitude: numberOf(draft.latitude),
  longitude: numberOf(draft.longitude),
  capacity: draft.money?.value ?? null,
  employees: numberOf(draft.employees),
  source: draft.source.trim(),
})
