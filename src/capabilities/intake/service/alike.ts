import type { Db } from '#store/store'
import { type AlikeRow, subjectsAlike } from '../queries/alike.ts'
import type { ClaimWithState } from '../queries/claims.ts'
import type { AlikeSubject } from '../schemas-review.ts'
import { compareClaim, shownFrom } from './compare.ts'
import { nameKey } from './names.ts'

const mostShown = 2
const counts = { same: 1, near: 0.5, unknown: 0, different: -1 } as const
const nearFrom = 0.6

/** Whether two names have most of their pairs of letters in common (Dice): a word more or less, or another order. */
export function nearName(a: string, b: string): boolean {
  const pairs = (name: string) => {
    const key = nameKey(name)
    return new Set(Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2)))
  }
  const [x, y] = [pairs(a), pairs(b)]
  const common = [...x].filter((pair) => y.has(pair)).length
  return x.size + y.size > 0 && (2 * common) / (x.size + y.size) >= nearFrom
}

const near = (names: { said: readonly string[]; guessed: readonly string[] }, row: AlikeRow): boolean =>
  [row.name_ko, ...(row.aliases ?? [])].some((theirs) => [...names.said, ...names.guessed].some((ours) => nearName(ours, theirs)))
const none: never[] = []

/**
 * 이미 있는 사업인가: for claims that no value of the record answers (a step has none, a first number of a project has none yet), the subjects that they may be about,
 * by name, parties and place. Only an offer: accepting under the proposed name stays as it is.
 */
export async function alikeFor(
  db: Db,
  looking: { officeId: string; officeNames: readonly string[]; confidential: boolean },
  claims: readonly ClaimWithState[],
  nameOf: (claim: ClaimWithState) => { said: readonly string[]; guessed: readonly string[]; sentence: string },
): Promise<Map<string, AlikeSubject[]>> {
  const named = new Map(claims.map((claim) => [claim.id, nameOf(claim)]))
  const asked = claims.map((claim) => ({
    claim: claim.id,
    name: [...named.get(claim.id)!.guessed, ...named.get(claim.id)!.said][0] ?? '',
    parties: [claim.subject, ...claim.counterparts].filter((name): name is string => name !== null && !looking.officeNames.includes(name)),
  }))
  const found = await subjectsAlike(
    db,
    looking.officeId,
    asked.filter((one) => one.name !== '' || one.parties.length > 0),
    looking.confidential,
  )
  return new Map(
    claims.map((claim) => {
      const own = (found.get(claim.id) ?? [])
        .map((row) => compared(claim, row, named.get(claim.id)!, looking.officeNames))
        .filter((one) => one.score >= shownFrom)
        .sort((a, b) => b.score - a.score || (a.subject.id < b.subject.id ? -1 : 1))
      return [claim.id, own.slice(0, mostShown)]
    }),
  )
}

/** Name, parties and place side by side; amounts and days say nothing of whether a thing is there. */
function compared(claim: ClaimWithState, row: AlikeRow, names: Parameters<typeof compareClaim>[2], officeNames: readonly string[]): AlikeSubject {
  const candidate = {
    factId: '',
    subjectId: row.subject_id,
    subjectName: row.name_ko,
    subjectKind: row.kind,
    place: row.place,
    indicator: '',
    facet: '',
    value: '',
    valueMax: null,
    unit: '',
    approximate: false,
    due: null,
    aliases: row.aliases ?? none,
    parties: row.parties ?? none,
    said: none,
  }
  const { rows } = compareClaim({ ...claim, value: null, due: null, dueText: null }, candidate, names, officeNames, () => null)
  const kept = rows.flatMap(({ key, ours, theirs, result, weight }) =>
    key === 'name' || key === 'party' || key === 'place'
      ? [{ key, ours, theirs, weight, result: key === 'name' && result === 'different' && near(names, row) ? ('near' as const) : result }]
      : [],
  )
  const total = kept.reduce((sum, one) => sum + one.weight, 0)
  const score = kept.reduce((sum, one) => sum + counts[one.result] * one.weight, 0) / total
  const same = (key: string) => kept.some((one) => one.key === key && one.result === 'same')
  const called = [...names.said, ...names.guessed].some((name) => nameKey(name) === nameKey(row.name_ko))
  return {
    subject: { id: row.subject_id, name: row.name_ko, kind: row.kind },
    place: row.place,
    stage: row.stage,
    score: Math.round(score * 100) / 100,
    likely: same('name') && (called || same('party') || same('place')) && kept.every((one) => one.result !== 'different'),
    rows: kept.map(({ key, ours, theirs, result }) => ({ key, ours, theirs, result })),
  }
}
