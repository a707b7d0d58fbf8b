/** What other places may use of the roll-up. */
import type { JobHandler } from '#store/jobs'
import { rollUpHandler, rollUpJob } from './refresh.ts'

export { refreshOffice } from './refresh.ts'

export const rollUpJobs: Readonly<Record<string, JobHandler>> = { [rollUpJob]: rollUpHandler }
