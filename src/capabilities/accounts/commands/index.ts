import type { Command } from '#api/cli/command'
import { officeAdd, officeList } from './office.ts'
import { tokenCreate } from './token.ts'
import { userAdd, userList, userReset } from './user.ts'

/** The commands of accounts. */
export const accountsCommands: readonly Command[] = [officeAdd, officeList, userAdd, userList, userReset, tokenCreate]
