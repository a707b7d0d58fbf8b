/**
 * Administrative areas of Korea (행정구역): the 17 provinces and metropolitan cities with their short forms, and the cities, counties and districts under them.
 * Source: the Local Autonomy Act and the public list of 시·군·구; names change seldom and the table is read at load.
 */
export interface Province {
  readonly name: string
  /** 경북, 광주 … */
  readonly short: string
  /** Other spellings in use: 경북도, 광주시, 전라북도. */
  readonly aliases: readonly string[]
}

export const PROVINCES: readonly Province[] = [
  { name: '서울특별시', short: '서울', aliases: ['서울시'] },
  { name: '부산광역시', short: '부산', aliases: ['부산시'] },
  { name: '대구광역시', short: '대구', aliases: ['대구시'] },
  { name: '인천광역시', short: '인천', aliases: ['인천시'] },
  { name: '광주광역시', short: '광주', aliases: ['광주시'] },
  { name: '대전광역시', short: '대전', aliases: ['대전시'] },
  { name: '울산광역시', short: '울산', aliases: ['울산시'] },
  { name: '세종특별자치시', short: '세종', aliases: ['세종시'] },
  { name: '경기도', short: '경기', aliases: [] },
  { name: '강원특별자치도', short: '강원', aliases: ['강원도', '강원자치도'] },
  { name: '충청북도', short: '충북', aliases: ['충북도'] },
  { name: '충청남도', short: '충남', aliases: ['충남도'] },
  { name: '전북특별자치도', short: '전북', aliases: ['전북도', '전라북도', '전북자치도'] },
  { name: '전라남도', short: '전남', aliases: ['전남도'] },
  { name: '경상북도', short: '경북', aliases: ['경북도'] },
  { name: '경상남도', short: '경남', aliases: ['경남도'] },
  { name: '제주특별자치도', short: '제주', aliases: ['제주도', '제주자치도'] },
]

/** Cities and counties by province, without 시/군/구; the suffix stands first in each list. */
const UNDER: Readonly<Record<string, Readonly<Record<'시' | '군' | '구', string>>>> = {
  서울: {
    시: '',
    군: '',
    구: '종로 중 용산 성동 광진 동대문 중랑 성북 강북 도봉 노원 은평 서대문 마포 양천 강서 구로 금천 영등포 동작 관악 서초 강남 송파 강동',
  },
  부산: { 시: '', 군: '기장', 구: '중 서 동 영도 부산진 동래 남 북 해운대 사하 금정 강서 연제 수영 사상' },
  대구: { 시: '', 군: '달성 군위', 구: '중 동 서 남 북 수성 달서' },
  인천: { 시: '', 군: '강화 옹진', 구: '중 동 미추홀 연수 남동 부평 계양 서 제물포 검단' },
  광주: { 시: '', 군: '', 구: '동 서 남 북 광산' },
  대전: { 시: '', 군: '', 구: '동 중 서 유성 대덕' },
  울산: { 시: '', 군: '울주', 구: '중 남 동 북' },
  세종: { 시: '', 군: '', 구: '' },
  경기: {
    시: '수원 성남 의정부 안양 부천 광명 평택 동두천 안산 고양 과천 구리 남양주 오산 시흥 군포 의왕 하남 용인 파주 이천 안성 김포 화성 광주 양주 포천 여주',
    군: '연천 가평 양평',
    구: '장안 권선 팔달 영통 수정 중원 분당 만안 동안 상록 단원 덕양 일산동 일산서 처인 기흥 수지 원미 소사 오정 만세 효행 병점',
  },
  강원: { 시: '춘천 원주 강릉 동해 태백 속초 삼척', 군: '홍천 횡성 영월 평창 정선 철원 화천 양구 인제 고성 양양', 구: '' },
  충북: { 시: '청주 충주 제천', 군: '보은 옥천 영동 증평 진천 괴산 음성 단양', 구: '상당 서원 흥덕 청원' },
  충남: { 시: '천안 공주 보령 아산 서산 논산 계룡 당진', 군: '금산 부여 서천 청양 홍성 예산 태안', 구: '동남 서북' },
  전북: { 시: '전주 군산 익산 정읍 남원 김제', 군: '완주 진안 무주 장수 임실 순창 고창 부안', 구: '완산 덕진' },
  전남: { 시: '목포 여수 순천 나주 광양', 군: '담양 곡성 구례 고흥 보성 화순 장흥 강진 해남 영암 무안 함평 영광 장성 완도 진도 신안', 구: '' },
  경북: {
    시: '포항 경주 김천 안동 구미 영주 영천 상주 문경 경산',
    군: '의성 청송 영양 영덕 청도 고령 성주 칠곡 예천 봉화 울진 울릉',
    구: '',
  },
  경남: {
    시: '창원 진주 통영 사천 김해 밀양 거제 양산',
    군: '의령 함안 창녕 고성 남해 하동 산청 함양 거창 합천',
    구: '의창 성산 마산합포 마산회원 진해',
  },
  제주: { 시: '제주 서귀포', 군: '', 구: '' },
}

/** One area a name can stand for. */
export interface Area {
  /** Full name of the area itself: 남양주시, 경상남도. */
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'district'
  /** Short name of the province it lies in. */
  readonly province: string
}

const byFullName = new Map<string, Area>()
const byShortName = new Map<string, Area>()

for (const province of PROVINCES) {
  const area: Area = { name: province.name, level: 'province', province: province.short }
  byFullName.set(province.name, area)
  for (const alias of province.aliases) byFullName.set(alias, area)
  byShortName.set(province.short, area)
}
/** Short names too short or too common ever to stand alone for an area. */
const NEVER_ALONE = new Set('중 동 서 남 북 수정 동안 중원 사상 금정 연제 수영 서원 청원 성산 달성 예산 고령 부여 동남 서북'.split(' '))
/** Short names that are everyday words too (양산 mass production, 강화 strengthening): they name the area only where the text gives its full name or its province. */
const AMBIGUOUS = new Set(
  '기장 성주 경기 강화 양산 구리 진도 영양 강진 영광 장수 상주 인제 보은 고성 무안 사천 의성 동해 남해 공주 화성 정선 이천 산청 완도 임실 단양 신안 함안 하동 고창 영동 태안 영주 여주 양주'.split(
    ' ',
  ),
)

/** Whether a short name is an everyday word as well. `isAmbiguousArea('양산') // => true` */
export const isAmbiguousArea = (name: string): boolean => AMBIGUOUS.has(name)

const LEVEL = { 시: 'city', 군: 'county', 구: 'district' } as const
for (const [province, groups] of Object.entries(UNDER))
  for (const suffix of ['시', '군', '구'] as const)
    for (const base of groups[suffix].split(' ')) {
      if (base === '') continue
      const name = `${base}${suffix}`
      const area: Area = { name, level: LEVEL[suffix], province }
      if (!byFullName.has(name)) byFullName.set(name, area)
      if (suffix !== '구' && !NEVER_ALONE.has(base) && !byShortName.has(base)) byShortName.set(base, area)
    }

/** Cities and counties that were joined to others or renamed (통합·승격 이전의 시군): reports of their day act under these names. Source: the Local Autonomy Act's history. */
const FORMER: Readonly<Record<string, string>> = {
  경기: '여주군 양주군 포천군 화성군 김포군 안성군 파주군 이천군 용인군 평택군 남양주군 송탄시 미금시',
  강원: '춘천군 원주군 명주군 삼척군',
  충북: '청원군 중원군 제천군 제원군',
  충남: '연기군 당진군 천안군 아산군 온양시 대천시 보령군 서산군 공주군 논산군',
  전북: '이리시 옥구군 익산군 정주시 정읍군 남원군 김제군 완산군',
  전남: '여천시 여천군 동광양시 광양군 나주군 승주군',
  경북: '금릉군 선산군 영일군 월성군 경주군 경산군 영천군 상주군 점촌시 문경군 안동군 영풍군',
  경남: '마산시 진해시 삼천포시 사천군 충무시 통영군 장승포시 거제군 밀양군 김해군 양산군 울산군 진양군 창원군',
  제주: '북제주군 남제주군',
}
for (const [province, names] of Object.entries(FORMER))
  for (const name of names.split(' '))
    if (!byFullName.has(name)) byFullName.set(name, { name, level: name.endsWith('시') ? 'city' : 'county', province })
// parts of 창원 that go by their own names
for (const base of ['마산', '진해']) byShortName.set(base, byFullName.get(`${base}시`)!)

// cities of more than half a million people and more: 창원특례시
for (const base of ['수원', '고양', '용인', '창원', '화성']) byFullName.set(`${base}특례시`, byFullName.get(`${base}시`)!)

/** Areas of the document that is being read and of no list (see `document-areas.ts`). */
const fullNamesOfText = new Map<string, Area>()
const shortNamesOfText = new Map<string, Area>()

/**
 * What `read` gives where these areas are known besides those of the lists; they are forgotten after it.
 * `withAreas([{ name: '한솔시', level: 'city', province: '' }], () => areaByShortName('한솔')?.name) // => '한솔시'`
 */
export function withAreas<T>(areas: readonly Area[], read: () => T): T {
  for (const area of areas) {
    const short = area.name.slice(0, -1)
    fullNamesOfText.set(area.name, area)
    if (area.level !== 'district' && !byShortName.has(short)) shortNamesOfText.set(short, area)
  }
  try {
    return read()
  } finally {
    fullNamesOfText.clear()
    shortNamesOfText.clear()
  }
}

/** Whether the document that is being read has areas of its own, so that what words are holds for it alone. */
export const hasOwnAreas = (): boolean => fullNamesOfText.size > 0

/** The area with this full name (남양주시, 경남도, 광주광역시), or undefined. */
export const areaByFullName = (name: string): Area | undefined => byFullName.get(name) ?? fullNamesOfText.get(name)

/** The area with this short name (경남, 남양주), or undefined. Everyday words such as 예산 or 중 are no short names. */
export const areaByShortName = (name: string): Area | undefined => byShortName.get(name) ?? shortNamesOfText.get(name)

/** Regions without a government, parts of the world, and countries as the press writes them. All of the country but its capital (비수도권) is no place. */
export const REGIONS: ReadonlySet<string> = new Set(
  '중부내륙권 환동해권 환황해권 서부산권 동부산권 중부지방 남부지방 동해안 서해안 남해안 수도권 경기권 충북권 충남권 전북권 전남권 경북권 경남권 부산권 대구권 대구경북권 광주권 대전권 울산권 부울경 서남권 서북권 동북권 남부권 북부권 호남권 영남권 충청권 동남권 대경권 중부권 강원권 제주권 호남 영남 충청 동남아 동남아시아 중동 유럽 북미 남미 중남미 아프리카 아시아 중앙아시아 유라시아'.split(
    ' ',
  ),
)
export const COUNTRIES: ReadonlySet<string> = new Set(
  (
    '룩셈부르크 아일랜드 포르투갈 루마니아 불가리아 슬로바키아 슬로베니아 크로아티아 세르비아 리투아니아 에스토니아 라트비아 아이슬란드 모로코 나이지리아 에티오피아 탄자니아 콜롬비아 에콰도르 스리랑카 네팔 요르단 바레인 알제리 브루나이 아제르바이잔 미국 중국 일본 독일 프랑스 영국 이탈리아 스페인 네덜란드 벨기에 스위스 스웨덴 노르웨이 덴마크 핀란드 폴란드 체코 헝가리 오스트리아 러시아 우크라이나 캐나다 멕시코 브라질 칠레 아르헨티나 ' +
    '베트남 태국 인도네시아 말레이시아 싱가포르 필리핀 미얀마 캄보디아 라오스 인도 파키스탄 방글라데시 몽골 대만 홍콩 카자흐스탄 우즈베키스탄 튀르키예 터키 이스라엘 사우디아라비아 사우디 아랍에미리트 UAE 카타르 쿠웨이트 오만 이란 이라크 싱가폴 이집트 남아프리카공화국 케냐 호주 뉴질랜드'
  ).split(' '),
)
/** Bays, islands, districts and zones that are known by name alone. Source: maps of the National Geographic Information Institute; general knowledge. */
const TRACTS_MORE =
  '동대문 영등포 마포 용산 송파 서초 양재 홍릉 창동 상계 성수 을지로 남산 신촌 잠실 개포 수서 테크노폴리스 대구테크노폴리스 청주테크노폴리스 구미금오테크노밸리 G밸리 델타플렉스 수원델타플렉스 하이테크밸리 영어교육도시 제주영어교육도시 헬스케어타운 제주헬스케어타운 신화역사공원 제주첨단과학기술단지 첨단과학기술단지 제2첨단과학기술단지 COEX KINTEX BEXCO EXCO 분당 강남 해운대 국제산업물류도시 국제물류도시 동탄2 광양만 영일만 천수만 아산만 가로림만 순천만 진해만 득량만 여자만 함평만 보성만 가막만 고현만 마산만 남양만 경기만 새만금호 시화MTV 거북섬 반달섬 다대포 만리포 ' +
  '고하도 외달도 달리도 안마도 낙월도 상왕등도 개야도 방축도 장자도 고파도 간월도 효자도 소난지도 대이작도 소이작도 승봉도 소야도 백아도 장봉도 볼음도 아차도 상추자도 하추자도 비양도 차귀도 소안도 생일도 금당도 약산도 고금도 신지도 관매도 하조도 상조도 가사도 손죽도 백야도 조발도 화태도 대경도 자은도 안좌도 비금도 도초도 임자도 압해도 암태도 팔금도 하의도 가거도 홍도 진도항 거금도 소록도 금오도 매물도 추자도 마라도 가파도 어청도 대청도 소청도 덕적도 굴업도 자월도 선재도 무의도 실미도 강화도 교동도 석모도 난지도 대난지도 국화도 입파도 비응도 야미도 외연도 원산도 장고도 삽시도 문갑도 월미도 작약도 영도 오륙도 을숙도 거제도 남해도 창선도 미륵도 칠천도 지심도 ' +
  '국가식품클러스터 대덕특구 대덕연구단지 대덕연구개발특구 상암DMC 판교테크노밸리 판교제로시티 마곡지구 구로디지털단지 가산디지털단지 서울디지털산업단지 반월공단 시화공단 반월시화공단 남동공단 여수공단 온산공단 미포공단 창원공단 구미공단 대불공단 성서공단 하남산단 오송생명과학단지 오창과학산업단지 내포신도시 조치원 배곧신도시 왕숙지구 교산지구 창릉지구 대장지구 계양테크노밸리 검단신도시 루원시티 미단시티 무안국제공항 가덕신공항 가덕도신공항 대구경북통합신공항 대구경북신공항 통합신공항 제주신공항 흑산공항 울릉공항 새만금국제공항 새만금신항 새만금신항만 동북아오일허브 여수세계박람회장 알펜시아 평창올림픽플라자 거제케이블카 엑스코 벡스코 킨텍스 송도컨벤시아 김대중컨벤션센터 수원컨벤션센터 창원컨벤션센터 새만금컨벤션센터 코엑스 서울스퀘어 롯데월드 여의도공원 인천내항 부산북항 부산신항 부산항 인천항 울산항 광양항 평택항 평택당진항 군산항 목포항 여수항 포항항 마산항 대산항 당진항 보령항 장항항 동해항 묵호항 삼척항 속초항 호산항 옥계항 완도항 제주항 서귀포항 통영항 고현항 장승포항 옥포항 삼천포항 하동항 진해항 태안항 영일만항 경인항 거문도항 후포항 울릉항'

/** Tracts of land with a name of their own and no government: places that something is built on. */
export const TRACTS: ReadonlySet<string> = new Set(
  (
    '새만금 시화호 아라뱃길 제주첨단 오송 오창 송산그린시티 송도 청라 영종 영종도 판교 광교 마곡 동탄 위례 운정 검단 루원시티 에코델타시티 센텀시티 명지 가덕도 솔라시도 여의도 상암 고척 문정 대덕 둔산 율촌 광양만권 여천 묘도 대불 흑산도 울릉도 독도 백령도 연평도 영흥도 대부도 풍도 안면도 제부도 선유도 고군산군도 무녀도 신시도 청산도 보길도 거문도 나로도 오동도 돌산도 욕지도 한산도 사량도 지리산 설악산 한라산 태백산 오대산 치악산 소백산 덕유산 계룡산 내장산 무등산 팔공산 낙동강 한강 금강 영산강 섬진강 남한강 북한강 만경강 동진강 형산강 태화강 임진강 한탄강 소양강 홍천강 대청호 충주호 소양호 의암호 팔당호 안동호 임하호 합천호 진양호 주암호 옥정호 용담호 시화방조제 새만금방조제 비무장지대 개성공단 판문점 한강신도시 ' +
    TRACTS_MORE
  ).split(' '),
)
/** A few cities and districts abroad that stand for an industry. */
export const FOREIGN_PLACES: ReadonlySet<string> = new Set(
  '애리조나주 캘리포니아주 텍사스주 조지아주 앨라배마주 테네시주 오하이오주 미시간주 인디애나주 켄터키주 뉴욕주 뉴저지주 펜실베이니아주 일리노이주 매사추세츠주 노스캐롤라이나주 사우스캐롤라이나주 버지니아주 메릴랜드주 플로리다주 오리건주 워싱턴주 네바다주 콜로라도주 미네소타주 위스콘신주 미주리주 루이지애나주 바이에른주 작센주 헤센주 온타리오주 퀘벡주 저장성 장쑤성 광둥성 산둥성 랴오닝성 지린성 헤이룽장성 푸젠성 쓰촨성 후베이성 샌디에고 뉘른베르크 뮌스터 뮌헨 베를린 함부르크 프랑크푸르트 뒤셀도르프 쾰른 슈투트가르트 드레스덴 라이프치히 잘츠부르크 리옹 마르세유 툴루즈 로마 토리노 제노바 리스본 포르투 더블린 맨체스터 버밍엄 글래스고 에든버러 안트베르펜 에인트호번 바젤 로잔 그단스크 크라쿠프 브로츠와프 오스트라바 브라티슬라바 자그레브 아테네 디트로이트 피츠버그 덴버 댈러스 오스틴 포틀랜드 피닉스 라스베이거스 호놀룰루 앵커리지 몬테레이 워싱턴 보스턴 시카고 휴스턴 시애틀 샌프란시스코 로스앤젤레스 샌디에이고 애틀랜타 텍사스 캘리포니아 조지아 앨라배마 버지니아 미시간 오하이오 애리조나 플로리다 다보스 제네바 취리히 프라하 바르샤바 부다페스트 암스테르담 로테르담 브뤼셀 스톡홀름 오슬로 헬싱키 코펜하겐 마드리드 바르셀로나 밀라노 모스크바 이스탄불 아부다비 리야드 텔아비브 뭄바이 뉴델리 벵갈루루 쿠알라룸푸르 마닐라 다낭 하이퐁 양곤 프놈펜 광저우 선양 다롄 칭다오 톈진 충칭 쑤저우 난징 옌타이 웨이하이 타이베이 가오슝 후쿠오카 나고야 요코하마 구마모토 홋카이도 시드니 멜버른 토론토 밴쿠버 몬트리올 상파울루 실리콘밸리 뉴욕 도쿄 오사카 베이징 상하이 선전 파리 런던 베를린 뮌헨 두바이 하노이 호찌민 호치민 방콕 자카르타 라스베이거스'.split(
    ' ',
  ),
)
