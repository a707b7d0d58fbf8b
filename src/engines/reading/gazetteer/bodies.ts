/**
 * Ministries, agencies and public bodies (중앙행정기관·공공기관) with the spellings the press uses.
 * The first name is canonical. Source: the Government Organization Act and the public list of public institutions.
 */
const NATIONAL: readonly string[] = [
  '기획재정부 기재부',
  '산업통상자원부 산업부 산자부',
  '산업통상부',
  '기후에너지환경부 기후부',
  '과학기술정보통신부 과기정통부 과기부',
  '중소벤처기업부 중기부',
  '국토교통부 국토부',
  '고용노동부 노동부',
  '농림축산식품부 농식품부',
  '해양수산부 해수부',
  '행정안전부 행안부',
  '문화체육관광부 문체부',
  '보건복지부 복지부',
  '환경부',
  '교육부',
  '외교부',
  '통일부',
  '법무부',
  '국방부',
  '여성가족부 여가부',
  '국가보훈부 보훈부',
  '지식경제부 지경부',
  '미래창조과학부 미래부',
  '국무조정실',
  '국무총리실',
  '대통령실',
  '기획예산처',
  '법제처',
  '인사혁신처',
  '식품의약품안전처 식약처',
  '공정거래위원회 공정위',
  '금융위원회 금융위',
  '방송통신위원회 방통위',
  '국가균형발전위원회 균형위',
  '지방시대위원회',
  '국민권익위원회 권익위',
  '중소기업청',
  '특허청',
  '조달청',
  '관세청',
  '국세청',
  '통계청',
  '산림청',
  '농촌진흥청 농진청',
  '기상청',
  '소방청',
  '경찰청',
  '병무청',
  '방위사업청 방사청',
  '우주항공청',
  '재외동포청',
  '새만금개발청',
  '행정중심복합도시건설청 행복청',
  '감사원',
  '국가정보원 국정원',
  '금융감독원 금감원',
  '국회',
  '한국은행 한은',
  '한국산업은행 산업은행 산은 KDB산업은행',
  '중소기업은행 기업은행 IBK기업은행',
  '한국수출입은행 수출입은행 수은',
  '한국토지주택공사 LH',
  '한국산업단지공단 산단공',
  '한국수자원공사 수자원공사 K-water',
  '한국농어촌공사 농어촌공사',
  '한국도로공사 도로공사',
  '한국철도공사 코레일',
  '국가철도공단',
  '한국가스공사 가스공사',
  '한국석유공사',
  '한국수력원자력 한수원',
  '한국남동발전 남동발전',
  '한국중부발전 중부발전',
  '한국서부발전 서부발전',
  '한국남부발전 남부발전',
  '한국동서발전 동서발전',
  '한국지역난방공사',
  '한국전력거래소 전력거래소',
  '한전KDN',
  '한전KPS',
  '한국에너지공단 에너지공단',
  '대한무역투자진흥공사 코트라 KOTRA',
  '중소벤처기업진흥공단 중진공',
  '소상공인시장진흥공단 소진공',
  '신용보증기금 신보',
  '기술보증기금 기보',
  '한국무역보험공사',
  '한국무역협회 무역협회',
  '대한상공회의소 대한상의',
  '중소기업중앙회',
  '한국경제인협회 한경협',
  '전국경제인연합회 전경련',
  '한국경영자총협회 경총',
  '한국산업기술진흥원',
  '한국산업기술기획평가원',
  '정보통신산업진흥원',
  '한국지능정보사회진흥원',
  '한국인터넷진흥원',
  '한국과학기술원 카이스트 KAIST',
  '포항공과대학교 포스텍 POSTECH',
  '울산과학기술원 유니스트 UNIST',
  '대구경북과학기술원 디지스트 DGIST',
  '한국과학기술연구원 KIST',
  '한국전자통신연구원 ETRI',
  '한국기계연구원',
  '한국개발연구원 KDI',
  '산업연구원 KIET',
  '국토연구원',
  '한국자동차연구원',
  '농협 NH농협',
  '농협중앙회',
  '수협중앙회',
]

const canonical = new Map<string, string>()
for (const line of NATIONAL) {
  const names = line.split(' ')
  for (const name of names) canonical.set(name, names[0]!)
}

/** Broadcasters and agencies: organisations that report and do not invest. */
const MEDIA = new Set('KBS MBC SBS YTN JTBC EBS CBS TBC OBS 연합뉴스 연합뉴스TV 뉴시스 뉴스1 채널A MBN'.split(' '))

/** Whether a name is a broadcaster or a news agency. `isMedia('YTN') // => true` */
export const isMedia = (name: string): boolean => MEDIA.has(name)

/** The canonical name of a ministry or public body, by any of its spellings, or undefined. `publicBody('국토부') // => '국토교통부'` */
export const publicBody = (name: string): string | undefined => canonical.get(name)

/**
 * Large business groups (공시대상기업집단) whose name opens the names of their firms. Source: the Fair Trade Commission's public list.
 * Only names that open no everyday word.
 */
const GROUPS =
  '삼성 포스코 한화 롯데 두산 효성 에코프로 셀트리온 코오롱 하림 넥센 한국타이어 금호석유 이랜드 태광산업 동원산업 현대자동차 현대차 현대모비스 현대제철 현대건설 현대중공업 현대로템 현대위아 현대글로비스 현대엔지니어링 기아 네이버 쿠팡 아모레퍼시픽 대한항공 아시아나항공 에쓰오일 한온시스템 엘앤에프 율촌화학 대우건설 세아베스틸 오뚜기 풀무원 농심'.split(
    ' ',
  )
const groupsByFirst = new Map<string, string[]>()
for (const group of GROUPS) groupsByFirst.set(group[0]!, [...(groupsByFirst.get(group[0]!) ?? []), group])

/** Whether a word is a firm of a large group: the group's name, or that name and more. `isGroupFirm('삼성전자') // => true` */
export function isGroupFirm(word: string): boolean {
  const groups = groupsByFirst.get(word.charAt(0))
  if (groups === undefined) return false
  for (const group of groups) {
    if (!word.startsWith(group)) continue
    const rest = word.slice(group.length)
    if (rest === '' ? group.length > 2 : rest.length > 1 && !/^(?:동|역|로|대로|교|중|초|고|병원|월드컵|적|화|센터|산|읍|면|리)/.test(rest))
      return true
  }
  return false
}
