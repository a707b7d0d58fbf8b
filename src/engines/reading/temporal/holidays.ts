/**
 * A named day (공휴일·기념일). `month`/`day` in the solar calendar; `lunar` in the Korean lunisolar calendar (음력); `weekday` the nth weekday of a month
 * (nth −1 is the last); `easter` days from Easter Sunday. `english` is the name in other languages' data.
 */
export type Holiday = {
  id: string
  forms: readonly string[]
  english: string
  rule:
    | { kind: 'solar'; month: number; day: number }
    | { kind: 'lunar'; month: number; day: number }
    | { kind: 'weekday'; month: number; nth: number; weekday: number }
    | { kind: 'easter'; days: number }
}

const solar = (english: string, month: number, day: number, forms: string): Holiday => ({
  id: english,
  english,
  forms: forms.split('|'),
  rule: { kind: 'solar', month, day },
})
const lunar = (english: string, month: number, day: number, forms: string): Holiday => ({
  id: english,
  english,
  forms: forms.split('|'),
  rule: { kind: 'lunar', month, day },
})
const nth = (english: string, month: number, place: number, weekday: number, forms: string): Holiday => ({
  id: english,
  english,
  forms: forms.split('|'),
  rule: { kind: 'weekday', month, nth: place, weekday },
})
const easter = (english: string, days: number, forms: string): Holiday => ({
  id: english,
  english,
  forms: forms.split('|'),
  rule: { kind: 'easter', days },
})

/** Holidays and memorial days that Korean texts name, Korean ones first. Dates: 관공서의 공휴일에 관한 규정, 각종 기념일 등에 관한 규정. */
export const HOLIDAYS: readonly Holiday[] = [
  solar("New Year's Day", 1, 1, '신정|양력설|양력 설|새해'),
  lunar('Lunar New Year', 1, 1, '설날|구정|음력설|음력 설'),
  lunar('First Full Moon', 1, 15, '정월대보름|정월 대보름|대보름'),
  solar('Independence Movement Day', 3, 1, '삼일절|3.1절|3·1절|3ㆍ1절'),
  solar('Arbor Day', 4, 5, '식목일'),
  solar("April Fools' Day", 4, 1, '만우절'),
  solar('Labour Day', 5, 1, '근로자의 날|근로자의날|노동절|메이데이|국제 노동자의 날|노동자의 날'),
  solar("Children's Day", 5, 5, '어린이날|어린이 날'),
  solar("Parents' Day", 5, 8, '어버이날|어버이 날'),
  solar("Teachers' Day", 5, 15, '스승의 날|스승의날|교사의 날'),
  lunar("Buddha's Birthday", 4, 8, '석가탄신일|부처님 오신 날|부처님오신날|부처님 오신날|초파일'),
  lunar('Dano', 5, 5, '단오절|단옷날|단오'),
  solar('Memorial Day', 6, 6, '현충일'),
  solar('Korean War Day', 6, 25, '육이오|6.25|6·25 전쟁일'),
  solar('Constitution Day', 7, 17, '제헌절'),
  lunar('Chilseok', 7, 7, '칠석'),
  solar('Liberation Day', 8, 15, '광복절'),
  lunar('Chuseok', 8, 15, '추석|한가위|중추절'),
  solar('Armed Forces Day', 10, 1, '국군의 날|국군의날'),
  solar('National Foundation Day', 10, 3, '개천절|건국기념일'),
  solar('Hangul Day', 10, 9, '한글날|한글 날'),
  solar('United Nations Day', 10, 24, '유엔의 날|유엔의날|국제연합일'),
  solar('Christmas Eve', 12, 24, '크리스마스 이브|크리스마스이브|성탄 전야|성탄전야|이브'),
  solar('Christmas', 12, 25, '크리스마스|성탄절|기독탄신일'),
  lunar("Lunar New Year's Eve", 12, 30, '섣달그믐날|섣달그믐|섣달 그믐날|섣달 그믐'),
  solar("Valentine's Day", 2, 14, '발렌타인데이|밸런타인데이|발렌타인 데이|밸런타인 데이'),
  solar('White Day', 3, 14, '화이트데이|화이트 데이'),
  solar("International Women's Day", 3, 8, '국제 여성의 날|세계 여성의 날|여성의 날'),
  solar('Earth Day', 4, 22, '지구의 날'),
  solar('Halloween', 10, 31, '할로윈|핼러윈|할로윈데이|핼러윈데이|할로윈 데이|핼러윈 데이'),
  solar("All Saints' Day", 11, 1, '만성절|모든 성인의 날'),
  solar('American Independence Day', 7, 4, '미국 독립기념일|미국 독립 기념일|독립기념일|독립 기념일'),
  solar('Groundhog Day', 2, 2, '그라운드호그 데이|그라운드호그데이|성촉절'),
  solar("Saint Patrick's Day", 3, 17, '성 패트릭의 날|성 패트릭 데이|세인트 패트릭 데이'),
  solar('World Water Day', 3, 22, '세계 물의 날|물의 날'),
  solar('April Revolution', 4, 19, '4.19 혁명|4·19 혁명|4.19혁명 기념일|사일구 혁명'),
  solar('Science Day', 4, 21, '과학의 날'),
  solar('Gwangju Democratization Movement Day', 5, 18, '5.18 민주화운동 기념일|5·18 민주화운동 기념일'),
  solar('Environment Day', 6, 5, '세계 환경의 날|환경의 날'),
  solar('Veterans Day', 11, 11, '재향 군인의 날|재향군인의 날|참전 용사의 날|참전용사의 날|베테랑스 데이'),
  solar('Pepero Day', 11, 11, '빼빼로데이|빼빼로 데이'),
  solar("New Year's Eve", 12, 31, '새해 전야|제야'),
  nth('Martin Luther King Jr. Day', 1, 3, 1, '마틴 루터 킹 데이|마틴 루터 킹의 날|마틴 루터 킹 목사의 날'),
  nth("Presidents' Day", 2, 3, 1, '대통령의 날'),
  nth("Mother's Day", 5, 2, 7, '어머니의 날|어머니날'),
  nth("Father's Day", 6, 3, 7, '아버지의 날|아버지날'),
  nth('American Memorial Day', 5, -1, 1, '미국 현충일|메모리얼 데이|메모리얼데이'),
  nth('American Labor Day', 9, 1, 1, '미국 노동절|레이버 데이'),
  nth('Columbus Day', 10, 2, 1, '콜럼버스의 날|콜럼버스 데이'),
  nth('Thanksgiving', 11, 4, 4, '추수감사절|추수 감사절'),
  nth('Black Friday', 11, 4, 5, '블랙프라이데이|블랙 프라이데이'),
  easter('Easter', 0, '부활절'),
  easter('Good Friday', -2, '성금요일|성 금요일'),
  easter('Clean Monday', -48, '클린 먼데이'),
  easter('Ash Wednesday', -46, '재의 수요일'),
]

const byForm = new Map<string, Holiday>()
for (const holiday of HOLIDAYS) for (const form of holiday.forms) byForm.set(form, holiday)

/** Every written form, longest first, as one regular expression source. */
export const HOLIDAY_FORMS = [...byForm.keys()]
  .sort((a, b) => b.length - a.length)
  .map((form) => form.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|')

/** The holiday of a written form. `holidayOfForm('한가위')!.id // => 'Chuseok'` */
export function holidayOfForm(form: string): Holiday | undefined {
  return byForm.get(form)
}

/** The holiday of an id. `holidayOf('Chuseok')!.forms[0] // => '추석'` */
export function holidayOf(id: string): Holiday | undefined {
  return HOLIDAYS.find((holiday) => holiday.id === id)
}
