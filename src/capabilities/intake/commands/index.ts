import type { Command } from '#api/cli/command'
import { addCommand } from './add.ts'
import { claimsAccept, claimsList, claimsMerge, claimsReject, claimsUndo, queueCommand } from './claims.ts'
import { rereadCommand } from './reread.ts'
import { watchCommand } from './watch.ts'

/** What the command line does with documents and claims. */
export const intakeCommands: readonly Command[] = [
  addCommand,
  queueCommand,
  claimsList,
  claimsAccept,
  claimsReject,
  claimsMerge,
  claimsUndo,
  rereadCommand,
  watchCommand,
]
