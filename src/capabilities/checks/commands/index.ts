import type { Command } from '#api/cli/command'
import { checksCommands } from './checks.ts'

/** What the command line does with checks. */
export const commands: readonly Command[] = checksCommands
