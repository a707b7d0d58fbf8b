import { ProblemError } from '#api/problem'

/** Somebody else changed the row since it was read. */
export const etagMismatch = () =>
  new ProblemError(
    412,
    'changed-meanwhile',
    { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' },
    {
      detail: {
        ko: '지금 값을 다시 열어 견준 뒤 저장해 주세요. 적은 것은 그대로 있습니다.',
        en: 'Open the present values, compare, save again. What you typed is kept.',
      },
    },
  )

/** What was asked cannot be done as things stand. */
export const refused = (code: string, title: { ko: string; en: string }, detail: { ko: string; en: string }) =>
  new ProblemError(409, code, title, { detail })
