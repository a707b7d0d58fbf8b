import { areaByFullName } from './gazetteer/areas.ts'
import { isMedia, publicBody } from './gazetteer/bodies.ts'
import { remembered } from './remembered.ts'

/** Governments, and the offices of free economic zones, which report what they attract as their own. */
export const isGovernment = (value: string): boolean => areaByFullName(value) !== undefined || value.endsWith('경제자유구역청')

/** Ministries, governments, public bodies and schools: parties that bring no investment of their own. */
const PUBLIC =
  /(?:부|처|청|(?:연구|진흥|기술|개발|의료|평가|관리|교육|문화|보건|정보|감독|시험|인증|지원|정책|과학|복지|표준|품질|연수|수련|법|병|위|요양|학|공사|사무|감사)원|시|군|구|도|의회|공단|재단|진흥원|연구원|연구소|기술원|대학교|대학|(?<!현)대|테크노파크|TP|협회|상공회의소|위원회|센터|정부|병원|학교|신문|일보|뉴스|방송|닷컴|박물관|미술관|도서관|과학관|유치단|사절단|대표단|방문단|추진단|지원단)$/

/** No city has so long a name: 가람아이엔시. */
const LONG = /^(?!.*(?:특별|광역|특례|자치))[가-힣]{5,}[시군구도]$/
/** A legal form is nobody. */
const FORM_ALONE = /^(?:농업|어업)회사법인(?:주식회사|유한회사)?$|^(?:영농|영어)조합법인$/

/** Whether an organisation may be an investor: a firm by form, or one that is no public body. `isFirm('㈜신라') // => true` */
export const isFirm = remembered(
  (name: string): boolean =>
    !FORM_ALONE.test(name) &&
    (LONG.test(name) ||
      /^(?:㈜|\(주\)|주식회사|유한회사)|(?:㈜|\(주\)|유한회사|주식회사)$/.test(name) ||
      (!isGovernment(name) && !PUBLIC.test(name) && name.length > 1 && !isMedia(name) && publicBody(name) === undefined)),
)

/** Governments, ministries and public corporations: what they spend is a budget. `isPublicPayer('강원개발공사') // => true` */
export const isPublicPayer = (name: string): boolean =>
  (isGovernment(name) && !name.endsWith('경제자유구역청')) ||
  /(?:개발|도시|교통|시설|관광|환경|주택|수자원|농어촌|철도|도로|항만|공항|산업단지)(?:관리)?(?:공사|공단)$|^(?:정부|LH)$|[가-힣](?:부|청)$/.test(
    name,
  )

/** Newspapers and broadcasters report; they are no party. */
export const isOutlet = remembered(
  (name: string): boolean => isMedia(name) || /(?:신문|일보|뉴스|방송|저널|타임스|타임즈|데일리|투데이|통신사|경제TV)$/.test(name),
)

/** Public corporations that invest as firms do. */
export const isCorporation = (name: string): boolean =>
  /(?:발전|전력|가스공사|석유공사|수력원자력|철도공사|도로공사|공항공사|항만공사|토지주택공사|지역난방공사)$/.test(name)
