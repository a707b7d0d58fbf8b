import { CLASSES, HANGUL } from '../../characters.ts'
import { areaByFullName, areaByShortName } from '../../gazetteer/areas.ts'
import { isAcronym, isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { isWeakEnding, organisationEnding } from '../../gazetteer/forms.ts'

/** Syllables before an institution's ending that say it is one of its kind and no name: 종합병원, 관내대학. */
export const isProperPrefix = (prefix: string): boolean => {
  if (prefix.length === 0) return false
  if (areaByShortName(prefix) !== undefined || areaByFullName(prefix) !== undefined) return true
  // Latin letters: a firm's own, unless an abbreviation of a technique
  const latin = /^[A-Za-z&.-]+/.exec(prefix)?.[0]
  if (latin !== undefined) {
    if (isAcronym(latin)) return prefix.length > latin.length && isProperPrefix(prefix.slice(latin.length))
    return latin.length > 1
  }
  if (/^(?:한국|대한|국가|국립|전국|중앙|시립|도립|아시아|세계|국제)/.test(prefix)) return prefix.length >= 3
  for (let n = 2; n <= 4 && n < prefix.length; n++)
    if (areaByShortName(prefix.slice(0, n)) !== undefined || areaByFullName(prefix.slice(0, n)) !== undefined) return true
  return prefix.length >= 2 && !isCommonCompound(prefix) && !isEverydayNoun(prefix)
}

const UNIVERSITY_NOT = new Set(
  '시간대 가격대 연령대 전망대 거치대 공감대 군부대 해운대 판매대 진열대 소방대 기동대 봉사대 다세대 신세대 젊은대 주파대 계산대 안내대 조리대 지지대 교두대 무한대 극대 증대 확대 기대 최대 절대 상대 적대 연대 초대 시대 세대 무대 침대 후대 현대 군대 부대 일대 지대 고대 근대 당대 역대 우대 환대 휴대 광대 방대'.split(
    ' ',
  ),
)

const HELD = /(?:설명회|간담회|박람회|전시회|토론회|발표회|상담회|보고회|공청회|음악회|경진대회|총회)$/

/** Institutions whose ending is strong only with a proper name before it. */
export function organisationOf(stem: string): 'organisation' | 'weak-organisation' | null {
  const ending = organisationEnding(stem)
  if (ending === null) {
    if (latinOnly(stem)) return 'weak-organisation'
    // 전남대, 한양대
    if ((stem.length === 3 || stem.length === 4) && stem.endsWith('대') && !UNIVERSITY_NOT.has(stem)) {
      const prefix = stem.slice(0, -1)
      if (areaByShortName(prefix) !== undefined) return 'organisation'
      if (!isCommonCompound(prefix) && CLASSES[stem.charCodeAt(0)] === HANGUL && stem.length === 3) return 'weak-organisation'
    }
    // 한국교통대, 국립부경대
    if (stem.length <= 8 && /^(?:한국|국립|서울|경상|경기|강원)[가-힣]{2,4}대$/.test(stem) && !UNIVERSITY_NOT.has(stem.slice(-2)))
      return 'organisation'
    return latinFirm(stem) ? 'organisation' : null
  }
  // 투자경제과 is a department, no baker
  if (ending === '제과' && /[경규공문결]제과$/.test(stem)) return null
  // 한국투자설명회, 일본기업: what is held, and whoever comes from there
  if (HELD.test(stem)) return null
  const prefix = stem.slice(0, stem.length - ending.length)
  if (stem.endsWith('경제자유구역청') && stem.length >= 9) return 'organisation'
  // schools, newspapers and special committees are named by everyday words too: 조선대학교, 중앙일보
  if (
    /^(?:대학교|대병원|일보|신문|저널|특별위원회|경제신문)$/.test(ending) &&
    prefix.length >= 2 &&
    !/^(?:국립|사립|종합|지역|관내|전문|일간|주간|종이|인터넷|국내|사이버|산업|기술|일간|연구중심|지방|거점|우수|외국|유수)+$/.test(prefix)
  )
    return 'organisation'
  if (/^(?:한국|국가|국립|대한|전국|중앙)./.test(prefix) && prefix.length >= 3 && INSTITUTION.test(ending)) return 'organisation'
  // a long name of everyday words before an institute is its own: 차세대융합기술연구원
  if (
    prefix.length >= 5 &&
    /^(?:진흥원|연구원|기술원|진흥재단|재단|평가원)$/.test(ending) &&
    !/^(?:정부|국책|민간|공공|기업|출연|전문|관련|각종|국내|해외|지방|지역)/.test(prefix)
  )
    return 'organisation'
  // 제주상의, 광주은행: an institution of its area
  if (areaByShortName(prefix) !== undefined && /^(?:상의|은행|신문|방송|조합|협회|연구소|병원|대학|공단|공사|재단)$/.test(ending))
    return 'organisation'
  if (!isProperPrefix(prefix)) return latinFirm(stem) ? 'organisation' : null
  // 전북개발, 택지개발, 새만금비전: what is done, and with what
  if (
    /^(?:개발|비전|이노베이션)$/.test(ending) &&
    (areaByShortName(prefix) !== undefined || /(?:새만금|택지|광산|공영|민영|직접|용도|토지|수요자)$/.test(prefix))
  )
    return null
  if (!isWeakEnding(ending)) return 'organisation'
  return latinFirm(stem) ? 'organisation' : 'weak-organisation'
}

const INSTITUTION = /(?:원|소|회|단|부|조합|재단|공사|공단|대학|병원|센터|관|노조|노총|연대|연합)$/

/** SK에코플랜트, LG화학: capital letters that are no abbreviation, then syllables. */
export function latinFirm(stem: string): boolean {
  const match = /^([A-Z][A-Z&]{1,4})[가-힣]{2,}$/.exec(stem)
  return match !== null && !isAcronym(match[1]!) && !ONLY_PARTICLE.test(stem.slice(match[1]!.length)) && !DEED.test(stem.slice(match[1]!.length))
}

/** GB해제, DMZ개발: letters and what is done with it. */
const DEED =
  /^(?:해제|조정|지정|변경|추진|사업|계획|결과|협약|체결|기업|공장|단지|산단|지구|건립|구축|유치|방식|방안|대책|대응|관련|시대|인증|과정|인력|제품)/

/** "JSON으로", "KOSIS에서": letters with a particle. */
const ONLY_PARTICLE =
  /^(?:으로|에서|까지|부터|에는|에도|보다|처럼|이나|에게|라는|이라|이라는|와의|과의|으로는|에서는|으로써|으로서|입니다|이며|이고|하고|하는|하여|뿐|들이|들은|들을|들의)$/

/** A Latin name of a firm: capitals that are no abbreviation of a technique. */
const latinOnly = (stem: string): boolean => /^[A-Z][A-Z&-]{1,4}$/.test(stem) && !isAcronym(stem)

/** 새솔구청: the district that it heads. */
export const areaOfOffice = (office: string): string | undefined =>
  /[시군구]청$/.test(office) ? areaByFullName(office.slice(0, -1))?.name : undefined

/** 경북도청 stands for its area, 안산시의회 for itself; null for any other word. */
export function officeOf(stem: string): string | null {
  for (const office of ['청', '의회', '시청', '군청', '도청', '구청'])
    if (stem.length > office.length + 1 && stem.endsWith(office)) {
      const of =
        areaByFullName(stem.slice(0, -office.length)) ?? (office.length === 2 && office !== '의회' ? areaByShortName(stem.slice(0, -2)) : undefined)
      if (of !== undefined) return office === '의회' ? stem : of.name
    }
  return null
}
