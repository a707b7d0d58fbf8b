import type { ChainFirm } from '#engines/economy/city/chain-report'

/** A part of a chain as firms are sought for it. */
export interface SoughtPart {
  readonly id: string
  readonly name: string
  readonly nameEn?: string | undefined
  readonly industry?: string | undefined
  /** KSIC codes of a part that is a whole sector: every firm of them can be meant. */
  readonly ksic?: readonly string[] | undefined
}

/** A firm of the register as a chain sees it. */
export interface RegisterFirm {
  readonly id: string
  readonly name: string
  readonly ksic: string | null
  readonly products: readonly string[]
  readonly place: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Won a year. */
  readonly capacity: number | null
  readonly confidential: boolean
  readonly illustrative: boolean
}

const plain = (words: string): string => words.replace(/[\s·ㆍ,.()/-]/g, '').toLowerCase()

/** Whether what a firm says that it makes is a part, by its Korean or English name: one holds the other. */
function makes(firm: RegisterFirm, part: SoughtPart): boolean {
  const names = [part.name, part.nameEn ?? ''].map(plain).filter((one) => one.length >= 2)
  return firm.products.map(plain).some((one) => one.length >= 2 && names.some((name) => name.includes(one) || one.includes(name)))
}

/**
 * 부품에 맞는 기업: firms that could make each part, those that say so first (`product`), then those of its industry (`industry`). Of a part that is a product only firms that do not say what they make are taken by
 * industry alone; of a part that is a whole sector (`ksic`) all of them. A firm whose code is coarser than the part's is not taken: nobody knows whether it is meant.
 *
 * `matchFirms([{ id: 'lidar', name: '라이다', industry: 'C27' }], [{ id: '1', name: '가', ksic: '2721', products: ['라이다 센서'], place: null, latitude: null, longitude: null, capacity: null, confidential: false, illustrative: false }]).map((one) => one.why) // => ['product']`
 */
export function matchFirms(
  parts: readonly SoughtPart[],
  firms: readonly RegisterFirm[],
  options: { readonly at?: { latitude: number; longitude: number } | null; readonly wonPerUnit?: number | null } = {},
): ChainFirm[] {
  const { at = null, wonPerUnit = null } = options
  return parts.flatMap((part) => {
    const codes = (part.ksic ?? (part.industry ? [part.industry] : [])).map((code) => code.replace(/\D/g, '')).filter((code) => code.length >= 2)
    return firms.flatMap((firm): ChainFirm[] => {
      const byProduct = makes(firm, part)
      const byIndustry =
        firm.ksic !== null && (part.ksic !== undefined || firm.products.length === 0) && codes.some((code) => firm.ksic!.startsWith(code))
      if (!byProduct && !byIndustry) return []
      return [
        {
          name: firm.name,
          part: part.id,
          place: firm.place,
          distanceKm: at && firm.latitude !== null && firm.longitude !== null ? Math.round(distanceKm(at, firm as Point)) : null,
          capacity: firm.capacity === null || wonPerUnit === null ? null : firm.capacity / wonPerUnit,
          state: 'could',
          firmId: firm.id,
          why: byProduct ? 'product' : 'industry',
          ...(firm.confidential ? { confidential: true } : {}),
          ...(firm.illustrative ? { illustrative: true } : {}),
        },
      ]
    })
  })
}

interface Point {
  readonly latitude: number
  readonly longitude: number
}

/**
 * 대권 거리: kilometres between two points on a sphere of 6,371 km (haversine; Sinnott 1984).
 *
 * `Math.round(distanceKm({ latitude: 35.16, longitude: 126.85 }, { latitude: 37.57, longitude: 126.98 })) // => 268`
 */
export function distanceKm(a: Point, b: Point): number {
  const angle = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(angle(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(angle(a.latitude)) * Math.cos(angle(b.latitude)) * Math.sin(angle(b.longitude - a.longitude) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)))
}
