/**
 * 산업연관표 통합대분류 33부문: the 33 sectors of the Bank of Korea's input-output tables (2015 기준년 부문분류), also those of its regional tables.
 * Source: 한국은행, 2015년 산업연관표 부문분류표 (통합대분류); 2020년 기준 keeps the same 33. Names, order and codes (A, B, C01–C14, D–T) were compared with public programs that read the Bank’s workbooks. The kinds are ours, for charts that need fewer.
 */
export interface SectorRow {
  /** Letter of the Bank of Korea: A, B, C01 … T. */
  readonly code: string
  readonly ko: string
  readonly en: string
  readonly kind: 'agriculture' | 'mining' | 'manufacturing' | 'utilities' | 'construction' | 'services'
}

const row = (code: string, kind: SectorRow['kind'], ko: string, en: string): SectorRow => ({ code, ko, en, kind })

export const sectors33: readonly SectorRow[] = [
  row('A', 'agriculture', '농림수산품', 'Agriculture, forestry and fishing'),
  row('B', 'mining', '광산품', 'Mining'),
  row('C01', 'manufacturing', '음식료품', 'Food and beverages'),
  row('C02', 'manufacturing', '섬유 및 가죽제품', 'Textiles and leather'),
  row('C03', 'manufacturing', '목재 및 종이, 인쇄', 'Wood, paper and printing'),
  row('C04', 'manufacturing', '석탄 및 석유제품', 'Coal and petroleum products'),
  row('C05', 'manufacturing', '화학제품', 'Chemicals'),
  row('C06', 'manufacturing', '비금속광물제품', 'Non-metallic minerals'),
  row('C07', 'manufacturing', '1차 금속제품', 'Basic metals'),
  row('C08', 'manufacturing', '금속가공제품', 'Fabricated metal'),
  row('C09', 'manufacturing', '컴퓨터, 전자 및 광학기기', 'Computers, electronics and optics'),
  row('C10', 'manufacturing', '전기장비', 'Electrical equipment'),
  row('C11', 'manufacturing', '기계 및 장비', 'Machinery'),
  row('C12', 'manufacturing', '운송장비', 'Transport equipment'),
  row('C13', 'manufacturing', '기타 제조업 제품', 'Other manufactures'),
  row('C14', 'manufacturing', '제조임가공 및 산업용 장비 수리', 'Processing and repair of equipment'),
  row('D', 'utilities', '전력, 가스 및 증기', 'Electricity, gas and steam'),
  row('E', 'utilities', '수도, 폐기물처리 및 재활용서비스', 'Water, waste and recycling'),
  row('F', 'construction', '건설', 'Construction'),
  row('G', 'services', '도소매 및 상품중개서비스', 'Wholesale and retail trade'),
  row('H', 'services', '운송서비스', 'Transport and storage'),
  row('I', 'services', '음식점 및 숙박서비스', 'Food service and lodging'),
  row('J', 'services', '정보통신 및 방송 서비스', 'Information and communication'),
  row('K', 'services', '금융 및 보험 서비스', 'Finance and insurance'),
  row('L', 'services', '부동산서비스', 'Real estate'),
  row('M', 'services', '전문, 과학 및 기술 서비스', 'Professional and technical services'),
  row('N', 'services', '사업지원서비스', 'Business support and leasing'),
  row('O', 'services', '공공행정, 국방 및 사회보장', 'Public administration'),
  row('P', 'services', '교육서비스', 'Education'),
  row('Q', 'services', '보건 및 사회복지 서비스', 'Health and social work'),
  row('R', 'services', '예술, 스포츠 및 여가 관련 서비스', 'Arts, sports and leisure'),
  row('S', 'services', '기타 서비스', 'Other services'),
  row('T', 'services', '기타', 'Not elsewhere classified'),
]

/** Groups in which the Bank of Korea publishes 취업유발계수 to the press, and the sectors of each. */
export const groupOfKind: Readonly<Record<SectorRow['kind'], string>> = {
  agriculture: '농림수산품',
  mining: '광산품',
  manufacturing: '공산품',
  utilities: '전력·가스·수도 및 폐기물',
  construction: '건설',
  services: '서비스',
}

/** The groups of the press in English. */
export const groupsInEnglish: Readonly<Record<string, string>> = {
  농림수산품: 'Agriculture',
  광산품: 'Mining',
  공산품: 'Manufactures',
  건설: 'Construction',
  서비스: 'Services',
}

/** The sector of a Korean or English name or of a code of the Bank of Korea; undefined for another. */
export function sector33(name: string): SectorRow | undefined {
  const bare = (text: string) => text.replace(/[\s,·ㆍ.]/g, '').toLowerCase()
  // some exports write the code before the name: C12 운송장비
  const wanted = [bare(name), bare(name.replace(/^[A-T]\d{0,2}[.\s]+(?=\S)/, ''))]
  return sectors33.find((one) => wanted.some((word) => one.code.toLowerCase() === word || bare(one.ko) === word || bare(one.en) === word))
}
