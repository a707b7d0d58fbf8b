import { addFirm } from '#capabilities/firms/index'
import { createSubject } from '#capabilities/portfolio/index'
import { newId } from '#store/log/ids'
import type { Tx } from '#store/store'
import { AnalysisCase, type CaseOf } from '../cases.ts'
import { insertAnalysis } from '../queries/analyses.ts'
import { demonstrationChain } from './chain.ts'
import { demonstrationForecast } from './forecast.ts'
import { demonstrationStructure } from './structure.ts'
import { demonstrationWarning } from './warning.ts'

/** A target that the demonstration holds as a fact. */
export interface SeededTarget {
  readonly factId: string
  readonly value: string
  readonly year: number
}

/** 시범 분석: what the demonstration offices keep, all of it made up and saying so. The caller's transaction and audit entry. */
export async function seedAnalyses(tx: Tx, officeId: string, slug: string, by: string, jobsTarget: SeededTarget | null): Promise<number> {
  const cases: AnalysisCase[] = []
  if (slug === 'ansan') cases.push(demonstrationWarning())
  if (slug === 'gwangju') {
    cases.push(demonstrationStructure(), await withRegister(tx, officeId, by, demonstrationChain()))
    if (jobsTarget) cases.push(demonstrationForecast({ value: Number(jobsTarget.value), year: jobsTarget.year, factId: jobsTarget.factId }))
  }
  for (const one of cases) {
    const of = AnalysisCase.parse(one)
    await insertAnalysis(tx, {
      office_id: officeId,
      analysis_id: newId(),
      kind: of.kind,
      name: of.name,
      source: of.source.name,
      synthetic: of.source.synthetic,
      body: JSON.stringify(of),
      confidential: false,
      created_by: by,
    })
  }
  return cases.length
}

/** Middle of the city, from which distances of the demonstration are taken. */
const middle = { latitude: 35.1595, longitude: 126.8526 }
/** Places of the made-up firms. They are real, the firms are not. */
const places: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
  '광주 첨단지구': [35.205, 126.849],
  '광주 평동': [35.123, 126.77],
  '광주 하남': [35.176, 126.8],
  '경기 성남': [37.42, 127.127],
  '경기 화성': [37.2, 126.83],
  '대전 유성': [36.362, 127.356],
  '전남 나주': [35.016, 126.711],
  '전남 장성': [35.302, 126.785],
  '충북 청주': [36.642, 127.489],
}
const HUNDRED_MILLION = 100_000_000

/** 시범 명부: the made-up firms of the chain stand in the register, marked as made up; the case keeps those that supply, candidates come from the register. */
async function withRegister(tx: Tx, officeId: string, by: string, of: CaseOf<'chain'>): Promise<CaseOf<'chain'>> {
  const ids = new Map<string, string>()
  for (const one of of.firms) {
    const part = of.parts.find((own) => own.id === one.part)!
    const [latitude = null, longitude = null] = places[one.place ?? ''] ?? []
    await createSubject(tx, officeId, { kind: 'organisation', nameKo: one.name, illustrative: true, by })
    const id = await addFirm(tx, officeId, by, {
      name: one.name,
      confidential: false,
      ksic: part.industry!.replace(/\D/g, ''),
      products: [part.name],
      place: one.place ?? '광주',
      latitude,
      longitude,
      capacity: one.capacity == null ? null : String(one.capacity * HUNDRED_MILLION),
      employees: null,
      source: of.source.name,
    })
    ids.set(one.name, id)
  }
  const supplying = of.firms.filter((one) => one.state === 'supplies')
  return { ...of, firms: supplying.map((one) => ({ ...one, firmId: ids.get(one.name)!, illustrative: true })), register: { at: middle } }
}
