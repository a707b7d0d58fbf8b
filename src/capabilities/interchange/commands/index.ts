import type { Command } from '#api/cli/command'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'

/** The commands of the interchange. */
export const interchangeCommands: readonly Command[] = [exportCommand, importCommand]
