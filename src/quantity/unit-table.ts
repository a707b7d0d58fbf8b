/** What a unit measures. `count` units carry the guide's unit names (persons, firms …) in their id. */
export type Dimension =
  | 'money'
  | 'area'
  | 'power'
  | 'apparentPower'
  | 'energy'
  | 'length'
  | 'mass'
  | 'volume'
  | 'flow'
  | 'temperature'
  | 'months'
  | 'days'
  | 'seconds'
  | 'count'
  | 'ratio'
  | 'points'
  | 'speed'
  | 'data'

/**
 * How far a unit sign reaches on its right, so that 대 of "2015 대한민국" is not a unit:
 * `free` never part of a longer word (㎡, %), `latin` no Latin letter or figure may follow, `particle` a Hangul syllable that follows must begin
 * a particle or one of the words that go with numbers (이상, 규모 …), `word` a closed word that may be followed by anything but reads as one.
 */
export type Boundary = 'free' | 'latin' | 'particle' | 'word'

/** One row of the registry. `factor` is the exact ratio [numerator, denominator] to the base unit of the dimension, as decimal text. */
export type UnitRow = {
  id: string
  dimension: Dimension
  factor: readonly [string, string]
  boundary: Boundary
  korean: string
  english: string
  forms: readonly string[]
  /** the sign printed after a number, Korean and English */
  sign?: readonly [string, string]
}

type Short = readonly [
  id: string,
  dimension: Dimension,
  factor: string,
  korean: string,
  english: string,
  forms: string,
  sign?: readonly [string, string],
]

const MEASURES: readonly Short[] = [
  ['m2', 'area', '1', '제곱미터', 'square metre', '㎡|m²|m2|제곱미터|제곱 미터|평방미터|평방 미터|헤베', ['㎡', '㎡']],
  ['km2', 'area', '1000000', '제곱킬로미터', 'square kilometre', '㎢|km²|km2|제곱킬로미터|제곱 킬로미터|평방킬로미터|평방 킬로미터', ['㎢', '㎢']],
  ['cm2', 'area', '0.0001', '제곱센티미터', 'square centimetre', '㎠|cm²|cm2|제곱센티미터', ['㎠', '㎠']],
  ['ha', 'area', '10000', '헥타르', 'hectare', 'ha|㏊|헥타르|헥타아르', ['ha', 'ha']],
  ['are', 'area', '100', '아르', 'are', '아르', ['아르', 'a']],
  ['pyeong', 'area', '400/121', '평', 'pyeong', '평|坪', ['평', 'pyeong']],
  ['W', 'power', '0.000001', '와트', 'watt', 'W|와트'],
  ['kW', 'power', '0.001', '킬로와트', 'kilowatt', 'kW|KW|kw|㎾|킬로와트'],
  ['MW', 'power', '1', '메가와트', 'megawatt', 'MW|㎿|메가와트'],
  ['GW', 'power', '1000', '기가와트', 'gigawatt', 'GW|기가와트'],
  ['kVA', 'apparentPower', '0.001', '킬로볼트암페어', 'kilovolt-ampere', 'kVA|㎸A'],
  ['MVA', 'apparentPower', '1', '메가볼트암페어', 'megavolt-ampere', 'MVA'],
  ['Wh', 'energy', '0.001', '와트시', 'watt-hour', 'Wh|와트시'],
  ['kWh', 'energy', '1', '킬로와트시', 'kilowatt-hour', 'kWh|KWh|kwh|㎾h|킬로와트시'],
  ['MWh', 'energy', '1000', '메가와트시', 'megawatt-hour', 'MWh|㎿h|메가와트시'],
  ['GWh', 'energy', '1000000', '기가와트시', 'gigawatt-hour', 'GWh|기가와트시'],
  ['TWh', 'energy', '1000000000', '테라와트시', 'terawatt-hour', 'TWh|테라와트시'],
  ['mm', 'length', '0.001', '밀리미터', 'millimetre', 'mm|㎜|밀리미터|밀리'],
  ['cm', 'length', '0.01', '센티미터', 'centimetre', 'cm|㎝|센티미터|센치미터|센티|센치'],
  ['m', 'length', '1', '미터', 'metre', 'm|미터|메터|M', ['m', 'm']],
  ['km', 'length', '1000', '킬로미터', 'kilometre', 'km|KM|Km|㎞|킬로미터|키로미터|킬로|키로'],
  ['mile', 'length', '1609.344', '마일', 'mile', '마일|mile|miles'],
  ['inch', 'length', '0.0254', '인치', 'inch', '인치|inch|inches'],
  ['foot', 'length', '0.3048', '피트', 'foot', '피트|ft|feet'],
  ['yard', 'length', '0.9144', '야드', 'yard', '야드|yard|yards'],
  ['mg', 'mass', '0.000000001', '밀리그램', 'milligram', 'mg|㎎|밀리그램'],
  ['g', 'mass', '0.000001', '그램', 'gram', 'g|그램|그람'],
  ['kg', 'mass', '0.001', '킬로그램', 'kilogram', 'kg|㎏|KG|Kg|킬로그램|킬로그람'],
  ['t', 'mass', '1', '톤', 'tonne', 't|톤|ton|tons|tonnes'],
  ['lb', 'mass', '0.00045359237', '파운드', 'pound', 'lb|lbs'],
  ['ml', 'volume', '0.001', '밀리리터', 'millilitre', 'ml|mL|㎖|밀리리터'],
  ['L', 'volume', '1', '리터', 'litre', 'L|ℓ|l|리터|리타'],
  ['kL', 'volume', '1000', '킬로리터', 'kilolitre', 'kL|㎘|킬로리터'],
  ['m3', 'volume', '1000', '세제곱미터', 'cubic metre', '㎥|m³|m3|세제곱미터|입방미터|루베', ['㎥', '㎥']],
  ['barrel', 'volume', '158.987294928', '배럴', 'barrel', '배럴|barrel|barrels'],
  ['gallon', 'volume', '3.785411784', '갤런', 'gallon', '갤런|gallon|gallons'],
  ['m3/day', 'flow', '1', '세제곱미터/일', 'cubic metre a day', '㎥/일|m³/일|㎥/d'],
  ['t/day', 'flow', '1', '톤/일', 'tonne a day', '톤/일|t/일'],
  ['m3/h', 'flow', '24', '세제곱미터/시', 'cubic metre an hour', '㎥/h|㎥/시간'],
  ['degC', 'temperature', '1', '섭씨도', 'degree Celsius', '℃|°C|도씨', ['℃', '℃']],
  ['degF', 'temperature', '1', '화씨도', 'degree Fahrenheit', '℉|°F', ['℉', '℉']],
  ['deg', 'temperature', '1', '도', 'degree', '도|°', ['도', '°']],
  ['km/h', 'speed', '1', '시속 킬로미터', 'kilometre an hour', 'km/h|㎞/h'],
  ['GB', 'data', '1', '기가바이트', 'gigabyte', 'GB|기가바이트'],
  ['TB', 'data', '1000', '테라바이트', 'terabyte', 'TB|테라바이트'],
  ['PB', 'data', '1000000', '페타바이트', 'petabyte', 'PB|페타바이트'],
  // kept values (0.312) are ratios; what is said and printed is per cent
  ['ratio', 'ratio', '1', '비율', 'ratio', '', ['%', '%']],
  ['percent', 'ratio', '0.01', '퍼센트', 'per cent', '%|％|퍼센트|프로|퍼센티지|퍼센테이지|percent', ['%', '%']],
  ['permille', 'ratio', '0.001', '퍼밀', 'per mille', '‰|퍼밀', ['‰', '‰']],
  ['hal', 'ratio', '0.1', '할', 'tenth', '할', ['할', ' tenths']],
  ['pp', 'points', '1', '퍼센트포인트', 'percentage point', '%p|%P|％p|%포인트|% 포인트|퍼센트포인트|퍼센트 포인트|%point|%ｐ', ['%p', ' pp']],
  ['multiple', 'count', '1', '배', 'times', '배', ['배', ' times']],
]

const MONEY: readonly (readonly [code: string, korean: string, english: string, forms: string, sign?: readonly [string, string]])[] = [
  ['KRW', '원', 'won', '원|KRW|￦|₩|won|圓', ['원', 'KRW']],
  ['USD', '미국 달러', 'US dollar', '달러|미국 달러|미국달러|미 달러|미달러|불|미불|USD|US$|$|dollars|dollar|美元', ['달러', 'USD']],
  ['EUR', '유로', 'euro', '유로|유로화|EUR|€|euro|euros', ['유로', 'EUR']],
  ['JPY', '엔', 'yen', '엔|엔화|일본 엔|일본엔|JPY|¥|￥|yen|日元|円', ['엔', 'JPY']],
  ['CNY', '위안', 'yuan', '위안|위안화|중국 위안|중국위안|CNY|RMB|yuan|元|人民币', ['위안', 'CNY']],
  ['GBP', '파운드', 'pound sterling', '파운드|영국 파운드|GBP|£|pounds', ['파운드', 'GBP']],
  ['CAD', '캐나다 달러', 'Canadian dollar', '캐나다 달러|캐나다달러|CAD|C$', ['캐나다 달러', 'CAD']],
  ['AUD', '호주 달러', 'Australian dollar', '호주 달러|호주달러|AUD|A$', ['호주 달러', 'AUD']],
  ['HKD', '홍콩 달러', 'Hong Kong dollar', '홍콩 달러|홍콩달러|HKD|HK$', ['홍콩 달러', 'HKD']],
  ['SGD', '싱가포르 달러', 'Singapore dollar', '싱가포르 달러|싱가포르달러|SGD|S$', ['싱가포르 달러', 'SGD']],
  ['TWD', '대만 달러', 'New Taiwan dollar', '대만 달러|대만달러|TWD|NT$', ['대만 달러', 'TWD']],
  ['VND', '동', 'dong', '베트남 동|VND', ['베트남 동', 'VND']],
  ['INR', '루피', 'rupee', '루피|인도 루피|INR|₹', ['루피', 'INR']],
  ['RUB', '루블', 'rouble', '루블|RUB', ['루블', 'RUB']],
  ['CHF', '스위스 프랑', 'Swiss franc', '스위스 프랑|프랑|CHF', ['스위스 프랑', 'CHF']],
  ['AED', '디르함', 'dirham', '디르함|AED', ['디르함', 'AED']],
  ['SAR', '리얄', 'riyal', '리얄|사우디 리얄|SAR', ['리얄', 'SAR']],
  ['GEL', '라리', 'lari', '라리|GEL', ['라리', 'GEL']],
  ['CRC', '코스타리카 콜론', 'colón', '코스타리카 콜론|콜론|CRC', ['코스타리카 콜론', 'CRC']],
]

/** A hundredth of a currency, written behind it (3달러 50센트): id, the currency it may belong to, forms. */
const CENTS: readonly (readonly [id: string, currency: string, korean: string, forms: string])[] = [
  ['USD/100', 'USD', '센트', '센트|cents|cent|¢'],
  ['GBP/100', 'GBP', '펜스', '펜스|페니|pence'],
]

/** Count units: the guide's unit, Korean and English, the counters that give it. Several counters (개, 곳, 건, 대) leave the noun to the reader. */
const COUNTS: readonly (readonly [id: string, korean: string, english: string, forms: string])[] = [
  ['persons', '명', 'persons', '명|인|사람'],
  ['jobs', '개 일자리', 'jobs', '개 일자리|개의 일자리'],
  ['firms', '개사', 'firms', '개사|개 사|개 기업|개기업|개 업체|개업체|개 회사|사|社|곳의 기업|개 스타트업'],
  ['factories', '개 공장', 'factories', '개 공장|개공장|개소 공장|개동 공장'],
  ['projects', '개 사업', 'projects', '개 사업|개사업|개 프로젝트|개 과제|개과제|대 과제|대 사업|대 프로젝트'],
  ['cases', '건', 'cases', '건|件'],
  ['zones', '개 지구', 'zones', '개 지구|개지구|개 구역|개 특구|개 권역|개 단지 구역'],
  ['complexes', '개 단지', 'complexes', '개 단지|개단지|개 산업단지|개 산단|개 농공단지'],
  [
    'regions',
    '개 지역',
    'regions',
    '개 지역|개지역|개 시군|개 시·군|개 시·도|개 시도|개 시|개 군|개 구|개 도|개 도시|개 나라|개국|개 국가|개 읍면동|개 읍·면·동',
  ],
  ['institutions', '개 기관', 'institutions', '개 기관|개기관|개 대학|개 대학교|개 연구소|개 학교|개교|개 단체|개 연구기관|개 공공기관'],
  ['parties', '자', 'parties', '자|개 당사자'],
  ['sites', '개소', 'sites', '개소|곳|군데|개 부지|필지|개 필지|개 블록|개 현장'],
  ['buildings', '동', 'buildings', '동|개동|개 동|棟|개 건물'],
  ['units', '기', 'units', '기|대|척|량'],
  ['floors', '층', 'floors', '층|개 층|개층'],
  ['rooms', '실', 'rooms', '실|개실|개 실|객실|호실'],
  ['households', '가구', 'households', '가구|세대|호'],
  ['items', '개', 'items', '개|가지|종|품목|식|매|권|편|벌|자루|마리|개 품목|개 항목|병상|석|좌석|면|구좌|부|부스|개 부스'],
  ['fields', '개 분야', 'fields', '개 분야|개분야|개 부문|개부문|개 업종|개업종|개 산업'],
  ['teams', '팀', 'teams', '팀|개팀|개 팀'],
  ['departments', '개 부서', 'departments', '개 부서|개부서|개 과|개과|개 실국|개 국|개 학과|개 부처'],
  ['clusters', '개 클러스터', 'clusters', '개 클러스터'],
  ['holes', '홀', 'holes', '홀|개 홀'],
  ['years_old', '세', 'years old', '세|살|歲'],
  ['index', '점', 'points', '점'],
  ['times', '회', 'times', '회|차례|번|회차'],
  ['TEU', 'TEU', 'TEU', 'TEU|티이유'],
]

const DURATIONS: readonly (readonly [id: string, dimension: Dimension, factor: string, korean: string, english: string, forms: string])[] = [
  ['year', 'months', '12', '년', 'years', '년|년간|개년|년여'],
  ['month', 'months', '1', '개월', 'months', '개월|개월간|달'],
  ['week', 'days', '7', '주', 'weeks', '주|주간|주일'],
  ['day', 'days', '1', '일', 'days', '일|일간'],
  ['hour', 'seconds', '3600', '시간', 'hours', '시간'],
  ['minute', 'seconds', '60', '분', 'minutes', '분|분간'],
  ['second', 'seconds', '1', '초', 'seconds', '초'],
]

function split(forms: string): string[] {
  return forms === '' ? [] : forms.split('|')
}

/** Latin signs end before a letter; CJK compatibility signs end anywhere; Hangul counters need a particle after them. */
function boundaryOf(form: string): Boundary {
  const last = form.charCodeAt(form.length - 1)
  if (last >= 0xac00 && last <= 0xd7a3) return form.length >= 3 ? 'word' : 'particle'
  return (last >= 0x41 && last <= 0x5a) || (last >= 0x61 && last <= 0x7a) || (last >= 0x30 && last <= 0x39) ? 'latin' : 'free'
}

function ratio(text: string): readonly [string, string] {
  const [n, d] = text.split('/')
  return [n!, d ?? '1']
}

function row(
  id: string,
  dimension: Dimension,
  factor: string,
  korean: string,
  english: string,
  forms: string,
  sign?: readonly [string, string],
): UnitRow {
  const list = split(forms)
  return { id, dimension, factor: ratio(factor), boundary: boundaryOf(list[0] ?? korean), korean, english, forms: list, ...(sign ? { sign } : {}) }
}

/** Every unit the platform knows, as data. A row's first form is the one printed unless `sign` says otherwise. */
export const UNIT_ROWS: readonly UnitRow[] = [
  ...MEASURES.map((m) => row(...m)),
  ...MONEY.map(([id, ko, en, forms, sign]) => row(id, 'money', '1', ko, en, forms, sign)),
  ...CENTS.map(([id, , ko, forms]) => row(id, 'money', '0.01', ko, ko, forms)),
  ...COUNTS.map(([id, ko, en, forms]) => row(id, 'count', '1', ko, en, forms)),
  ...DURATIONS.map(([id, dimension, factor, ko, en, forms]) => row(id, dimension, factor, ko, en, forms)),
]

/** The boundary of one written form. `boundaryOfForm('㎡') // => 'free'` */
export function boundaryOfForm(form: string): Boundary {
  return boundaryOf(form)
}

/** The currency that a hundredth (센트, 펜스) belongs to, or null. `currencyOfCent('USD/100') // => 'USD'` */
export function currencyOfCent(id: string): string | null {
  return CENTS.find(([cent]) => cent === id)?.[1] ?? null
}
