import type { ReviewClaim } from './api.ts'

/** A page, a sheet or a table of the file, with how many claims stand on it. */
export interface PlaceOfFile {
  key: string
  ko: string
  en: string
  count: number
}

/** 파일의 쪽·시트: where the claims of a document stand in its file, in the order of the file. Empty for a text that came from none. */
export function placesOf(claims: readonly Pick<ReviewClaim, 'inFile' | 'state'>[]): PlaceOfFile[] {
  const places = new Map<string, PlaceOfFile>()
  for (const claim of claims) {
    const group = claim.state === 'corrected' ? null : claim.inFile?.group
    if (!group) continue
    const there = places.get(group.key)
    if (there) there.count++
    else places.set(group.key, { ...group, count: 1 })
  }
  return [...places.values()]
}
