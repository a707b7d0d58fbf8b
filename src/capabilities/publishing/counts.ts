import { securedRate } from '#engines/accounting/pledge-grade'
import { add, decimal, decimalFromNumber, quotient, toText, ZERO } from '#quantity/decimal'
import { phases, projectsByPhase, publicFormulas } from './figures.ts'
import type { PublicFact } from './payload.ts'
import type { PledgePlan } from './plan-payload.ts'
import { isPledge, isProject, isUndertaking, type PublicEdition, type PublicProject } from './public.ts'

/** A page that was looked at for a count, whether it counted (above the line of a rate), and the values that were taken from it. */
export interface CountMember {
  readonly project: PublicProject
  readonly counted: boolean
  readonly facts: readonly PublicFact[]
}

/** 공표한 것에서 센 숫자: a count or a rate over what stands published, with the address of its page. */
export interface PublicCount {
  readonly id: string
  readonly formula: (typeof publicFormulas)[number]['id']
  readonly version: number
  /** The narrowing of a formula that is asked of several things. */
  readonly scope: string
  readonly unit: 'cases' | 'projects' | 'ratio'
  /** Which pages it is about. */
  readonly about: (project: PublicProject) => boolean
  /** Value (null: nothing to count) and what was counted. */
  readonly of: (projects: readonly PublicProject[]) => { readonly value: string | null; readonly members: readonly CountMember[] }
}

/** What a page names as its `data-figure`. */
export const countFigure = (count: PublicCount): string => `${count.formula}/${count.version}${count.scope === '' ? '' : `/${count.scope}`}`

const planOf = (project: PublicProject): PledgePlan | null => (project.payload.plan?.kind === 'pledge' ? project.payload.plan : null)
const done = (project: PublicProject): boolean => planOf(project)?.done ?? false
const version = (formula: PublicCount['formula']) => publicFormulas.find((one) => one.id === formula)!.version

/** 단계별: one count a phase. */
const byPhase = phases.map(
  (phase): PublicCount => ({
    id: `projects-${phase}`,
    formula: 'published_projects_by_phase',
    version: version('published_projects_by_phase'),
    scope: phase,
    unit: 'projects',
    about: isUndertaking,
    of: (projects) => {
      const found = projectsByPhase(projects).find((one) => one.phase === phase)
      const series = new Set(found?.series)
      return {
        value: found?.count ?? null,
        members: projects.filter((one) => series.has(one.row.series)).map((project) => ({ project, counted: true, facts: [] })),
      }
    },
  }),
)

const pledgeCount = (
  id: string,
  formula: PublicCount['formula'],
  unit: 'cases' | 'ratio',
  counted: (project: PublicProject) => boolean,
): PublicCount => ({
  id,
  formula,
  version: version(formula),
  scope: '',
  unit,
  about: isPledge,
  of: (projects) => {
    const above = projects.filter(counted).length
    if (projects.length === 0) return { value: null, members: [] }
    return {
      value: unit === 'cases' ? String(above) : toText(quotient(decimalFromNumber(above), decimalFromNumber(projects.length), 17)),
      members: projects.map((project) => ({ project, counted: counted(project), facts: [] })),
    }
  },
})

/** 확보율: over those pledges alone of which both amounts are known, in won. */
const moneyCount = (id: string, formula: PublicCount['formula'], above: 'secured' | 'securedInTerm', below: 'total' | 'inTerm'): PublicCount => ({
  id,
  formula,
  version: version(formula),
  scope: '',
  unit: 'ratio',
  about: isPledge,
  of: (projects) => {
    const members = projects.map((project): CountMember => {
      const money = planOf(project)?.money
      const facts = [money?.[above], money?.[below]].flatMap(
        (wanted) => project.payload.facts.find((fact) => fact.factId === wanted && fact.unit === 'KRW') ?? [],
      )
      return { project, counted: facts.length === 2, facts }
    })
    const known = members.filter((one) => one.counted)
    const sum = (at: 0 | 1) => toText(known.reduce((total, one) => add(total, decimal(one.facts[at]!.value)), ZERO))
    return { value: known.length === 0 ? null : securedRate(sum(0), sum(1)), members }
  },
})

/** Every count that public pages make out of what is published. */
export const publicCounts: readonly PublicCount[] = [
  ...byPhase,
  pledgeCount('pledges', 'published_pledges', 'cases', () => true),
  pledgeCount('pledges-done', 'published_pledges_done', 'cases', done),
  pledgeCount('pledge-done-rate', 'pledge_done_rate', 'ratio', done),
  moneyCount('pledge-secured-rate', 'pledge_secured_rate', 'secured', 'total'),
  moneyCount('pledge-secured-in-term-rate', 'pledge_secured_in_term_rate', 'securedInTerm', 'inTerm'),
]

/** What a count says of the pages that stand. */
export const countOf = (count: PublicCount, projects: readonly PublicProject[]) => count.of(projects.filter(count.about))

/** A moment at which a count changed, and what it was from then on. */
export interface CountStep {
  readonly at: string
  readonly value: string | null
}

/**
 * 셈의 내력: what a count was after each publication and withdrawal, worked out again from the editions; only what may be shown today counts in it.
 * A value that stays the same is no step.
 */
export function countHistory(count: PublicCount, editions: readonly PublicEdition[]): CountStep[] {
  const own = editions.filter(isProject).filter(count.about)
  const moments = own
    .flatMap((edition) => [
      { at: edition.row.published_at, edition, ends: false },
      ...(edition.row.withdrawn_at === null ? [] : [{ at: edition.row.withdrawn_at, edition, ends: true }]),
    ])
    .sort((a, b) => (a.at === b.at ? a.edition.row.edition - b.edition.row.edition : a.at < b.at ? -1 : 1))
  const standing = new Map<string, PublicProject>()
  const steps: CountStep[] = []
  for (const { at, edition, ends } of moments) {
    const { series } = edition.row
    const before = standing.get(series)
    if (ends) {
      if (before === edition) standing.delete(series)
    } else if (!before || before.row.edition < edition.row.edition) standing.set(series, edition)
    const { value } = count.of([...standing.values()])
    if (steps.at(-1)?.at === at) steps.pop()
    if ((steps.at(-1)?.value ?? null) !== value) steps.push({ at, value })
  }
  return steps
}
