import { joinTexts } from '#web/shell/texts'
import { commonTexts } from './texts-common.ts'
import { dialogTexts } from './texts-dialogs.ts'
import { listTexts } from './texts-list.ts'
import { projectTexts } from './texts-project.ts'

/** The words of the portfolio. */
export const portfolioTexts = joinTexts(commonTexts, listTexts, projectTexts, dialogTexts)
