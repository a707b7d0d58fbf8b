import type { DemoDigest, DemoFact, DemoSubject } from './types.ts'

/** 협약 한 건의 일생: what one invented agreement promised and what came of it. Money in 억원 (a hundred million won). */
export interface DemoPromise {
  readonly key: string
  readonly firm: { readonly ko: string; readonly en: string }
  readonly plant: { readonly ko: string; readonly en: string }
  readonly place: string
  readonly industry: string
  readonly kind: 'new' | 'expansion'
  readonly signed: string
  /** Null: the parties did not say. */
  readonly money: number | null
  readonly jobs: number | null
  readonly steps: readonly (readonly [stage: 'contract' | 'construction' | 'operation' | 'withdrawn' | 'relocated', on: string])[]
  readonly spent?: number
  readonly hired?: number
  readonly tasks?: DemoSubject['tasks']
}

const outlet = '구슬 예시'

/** The particle that a word takes: the first where its last syllable ends in a consonant, else the second (먹을 · 갈). */
export function particle(word: string, closed: string, open: string): string {
  const code = word.charCodeAt(word.length - 1) - 0xac00
  return word + (code >= 0 && code < 11172 && code % 28 === 0 ? open : closed)
}

const day = (on: string): string => {
  const [year, month, date] = on.split('-').map(Number)
  return `${year}년 ${month}월 ${date}일`
}
const won = (hundredMillions: number): string =>
  hundredMillions >= 10_000 && hundredMillions % 10_000 === 0
    ? `${hundredMillions / 10_000}조원`
    : hundredMillions >= 10_000
      ? `${Math.floor(hundredMillions / 10_000)}조 ${hundredMillions % 10_000}억원`
      : `${hundredMillions}억원`
const people = (count: number): string => `${count}명`

const stepWords = {
  contract: '입주 계약을 맺었다',
  construction: '착공했다',
  operation: '가동을 시작했다',
  withdrawn: '접었다',
  relocated: '다른 지역으로 옮겼다',
}
const saidStage = { contract: 'contract', construction: 'construction', operation: 'operation', withdrawn: 'result', relocated: 'result' } as const

function promiseSentence(one: DemoPromise): string {
  const put = one.money === null ? '' : `${particle(won(one.money), '을', '를')} 들여 `
  const hire = one.jobs === null ? '' : ` ${particle(people(one.jobs), '을', '를')} 고용하기로`
  const build = `${particle(one.plant.ko, '을', '를')} ${one.kind === 'new' ? '신설' : '증설'}하${one.jobs === null ? '기로' : '고'}`
  return `${particle(one.firm.ko, '은', '는')} ${day(one.signed)} ${one.place}에 ${put}${build}${hire} 구슬시와 협약했다.`
}

function stepSentence(one: DemoPromise, [stage, on]: DemoPromise['steps'][number]): string {
  const plant = `${one.firm.ko}의 ${one.plant.ko}`
  if (stage === 'withdrawn' || stage === 'relocated')
    return `${particle(one.firm.ko, '은', '는')} ${day(on)} ${one.plant.ko} 계획을 ${stepWords[stage]}.`
  return `${particle(plant, '은', '는')} ${day(on)} ${stepWords[stage]}.`
}

/**
 * 지어낸 협약을 시범 자료로: agreements as documents of two kinds a year (the agreements, and the papers on what followed), subjects, and facts that stand in those sentences.
 *
 * @returns digests, subjects and facts of a demonstration office
 */
export function fromPromises(promises: readonly DemoPromise[]): { digests: DemoDigest[]; subjects: DemoSubject[]; facts: DemoFact[] } {
  const pages = new Map<string, { title: string; kind: DemoDigest['kind']; latest: string; sentences: string[] }>()
  const write = (kind: 'mou' | 'evidence', on: string, sentence: string) => {
    const year = on.slice(0, 4)
    const key = `${kind}-${year}`
    const title = kind === 'mou' ? `${year}년 투자협약서 모음 (지어낸 문서)` : `${year}년 협약 이행 증빙 모음 (지어낸 문서)`
    const page = pages.get(key) ?? { title, kind, latest: on, sentences: [] }
    if (on > page.latest) page.latest = on
    pages.set(key, page)
    return { document: key, sentence: page.sentences.push(sentence) - 1 }
  }
  const subjects: DemoSubject[] = []
  const facts: DemoFact[] = []
  for (const one of promises) {
    const said = write('mou', one.signed, promiseSentence(one))
    const value = (where: typeof said, given: Pick<DemoFact, 'mark' | 'what' | 'indicator' | 'value' | 'unit' | 'facet' | 'stage' | 'on'>) =>
      facts.push({ ...where, subject: one.key, ...given })
    const money = (amount: number) => ({ mark: won(amount), indicator: 'investment', value: `${amount}00000000`, unit: 'KRW' })
    const jobs = (count: number) => ({ mark: people(count), indicator: 'jobs', value: String(count), unit: 'persons' })
    if (one.money !== null) value(said, { ...money(one.money), what: one.plant.ko, facet: 'announced', stage: 'mou' })
    if (one.jobs !== null) value(said, { ...jobs(one.jobs), what: '신규 고용', facet: 'announced', stage: 'mou' })
    const stages = [{ to: 'mou', ...said, occurred: one.signed, text: one.signed, proof: 'mou' }]
    for (const step of one.steps) {
      const where = write('evidence', step[1], stepSentence(one, step))
      stages.push({ to: step[0], ...where, occurred: step[1], text: step[1], proof: proofs[step[0]] })
    }
    const last = one.steps.at(-1)
    if (last && (one.spent !== undefined || one.hired !== undefined)) {
      const parts = [
        ...(one.spent === undefined ? [] : [`${particle(won(one.spent), '이', '가')} 집행됐`]),
        ...(one.hired === undefined ? [] : [`${particle(people(one.hired), '이', '가')} 고용됐`]),
      ]
      const where = write('evidence', last[1], `${one.firm.ko}의 ${one.plant.ko}에는 ${parts.join('고 ')}다.`)
      const stage = saidStage[last[0]]
      // what had come about by that day
      const on = last[1]
      if (one.spent !== undefined) value(where, { ...money(one.spent), what: '집행액', facet: 'actual', stage, on })
      if (one.hired !== undefined) value(where, { ...jobs(one.hired), what: '고용', facet: 'actual', stage, on })
    }
    subjects.push(
      { key: `${one.key}-firm`, kind: 'organisation', nameKo: one.firm.ko, nameEn: one.firm.en, illustrative: true },
      {
        key: one.key,
        kind: 'project',
        nameKo: `${one.firm.ko} ${one.plant.ko}`,
        nameEn: `${one.firm.en} ${one.plant.en}`,
        place: one.place,
        industry: one.industry,
        parties: [{ organisation: `${one.key}-firm`, role: 'investor' }],
        stages,
        illustrative: true,
        ...(one.tasks ? { tasks: one.tasks } : {}),
      },
    )
  }
  const digests = [...pages].map(
    ([key, page]): DemoDigest => ({
      key,
      title: page.title,
      kind: page.kind,
      publishedOn: page.latest,
      digestOf: { outlet, title: '지어낸 문서', date: page.latest, url: null },
      sentences: page.sentences,
    }),
  )
  return { digests, subjects, facts }
}

const proofs = {
  contract: 'contract',
  construction: 'construction_notice',
  operation: 'factory_registration',
  withdrawn: 'withdrawal_letter',
  relocated: 'withdrawal_letter',
} as const
