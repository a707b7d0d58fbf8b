import type { JobHandler } from '#store/jobs'
import { applyJob, checkJob, undoJob } from './service/orders.ts'
import { applyHandler, checkHandler, undoHandler } from './service/run.ts'

/** The work of imports in the background, by the name that the queue knows. */
export const interchangeJobs: Readonly<Record<string, JobHandler>> = {
  [checkJob]: checkHandler,
  [applyJob]: applyHandler,
  [undoJob]: undoHandler,
}
