import { defineTexts } from '#web/shell/texts'

/** Texts of new investments and expansions. */
export const investmentTexts = defineTexts({
  ko: {
    kind: '신규·증설',
    kindHint: '모르면 비워 두세요. 문장이 말하면 그대로 셉니다.',
    unknown: '모름',
    kinds: { new: '신규 투자', expansion: '증설' },
    said: (kind: string) => `문장은 ${kind}라고 말합니다. 다르면 고르세요.`,
    bySentence: '문장에서',
    byPerson: '기관이 정함',
  },
  en: {
    kind: 'New or expansion',
    kindHint: 'Leave empty where it is not known; what a sentence says counts by itself.',
    unknown: 'not known',
    kinds: { new: 'New investment', expansion: 'Expansion' },
    said: (kind) => `Its sentence says: ${kind}. Choose where that is wrong.`,
    bySentence: 'from its sentence',
    byPerson: 'set by the office',
  },
})
