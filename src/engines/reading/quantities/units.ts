import type { MentionKind } from '../reading.ts'

/** One unit as printed, what it measures and how many of the guide's unit it is. */
export interface UnitEntry {
  readonly text: string
  readonly kind: MentionKind
  readonly unit: string
  readonly factor: number
  /** Syllables that, following at once, make it another word: 평 + 가 is 평가. */
  readonly notBefore: string
  /** 개, 곳, 건 … say what they count only with a noun beside them. */
  readonly countsNoun: boolean
}

const entries: UnitEntry[] = []
const add = (kind: MentionKind, unit: string, factor: number, texts: string, notBefore = '', countsNoun = false): void => {
  for (const text of texts.split(' ')) entries.push({ text: text.replace('_', ' '), kind, unit, factor, notBefore, countsNoun })
}

add('money', 'KRW', 1, '원', '천룸주자형')
add('money', 'USD', 1, '달러 미국달러 미달러 US달러 USD US$', '량')
add('money', 'USD', 1, '불', '만법편가량용허참구안평효필완투길꽃빛화문면모')
add('money', 'EUR', 1, '유로 EUR')
add('money', 'JPY', 1, '엔 JPY', '진')
add('money', 'CNY', 1, '위안 CNY')
add('money', 'GBP', 1, '파운드 GBP')
add('area', 'm2', 1, '㎡ m² m2 M2 제곱미터 평방미터 제곱m 평방m sqm sq_m')
add('area', 'm2', 1e6, '㎢ km² km2 제곱킬로미터 평방킬로미터 제곱㎞ 제곱km')
add('area', 'm2', 1e4, 'ha HA Ha ㏊ 헥타르')
add('area', 'm2', 100, '아르', '바')
add('area', 'm2', 400 / 121, '평', '가균일화생소택안양창상형방당')
add('area', 'm2', (400 / 121) * 3000, '정보', '통화')
add('area', 'm2', 4046.8564224, '에이커')
add('percent', 'ratio', 0.01, '% ％ 퍼센트 ﹪')
add('percent', 'pp', 1, '%p %P %포인트 ％포인트 %ｐ 퍼센트포인트')
add('power', 'MW', 1, 'MW ㎿ 메가와트 Mw', 'hH')
add('power', 'MW', 1000, 'GW 기가와트 Gw', 'hH')
add('power', 'MW', 0.001, 'kW ㎾ KW 킬로와트', 'hH')
add('power', 'MW', 1e6, 'TW 테라와트', 'hH')
add('length', 'm', 1, 'm ｍ 미터 M', '')
add('length', 'm', 1000, 'km ㎞ 킬로미터 Km KM')
add('length', 'm', 0.01, 'cm ㎝ 센티미터')
add('length', 'm', 0.001, 'mm ㎜ 밀리미터')
add('count', 't', 1, '톤 t')
add('count', 't', 0.001, 'kg ㎏', '급')
add('count', 'L', 1, '리터 L ℓ')
add('count', 'L', 1000, '㎘ kL 킬로리터')
add('count', 'degC', 1, '℃')
add('count', 'persons', 1, '명 사람', '소품예확칭시령단')
add('count', 'persons', 1, '인', '터프근구허증천당실용공력조승치')
add('count', 'firms', 1, '개사 개업체 개기업 개회사 개_사', '업항실건')
add('count', 'firms', 1, '사', '단람이실진례업회유용태상찰건망장전적기격')
add('count', 'sites', 1, '개소 개_소', '', true)
add('count', 'TEU', 1, 'TEU', '급')
add('length', 'm', 0.3048, '피트')
add('count', 'items', 1, '필지 셀')
add('count', 'items', 1, '장', '관차학년비소기애점려착')
add('count', 'households', 1, '호', '선텔남봉기실수재출로')
add('count', 'sites', 1, '곳', '', true)
add('count', 'items', 1, '개', '월년소발선최통관항장편교강인점막시정설', true)
add('count', 'regions', 1, '개국 개시군 개시·군 개_시군 개_시·군 개도시 개지역 개시 개군')
add('count', 'fields', 1, '개분야')
add('count', 'institutions', 1, '개교 개기관 개대학')
add('count', 'zones', 1, '개지구')
add('count', 'complexes', 1, '개단지 개산단')
add('count', 'floors', 1, '개층 층', '간수고')
add('count', 'buildings', 1, '개동 개_동 동', '네안시쪽남북부서반탄포해구대일')
add('count', 'cases', 1, '건', '설물강축립조폭', true)
add('count', 'rooms', 1, '실 객실 개실', '장제현시증천험리무업천')
add('count', 'households', 1, '가구 세대 호실 농가', '')
add('count', 'years_old', 1, '세 살', '계대종기트부수무션미금')
add('count', 'holes', 1, '홀', '딩')
add('count', 'multiple', 1, '배', '터치정수출럭경관분달송양')
add('count', 'teams', 1, '팀 개팀', '장원별')
add('count', 'departments', 1, '부 국 과 본부 개부서 개과', '장문지산터분내가족민제학정경속품처의')
add('count', 'parties', 1, '자', '리동원산율체금료격족매치립유영연')
add('count', 'items', 1, '대', '표학상형기비국로구전중한책출')
add('count', 'buildings', 1, '기', '업관술존반준획간능계여타초본')
add('count', 'items', 1, '종 품목 개품목 가지 척 편 권 면 그루 병상 석 선석 좌석', '합')

/** `countsNoun` units need a noun; this says which unit a noun gives. Longest ending wins. */
export const NOUN_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    firms:
      '제약사 식품사 화학사 철강사 물류사 통신사 운송사 출판사 게임사 소공인 소상공인 투자가 투자자 납품사 하청사 입점사 발전사 정유사 배터리사 반도체사 완성차사 농업법인 어업법인 투자사 운용사 시행사 시공사 개발사 건설사 조선사 항공사 해운사 선사 부품사 소재사 장비사 참여사 회원사 계열사 자회사 기업 업체 회사 사 개사 벤처 스타트업 협력사 입주사 유니콘 상장사 제조사 앵커기업 기업체 업소 법인 기업법인 업체수 기업수 사업체수',
    jobs: '일자리 일터',
    factories: '팹 공장 스마트공장 스마트팩토리 팩토리 사업장',
    projects: '사업 프로젝트 과제 공약 공약사업 정책',
    zones: '지구 구역 특구 구간 무역지역 투자지역',
    complexes: '단지 산단 산업단지 농공단지 공단 공업단지',
    regions: '지역 시군 시·군 시도 시·도 자치구 도시 국가 나라 권역 군 구 시 읍면 읍면동 읍·면·동 마을',
    institutions: '지자체 자치단체 기관 기업청 교육청 부처 대학 대학교 학교 병원 연구소 단체 연구기관 공공기관 유관기관 센터 은행',
    clusters: '클러스터',
    fields: '분야 부문 산업 영역 업종',
    departments: '부서',
    teams: '팀',
    items: '품목 항목 사항 종목 제품 상품 문항 기술 노선 필지 브랜드 프로그램 안건 서비스 콘텐츠 작품',
    buildings: '건물 동 건축물 데이터센터',
    sites:
      '물류센터 환승센터 체험센터 안내센터 시장 전통시장 정류장 주차장 음식점 부지 시설 항만 공항 어항 정거장 가맹점 대리점 영업소 직영점 호텔 리조트 휴게소 도서관 경기장 골프장 캠핑장 양식장 저수지 상점가 경로당 선정지 대상지 사업지 예정지 발전소 변전소 정수장 처리장 터미널 관광지 해수욕장 캠퍼스 공원 거점 장소 매장 지점 점포 충전소 후보지 현장',
    households: '가구 세대',
    rooms: '객실',
    parties: '주체',
    persons: '인구 인력 인재 명',
    cases: '협약 계약 특허 건 사례 민원 공사',
    floors: '층',
    holes: '홀',
  }).flatMap(([unit, nouns]) => nouns.split(' ').map((noun) => [noun, unit] as const)),
)

const byFirst = new Map<number, UnitEntry[]>()
for (const entry of entries) {
  const code = entry.text.charCodeAt(0)
  const list = byFirst.get(code)
  if (list) list.push(entry)
  else byFirst.set(code, [entry])
}
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length)

const isLatinOrDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)

/**
 * The longest unit that stands at `at` and is a word of its own, or null.
 * A Latin unit may not run on into letters; a Hangul one may not run on into a syllable that makes it another word.
 *
 * `unitAt('면적은 32만㎡다', 7)?.unit // => 'm2'`
 */
export function unitAt(text: string, at: number): UnitEntry | null {
  const list = byFirst.get(text.charCodeAt(at))
  if (list === undefined) return null
  for (const entry of list) {
    const { length } = entry.text
    if (length > 1 && !text.startsWith(entry.text, at)) continue
    const next = text.charCodeAt(at + length)
    const last = entry.text.charCodeAt(length - 1)
    if (last < 0x80 && isLatinOrDigit(last) && (isLatinOrDigit(next) || next === 0xb2 || next === 0xb3)) continue
    // "1원도 안 쓴다" says a sum, 원도심 a part of a town
    if (entry.text === '원' && text.startsWith('도심', at + 1)) continue
    // "현재 44개인 공장", 개인투자자
    if (entry.text === '개' && text.startsWith('인 ', at + 1)) return entry
    if (entry.notBefore !== '' && entry.notBefore.includes(text.charAt(at + length)) && at + length < text.length) continue
    return entry
  }
  return null
}
