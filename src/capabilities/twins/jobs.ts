import type { JobHandler } from '#store/jobs'
import { renewHandler, twinsJob } from './service.ts'

/** The work of comparing in the background. */
export const twinsJobs: Readonly<Record<string, JobHandler>> = { [twinsJob]: renewHandler }
