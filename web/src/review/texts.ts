import { joinTexts } from '#web/shell/texts'
import { claimTexts } from './texts-claim.ts'
import { dialogTexts } from './texts-dialogs.ts'
import { screenTexts } from './texts-screen.ts'

/** The words of the review. */
export const reviewTexts = joinTexts(screenTexts, claimTexts, dialogTexts)
