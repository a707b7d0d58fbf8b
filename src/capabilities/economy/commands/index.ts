import type { Command } from '#api/cli/command'
import { oracles } from './oracles.ts'

/** The commands of the economy. */
export const economyCommands: readonly Command[] = [oracles]
