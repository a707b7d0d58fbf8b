import { differInNumber, nameVariant } from './name-variants.ts'
import { nameKey } from './names.ts'

/** A subject as it is held beside another: its names, where it stands, whom it is tied to and by which role. */
export interface SubjectToCompare {
  id: string
  kind: string
  nameKo: string
  nameEn: string | null
  aliases: readonly string[]
  place: string | null
  /** Names of the subjects that it is related to. */
  related: readonly string[]
  /** Values that it holds, as `indicator value unit`. */
  values: readonly string[]
  documents: number
}

/** One thing that was held side by side. */
export interface SubjectRow {
  key: 'name' | 'alias' | 'related' | 'values' | 'place'
  ours: string | null
  theirs: string | null
  result: 'same' | 'near' | 'different' | 'unknown'
  weight: number
}

const weights: Record<SubjectRow['key'], number> = { name: 4, alias: 2, related: 3, values: 3, place: 1 }
const worth: Record<SubjectRow['result'], number> = { same: 1, near: 0.5, different: -1, unknown: 0 }

/** Below this two subjects are not shown as perhaps one. */
export const sameSubjectFrom = 0.25

/**
 * 낱말 겹침: how much of two names is common, by pairs of neighbouring letters (Dice): 1 for the same letters, 0 for none.
 *
 * `likeness('신라이노텍', '신라이노텍솔루션') // => 0.7272727272727273`
 */
export function likeness(a: string, b: string): number {
  const pairs = (name: string) => {
    const key = nameKey(name)
    return Array.from({ length: Math.max(0, key.length - 1) }, (_, at) => key.slice(at, at + 2))
  }
  const [x, y] = [pairs(a), pairs(b)]
  if (x.length + y.length === 0) return nameKey(a) === nameKey(b) ? 1 : 0
  const rest = [...y]
  let common = 0
  for (const pair of x) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    common++
  }
  return (2 * common) / (x.length + y.length)
}

/**
 * 같은 이름인가: hold two subjects of one kind side by side. Never decides; it orders and explains what a person decides.
 *
 * score = Σ weight × (same 1, near ½, different −1 (a name −¾: things are renamed), unknown 0) / Σ weight
 *
 * `shown` where the score reaches `sameSubjectFrom`, or a name of the one is a name of the other, or two organisations have spellings of one name; never where two names differ in a number alone
 * (제1, 제2).
 *
 * A place or related names that differ say little of an organisation, which may be in many: for it they count as unknown. Organisations whose names differ are never shown for what they share.
 */
export function compareSubjects(a: SubjectToCompare, b: SubjectToCompare): { score: number; rows: SubjectRow[]; shown: boolean } {
  const near = likeness(a.nameKo, b.nameKo)
  const keys = (one: SubjectToCompare) => [one.nameKo, one.nameEn, ...one.aliases].filter((name): name is string => name !== null)
  const alias = firstCommon(keys(a), keys(b))
  const variant = nameVariant(a.nameKo, b.nameKo)
  const numbered = differInNumber(a.nameKo, b.nameKo)
  const loose = a.kind === 'organisation'
  const common = (ours: readonly string[], theirs: readonly string[]): SubjectRow['result'] =>
    firstCommon(ours, theirs) !== null ? 'same' : ours.length === 0 || theirs.length === 0 || loose ? 'unknown' : 'different'
  const samePlace =
    a.place === null || b.place === null ? 'unknown' : nameKey(a.place) === nameKey(b.place) ? 'same' : loose ? 'unknown' : 'different'
  const list = (names: readonly string[], shared: string | null) => shared ?? (names.slice(0, 3).join(', ') || null)
  const related = firstCommon(a.related, b.related)
  const values = firstCommon(a.values, b.values)
  const rows: SubjectRow[] = [
    {
      key: 'name',
      ours: a.nameKo,
      theirs: b.nameKo,
      result:
        nameKey(a.nameKo) === nameKey(b.nameKo) ? 'same' : alias !== null || variant !== null || (near >= 0.5 && !numbered) ? 'near' : 'different',
      weight: weights.name,
    },
    {
      key: 'alias',
      ours: list(a.aliases, alias),
      theirs: list(b.aliases, alias),
      result: alias === null ? 'unknown' : 'same',
      weight: weights.alias,
    },
    {
      key: 'related',
      ours: list(a.related, related),
      theirs: list(b.related, related),
      result: common(a.related, b.related) === 'different' && alikeNames(a.related, b.related) ? 'near' : common(a.related, b.related),
      weight: weights.related,
    },
    {
      key: 'values',
      ours: list(a.values, values),
      theirs: list(b.values, values),
      result: nearValue(a.values, b.values) ? nearest(common(a.values, b.values)) : common(a.values, b.values),
      weight: weights.values,
    },
    { key: 'place', ours: a.place, theirs: b.place, result: samePlace, weight: weights.place },
  ]
  const total = rows.reduce((sum, row) => sum + row.weight, 0)
  const worthOf = (row: SubjectRow) => (row.key === 'name' && row.result === 'different' ? -0.75 : worth[row.result])
  const score = rows.reduce((sum, row) => sum + row.weight * worthOf(row), 0) / total
  const named = alias !== null || (loose && variant !== null)
  // firms that build together share their project and its values; only a name that is alike makes them one
  const likely = score >= sameSubjectFrom && !(loose && rows[0]!.result === 'different')
  return { score, rows, shown: !numbered && (named || likely) }
}

/** So many names and values of one subject are held against so many of the other. */
const mostCompared = 24

/** Whether a name of the one is much like one of the other (누리배터리, 누리배터리솔루션) or a spelling of it (한국벤트라, 벤트라코리아). */
const alikeNames = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours
    .slice(0, mostCompared)
    .some((name) => theirs.slice(0, mostCompared).some((other) => likeness(name, other) >= 0.6 || nameVariant(name, other) !== null))

/** Two values this close may be one, rounded by one of its sources. */
const roughly = 0.05

/** A value of the one that is near one of the other: 8,240억원 and 약 8,200억원. */
function nearValue(ours: readonly string[], theirs: readonly string[]): boolean {
  const split = (held: string) => held.split(' ') as [string, string, string]
  return ours
    .slice(0, mostCompared)
    .map(split)
    .some(([indicator, value, unit]) =>
      theirs
        .slice(0, mostCompared)
        .map(split)
        .some(([other, otherValue, otherUnit]) => {
          const [x, y] = [Math.abs(Number(value)), Math.abs(Number(otherValue))]
          return indicator === other && unit === otherUnit && x > 0 && Math.abs(x - y) <= roughly * Math.max(x, y)
        }),
    )
}
const nearest = (result: SubjectRow['result']): SubjectRow['result'] => (result === 'same' ? 'same' : 'near')

function firstCommon(ours: readonly string[], theirs: readonly string[]): string | null {
  const keys = new Set(theirs.map(nameKey))
  return ours.find((name) => nameKey(name) !== '' && keys.has(nameKey(name))) ?? null
}
