/**
 * 전국동시지방선거: the days of the nationwide local elections, and the earliest day on which somebody may be a preliminary candidate (예비후보자).
 * Days: 중앙선거관리위원회 선거통계시스템 (info.nec.go.kr), 역대선거정보. First day: 공직선거법 제60조의2제1항, 시·도지사 선거일 전 120일; it is the earliest of all
 * posts of a local election (시장·구청장·시의원 선거기간개시일 전 90일, 군수·군의원 60일), so a day before it lies in no period of any post.
 * The rule has stood since 2010-01-25 for local elections; a later row replaces nothing, it adds an election.
 */
export interface LocalElectionRow {
  readonly name: string
  readonly nameEn: string
  /** 선거일. */
  readonly day: string
  /** 예비후보자 등록이 시작되는 날 (시·도지사). */
  readonly candidatesFrom: string
  readonly source: string
}

/** 재·보궐선거로 뽑은 지방자치단체의 장·교육감: posts of local government that were up between nationwide elections. */
export interface ByElectionRow {
  readonly day: string
  readonly candidatesFrom: string
  /** Posts as an article writes them before 예비후보, the first words first. */
  readonly posts: readonly string[]
  readonly source: string
}

const nec = '중앙선거관리위원회 선거통계시스템, 역대선거정보; 공직선거법 제60조의2'
const local = (order: number, day: string, candidatesFrom: string): LocalElectionRow => ({
  name: `제${order}회 전국동시지방선거`,
  nameEn: `local elections of ${day.slice(0, 4)}`,
  day,
  candidatesFrom,
  source: nec,
})

export const localElections: readonly LocalElectionRow[] = [
  local(5, '2010-06-02', '2010-02-02'),
  local(6, '2014-06-04', '2014-02-04'),
  local(7, '2018-06-13', '2018-02-13'),
  local(8, '2022-06-01', '2022-02-01'),
  local(9, '2026-06-03', '2026-02-03'),
]

const by = (day: string, candidatesFrom: string, ...posts: string[]): ByElectionRow => ({ day, candidatesFrom, posts, source: nec })

export const byElections: readonly ByElectionRow[] = [
  by('2011-04-27', '2010-12-28', '강원도지사', '강원지사'),
  by('2011-10-26', '2011-06-28', '서울시장', '서울특별시장'),
  by('2012-12-19', '2012-08-21', '경남도지사', '경남지사', '서울시교육감', '서울교육감'),
  by('2021-04-07', '2020-12-08', '서울시장', '서울특별시장', '부산시장', '부산광역시장', '울산남구청장', '남구청장', '의령군수'),
  by('2023-04-05', '2022-12-06', '울산시교육감', '울산교육감', '창녕군수'),
  by('2024-10-16', '2024-06-18', '서울시교육감', '서울교육감', '금정구청장', '강화군수', '곡성군수', '영광군수'),
  by('2025-04-02', '2024-12-03', '부산시교육감', '부산교육감', '구로구청장', '아산시장', '김천시장', '거제시장', '담양군수'),
]
