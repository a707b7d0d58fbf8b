import type { Command } from '#api/cli/command'
import { auditVerify } from './audit.ts'
import { backup, type OpenInstallation, restore } from './backup.ts'

/** What the command line does with the keeping of the record. `restore` opens the new installation itself. */
export const custodyCommands = (openInstallation: OpenInstallation): readonly Command[] => [auditVerify, backup, restore(openInstallation)]
