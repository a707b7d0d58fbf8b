import { isCommonCompound, isCommonWord } from './common.ts'
import { isEverydayNoun } from './everyday.ts'

/** Family names (성씨) in use, and titles (직함) that stand beside a person. */
const SURNAMES = new Set(
  '나라김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부갈목빈피형두감호간가경궁승태팽온옹좌빙판반동',
)
const DOUBLE_SURNAMES = new Set(['남궁', '황보', '제갈', '사공', '선우', '독고', '서문', '동방'])

/** Titles that stand alone, or end a longer one: 에너지정책실장, 공장설립지원담당. */
const TITLES = new Set(
  '상무이사 전무이사 사외이사 최고경영자 어촌계장 시장 군수 구청장 지사 도지사 부시장 부지사 부군수 부구청장 장관 차관 의원 국회의원 시의원 도의원 군의원 구의원 의장 부의장 대표 대표이사 공동대표 각자대표 회장 부회장 사장 부사장 원장 부원장 청장 차장 처장 교수 명예교수 총장 부총장 학장 학과장 소장 센터장 국장 과장 팀장 실장 본부장 부장 단장 담당 담당관 위원장 부위원장 위원 이사장 이사 전무 상무 후보 예비후보 당선인 기자 특파원 대통령 총리 국무총리 부총리 대사 총영사 관장 협회장 조합장 행장 은행장 교육감 박사 변호사 주무관 사무관 서기관 정책관 기획관 심의관 비서관 수석 대변인 감독 지점장 지사장 공장장 법인장 창업자 사무총장 사무처장 총괄 그룹장 지부장 지회장 연구위원 선임연구원 책임연구원 고문 상임고문 상임이사 부행장 자문위원 연구소장 선임 책임 주임 계장 매니저 CEO'.split(
    ' ',
  ),
)
/** Endings that make any longer word a title. */
const TITLE_ENDINGS = [
  '시장',
  '군수',
  '구청장',
  '도지사',
  '장관',
  '차관',
  '의장',
  '대표',
  '대표이사',
  '회장',
  '사장',
  '원장',
  '청장',
  '처장',
  '교수',
  '총장',
  '학장',
  '소장',
  '센터장',
  '국장',
  '과장',
  '팀장',
  '실장',
  '본부장',
  '경찰서장',
  '소방서장',
  '부문장',
  '사업부장',
  '부장',
  '단장',
  '담당',
  '담당관',
  '위원장',
  '이사장',
  '후보',
  '기자',
  '대사',
  '관장',
  '협회장',
  '조합장',
  '행장',
  '교육감',
  '정책관',
  '기획관',
  '심의관',
  '지점장',
  '공장장',
  '법인장',
  '총괄',
  '의원',
  '지사',
  '연구위원',
  '전문위원',
  '연구관',
  '참사관',
  '상무관',
  '총영사',
  '권한대행',
  '직무대행',
  '기술사',
]
const titleEndings = new Set(TITLE_ENDINGS)

/** Whether a syllable is a family name. */
export const isSurname = (syllable: string): boolean => SURNAMES.has(syllable)

/** 전시장, 도매시장: halls and markets, no mayors. */
const MARKET =
  /(?:전|도매|소매|전통|재래|수산|수산물|농산물|농수산물|청과|약령|가구|인삼|오일|풍물|새벽|노동|금융|자본|주식|부동산|세계|글로벌|내수|수출|해외|국내|소비|에너지|반도체|배터리|자동차|완성차)시장$/

/** Whether a word is a title or ends in one. `isTitle('에너지정책실장') // => true` */
export function isTitle(word: string): boolean {
  if (TITLES.has(word)) return true
  if (word.endsWith('시장') && MARKET.test(word)) return false
  for (let n = 2; n <= 4 && n < word.length; n++) if (titleEndings.has(word.slice(word.length - n))) return true
  return false
}

/** Titles of people who run a firm: the word beside them is the firm. */
export const isBusinessTitle = (word: string): boolean =>
  /^(?:공동|각자|부|총괄|전|현)?(?:대표|대표이사|회장|부회장|사장|부사장|CEO|창업자|전무|상무)$/.test(word)

/** Words of three syllables that begin like a name and are none. */
const NOT_NAMES = new Set(
  (
    '이로써 이로서 이처럼 이렇게 이밖에 이른바 이번에 이날은 이어서 이와의 이를통 이같은 이러한 이르는 이외에 이용자 이용객 이용료 이사회 이사장 이용권 이노텍 이동식 이주민 이행률 이전한 ' +
    '정책관 정규직 정상화 정례회 정기적 정부는 정부가 정부의 정부와 정상급 정책적 정치권 정무부 정보원 정비업 ' +
    '전문가 전문직 전담팀 전년도 전국의 전라도 전체의 전력망 전시관 전시회 전망이 전환의 전직원 전문성 ' +
    '주민들 주관사 주요국 주도권 주력의 주무관 주최측 주식회 주무부 주재로 주택난 주차장 주거지 주관의 주민의 ' +
    '신청자 신규로 신설된 신재생 신사업 신축된 신입생 신도시 신공항 신시장 신기술 신산업 신성장 ' +
    '조성한 조성된 조기에 조례안 조합원 조사단 조사원 조직위 조합장 조선소 조선업 ' +
    '강소형 강조한 강력한 강화된 강연회 강원도 ' +
    '임직원 임대형 임기중 임차인 임산물 ' +
    '한국형 한국의 한국판 한편으 한복판 한해의 한시적 한국산 한국식 한마디 한자리 ' +
    '고용률 고용된 고도화 고위급 고속도 고속철 고효율 고성능 고객사 고부가 고교생 고등급 ' +
    '문화원 문화재 문화적 문제점 문의처 ' +
    '양질의 양해각 양수장 양산형 양극재 양식장 양사의 ' +
    '민간의 민간인 민선기 민관학 민원인 민자도 민주당 민생안 민선군 ' +
    '유치된 유치한 유관기 유럽의 유권자 유망한 유휴지 유일의 유력한 ' +
    '서비스 서명한 서남권 서북부 서해안 서류를 서부권 서울시 서해선 ' +
    '성장한 성장률 성장세 성공적 성과급 성과를 ' +
    '안정적 안정화 안전한 안내문 안산시 ' +
    '원도심 원자력 원가의 원자재 원료의 원스톱 ' +
    '공무원 공공형 공동체 공급망 공기업 공공의 공모전 공정률 공업용 공장장 공청회 공동의 공감대 공사비 공사장 공산품 공유형 ' +
    '기업인 기업들 기업의 기공식 기술력 기술원 기반의 기자단 기초의 기획부 기업명 기준의 기관장 기간중 기념식 ' +
    '인공지 인허가 인프라 인구의 인력난 인구수 ' +
    '지역의 지역민 지원금 지원단 지난해 지난달 지방세 지방의 지식산 지속적 지자체 지원책 지주사 지도부 지역구 지능형 ' +
    '하반기 하이텍 하도급 하수도 ' +
    '남부권 남해안 남동권 남북의 남도의 ' +
    '도시형 도민들 도민의 도내의 도시의 도의회 도지사 도심권 도비를 도로망 도시락 ' +
    '소비자 소상공 소재지 소득세 소방서 소부장 소규모 소유주 소프트 ' +
    '선도형 선정된 선제적 선언문 선두주 선순환 선도적 ' +
    '방문한 방문단 방안을 방산업 방송국 방문객 ' +
    '오는날 오전에 오후에 오랜기 ' +
    '경제의 경쟁력 경상도 경영진 경기도 경기권 경제청 경제적 경영권 경영인 ' +
    '사업의 사업비 사업자 사업장 사업부 사회적 사업체 사회의 사무국 사용자 사무실 사장단 ' +
    '부품의 부산시 부지의 부가세 부서장 부동산 부사장 부시장 부대시 부지사 부처의 ' +
    '국가적 국내외 국가의 국제적 국내의 국회의 국비를 국장급 국산화 ' +
    '어업인 어린이 예산의 예산안 예타를 예정지 예비비 예비군 봉사자 용역비 용역사 용수로 은행장 은행의 편의성 편의점 ' +
    '호남권 호텔급 형태의 두번째 모빌리 모태펀 목표로 목적의 제조사 제조업 제도적 제품의 제안서 제철소 제로화 제막식 제일의 ' +
    '연구원 연구소 연구진 연구개 연간의 연평균 연말의 연계형 연도별 연임의 ' +
    '위원회 위기의 위원장 위험성 위탁사 ' +
    '차세대 차량의 차별화 차관급 차기의 ' +
    '반도체 반기별 배터리 배후의 배당금 배출량 백신의 백만평 ' +
    '구조물 구체적 구축된 구성원 구성된 구역청 구매자 ' +
    '홍보관 홍보대 황금의 추진된 추진단 추가로 추경의 추정치 ' +
    '최첨단 최대의 최초의 최고의 최근의 최종적 최소한 최우선 최고위 최소화 ' +
    '심의회 심사위 노동자 노동부 노후화 노동계 노사의 노선의 ' +
    '장기적 장비의 장관급 장학금 장애인 장려금 ' +
    '우선적 우수한 우주청 우리의 우대금 우호적 우리나 우리시 우리가 ' +
    '현장의 현지의 현재의 현대의 현금성 현지화 현역의 현직의 ' +
    '석유의 석박사 설명회 설비의 설립된 설계사 명예의 명품의 명단의 ' +
    '진흥원 진출한 진행된 진입로 진흥청 채용된 채권단 천연가 원천의 ' +
    '여성의 여건의 여러분 여의도 염원의 표준화 표창장 피해액 피해자 감소세 간담회 간부의 육성된 육상의 육아의 금융권 금융의 금액의 금형의 옥외의 왕복의 마을의 마스터 마지막 마이스 마련된 길이의 손실액 송전망 송도의 허가의 허브의 곽으로 변화의 변동의 변전소 함께한 ' +
    '대표단 상공인 시민들 군민들 구민들 단체장 기관의 회사의 업체의 ' +
    '박람회 박물관 선발된 전임자 후임자 내정자 당선인 당선자 관계자 참석자 담당자 책임자 실무자 투자자 개발자 운영자 관리자 소유자 위원들 의원들'
  ).split(' '),
)

/**
 * Whether a word has the form of a Korean person's name (인명): a family name and two syllables, or a double family name and one or two.
 *
 * `hasNameForm('박영호') // => true`
 */
export function hasNameForm(word: string): boolean {
  if (word.length === 3) return SURNAMES.has(word.charAt(0)) && !NOT_NAMES.has(word)
  return word.length === 4 && DOUBLE_SURNAMES.has(word.slice(0, 2))
}

/** Syllables that make a noun of the two before them (전문 + 가) or are its particle. Others may end a given name (구동한). */
const NOUN_MAKER = new Set('가자원인장사형용적화률비업단회부팀과력품물권법안론학의은는을를에도만들측상급판관망체국이와로')

/** Whether a word in the form of a name is an everyday one. `isEverydayWord('고용률') // => true` */
export const isEverydayWord = (word: string): boolean =>
  word.length === 3
    ? isCommonWord(word) ||
      isEverydayNoun(word) ||
      (isEverydayNoun(word.slice(0, 2)) && '은는이가을를의에도와과로만'.includes(word.charAt(2))) ||
      (isCommonWord(word.slice(0, 2)) && NOUN_MAKER.has(word.charAt(2))) ||
      (isCommonWord(word.slice(1)) && isCommonWord(word.charAt(0)))
    : isCommonCompound(word)
