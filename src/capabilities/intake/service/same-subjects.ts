import type { Db } from '#store/store'
import { pairsToCompare, subjectsToCompare } from '../queries/same-subjects.ts'
import type { SameSubjects } from '../schemas-identity.ts'
import { compareSubjects } from './compare-subjects.ts'

const mostShown = 100

/** 같은 것으로 보이는 것: pairs of organisations, agreements or projects that may be one, the likeliest first, each explained row by row. A person decides. */
export async function sameSubjects(db: Db, officeId: string, kind: string, confidential: boolean): Promise<SameSubjects[]> {
  const pairs = await pairsToCompare(db, officeId, kind, confidential)
  const subjects = await subjectsToCompare(db, officeId, [...new Set(pairs.flatMap((pair) => [pair.a, pair.b]))], confidential)
  const shown: SameSubjects[] = []
  for (const pair of pairs) {
    const [a, b] = [subjects.get(pair.a), subjects.get(pair.b)]
    if (!a || !b) continue
    const { score, rows, shown: isShown } = compareSubjects(a, b)
    if (!isShown) continue
    const told = ({ id, nameKo, nameEn, place, documents }: typeof a) => ({ id, nameKo, nameEn, place, documents })
    shown.push({ kind: kind as SameSubjects['kind'], a: told(a), b: told(b), score: Math.round(score * 100) / 100, rows })
  }
  return shown.sort((x, y) => y.score - x.score || (x.a.id < y.a.id ? -1 : 1)).slice(0, mostShown)
}
