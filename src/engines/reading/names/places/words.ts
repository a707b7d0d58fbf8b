import { areaByShortName, isAmbiguousArea } from '../../gazetteer/areas.ts'
import { isCommonCompound } from '../../gazetteer/common.ts'
import { isEverydayNoun } from '../../gazetteer/everyday.ts'
import { isProperPrefix } from '../organisations/word-organisations.ts'

/** 바이오단지, 식품특화단지: everyday words that make a name with a proper word before them. */
export const isKindOfPlace = (stem: string): boolean => {
  const kind = KIND.exec(stem)
  return kind !== null && stem.length > kind[0].length && stem.length >= 4 && isCommonCompound(stem.slice(0, kind.index))
}

const KIND = /(?:단지|지구|산단|밸리|특구|타운|클러스터|스퀘어|파크|시티)$/

/** 여수공단, 와촌공단: short for a park where two syllables name it; 환경공단 is a body. `isWorksTown('여수공단') // => true` */
export const isWorksTown = (stem: string): boolean => {
  // 김천누리공단: the park of a city
  if (/^[가-힣]{4}공단$/.test(stem) && areaByShortName(stem.slice(0, 2)) !== undefined) return !BODY_OF_WORKS.test(stem.slice(2, 4))
  // 청주과학산업공단, 전주2공단 with its province before it
  if (/^[가-힣]{2,8}(?:과학|지방|일반|국가|첨단)산업공단$|^[가-힣]{4}\d공단$/.test(stem)) return true
  if (!/^[가-힣]{2}\d?공단$/.test(stem)) return false
  const prefix = stem.slice(0, 2)
  return !BODY_OF_WORKS.test(prefix) && isProperPrefix(prefix)
}

const BODY_OF_WORKS =
  /^(?:시설|환경|복지|연금|철도|교통|관광|안전|도로|체육|보험|공원|진흥|수협|원예|어촌|항만|보훈|농업|국립|한국|국영|국가|지방|민영|공영|노후|이들|전체|개별|일부|이번|우리|해당|인근)$/

/** 택지개발예정지구, 투자선도지구: kinds of zones that a law draws anywhere, without a name of their own. `isKindOfZone('택지개발 예정지구') // => true` */
export const isKindOfZone = (words: string): boolean =>
  /(?:지구|구역)$/.test(words) &&
  /^(?:택지|도시|주택|공공|보금자리|개발|정비|예정|사업|재생|활성화|촉진|진흥|투자|선도|특별|집중|관리|농공|산업|\s)+(?:지구|구역)$/.test(words)

/** 국가산단 and its like take any name before them; 역, 공항, 공장 only one that is no everyday word. */
export function properPlace(prefix: string, ending: string): boolean {
  if (ending === '항' && /[사운]$/.test(prefix)) return false
  // 동대구역, 서대구역: 구역 is no part of it
  if (ending === '역' && areaByShortName(/^[동서남북신]/.test(prefix) ? prefix.slice(1) : prefix) !== undefined) return true
  if (isKindOfZone(prefix + ending)) return false
  // 가람도시개발구역: a zone that a law draws, with a name of its own
  if (/^(?:도시개발구역|도시개발지구|재정비촉진지구)$/.test(ending)) return prefix.length > 1 && isProperPrefix(prefix)
  // zones that a law draws anywhere: 개발제한구역, 토지거래허가구역
  if (/(?:제한|허가|보호|보전|관리|정비|지정|투기|과열|규제|개발|진흥|촉진|예정|사업)구역$/.test(prefix + ending)) return false
  if (/(?:보전|보호|제한|관리)지역$/.test(prefix + ending)) return false
  if (ending.endsWith('역') && AREA_IN_NEED.test(prefix + ending)) return false
  if (/^(?:제?\d+|동측|서측|남측|북측|신|구|본|각|이|그|전|타|동|해당|노후|관내|신규|인근|주변)$/.test(prefix)) return false
  if (/(?:지역|구역|권역)$/.test(prefix + ending))
    return !/^.{0,3}(?:지역|구역|권역)$/.test(prefix + ending) && isProperPrefix(prefix) && !isEverydayNoun((prefix + ending).slice(0, -2))
  if (ending === '역' || ending === '항' || ending === '댐' || ending === '섬' || ending === 'IC')
    return (
      prefix.length >= 2 &&
      prefix.length <= 4 &&
      /^[가-힣]+$/.test(prefix) &&
      !isCommonCompound(prefix) &&
      !isEverydayNoun(prefix) &&
      !/(?:영역|용역|무역|교역|방역|해역|수역|공역|전역|면역|권역|내역|유역|배역|부역)$/.test(prefix + ending) &&
      !NOT_STATION.has(prefix + ending)
    )
  if (ending === '공장' && /(?:가공|제조|조립|포장|정제|생산|처리|재활용|건조|도정|양식|도축|시멘트|사료)$/.test(prefix)) return false
  if (ending === '공장' || ending === '사업장' || ending === '캠퍼스')
    return (
      areaByShortName(prefix.replace(/제?\d$/, '')) !== undefined ||
      (ending === '캠퍼스' && /^[가-힣]{2,3}(?:테크노|이노|바이오|글로벌|산학융합|융합)$/.test(prefix) && isProperPrefix(prefix.slice(0, 2))) ||
      (ending === '캠퍼스' &&
        /^[가-힣]{4,6}$/.test(prefix) &&
        !/대(?:학|글로컬|제?\d|$)/.test(prefix) &&
        isProperPrefix(prefix) &&
        isProperPrefix(prefix.slice(0, 2))) ||
      (/^[가-힣]{2,3}\d?$/.test(prefix) && !isCommonCompound(prefix.replace(/\d$/, '')) && !isEverydayNoun(prefix) && !/극$/.test(prefix))
    )
  // 인천로봇랜드: what lies in an area bears its name
  if (ending === '랜드') return prefix.length >= 4 && areaByShortName(prefix.slice(0, 2)) !== undefined
  if (/^\d/.test(prefix)) return false
  // 마늘융복합센터: 융 belongs to the ending
  if (prefix.endsWith('융') && ending.startsWith('복합')) return prefix.length > 2 && isProperPrefix(prefix.slice(0, -1))
  // 서부두, 누리부두; 자동차부두 is what it is for
  if (ending === '부두')
    return (
      /^[동서남북]$/.test(prefix) ||
      (prefix.length >= 2 && isProperPrefix(prefix) && !/^(?:컨테이너|잡화|자동차|석탄|전용|화물|여객|관공선|유류|돌핀|공용|민자|신규)/.test(prefix))
    )
  // 첨단3지구
  if (/[가-힣]\d+$/.test(prefix)) return true
  if (ending === '국가산단' || ending === '국가산업단지' || ending === '일반산단' || ending === '일반산업단지' || ending === '농공단지')
    return (
      prefix.length >= 2 && !/^(?:특화|전문|신규|기존|노후|해당|대규모|소규모|지역|관내|도내|시내|군내|인근|주변|기타|전체|신설|추가)+$/.test(prefix)
    )
  // 바이오밸리지구, 에코시티지구: a made name inside the name
  if (/(?:밸리|폴리스|시티|파크|타운|테크노)$/.test(prefix) && prefix.length >= 4) return true
  if (ending === '특별지구') return prefix.length >= 3
  return isProperPrefix(prefix)
}

/** Areas of a law or a state of affairs, which lie anywhere: 폐광지역, 인구감소지역. */
const AREA_IN_NEED =
  /(?:폐광|접경|낙후|감소|위기|대응|촉진|취약|소멸|밀집|쇠퇴|침체|피해|재난|재해|위험|우려|상습|침수|붕괴|오염|미개발|저개발|비도시|농어촌|도서|해안|산간|내륙)지역$/

const NOT_STATION = new Set(
  '사무역 자유역 정류역 번역 통역 용역 지역 구역 권역 영역 전역 광역 교역 무역 방역 병역 검역 징역 배역 주역 현역 음역 면역 고역 성역 해역 수역 하역 통항 취항 저항 사항 영향 동향 방향 성향 지향 취향 편향 상향 하향 조항 대항 반항 문항 요구사항 추진사항 변경사항 협의사항 지적사항'.split(
    ' ',
  ),
)

/** Endings of everyday words in 리, 동 and 면: 열처리, 파운드리, 자원봉사활동. */
const NO_TOWN_ENDING =
  /.(?:누리|밸리|처리|관리|원리|거리|자리|논리|심리|승리|정리|수리|분리|권리|금리|요리|머리|배터리|파운드리|갤러리|메모리|팩토리|스토리|트리|유리|꼬리|짜리|하면|되면|으면|다면|[어아여]지면|들어오면|벗어나면|늘어나면|드러나면)$/

/** Deeds of four syllables that end like a ward; of three, only those of the list below: 정자동 and 은행동 are wards. */
const DEED = /(?:활동|운동|노동|행동|변동|작동|자동|공동|협동|진동|감동|구동|가동|이동)$/

const NOT_TOWN = new Set(
  (
    '파운드리 마무리 실마리 동아리 변두리 테두리 언저리 아무리 미나리 도토리 항아리 코끼리 목소리 잠자리 보따리 미스터리 칼로리 개나리 병아리 너구리 가장자리 갈무리 일자리 우리 자리 거리 관리 처리 수리 원리 심리 논리 권리 분리 유리 정리 머리 다리 마리 금리 소리 무리 요리 이리 그리 빨리 멀리 널리 미리 서리 뿌리 꼬리 고리 대리 승리 물리 윤리 진리 합리 경리 총리 도리 영리 편리 불리 위치리 울타리 일거리 먹거리 볼거리 메아리 격리 섭리 사리 부조리 ' +
    '읍면 측면 화면 표면 반면 전면 국면 장면 지면 방면 정면 이면 내면 외면 가면 하면 되면 보면 라면 수면 도면 평면 단면 노면 대면 직면 당면 해면 양면 사면 따르면 따지면 합치면 보자면 전반면 나서면 나누면 끝나면 줄이면 들이면 모이면 갖추면 맞추면 바꾸면 세우면 키우면 채우면 옮기면 넘기면 다루면 이루면 만나면 나오면 나가면 살피면 더하면 오르면 이르면 치르면 지나면 마치면 펼치면 거치면 늘리면 내리면 올리면 알리면 돌리면 들어가면 넓히면 비대면 다방면 ' +
    '배터리 갤러리 스토리 팩토리 메모리 카테고리 럭셔리 베이커리 액세서리 파트너리 라이브러리 브루어리 히스토리 시나리 이동 활동 행동 운동 자동 노동 협동 공동 변동 감동 가동 발동 작동 수동 유동 출동 충동 아동 연동 전동 진동 태동 구동 기동 부동 재가동 행정동 공장동 연구동 건물동 생산동 사무동 관리동 본동 별동 파동 소동 격동 제동 시동 동동 인동 반자동 전자동 재가동 총가동 풀가동 대이동 재이동 재활동 총활동 비활동 대운동 재작동 오작동 역작동 재구동 총파업 환율변동 대변동 중노동 대노동 '
  )
    .trim()
    .split(' '),
)

/** Whether a word has the form of a town's name (읍·면·동·리) and is no everyday word. `hasTownForm('회곡리') // => true` */
export const hasTownForm = (stem: string): boolean =>
  (/^[가-힣]{1,3}(?:읍|면|리|동)$/.test(stem) && !NOT_TOWN.has(stem) && !NO_TOWN_ENDING.test(stem) && !(stem.length === 4 && DEED.test(stem))) ||
  isNumberedWard(stem)

/** 대저1동, 송도2동: a ward that is numbered; 생산2동 and 제1동 are halls. */
const isNumberedWard = (stem: string): boolean =>
  stem.endsWith('동') && /^[가-힣]{1,3}\d{1,2}동$/.test(stem) && !isCommonCompound(stem.replace(/\d+동$/, '')) && !/^제/.test(stem)

/** 춘천권역, 원주권: what lies around a city. */
export function isCityRegion(stem: string): boolean {
  if (stem.length > 5 || !/권역?$/.test(stem)) return false
  const centre = stem.slice(0, stem.lastIndexOf('권'))
  return centre.length > 1 && areaByShortName(centre) !== undefined && !isAmbiguousArea(centre)
}

/** 청양소재 업체: where it lies. */
export const seatOf = (stem: string): string | null =>
  stem.length === 4 && stem.endsWith('소재') && areaByShortName(stem.slice(0, 2)) !== undefined ? stem.slice(0, 2) : null
