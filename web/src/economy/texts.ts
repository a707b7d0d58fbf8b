import { joinTexts } from '#web/shell/texts'
import { commonTexts } from './texts-common.ts'
import { effectsTexts } from './texts-effects.ts'
import { impactTexts } from './texts-impact.ts'
import { tablesTexts } from './texts-tables.ts'

/** The words of the economy screens. */
export const economyTexts = joinTexts(commonTexts, impactTexts, effectsTexts, tablesTexts)
