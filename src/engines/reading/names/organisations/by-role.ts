import { cued } from '../../cue.ts'
import { UNKNOWN, type Word } from '../../words.ts'
import { isStrange, mayBeFirm, type NameCandidate, pushFirm } from '../candidate.ts'
import { soundsMade } from '../sound.ts'

/** What a frame proves of the word in it: a firm whatever it looks like, a firm if it is no person, or a firm only if it sounds like one. */
type Proof = 'firm' | 'firm-or-person' | 'if-made'

/** What stands right before and right after a word (with its particle) that fills a part only firms fill. */
interface Frame {
  readonly after: RegExp
  readonly before?: RegExp
  readonly proof: Proof
  /** At the head of its sentence or clause. */
  readonly opens?: true
}

/** Offices that only a firm or a body is chosen for (사업자, 시행자, 시공사). */
const CHOSEN =
  '(?:우선\\s?협상\\s?대상자|우선협상자|협상\\s?대상자|(?:사업\\s?|공동\\s?사업\\s?)?시행자|(?:민간\\s?|발전\\s?|공동\\s?|우선\\s?)?사업자|시공사|운영사|운영자|낙찰자|주관사|주간사|공급사|개발사|수탁자|수탁\\s?기관|적격자|실시협약 대상자)'
const CHOOSES = '(?:골|고르|뽑|선정|지정|정[했하한해]|확정|택[했하]|낙점|결정)'
const FIRMS = '(?:기업|업체|회사|협력사|투자사|건설사|제조사|참여사)'
const NUMBER = '(?:\\d{1,3}|두|세|네|다섯|여섯|일곱|여덟|아홉|열)'
/** What of a project is handed to a firm (시공, 운영). */
const TASK = '(?:시공|운영|설계|건설|개발|시행|분양|관리|공사|감리|위탁운영|투자|공급|생산|물류|건립|조성|제작|납품|금융 ?주선)'
const MONEY = '[\\d,.천백]+ ?(?:조|억|만)[\\d,.천백억만 ]*(?:여 ?)?(?:원|달러|유로|엔|위안)'
const WORKS =
  '(?:[가-힣]{0,4}공장|[가-힣]{0,3}창고|호텔|리조트|콘도|[가-힣]{0,3}연구소|[가-힣]{0,3}라인|[가-힣]{0,4}센터|사옥|매장|[가-힣]{0,4}발전소|본사|물류센터|아파트|골프장)'
const HEADS = '(?:대표이사|대표|회장|부회장|사장|부사장|전무|상무|이사|최고경영자|CEO|본부장|공장장)'

/** What only one who acts does with an amount; what is laid out on a road or a hall has no such verb. */
const PUTS =
  '(?:을|를|씩)? ?(?:[가-힣]{1,6} ){0,2}(?:적어 ?[냈낸내]|써 ?[냈낸내넣]|투자[하한할해했]|넣[는기을었고]|낸다|내기로|내겠|냈다|내고 |내놓|쏟[는아기]|붓[는기고]|부어|보태|보탠|대기로|댄다|(?:들여|써|투입해|으로|로) (?:[가-힣0-9]{1,6} ){0,2}(?:공장|라인|생산라인|설비|연구소|물류센터|본사|사옥)[을를] (?:[가-힣]{1,4} )?(?:짓|지어|지을|세우|세워|세울|넓|늘|옮|신설|증설|건립|신축|증축|확장|갖추|들))'
/** "60억원을 적어 냈다", "50억원, Y는 51억원을 써 공장을 넓힌다", "각각 50억원과 51억원을 투자한다", "각각 30명과 40명을 뽑는다". */
const AMOUNTS = `(?:각각 )?(?:(?:${MONEY}(?:[과와,·]| 및)[^.\\n]{0,140}?)?${MONEY}${PUTS}|(?:\\d[\\d,천백]*여? ?명[과와,·] ?)?\\d[\\d,천백]*여? ?명[을를] (?:[가-힣]{1,4} ){0,2}(?:뽑|채용|고용))`
/** "투자액은 각각 310억원과 285억원" */
const OWN_FIGURE = '(?:투자액|투자 ?금액|투자 ?규모|투자비|고용 ?인원|고용 ?규모|채용 ?인원|채용 ?규모)[은는이가] (?:각각 |모두 |약 )?\\d'
const ONE_MORE = '[가-힣A-Za-z0-9㈜()]{2,14}'

const AFTER_ANYTHING = /^/

/** "X를 우선협상대상자로 골랐다", "우선협상대상자로 X를 골랐다" and the passive. */
const CHOSEN_ONE: readonly Frame[] = [
  { after: new RegExp(`^ (?:[가-힣0-9]{1,8} ){0,3}${CHOSEN}로 (?:[가-힣]{2} )?${CHOOSES}`), proof: 'firm' },
  {
    after: new RegExp(`^ (?:[가-힣]{2} )?${CHOOSES}|^ (?:선정|지정|확정|결정)(?:됐|되|돼)`),
    before: new RegExp(`${CHOSEN}(?:로|로는) (?:[가-힣]{2} )?$`),
    proof: 'firm',
  },
]

const OBJECT: readonly Frame[] = [
  ...CHOSEN_ONE,
  // "X를 비롯한 4개 기업과"
  {
    after: new RegExp(
      `^ (?:비롯|포함)(?:한|해|하여|해서) (?:[가-힣]{1,7} ){0,3}(?:${NUMBER} ?(?:개 ?)?(?:[가-힣]{0,4}${FIRMS}|사(?![가-힣]{0,3}업)|개사)|${FIRMS} ${NUMBER} ?(?:곳|개|사)|[가-힣]{0,4}${FIRMS}(?:들|과|와|이|가|은|는))`,
    ),
    proof: 'firm',
  },
]

const ACTOR: readonly Frame[] = [
  ...CHOSEN_ONE,
  // "X가 운영을 맡는다", "시공은 X가 맡는다"
  { after: new RegExp(`^ (?:[가-힣]{1,8} ){0,2}${TASK}(?:[과와·] ?${TASK})?[을를] (?:[가-힣]{2} )?맡`), proof: 'firm-or-person' },
  { after: /^ (?:[가-힣]{1,4} )?맡(?:는|았|기로|아|고|을)/, before: new RegExp(`${TASK}(?:은|는|을|를|도) $`), proof: 'firm-or-person' },
  // "호텔은 X가 짓는다"
  { after: /^ (?:[가-힣]{1,4} )?(?:짓|지어|지을|지었|세우|세운|건설|운영)/, before: new RegExp(`${WORKS}[은는도] $`), proof: 'firm-or-person' },
  // "돈은 X가 낸다", "300억원은 X가 댄다"
  {
    after: /^ (?:모두 |전액 )?(?:댄다|대기로|대고|부담|낸다|내기로|책임)/,
    before: /(?:\d ?[억조만]?\s?원|돈|비용|사업비|투자금|공사비|자금|재원|나머지)[은는] $/,
    proof: 'firm-or-person',
  },
  { after: new RegExp(`^ ${AMOUNTS}`), proof: 'firm' },
  // "X가 고른 땅은", "X가 넣을 돈은"
  {
    after: /^ (?:새로 )?(?:고른|사들인|빌린|분양받은|계약한|매입한|낙찰받은|택한|쓸|확보한) (?:땅|부지|터|용지|자리)[은는이가을를도]/,
    proof: 'firm-or-person',
  },
  { after: /^ (?:넣을|넣는|들일|쓸|투자할|투입할|댈|내놓을|쏟을) (?:돈|금액|자금|액수)[은는이가]/, proof: 'firm-or-person' },
  // "X가 세우는 공장은", "X가 낸 투자의향서를", "X가 인수한 옛 공장"
  {
    after: new RegExp(
      `^ (?:[가-힣]{2,6}에 )?(?:세우는|세운|세울|짓는|지은|지을|짓던|인수한|운영하는|운영하던|추진하는|추진하던|제안한|건설하는|건립하는|내놓은|낸|제출한) (?:[가-힣0-9]{1,6} ){0,2}(?:${WORKS}|터|부지|[가-힣]{0,2}의향서|[가-힣]{0,2}제안서|사업계획서|투자계획)`,
    ),
    proof: 'firm-or-person',
  },
  // "사료 업계 1위인 X가"
  { after: AFTER_ANYTHING, before: /(?:업계|국내|세계|시장|점유율|부문|분야) \d{1,2}위(?:인)? $/, proof: 'firm' },
  // "X가 부도를 냈다", "X는 코스닥에 상장했다"
  { after: /^ (?:[^.,\n]{0,16} )?(?:부도|법정관리|파산|회생절차|워크아웃|코스닥|코스피|상장했|상장한)/, proof: 'firm-or-person' },
]

const TOPIC: readonly Frame[] = [
  ...ACTOR,
  // "X는 부품을 만드는 회사다"
  {
    after:
      /^[^.\n]{0,70}(?:만드는|생산하는|제조하는|개발하는|공급하는|가공하는|판매하는|다루는|조립하는|수출하는|납품하는|설계하는|전문|제조|제작|생산) ?(?:[가-힣]{2,4} )?(?:업체|기업|회사|제조사|제조업체|중견기업|강소기업)(?:이?다|입니다|로,|로 )/,
    proof: 'firm',
    opens: true,
  },
  // "X는 국내 1위 사료 업체다", "X는 1998년 문을 연 뿌리기업이다"
  {
    after:
      /^ (?:국내|세계|\d{4}년|지역|새솔|코스닥|코스피|[가-힣]{2,6}에|[가-힣]{2,6}에서) [^.\n]{0,50}[가-힣]*(?:업체|기업|회사|제조사|건설사)(?:이?다|입니다|로,|로 )/,
    proof: 'firm-or-person',
    opens: true,
  },
]

const OWNER: readonly Frame[] = [
  { after: new RegExp(`^ ${OWN_FIGURE}`), proof: 'firm' },
  // "X의 이가람 대표는"
  { after: new RegExp(`^ [가-힣]{2,4} (?:공동|각자|총괄)?\\s?${HEADS}(?:는|은|이|가|도|와|과|,|\\(|$| )`), proof: 'firm' },
  // "X의 새 공장이", "X의 진출은"
  {
    after:
      /^ (?:새 |신규 |두 번째 |제2|[가-힣]{2,4} )?(?:공장|신공장|생산라인|연구소|사옥|물류센터)(?:이|가|은|는|을|를|도|에|에서|건립|증설|착공|준공) /,
    proof: 'firm-or-person',
  },
  { after: /^ (?:[가-힣]{2,4} )?(?:진출|철수|증설|입주|투자 철회|투자 포기|투자 결정)[은는이가을를]? /, proof: 'firm-or-person' },
  // "시와 X의 협상이"
  { after: /^ (?:[가-힣]{1,4} )?(?:협상|협약|계약|협의|합의|MOU)/, before: /[가-힣]?[시군도구청][와과] $/, proof: 'firm' },
]

/** "컨소시엄에는 X와 Y가 참여한다": what the rest of the sentence says of a row. */
const JOINS = /(?:참여|들어|함께|합류|이름을 올|가세)/
const CONSORTIUM = /컨소시엄에(?:는|도)? (?:[^.,]{0,20}, )?$/

/** "새솔시와 X는 5일 투자협약을 맺었다": who signs with an office. */
const SIGNS_WITH = /^ [^.]{0,30}(?:협약|양해각서|MOU|계약)[을를]? ?(?:맺|체결|서명)/
const isOffice = (word: Word | undefined): boolean =>
  word !== undefined &&
  /^[와과]$/.test(word.cls.particle) &&
  (word.cls.kind === 'area' || word.cls.kind === 'body' || /[가-힣]{2}[시군도구청]$/.test(word.cls.stem))

/** "사업자는 X다", "나머지 한 곳은 X로": who fills a part that only a firm fills. */
const WHO = new RegExp(
  `(?:(?:${CHOSEN}|시행사|참여사|투자사|제조사|인수자|매수자|새 주인|땅 주인|땅주인|건물주|주인공|파트너|(?:첫|마지막|다음|[두세네] ?번째|\\d번) ?(?:주자|타자|기업|업체|회사|손님|입주기업)|(?:회사|법인|기업|업체|합작사|합작법인) (?:이름|명칭)|상호|사명|법인명|업체명|기업명|[한할하온올낸된될인는은] (?:기업|업체|회사)|투자 ?기업|입주 ?기업|협약 ?기업|협력 ?업체|(?:짓는|세우는|투자하는|들어오는|손을 든|서명한|나선|뛰어든) (?:곳|데))(?:은|는)|(?:또 다른|나머지|다른|남은|마지막) 한 (?:곳|업체|회사|기업)은) $`,
)
const IS = /^(?:이다|다|입니다|로|으로|이었다|였다|인데|이며|이고|이고요|로서|라고|이라고)$/
/** What may be said of them that is no name: "사업자는 미정이다". */
const NO_NAME =
  /^(?:컨소시엄|재단|공단|시설공단|무명|외지|타지|외부|국적|익명|복수|단독|비상장|상장|여기|저기|거기|이곳|그곳|이것|그것|현지|모두|전부|누구|어디|무엇|처음|오랜|[가-힣]+(?:미정|불명|소속|출신|신세|처지|수준|상태|방침|입장|계획|예정|형태|전문|대상|위주|중심)|[가-힣]*(?:기관|금융|금융권|은행권|자본|단체|업계|호사|강사|교사|의사|기사|약사|리사|지도사|복지사|상담사|해설사|설계사|정비사|연구사|정규직|기능직|계약직|사무직|생산직))$/

/** "X와 Y는 각각 50억원과 51억원을 투자한다", "X와 Y의 투자액은 310억원과 285억원": the first of two. */
const FIRST_OF_TWO: readonly Frame[] = [{ after: new RegExp(`^ ${ONE_MORE}(?:[은는이가] ${AMOUNTS}|의 ${OWN_FIGURE})`), proof: 'firm' }]

const BY_PARTICLE: Readonly<Record<string, readonly Frame[]>> = {
  을: OBJECT,
  를: OBJECT,
  은: TOPIC,
  는: TOPIC,
  이: ACTOR,
  가: ACTOR,
  의: OWNER,
  와: FIRST_OF_TWO,
  과: FIRST_OF_TWO,
  // "X로부터 200억원의 투자를"
  로부터: [{ after: new RegExp(`^ (?:[가-힣]{1,8} ){0,3}${MONEY}[^.]{0,16}(?:투자|유치|출자|이끌|끌어)`), proof: 'firm' }],
  // "여기에 X까지 가세해"
  까지: [{ after: /^ (?:가세|합류|들어오|더해)/, before: /(?:여기에|이어|등에) $/, proof: 'firm' }],
  // "X에서는 50명을 새로 뽑는다"
  에서는: [{ after: /^ (?:[가-힣0-9]{1,8} ){0,2}\d[\d,천백]*여? ?명[을의] (?:[가-힣]{2} )?(?:뽑|채용|고용)/, proof: 'if-made' }],
  // "X에 3만㎡를 분양했다"
  에: [
    {
      after:
        /^ (?:[가-힣]{1,8} )?(?:땅|부지|용지|[\d,.천백만]+ ?㎡|[\d,만]+ ?평)[을를]? (?:[가-힣]{1,5} ){0,2}(?:팔|매각|분양|임대|내주|빌려|넘기|공급)/,
      proof: 'if-made',
    },
  ],
  '': [
    // "X 지분 30%를"
    { after: /^ (?:지분|주식)(?:을|를|의)? (?:약 )?\d/, proof: 'firm-or-person' },
    // "X 노조는", "X 임직원", "X 직원 200명이": whose people they are
    { after: /^ (?:노조[는가와도]|임직원|경영진|이사회|주주|창업주|직원 \d|직원들|협력업체|협력사)/, proof: 'firm' },
    // "X 본사가 옮긴다"
    { after: /^ 본사[가는를도와]/, proof: 'firm' },
    // "X 부회장 이나래는"
    { after: new RegExp(`^ ${HEADS} [가-힣]{2,4}(?:[은는이가도]|씨|\\()`), proof: 'firm' },
  ],
}

const SPEAKS = cued(
  /비롯한|비롯해|비롯하|포함한|포함해|포함하|대상자로|시행자로|사업자로|시공사로|운영사로|운영자로|낙찰자로|주관사로|공급사로|개발사로|수탁자로|맡|땅|부지|용지|명[을의] |터[는가를]|자리[는가를]|금액[은이]|돈[은이]|자금[은이]|로부터|대표|회장|사장|전무|상무|이사|최고경영자|공장|지분|주식|업체|기업|회사|제조사|[자사]는 |곳은|데는|주인은|건물주는|주인공은|파트너는|주자는|타자는|이름은|명칭은|상호는|명은|컨소시엄에|협약|양해각서|MOU|계약|협상|짓|지은|지을|세우|세운|호텔|리조트|노조|임직원|직원|경영진|본사|연구소|진출|철수|증설|의향서|제안서|계획서|부도|상장|댄다|대기로|부담|낸다|내기로|냈|적어|억|조 ?원|투자액|투자금|투자비|규모|뽑|채용|고용|\d위|까지 [가합들더]/,
)

/**
 * Firms (기업) told by the part they fill, whatever their names sound like: one of the firms that sign (비롯한 4개 기업), who is chosen (우선협상대상자로),
 * who builds, runs or pays (시공은 … 맡는다), who took the land, from whom the money came, who has a head, people, shares or a trade, and who stands in a consortium.
 *
 * `byRole` on "새솔시는 율담을 우선협상대상자로 골랐다" adds 율담.
 */
export function byRole(text: string, words: readonly Word[], taken: Uint8Array, names: NameCandidate[], body: string, sentenceStart: number): void {
  if (!SPEAKS.test(body)) return
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (taken[i] || (word.cls.hints & UNKNOWN) === 0 || word.cls.stem.length < 2) continue
    const proof = proofOf(text, words, i, sentenceStart)
    if (proof === null || !mayBeFirm(word) || NO_NAME.test(word.cls.stem)) continue
    if (!soundsMade(word.cls.stem) && (proof === 'if-made' || !isStrange(word, proof === 'firm'))) continue
    pushFirm(word, names, taken, i, 0.6, 'organisation:by-role')
  }
}

/** What the place of a word in its sentence proves of it, or null. */
function proofOf(text: string, words: readonly Word[], i: number, sentenceStart: number): Proof | null {
  const { cls, start, end } = words[i]!
  const particle = cls.particle === '으로부터' ? '로부터' : cls.particle
  const before = text.slice(Math.max(sentenceStart, start - 34), start)
  if (IS.test(particle)) return WHO.test(before) ? 'firm-or-person' : null
  const frames = BY_PARTICLE[particle]
  const next = text.slice(end, end + 90)
  if (frames !== undefined)
    for (const { after, before: front, proof, opens } of frames)
      if (after.test(next) && (front === undefined || front.test(before)) && (opens === undefined || opensClause(text, words, i))) return proof
  if (/^[은는이가]$/.test(particle) && SIGNS_WITH.test(next) && isOffice(words[i - 1])) return 'firm'
  return /^[은는이가과와]$/.test(particle) && JOINS.test(next) && inConsortium(text, words, i, sentenceStart) ? 'firm' : null
}

const opensClause = (text: string, words: readonly Word[], i: number): boolean =>
  i === 0 || /[.,”’"]$/.test(text.slice(words[i - 1]!.end, words[i]!.start).trimEnd())

/** Whether a word stands in the row that a consortium is told to hold. */
function inConsortium(text: string, words: readonly Word[], i: number, sentenceStart: number): boolean {
  let k = i
  while (k > 0 && /^(?:, ?|[·ㆍ‧])$/.test(text.slice(words[k - 1]!.end, words[k]!.start))) k--
  while (k > 0 && /[과와]$/.test(words[k - 1]!.cls.particle) && text.slice(words[k - 1]!.end, words[k]!.start) === ' ') k--
  return CONSORTIUM.test(text.slice(Math.max(sentenceStart, words[k]!.start - 30), words[k]!.start))
}
