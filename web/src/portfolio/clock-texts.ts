import { defineTexts } from '#web/shell/texts'

/** Texts of choosing both clocks. */
export const clockTexts = defineTexts({
  ko: {
    choose: '언제의 값을, 언제 알던 대로 볼까요',
    lead: '앞의 날은 값이 참이던 때, 뒤의 날은 우리가 알고 있던 때입니다. 비워 두면 지금입니다.',
    asOf: '어느 날의 값',
    asOfHint: '그날 참이던 값만 보입니다.',
    known: '언제 알던 것',
    knownHint: '그날 밤까지 적힌 것만 보입니다. 뒤에 고친 것은 보이지 않습니다.',
    compare: '그때 답과 지금 답을 줄마다 견주기',
    now: '지금으로',
    look: '그때로 보기',
    cancel: '닫기',
    banner: (asOf: string | null, known: string | null) =>
      [asOf ? `${asOf}의 값을` : '', known ? `${known}에 알던 대로` : ''].filter(Boolean).join(' ') + ' 보고 있습니다. 고칠 수 없습니다.',
  },
  en: {
    choose: 'Of which day, as known when',
    lead: 'The first day is when the values were true, the second when we knew. Left empty it is now.',
    asOf: 'Values of',
    asOfHint: 'Only values that were true on that day.',
    known: 'As known on',
    knownHint: 'Only what was entered by the end of that day; later corrections are not shown.',
    compare: 'Compare that answer with the present one, line by line',
    now: 'Back to now',
    look: 'Look back',
    cancel: 'Close',
    banner: (asOf, known) =>
      `Looking at ${[asOf ? `the values of ${asOf}` : '', known ? `as known on ${known}` : ''].filter(Boolean).join(', ')}. Nothing can be changed here.`,
  },
})
