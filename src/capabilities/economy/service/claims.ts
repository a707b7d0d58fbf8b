import { createHash } from 'node:crypto'
import { type AnnouncedGroup, groupAnnounced, speaksOfEffect, yearsOf } from '#engines/economy/index'
import type { Db } from '#store/store'
import type { ClaimAnswer } from '../answer-schemas.ts'
import type { ClaimCase } from '../case.ts'
import { type AnnouncedRow, announcedValues } from '../queries/announced.ts'
import { answerClaim } from './claim.ts'

type Part = 'output' | 'valueAdded' | 'jobs' | 'investment'

/** An announced effect of the portfolio with its values, its sentences and how it stands. */
export interface CheckedEffect {
  id: string
  subjectId: string | null
  subjectName: string
  topic: string
  values: (AnnouncedRow & { part: Part; used: boolean })[]
  question: ClaimCase
  answer: ClaimAnswer
}

const severity: Readonly<Record<ClaimAnswer['verdict'], number>> = { outside: 0, optimistic: 1, 'cannot-judge': 2, coherent: 3 }

/** 발표된 효과 전부 확인: every announced effect of the portfolio, the least believable first. */
export async function checkedEffects(
  db: Db,
  officeId: string,
  which: { confidential: boolean; subjectId?: string | undefined },
): Promise<CheckedEffect[]> {
  const rows = await announcedValues(db, officeId, { confidential: which.confidential })
  return groupAnnounced(rows)
    .flatMap((group) => checkGroup(group) ?? [])
    .filter((one) => which.subjectId === undefined || one.subjectId === which.subjectId)
    .sort(
      (a, b) => severity[a.answer.verdict] - severity[b.answer.verdict] || a.subjectName.localeCompare(b.subjectName, 'ko') || (a.id < b.id ? -1 : 1),
    )
}

/** A name that stays the same as long as the subject and its topic do. */
const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16)

function partOf(row: AnnouncedRow): Part | null {
  if (row.indicator === 'production_inducement' || row.indicator === 'output') return row.unit === 'KRW' ? 'output' : null
  if (row.indicator === 'value_added') return row.unit === 'KRW' ? 'valueAdded' : null
  if (row.indicator === 'employment_inducement' || row.indicator === 'jobs') return row.unit === 'persons' ? 'jobs' : null
  if (row.indicator === 'investment') return row.unit === 'KRW' ? 'investment' : null
  return row.unit === 'KRW' && speaksOfEffect(row.what, row.sentence) ? 'output' : null
}

/** Of several values of one part the induced one counts, then the one that is held, then the first. */
const rank = (row: AnnouncedRow): number => (row.indicator.endsWith('inducement') ? 0 : 2) + (row.factId === null ? 1 : 0)

function checkGroup(group: AnnouncedGroup<AnnouncedRow>): CheckedEffect | null {
  const parted = group.values.flatMap((row) => {
    const part = partOf(row)
    return part ? [{ row, part }] : []
  })
  const of = (part: Part) =>
    parted
      .filter((one) => one.part === part)
      .map((one) => one.row)
      .sort((a, b) => rank(a) - rank(b))
  const chosen: Partial<Record<Part, AnnouncedRow>> = {}
  for (const part of ['output', 'valueAdded', 'jobs', 'investment'] as const) {
    const first = of(part)[0]
    if (first) chosen[part] = first
  }
  const isEffect = chosen.output || chosen.valueAdded || chosen.jobs?.indicator === 'employment_inducement' || (chosen.jobs && chosen.investment)
  if (!isEffect) return null
  const used = new Set(Object.values(chosen).map((one) => one.id))
  // the same indicator elsewhere with another number: which is meant nobody can say
  const alsoPrinted = parted
    .filter(
      ({ row, part }) =>
        !used.has(row.id) &&
        row.indicator === chosen[part]?.indicator &&
        row.documentId !== chosen[part]?.documentId &&
        row.value !== chosen[part]?.value,
    )
    .map(({ row, part }) => ({ what: part, value: row.value, source: row.outlet ?? row.title }))
  const question: ClaimCase = {
    title: [group.subjectName, group.topic].filter(Boolean).join(': '),
    unit: '원',
    output: chosen.output?.value ?? null,
    valueAdded: chosen.valueAdded?.value ?? null,
    jobs: chosen.jobs ? Number(chosen.jobs.value) : null,
    investment: chosen.investment?.value ?? null,
    years: yearsOfRows(Object.values(chosen)),
    sector: null,
    alsoPrinted,
    year: null,
  }
  return {
    id: idOf(group.key),
    subjectId: group.subjectId,
    subjectName: group.subjectName,
    topic: group.topic,
    values: parted.map(({ row, part }) => ({ ...row, part, used: used.has(row.id) })),
    question,
    answer: answerClaim(question),
  }
}

/** Years that a sentence names; else one year where all values are due in the same single year. */
function yearsOfRows(rows: readonly AnnouncedRow[]): number | null {
  for (const row of rows) {
    const years = yearsOf(row.sentence)
    if (years !== null) return years
  }
  const single = rows.every(
    (row) =>
      row.dueFrom !== null &&
      row.dueTo !== null &&
      Number(row.dueTo.slice(0, 4)) - Number(row.dueFrom.slice(0, 4)) <= 1 &&
      row.dueFrom.slice(0, 4) === rows[0]!.dueFrom?.slice(0, 4),
  )
  return single && rows.length > 0 ? 1 : null
}
