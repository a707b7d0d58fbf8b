import { type StageRow, stageRows } from '#data/stages'
import type { SaidStage } from '#record/claim'
import type { SubjectKind } from '#record/subject'

export type Machine = StageRow['machine']

/** The stages of a machine in force on a day, in order. */
export function stagesOf(machine: Machine, day: string): readonly StageRow[] {
  const latest = new Map<string, StageRow>()
  for (const row of stageRows) {
    if (row.machine !== machine || row.validFrom > day) continue
    const kept = latest.get(row.stage)
    if (!kept || kept.validFrom < row.validFrom) latest.set(row.stage, row)
  }
  return [...latest.values()].sort((a, b) => a.ord - b.ord)
}

/** The machine that a kind of subject runs on; null for kinds without stages. */
export function machineOf(kind: SubjectKind): Machine | null {
  return kind === 'project' || kind === 'agreement' || kind === 'programme' || kind === 'pledge' || kind === 'award' ? kind : null
}

/**
 * Every machine that a kind of subject runs on, its own first: a project of a foreign investor has the track of its foreign direct investment (신고, 도착) beside its own.
 *
 * @example
 * machinesOf('project') // => ['project', 'fdi']
 * machinesOf('organisation') // => []
 */
export function machinesOf(kind: SubjectKind): readonly Machine[] {
  const own = machineOf(kind)
  return own === null ? [] : own === 'project' ? [own, 'fdi'] : [own]
}

/**
 * The place in a machine that follows from what a source said (단계); null where it says nothing about it.
 *
 * @example
 * stageFromSaid('project', 'mou') // => 'mou'
 * stageFromSaid('project', 'result') // => null
 */
export function stageFromSaid(machine: Machine, said: SaidStage | null): string | null {
  const table: Record<Machine, Partial<Record<SaidStage, string>>> = {
    project: { plan: 'lead', mou: 'mou', contract: 'contract', construction: 'construction', operation: 'operation', cancelled: 'withdrawn' },
    agreement: { plan: 'proposed', mou: 'signed', contract: 'signed', operation: 'in_force', cancelled: 'terminated' },
    programme: { plan: 'proposed', pledge: 'proposed', construction: 'running', operation: 'running', cancelled: 'dropped' },
    fdi: { mou: 'inquiry', contract: 'notice', cancelled: 'cancelled' },
    award: { plan: 'applied', contract: 'granted', cancelled: 'rejected' },
    pledge: { pledge: 'stated', plan: 'adopted', construction: 'in_progress', operation: 'done', result: 'done', cancelled: 'dropped' },
  }
  return said === null ? null : (table[machine][said] ?? null)
}
