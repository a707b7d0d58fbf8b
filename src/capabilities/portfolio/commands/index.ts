import type { Command } from '#api/cli/command'
import { figuresCommand } from './figures.ts'
import { projectsCommand } from './projects.ts'

/** The portfolio's commands. */
export const portfolioCommands: readonly Command[] = [projectsCommand, figuresCommand]
