import { type SectorRow, sectors33 } from './sectors.ts'

/**
 * 한국표준산업분류(KSIC) to sections and to the 33 sectors of the input-output tables, by division (two digits).
 * Sections: 통계청 고시 제2016-13호 (제10차, 2017-07-01부터), 제2007-53호 (제9차, 2008-02-01부터 2017-06-30까지). To the 33 sectors: 한국은행 산업연관표 부문분류표, 한국표준산업분류와의 연계.
 * The divisions and the names of sections were compared with public lists of the classification, and the 33 sectors of medicines (화학제품), medical and optical instruments (컴퓨터, 전자 및 광학기기), batteries (전기장비) and
 * repair of machines (제조임가공 및 산업용 장비 수리) with public programs that read the Bank’s tables. 제11차(통계청 고시 제2024-2호, 2024-07-01부터) keeps the 21 sections and 77 divisions of 제10차; it parts finer codes, so its
 * files go the way of 제10차.
 * A division goes to one sector; where only finer codes would part it (자동차 판매의 수리, 임가공) the larger part decides, as `noted` says.
 */
export interface KsicRevision {
  readonly id: 'KSIC9' | 'KSIC10'
  readonly from: string
  readonly to: string | null
  readonly source: string
  readonly sections: readonly { readonly section: string; readonly ko: string; readonly divisions: readonly string[] }[]
  /** Sector of the 33 by division; null where the tables hold none. */
  readonly sector: Readonly<Record<string, string | null>>
  readonly noted: readonly string[]
}

const range = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => String(from + i).padStart(2, '0'))
const section = (letter: string, ko: string, from: number, to = from) => ({ section: letter, ko, divisions: range(from, to) })

const shared: Readonly<Record<string, readonly string[]>> = {
  A: range(1, 3),
  B: range(5, 8),
  C01: range(10, 12),
  C02: range(13, 15),
  C03: range(16, 18),
  C04: ['19'],
  C05: range(20, 22),
  C06: ['23'],
  C07: ['24'],
  C08: ['25'],
  C09: range(26, 27),
  C10: ['28'],
  C11: ['29'],
  C12: range(30, 31),
  C13: range(32, 33),
  D: ['35'],
  E: range(36, 39),
  F: range(41, 42),
  G: range(45, 47),
  H: range(49, 52),
  I: range(55, 56),
  J: range(58, 63),
  K: range(64, 66),
  L: ['68'],
  M: range(70, 73),
  N: range(74, 75),
  O: ['84'],
  P: ['85'],
  Q: range(86, 87),
  R: range(90, 91),
  S: range(94, 96),
}

function bySector(more: Readonly<Record<string, readonly string[]>>): Record<string, string | null> {
  const made: Record<string, string | null> = { '97': null, '98': null, '99': null }
  for (const table of [shared, more]) for (const [sector, divisions] of Object.entries(table)) for (const one of divisions) made[one] = sector
  return made
}

const noSector = '97–99 (가구 내 고용, 자가소비, 국제기관)는 산업연관표에 부문이 없어 빠집니다.'

export const ksicRevisions: readonly KsicRevision[] = [
  {
    id: 'KSIC10',
    from: '2017-07-01',
    to: null,
    source: '통계청 고시 제2016-13호, 한국표준산업분류 제10차 개정; 한국은행 산업연관표 부문분류표(2015 기준)',
    sections: [
      section('A', '농업, 임업 및 어업', 1, 3),
      section('B', '광업', 5, 8),
      section('C', '제조업', 10, 34),
      section('D', '전기, 가스, 증기 및 공기 조절 공급업', 35),
      section('E', '수도, 하수 및 폐기물 처리, 원료 재생업', 36, 39),
      section('F', '건설업', 41, 42),
      section('G', '도매 및 소매업', 45, 47),
      section('H', '운수 및 창고업', 49, 52),
      section('I', '숙박 및 음식점업', 55, 56),
      section('J', '정보통신업', 58, 63),
      section('K', '금융 및 보험업', 64, 66),
      section('L', '부동산업', 68),
      section('M', '전문, 과학 및 기술 서비스업', 70, 73),
      section('N', '사업시설 관리, 사업 지원 및 임대 서비스업', 74, 76),
      section('O', '공공 행정, 국방 및 사회보장 행정', 84),
      section('P', '교육 서비스업', 85),
      section('Q', '보건업 및 사회복지 서비스업', 86, 87),
      section('R', '예술, 스포츠 및 여가관련 서비스업', 90, 91),
      section('S', '협회 및 단체, 수리 및 기타 개인 서비스업', 94, 96),
      section('T', '가구 내 고용활동 및 자가 소비 생산활동', 97, 98),
      section('U', '국제 및 외국기관', 99),
    ],
    sector: bySector({ C14: ['34'], N: ['76'] }),
    noted: [noSector],
  },
  {
    id: 'KSIC9',
    from: '2008-02-01',
    to: '2017-06-30',
    source: '통계청 고시 제2007-53호, 한국표준산업분류 제9차 개정; 한국은행 산업연관표 부문분류표(2015 기준)',
    sections: [
      section('A', '농업, 임업 및 어업', 1, 3),
      section('B', '광업', 5, 8),
      section('C', '제조업', 10, 33),
      section('D', '전기, 가스, 증기 및 수도사업', 35, 36),
      section('E', '하수·폐기물 처리, 원료재생 및 환경복원업', 37, 39),
      section('F', '건설업', 41, 42),
      section('G', '도매 및 소매업', 45, 47),
      section('H', '운수업', 49, 52),
      section('I', '숙박 및 음식점업', 55, 56),
      section('J', '출판, 영상, 방송통신 및 정보서비스업', 58, 63),
      section('K', '금융 및 보험업', 64, 66),
      section('L', '부동산업 및 임대업', 68, 69),
      section('M', '전문, 과학 및 기술 서비스업', 70, 73),
      section('N', '사업시설관리 및 사업지원 서비스업', 74, 75),
      section('O', '공공행정, 국방 및 사회보장 행정', 84),
      section('P', '교육 서비스업', 85),
      section('Q', '보건업 및 사회복지 서비스업', 86, 87),
      section('R', '예술, 스포츠 및 여가관련 서비스업', 90, 91),
      section('S', '협회 및 단체, 수리 및 기타 개인 서비스업', 94, 96),
      section('T', '가구내 고용활동 및 자가소비 생산활동', 97, 98),
      section('U', '국제 및 외국기관', 99),
    ],
    sector: bySector({ N: ['69'] }),
    noted: [noSector, '제9차에는 산업용 기계 수리업(제10차 34)이 95에 들어 있어, 그 일자리는 기타 서비스에 셉니다.'],
  },
]

/** The revision of an id, such as KSIC10. */
export const ksicRevision = (id: string): KsicRevision | undefined => ksicRevisions.find((one) => one.id === id)

/** The revision in force in a year: 2017-07-01부터 제10차. */
export const ksicOfYear = (year: number): KsicRevision => ksicRevisions[year >= 2017 ? 0 : 1]!

/**
 * The sector of a KSIC code of two or more digits (`C26`, `2611`, `26`), or of a section that is one sector by itself (`F`); null where it has none or the code is of no use.
 */
export function sectorOfKsic(code: string, revision: KsicRevision): SectorRow | null {
  const digits = /\d{2}/.exec(code)?.[0]
  const letter = /^[A-U]/.exec(code)?.[0]
  if (digits) return named(revision.sector[digits] ?? null)
  const divisions = revision.sections.find((one) => one.section === letter)?.divisions ?? []
  const found = [...new Set(divisions.map((one) => revision.sector[one] ?? null))]
  return found.length === 1 ? named(found[0]!) : null
}

const named = (code: string | null): SectorRow | null => sectors33.find((one) => one.code === code) ?? null
