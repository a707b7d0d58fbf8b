import type { Command } from '#api/cli/command'
import { claimCheckCommand } from './claim-check.ts'
import { impactCommand } from './impact.ts'
import { oracles } from './oracles.ts'
import { tableCommand } from './table.ts'

/** The commands of the economy. */
export const economyCommands: readonly Command[] = [oracles, tableCommand, impactCommand, claimCheckCommand]
