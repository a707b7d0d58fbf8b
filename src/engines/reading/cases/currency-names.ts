/**
 * Names of currencies in Korean texts: ISO 4217 code, English name, and written forms. A form that stands for several currencies (달러, 프랑, 페소) is in
 * GENERIC with its English name alone.
 */
const ROWS: readonly (readonly [code: string, english: string, forms: string])[] = [
  ['KRW', 'South Korean won', '원|한국 원|대한민국 원|원화'],
  ['KPW', 'North Korean won', '북한 원|조선 원'],
  ['USD', 'United States dollar', '미국 달러|미국달러|미 달러|미달러|미화'],
  ['CAD', 'Canadian dollar', '캐나다 달러|캐나다달러'],
  ['AUD', 'Australian dollar', '호주 달러|호주달러|오스트레일리아 달러'],
  ['NZD', 'New Zealand dollar', '뉴질랜드 달러|뉴질랜드달러'],
  ['HKD', 'Hong Kong dollar', '홍콩 달러|홍콩달러'],
  ['SGD', 'Singapore dollar', '싱가포르 달러|싱가포르달러|싱가폴 달러'],
  ['TWD', 'New Taiwan dollar', '대만 달러|대만달러|신타이완 달러|신 대만 달러'],
  ['JMD', 'Jamaican dollar', '자메이카 달러'],
  ['NAD', 'Namibian dollar', '나미비아 달러'],
  ['FJD', 'Fijian dollar', '피지 달러'],
  ['BND', 'Brunei dollar', '브루나이 달러'],
  ['BSD', 'Bahamian dollar', '바하마 달러'],
  ['BBD', 'Barbadian dollar', '바베이도스 달러'],
  ['TTD', 'Trinidad and Tobago dollar', '트리니다드 토바고 달러'],
  ['LRD', 'Liberian dollar', '라이베리아 달러'],
  ['GYD', 'Guyanese dollar', '가이아나 달러'],
  ['ZWL', 'Zimbabwean dollar', '짐바브웨 달러'],
  ['EUR', 'Euro', '유로|유로화'],
  ['JPY', 'Japanese yen', '엔|엔화|일본 엔|일본엔|일본 엔화'],
  ['CNY', 'Chinese yuan', '중국 위안|위안|위안화|중국위안|런민비|인민폐|중국 위안화'],
  ['GBP', 'British pound', '영국 파운드|파운드 스털링|스털링 파운드'],
  ['EGP', 'Egyptian pound', '이집트 파운드'],
  ['LBP', 'Lebanese pound', '레바논 파운드'],
  ['SYP', 'Syrian pound', '시리아 파운드'],
  ['SDG', 'Sudanese pound', '수단 파운드'],
  ['CHF', 'Swiss franc', '스위스 프랑'],
  ['XOF', 'West African CFA franc', '서아프리카 프랑|서아프리카 CFA 프랑'],
  ['XAF', 'Central African CFA franc', '중앙아프리카 프랑|중앙아프리카 CFA 프랑'],
  ['RWF', 'Rwandan franc', '르완다 프랑'],
  ['BIF', 'Burundian franc', '부룬디 프랑'],
  ['GNF', 'Guinean franc', '기니 프랑'],
  ['INR', 'Indian rupee', '인도 루피'],
  ['PKR', 'Pakistani rupee', '파키스탄 루피'],
  ['LKR', 'Sri Lankan rupee', '스리랑카 루피'],
  ['NPR', 'Nepalese rupee', '네팔 루피'],
  ['MUR', 'Mauritian rupee', '모리셔스 루피'],
  ['SCR', 'Seychellois rupee', '세이셸 루피'],
  ['IDR', 'Indonesian rupiah', '루피아|인도네시아 루피아'],
  ['MVR', 'Maldivian rufiyaa', '루피야|몰디브 루피야'],
  ['RUB', 'Russian ruble', '러시아 루블|루블'],
  ['BYN', 'Belarusian ruble', '벨라루스 루블'],
  ['MXN', 'Mexican peso', '멕시코 페소'],
  ['ARS', 'Argentine peso', '아르헨티나 페소'],
  ['CLP', 'Chilean peso', '칠레 페소'],
  ['COP', 'Colombian peso', '콜롬비아 페소'],
  ['CUP', 'Cuban peso', '쿠바 페소'],
  ['DOP', 'Dominican peso', '도미니카 페소'],
  ['PHP', 'Philippine peso', '필리핀 페소'],
  ['UYU', 'Uruguayan peso', '우루과이 페소'],
  ['BRL', 'Brazilian real', '헤알|브라질 헤알|레알|브라질 레알'],
  ['PEN', 'Peruvian sol', '솔|페루 솔'],
  ['BOB', 'Bolivian boliviano', '볼리비아노'],
  ['VEF', 'Venezuelan bolívar', '볼리바르|베네수엘라 볼리바르'],
  ['PYG', 'Paraguayan guaraní', '과라니'],
  ['CRC', 'Costa Rican colón', '콜론|코스타리카 콜론'],
  ['SVC', 'Salvadoran colón', '엘살바도르 콜론'],
  ['GTQ', 'Guatemalan quetzal', '케찰|과테말라 케찰'],
  ['HNL', 'Honduran lempira', '렘피라|온두라스 렘피라'],
  ['NIO', 'Nicaraguan córdoba', '코르도바|니카라과 코르도바'],
  ['PAB', 'Panamanian balboa', '발보아|파나마 발보아'],
  ['HTG', 'Haitian gourde', '구르드|아이티 구르드'],
  ['SEK', 'Swedish krona', '스웨덴 크로나'],
  ['ISK', 'Icelandic króna', '아이슬란드 크로나|아이슬란드 크로네'],
  ['NOK', 'Norwegian krone', '노르웨이 크로네|노르웨이 크로네화'],
  ['DKK', 'Danish krone', '덴마크 크로네'],
  ['CZK', 'Czech koruna', '체코 코루나|코루나'],
  ['PLN', 'Polish złoty', '즐로티|즈워티|폴란드 즐로티|폴란드 즈워티'],
  ['HUF', 'Hungarian forint', '포린트|헝가리 포린트'],
  ['RON', 'Romanian leu', '루마니아 레우|레우'],
  ['MDL', 'Moldovan leu', '몰도바 레우'],
  ['BGN', 'Bulgarian lev', '레프|불가리아 레프'],
  ['HRK', 'Croatian kuna', '쿠나|크로아티아 쿠나'],
  ['RSD', 'Serbian dinar', '세르비아 디나르'],
  ['MKD', 'Macedonian denar', '데나르|마케도니아 데나르'],
  ['ALL', 'Albanian lek', '레크|알바니아 레크'],
  ['UAH', 'Ukrainian hryvnia', '흐리브냐|흐리우냐|우크라이나 흐리브냐'],
  ['GEL', 'Georgian lari', '라리|조지아 라리|그루지야 라리'],
  ['AMD', 'Armenian dram', '드람|아르메니아 드람'],
  ['AZN', 'Azerbaijani manat', '마나트|아제르바이잔 마나트'],
  ['TMT', 'Turkmenistan manat', '투르크메니스탄 마나트'],
  ['KZT', 'Kazakhstani tenge', '텡게|카자흐스탄 텡게'],
  ['UZS', 'Uzbekistani som', '우즈베키스탄 숨|숨'],
  ['KGS', 'Kyrgyzstani som', '키르기스스탄 솜'],
  ['TJS', 'Tajikistani somoni', '소모니'],
  ['TRY', 'Turkish lira', '터키 리라|튀르키예 리라'],
  ['ITL', 'Italian lira', '이탈리아 리라'],
  ['ILS', 'Israeli new shekel', '셰켈|이스라엘 셰켈|세켈'],
  ['SAR', 'Saudi riyal', '사우디 리얄|사우디아라비아 리얄'],
  ['QAR', 'Qatari riyal', '카타르 리얄'],
  ['OMR', 'Omani rial', '오만 리알'],
  ['YER', 'Yemeni rial', '예멘 리알'],
  ['IRR', 'Iranian rial', '이란 리알'],
  ['AED', 'United Arab Emirates dirham', '아랍에미리트 디르함|디르함|UAE 디르함'],
  ['MAD', 'Moroccan dirham', '모로코 디르함'],
  ['KWD', 'Kuwaiti dinar', '쿠웨이트 디나르'],
  ['BHD', 'Bahraini dinar', '바레인 디나르'],
  ['JOD', 'Jordanian dinar', '요르단 디나르'],
  ['IQD', 'Iraqi dinar', '이라크 디나르'],
  ['TND', 'Tunisian dinar', '튀니지 디나르'],
  ['DZD', 'Algerian dinar', '알제리 디나르'],
  ['LYD', 'Libyan dinar', '리비아 디나르'],
  ['AFN', 'Afghan afghani', '아프가니'],
  ['BDT', 'Bangladeshi taka', '타카|방글라데시 타카'],
  ['MMK', 'Burmese kyat', '짯|미얀마 짯'],
  ['THB', 'Thai baht', '바트|밧|태국 바트|타이 바트|태국 밧'],
  ['VND', 'Vietnamese dong', '베트남 동|동'],
  ['LAK', 'Lao kip', '킵|라오스 킵'],
  ['KHR', 'Cambodian riel', '리엘|캄보디아 리엘'],
  ['MYR', 'Malaysian ringgit', '링깃|링기트|말레이시아 링깃'],
  ['MNT', 'Mongolian tugrik', '투그릭|투그리크|몽골 투그릭'],
  ['MOP', 'Macanese pataca', '파타카|마카오 파타카'],
  ['BTN', 'Bhutanese ngultrum', '눌트럼|부탄 눌트럼'],
  ['ZAR', 'South African rand', '랜드|란드|남아프리카 랜드|남아공 랜드'],
  ['NGN', 'Nigerian naira', '나이라|나이지리아 나이라'],
  ['GHS', 'Ghanaian cedi', '세디|가나 세디'],
  ['KES', 'Kenyan shilling', '케냐 실링'],
  ['UGX', 'Ugandan shilling', '우간다 실링'],
  ['TZS', 'Tanzanian shilling', '탄자니아 실링'],
  ['SOS', 'Somali shilling', '소말리아 실링'],
  ['ETB', 'Ethiopian birr', '비르|에티오피아 비르'],
  ['ERN', 'Eritrean nakfa', '낙파|나크파'],
  ['AOA', 'Angolan kwanza', '콴자|앙골라 콴자'],
  ['ZMW', 'Zambian kwacha', '잠비아 콰차'],
  ['MWK', 'Malawian kwacha', '말라위 콰차'],
  ['MZN', 'Mozambican metical', '메티칼|모잠비크 메티칼'],
  ['BWP', 'Botswana pula', '풀라|보츠와나 풀라'],
  ['SZL', 'Swazi lilangeni', '릴랑게니'],
  ['LSL', 'Lesotho loti', '로티|레소토 로티'],
  ['GMD', 'Gambian dalasi', '달라시|감비아 달라시'],
  ['SLL', 'Sierra Leonean leone', '리온|시에라리온 리온'],
  ['CVE', 'Cape Verdean escudo', '카보베르데 이스쿠두'],
  ['MGA', 'Malagasy ariary', '아리아리'],
  ['WST', 'Samoan tala', '탈라|사모아 탈라'],
  ['TOP', 'Tongan paʻanga', '팡가'],
  ['PGK', 'Papua New Guinean kina', '키나'],
  ['VUV', 'Vanuatu vatu', '바투'],
  ['BTC', 'Bitcoin', '비트코인'],
]

/** Forms that several currencies share, and hundredths: the English name alone. */
const GENERIC: Readonly<Record<string, string>> = {
  ...{
    달러: 'Dollar',
    불: 'Dollar',
    파운드: 'Pound',
    프랑: 'Franc',
    페소: 'Peso',
    루피: 'Rupee',
    크로나: 'Krona',
    크로네: 'Krone',
    디나르: 'Dinar',
    리얄: 'Riyal',
  },
  ...{ 리알: 'Rial', 리라: 'Lira', 실링: 'Shilling', 콰차: 'Kwacha', 마르크: 'Mark', 이스쿠두: 'Escudo' },
  ...{ 센트: 'Cent', 펜스: 'Pence', 페니: 'Penny', 페니히: 'Pfennig', 코페이카: 'Kopek', 상팀: 'Centime', 센타보: 'Centavo' },
}
const SIGNS: Readonly<Record<string, { unit: string; iso?: string }>> = {
  $: { unit: 'Dollar' },
  US$: { unit: 'United States dollar', iso: 'USD' },
  USD: { unit: 'United States dollar', iso: 'USD' },
  '€': { unit: 'Euro', iso: 'EUR' },
  EUR: { unit: 'Euro', iso: 'EUR' },
  '£': { unit: 'Pound' },
  '¥': { unit: 'Japanese yen', iso: 'JPY' },
  '￥': { unit: 'Japanese yen', iso: 'JPY' },
  JPY: { unit: 'Japanese yen', iso: 'JPY' },
  '₩': { unit: 'South Korean won', iso: 'KRW' },
  '￦': { unit: 'South Korean won', iso: 'KRW' },
  KRW: { unit: 'South Korean won', iso: 'KRW' },
}

/** What a form of a currency stands for. */
export type CurrencyName = { unit: string; iso?: string }

const names = new Map<string, CurrencyName>()
for (const [iso, unit, forms] of ROWS) for (const form of forms.split('|')) names.set(form, { unit, iso })
for (const [form, unit] of Object.entries(GENERIC)) names.set(form, { unit })
for (const [form, name] of Object.entries(SIGNS)) names.set(form, name)

const source = (list: Iterable<string>) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[$.]/g, '\\$&'))
    .join('|')

/** Every form behind a number, longest first, as a regular expression source. */
export const CURRENCY_FORMS = source(names.keys())
/** Signs and codes that stand in front of a number. */
export const CURRENCY_SIGNS = source(Object.keys(SIGNS))
/** Forms of three and more syllables or of a well-known kind that name a currency even without a number. */
export const CURRENCY_WORDS = '달러|유로화|파운드|위안화|엔화|센트'

/** The currency of a form. `currencyName('라리')!.iso // => 'GEL'` */
export function currencyName(form: string): CurrencyName | undefined {
  return names.get(form)
}

/** The hundredth that may stand behind a unit (3 달러 50 센트). `isSmallUnit('Cent') // => true` */
export function isSmallUnit(unit: string): boolean {
  return ['Cent', 'Pence', 'Penny', 'Pfennig', 'Kopek', 'Centime', 'Centavo'].includes(unit)
}
