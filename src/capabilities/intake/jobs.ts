import type { JobHandler } from '#store/jobs'
import { readingJob } from './service/add-document.ts'
import { extractHandler, extractJob } from './service/extract.ts'
import { readingHandler } from './service/read-job.ts'
import { rereadHandler, rereadJob } from './service/reread.ts'
import { watchHandler, watchJob } from './service/watch.ts'

/** The work that intake does in the background, by the name that the queue knows. */
export const intakeJobs: Readonly<Record<string, JobHandler>> = {
  [readingJob]: readingHandler,
  [rereadJob]: rereadHandler,
  [watchJob]: watchHandler,
  [extractJob]: extractHandler,
}
