import { notFound } from '#api/problem'
import { stepsFrom } from '#engines/accounting/stage-rules'
import { machinesOf, stagesOf } from '#engines/accounting/stages'
import type { Db } from '#store/store'
import { subjectById } from './queries/project.ts'
import { standingOf } from './queries/stages.ts'
import type { Reader } from './reader.ts'

/**
 * 다음에 올 수 있는 것: for each track of a subject where it stands (on a day, or now) and the steps that the rules allow from there.
 *
 * @throws ProblemError 404 for an unknown subject
 */
export async function nextStages(db: Db, reader: Reader, subjectId: string, on: string | null) {
  const subject = await subjectById(db, reader.officeId, subjectId, reader.confidential)
  if (!subject) throw notFound({ ko: '사업', en: 'The project' })
  const day = on ?? reader.today
  const tracks = []
  for (const machine of machinesOf(subject.kind)) {
    const { stage, since } = await standingOf(db, reader.officeId, subjectId, machine, on)
    const names = new Map(stagesOf(machine, day).map((row) => [row.stage, row]))
    tracks.push({
      machine,
      stage,
      since,
      next: stepsFrom(machine, stage, since, day).map((step) => ({
        ...step,
        ko: names.get(step.to)?.ko ?? step.to,
        en: names.get(step.to)?.en ?? step.to,
        evidence: step.evidence.map((kind) => ({ ...kind, filedAs: [...kind.filedAs] })),
      })),
    })
  }
  return tracks
}
