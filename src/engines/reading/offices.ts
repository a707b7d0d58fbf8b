import { areaByFullName, areaByShortName } from './gazetteer/areas.ts'

/** 대전시장 (which may be a market), 함안군수, 경남지사. */
export const HEAD_OF_AREA = /^[가-힣]{2,4}(?:시장|군수|구청장|지사)$/

/** The office of a head: a city, a county, a province, or a zone authority (경제자유구역청장). */
export function officeOfTitle(title: string, isGovernment: (name: string) => boolean): string | null {
  if (title.endsWith('지사')) return (areaByFullName(title.slice(0, -2)) ?? areaByShortName(title.slice(0, -2)))?.name ?? null
  const body = title.endsWith('구청장') && !title.endsWith('구역청장') ? title.slice(0, -2) : title.slice(0, -1)
  return /[장수]$/.test(title) && isGovernment(body) ? (areaByFullName(body)?.name ?? body) : null
}

/** The office that acts by its head, as the name is written; any other name stays as it is. 대전광역시장, 해남군수, 유성구청장, 경상남도지사. */
export function officeOfHead(name: string): string {
  for (const ending of ['구청장', '시장', '군수', '도지사']) {
    const office = name.endsWith(ending) ? name.slice(0, name.length - ending.length + 1) : null
    if (office !== null && areaByFullName(office) !== undefined) return office
  }
  return name
}

/** The government named most among those of each level. */
export function officesOf(governments: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const out = new Map<string, string>()
  for (const [name, count] of governments) {
    const known = out.get(name.at(-1)!)
    if (known === undefined || count > governments.get(known)!) out.set(name.at(-1)!, name)
  }
  return out
}

/** "강 청장은", "한가람 시장은": the head of an office as the one who acts (기관장). */
export const OFFICE_HEAD = /[가-힣]{1,4}\s?(?:청장|시장|군수|도지사|지사|구청장)(?:은|는|이|가)\s/
