import type { GoldDocument, GoldMention } from './gold.ts'

/** A small seeded generator (mulberry32), so that a failing replacement can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const GIVEN = [...'민서준도윤하은지우현수진영호성재경태석원희주혜린아라온유빈찬혁승용기창훈상철명동규식']
const SURNAMES = [...'김이박최정강조윤장임한오서신권황안송류홍전고문양손배백허남심노곽성차주우구']
const OPEN = [...'가나다라마바사아자차카타파하거너더러머버서어저고노도로모보소오조호구누두루무부수우주비시지기미리니디']
const CLOSED = [...'간난단란만반산안잔찬칸탄한강낭당랑망방상앙장창항건널덜멀벌설올길빛솔들문본순은진천현금갈날달말발살찰']

const closed = (syllable: string): boolean => (syllable.charCodeAt(0) - 0xac00) % 28 !== 0

/** Endings that tell what a name is; they stay, as does everything in Latin letters, digits and marks. */
const FORMS =
  '특별자치도 특별자치시 광역시의회 광역시 특별시 상공회의소 테크노파크 과학기술원 생산기술연구원 산업기술시험원 기술진흥원 정보문화산업진흥원 진흥원 연구원 기술원 시험원 관리공단 도시공사 전력공사 공단 공사 경제자유구역청 경제특화센터 특화센터 이노비즈센터 센터 특별위원회 위원회 로봇산업협회 청년협회 산업협회 협회 대학교 예술대학교 에너지공대 공대 대병원 병원 연구소 과학관 투자청 그룹 금융그룹 은행 모터스 자산운용 텔레콤 에코플랜트 이노텍 테크윈 팩토리아 양회 일보 신문 닷컴 시의회 도청 시청 유한회사 국가산단 일반산단 도시첨단산업단지 일반산업단지 산업단지 산단 경제자유구역 집적단지 특화단지 특별지구 지구 블루밸리 밸리 스마트허브 발전소 공장 역 읍 면 리 대 시 군 구 도 청'
    .split(' ')
    .sort((a, b) => b.length - a.length)

/** An invented name of the same form: same ending, same length, syllables with and without a final consonant in the same places. */
export function invent(name: string, kind: string, random: () => number, keep: Keep): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)]!
  if (kind === 'person') {
    if (!/^[가-힣]{3}$/.test(name)) return name
    return pick(SURNAMES) + likeGiven(name[1]!, random) + likeGiven(name[2]!, random)
  }
  // company forms, bracketed short forms and areas of the public lists stay; each word keeps its own ending
  return name
    .split(/(㈜|\([^)]*\)|[\s·])/)
    .map((word) => {
      if (/^(?:㈜|\(|[\s·]|$)/.test(word) || (word !== name && keep(word, kind))) return word
      const ending = FORMS.includes(word) ? word : (FORMS.find((form) => word.endsWith(form) && word.length > form.length) ?? '')
      const core = word.slice(0, word.length - ending.length)
      return [...core].map((c) => (/[가-힣]/.test(c) ? pick(closed(c) ? CLOSED : OPEN) : c)).join('') + ending
    })
    .join('')
}

function likeGiven(syllable: string, random: () => number): string {
  const pool = GIVEN.filter((c) => closed(c) === closed(syllable))
  return pool[Math.floor(random() * pool.length)]!
}

/** Governments, ministries and regions of the public lists are not invented: gazetteers may hold them. */
export type Keep = (name: string, kind: string) => boolean

/**
 * A document with every organisation, person and minor place under an invented name of the same form, wherever it stands, and its labels moved along.
 * A name that is part of a longer one changes inside it too, so the document stays consistent.
 */
export function withInventedNames(document: GoldDocument, keep: Keep, seed: number): GoldDocument {
  const random = seeded(seed)
  const names = new Map<string, string>()
  const isName = (m: GoldMention): boolean => m.kind === 'organisation' || m.kind === 'place' || m.kind === 'person'
  const wanted = document.labels.mentions.filter(isName).sort((a, b) => b.text.length - a.text.length)
  const taken = new Set<string>()
  for (const { text, kind } of wanted) {
    if (names.has(text) || keep(text, kind)) continue
    let made = invent(text, kind, random, keep)
    for (let again = 0; again < 20 && (taken.has(made) || document.text.includes(made)) && made !== text; again++)
      made = invent(text, kind, random, keep)
    taken.add(made)
    names.set(text, made)
    // "광주과학기술원(GIST)" has the name before the bracket as its value
    const bracket = text.indexOf('(')
    if (bracket > 1 && /^[A-Z]/.test(text.slice(bracket + 1))) names.set(text.slice(0, bracket), made.slice(0, made.indexOf('(')))
  }
  // one-syllable cores would change everyday words
  const olds = [...names.keys()].filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  const swap = (text: string): string => swapWith(text, olds, names).text
  const whole = swapWith(document.text, olds, names)
  return {
    id: document.id,
    text: whole.text,
    labels: {
      mentions: document.labels.mentions.map((m) => {
        const start = whole.at(m.start)
        const end = whole.at(m.end)
        return { ...m, start, end, text: whole.text.slice(start, end), value: typeof m.value === 'string' && isName(m) ? swap(m.value) : m.value }
      }),
      commitments: document.labels.commitments,
    },
  }
}

/** The text with every old name replaced, and where each offset went. All replacements keep their length, so offsets move only where a name was of another length. */
function swapWith(text: string, olds: readonly string[], names: ReadonlyMap<string, string>): { text: string; at: (offset: number) => number } {
  const first = new Map<string, string[]>()
  for (const old of olds) first.set(old[0]!, [...(first.get(old[0]!) ?? []), old])
  const shifts: [number, number][] = []
  let out = ''
  let i = 0
  while (i < text.length) {
    const old = first.get(text[i]!)?.find((name) => text.startsWith(name, i))
    if (old === undefined) {
      out += text[i]
      i++
      continue
    }
    const made = names.get(old)!
    out += made
    i += old.length
    if (made.length !== old.length) shifts.push([i, made.length - old.length])
  }
  return { text: out, at: (offset) => offset + shifts.filter(([from]) => from <= offset).reduce((sum, [, by]) => sum + by, 0) }
}
