import type { Command } from '#api/cli/command'
import { publicationsChoices, publicationsList, publicationsWithdraw, publishCommand } from './publish.ts'

/** Every command of publishing. */
export const publishingCommands: readonly Command[] = [publishCommand, publicationsList, publicationsChoices, publicationsWithdraw]
