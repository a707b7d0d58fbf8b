/** Endings that tell what a name is (접미 형태), and words that are never names though they end so. */

/** A proper noun with one of these endings is an organisation. Longest first is worked out below. */
const ORGANISATION_ENDINGS =
  '회계법인 법무법인 세무법인 감정평가법인 컨설팅 자산신탁 그룹 은행 지주 금융지주 홀딩스 증권 보험 생명 화재 카드 캐피탈 자산운용 운용 파트너스 인베스트먼트 벤처스 ' +
  '제련 전자 공업 화학 중공업 조선 조선해양 제철 철강 제강 건설 산업개발 도시개발 엔지니어링 물산 상사 통운 택배 해운 항공 제약 바이오 바이오로직스 바이오사이언스 메디칼 메디컬 헬스케어 생명과학 케미칼 케미컬 머티리얼즈 머티리얼 소재 ' +
  '테크 텍 테크닉스 테크놀로지 테크윈 이노텍 하이텍 하이테크 텔레콤 통신 네트웍스 네트워크 시스템 시스템즈 시스템스 솔루션 솔루션즈 소프트 소프트웨어 디스플레이 반도체 세미콘 세미켐 로보틱스 로봇 모터스 모빌리티 오토 오토모티브 모비스 정밀 정공 기공 기전 금속 특수강 스틸 메탈 에너지솔루션 에너지 이엔지 이엔씨 이앤씨 이앤지 파워 솔라 윈드 일렉트릭 전기 전선 케이블 배터리 ' +
  '식품 푸드 푸드시스템 제과 제빵 음료 유업 제분 제당 주류 패션 코스메틱 화장품 쇼핑 백화점 유통 로지스 로지스틱스 물류 리츠 코리아 인터내셔널 글로벌 인더스트리 인더스트리얼 플랜트 팩토리 양회 시멘트 제지 목재 섬유 방직 닷컴 미디어 엔터테인먼트 게임즈 스튜디오 호텔앤리조트 리조트 컨소시엄 개발 랩스 퓨얼셀 디앤씨 디엔씨 디벨롭먼트 이노베이션 다이나믹스 코퍼레이션 컴퍼니 에어로스페이스 포토닉스 옵틱스 파마 비전 사이언스 ENG INC SDI SDS CNS F&B E&C E&S D&C C&C ' +
  '진흥원 연구원 연구소 기술원 과학기술원 시험원 시험연구원 평가원 인증원 정보원 개발원 교육원 문화원 의료원 테크노파크 TP 상공회의소 상의 협회 협의회 연합회 중앙회 조합 협동조합 공사 도시공사 개발공사 공단 재단 대학교 대학 공대 과기대 전문대 병원 대병원 특별위원회 위원회 의회 시의회 군의회 도의회 구의회 시청 군청 도청 구청 교육청 경찰청 투자청 개발청 자유구역청 사업단 추진단 지원단 본부 사업본부 ' +
  '신문 일보 뉴스 방송 통신사 경제신문 매일경제 저널 타임스 타임즈 데일리 투데이 미디어그룹 과학관 박물관 미술관 노조 노총 학회 포럼 연맹 총연맹 조합법인 지사 지점 농협 수협 신협 새마을금고 진흥공단 향우회 동문회 부녀회 청년회의소 창조경제혁신센터 지원센터 특화센터 혁신센터 진흥센터 ' +
  '출장소 교육지원청 국토관리사무소 해양수산사무소 유역환경청 지방환경청 지방해양수산청 지방국토관리청 지방고용노동청 지방중소벤처기업청 지방중소기업청 지방조달청 지방국세청 지방산림청 지방병무청 지방경찰청 시민행동 시민모임 시민단 주민대책위 시민연대 시민연합 환경운동연합 시민회의 범대위 대책위 공제회 사회서비스원 문화재단 관광재단 복지재단 장학재단 신용보증재단 시설공단 시설관리공단 도시관리공단 관리공단 교통공사 관광공사 에너지공사 항만공사 환경공단'

/** These endings alone say too little: a name with them needs a context of its own (a title, a list of parties, an agreement). */
const WEAK_ORGANISATION = new Set(
  '제련 공업 산업 에너지 반도체 바이오 로봇 항공 물류 식품 통신 전자 화학 소재 금속 전기 배터리 시스템 네트워크 솔루션 글로벌 코리아 모빌리티 건설 조선 철강 보험 증권 카드 은행 유통 플랜트 소프트웨어 헬스케어 게임즈 미디어 대학 병원 조합 협회 법인 본부 지점 지사 연구소 포럼 학회 뉴스 신문 방송 화장품 제약 해운 호텔앤리조트 리조트 컨소시엄 디스플레이 섬유 시멘트 운용 파워 오토 테크 생명 화재 음료 쇼핑 패션 목재 제지 푸드 메탈 팩토리 스튜디오 엔터테인먼트 사업단 추진단 지원단 노조 지주 상사 정밀 기전 하이테크 로보틱스 케이블 이노텍 윈드 솔라 지원센터 혁신센터 진흥센터 특화센터 연맹 협의회 특별위원회 위원회 의회 공사 공단 재단 데일리 투데이 저널 타임스 매일경제 주류 바이오사이언스 교육원 개발원 정보원 상의 공대 텍 연합회 개발 비전 사이언스 이노베이션'.split(
    ' ',
  ),
)

/** A proper noun with one of these endings is a place. */
const PLACE_ENDINGS =
  '컴플렉스 콤플렉스 도시개발구역 도시개발지구 재정비촉진지구 스타디움 아레나 과학산업단지 생명과학단지 과학단지 연구단지 복합단지 산업지구 단지 테크노폴리스 메가폴리스 에코폴리스 이노폴리스 국가산업단지 일반산업단지 도시첨단산업단지 첨단산업단지 복합산업단지 농공단지 산업단지 국가산단 일반산단 산단 경제자유구역 자유무역지역 지방산업단지 지방공업단지 지방산단 지방공단 국가공단 특별지구 특구 지구 국제도시 신도시 혁신도시 기업도시 테크노밸리 밸리 집적단지 특화단지 관광단지 혁신지구 물류단지 외국인투자지역 외국인투자단지 외투단지 외투지역 ' +
  '광업소 도매시장 스마트허브 허브 이노비즈센터 컨벤션센터 발전소 화력발전소 조력발전소 원전 공항 신항 항만 항 역 댐 터미널 제철소 조선소 공장 사업장 캠퍼스 휴게소 나들목 IC 파크골프장 월드컵경기장 체육관 호수 간척지 해수욕장 대교 타워 국가정원 엑스포장 종축장 비행장 미군기지 식품클러스터 반도체클러스터 하이테크파크 사이언스파크 지식산업센터 테마파크 저수지 우주센터 제련소 ' +
  '테크노벨리 근린공원 정수장 수목원 훈련소 시티 타운 클러스터 스퀘어 파크 하늘도시 복합도시 행복도시 해양도시 역세권 배후단지 유원지 국립공원 도립공원 생태공원 경마공원 해상풍력단지 풍력단지 해변 연륙교 리조트단지 역사공원 체육공원 수변공원 문화공원 해상공원 생태관 계곡 교육관 체험관 전시관 휴양림 자연휴양림 마리나 경기장 변전소 생산기지 인수기지 문화센터 복합센터 체육센터 박람회장 관광지 온천 출렁다리 케이블카 부두 랜드'

/** A common noun before such an ending does not make it a name: 일반산단, 첨단산업단지. */
const COMMON = new Set(
  (
    '지방산업단지 지방공업단지 지방산단 지방공단 국가공단 국영공단 산업단지 국가산업단지 국가첨단산업단지 일반산업단지 도시첨단산업단지 첨단산업단지 농공단지 산단 국가산단 일반산단 외국인투자지역 외국인투자단지 외투단지 외투지역 경제자유구역 자유무역지역 특별지구 특구 지구 신도시 혁신도시 기업도시 테크노밸리 밸리 집적단지 특화단지 관광단지 물류단지 허브 컨벤션센터 발전소 화력발전소 조력발전소 양수발전소 원전 공항 신항 항만 공장 사업장 캠퍼스 휴게소 터미널 제철소 조선소 체육관 호수 대교 ' +
    '화물터미널 여객터미널 버스터미널 종합터미널 공영터미널 크루즈터미널 소형공항 민간공항 군공항 입주단지 투자지역 희망단지 대상단지 산업지구 규제자유특구 자유특구 경제특구 평화경제특구 기회발전특구 연구개발특구 교육발전특구 첨단지구 개발지구 사업지구 주거지구 혁신지구 융복합지구 스마트공장 녹색공장 친환경공장 무인공장 자동화공장 디지털공장 청정공장 제2공장 제1공장 제3공장 신공장 본공장 현지공장 자동차공장 부품공장 조립공장 생산공장 주물공장 반도체공장 대형공장 화력발전 태양광발전소 수소발전소 풍력발전소 열병합발전소 복합단지 산업특화단지 의료산업특화단지 소부장특화단지 반도체특화단지 미래형산업단지 스마트산단 그린산단 스마트그린산단 노후산단 관내산단 ' +
    '국제공항 신공항 지방공항 거점공항 무역항 어항 국가어항 국내공장 해외공장 이산단 해당산단 대규모산단 신규산단 복합산단 미래차산단 공업단지 주거단지 아파트단지 연구단지 클러스터단지 시범단지 실증단지 데이터센터단지 여기역 지역 구역 광역 권역 해역 영역 용역 성역 교역 무역 방역 전역 주역 현역 내역 음역 면역 병역 노역 유역 수역 이역 사항 상황 방항 영향 저항 현항 사업항 조항 공항 대항 반항 취항 출항 운항 결항 입항 기항 귀항 순항 개항 일항'
  ).split(' '),
)

const byLength = (words: string): Map<number, Set<string>> => {
  const out = new Map<number, Set<string>>()
  for (const word of words.split(' ')) {
    const set = out.get(word.length)
    if (set) set.add(word)
    else out.set(word.length, new Set([word]))
  }
  return out
}

const organisationByLength = byLength(ORGANISATION_ENDINGS)
const placeByLength = byLength(PLACE_ENDINGS)
const organisationLast = new Set([...ORGANISATION_ENDINGS.split(' ')].map((w) => w.charCodeAt(w.length - 1)))
const placeLast = new Set([...PLACE_ENDINGS.split(' ')].map((w) => w.charCodeAt(w.length - 1)))
const LONGEST = 9

const longestEnding = (word: string, sets: Map<number, Set<string>>): string | null => {
  for (let length = Math.min(LONGEST, word.length); length > 0; length--) {
    const set = sets.get(length)
    if (set === undefined) continue
    const ending = word.slice(word.length - length)
    if (set.has(ending)) return ending
  }
  return null
}

/** The longest organisation ending of a word, or null. `organisationEnding('광주그린진흥원') // => '진흥원'` */
export function organisationEnding(word: string): string | null {
  return organisationLast.has(word.charCodeAt(word.length - 1)) ? longestEnding(word, organisationByLength) : null
}

/** Whether an organisation ending proves nothing alone. */
export const isWeakEnding = (ending: string): boolean => WEAK_ORGANISATION.has(ending)

/** The longest place ending of a word, or null. `placeEnding('빛그린국가산단') // => '국가산단'` */
export function placeEnding(word: string): string | null {
  return placeLast.has(word.charCodeAt(word.length - 1)) ? longestEnding(word, placeByLength) : null
}

const JOINING = new Set(
  'BIX 스마트허브 컴플렉스 콤플렉스 산업단지 국가산업단지 국가첨단산업단지 일반산업단지 도시첨단산업단지 첨단산업단지 농공단지 산단 국가산단 일반산단 외국인투자지역 외투단지 외투지역 자유무역지역 경제자유구역 특구 신도시 혁신도시 기업도시 테크노밸리 밸리 집적단지 특화단지 관광단지 물류단지 컨벤션센터 발전소 화력발전소 조력발전소 양수발전소 원전 공항 신공항 신항 공장 제1공장 제2공장 제3공장 신공장 사업장 캠퍼스 터미널 제철소 조선소 복합단지 복합산업단지 미래형산업단지 공업단지 배후단지 동측배후단지 서측배후단지 남측배후단지 북측배후단지 항만배후단지 국제여객터미널 컨테이너터미널 컨테이너부두 출렁다리 케이블카'.split(
    ' ',
  ),
)

/** Whether a word is a bare kind of place that makes a name with the word before it: 왕숙 + 도시첨단산업단지. */
export const joinsToPlace = (word: string): boolean => JOINING.has(word) || /^제?\d(?:일반|국가)?(?:산업단지|산단|농공단지)$/.test(word)

/** Words that look like names of places and are none. */
export const isCommonPlaceWord = (word: string): boolean => COMMON.has(word)
