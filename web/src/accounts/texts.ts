import { joinTexts } from '#web/shell/texts'
import { ownAccountTexts } from './texts-account.ts'
import { commonTexts } from './texts-common.ts'
import { entryTexts } from './texts-entry.ts'
import { installationTexts } from './texts-installation.ts'
import { officeTexts } from './texts-office.ts'
import { peopleTexts } from './texts-people.ts'

/** The words of accounts. */
export const accountTexts = joinTexts(commonTexts, entryTexts, officeTexts, ownAccountTexts, peopleTexts, installationTexts)
