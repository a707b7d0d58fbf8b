import type { Command } from '#api/cli/command'
import { auditVerify } from './audit.ts'

/** What the command line does with the keeping of the record. */
export const custodyCommands: readonly Command[] = [auditVerify]
