import type { JobHandler } from '#store/jobs'
import { digestHandler, digestJob } from './digest.ts'

/** The work that the list does in the background. */
export const worklistJobs: Readonly<Record<string, JobHandler>> = { [digestJob]: digestHandler }
