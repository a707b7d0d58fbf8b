import type { z } from '@hono/zod-openapi'
import { expectedBy, isMissing, kindOf, midSentence, nearestIssues, valueAt } from './expected.ts'
import { ProblemError } from './problem.ts'

/** What a person typed in these is not repeated: an answer may be logged or read over a shoulder. */
const secret = /pass(?:word|phrase)|secret|token|key$|^(?:current|next|code)$/i
const longest = 120

/** What came, short enough for a line; undefined where nothing did. */
function cameWords(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (value instanceof Blob) return 'name' in value ? String(value.name) : 'Blob'
  const words = JSON.stringify(value) ?? String(value)
  return words.length > longest ? `${words.slice(0, longest)}…` : words
}

/**
 * Input that does not fit the shape of a route, as the problem that its caller reads: for each field what was expected, what came and what to do.
 *
 * @param target where the input stood: json, query, param, form, header, cookie
 * @param value the input itself
 */
export function refusedInput(target: string, issues: readonly z.core.$ZodIssue[], value: unknown): ProblemError {
  const fields = nearestIssues(issues).map((issue) => {
    const came = valueAt(value, issue.path)
    const hidden = came !== undefined && issue.path.some((key) => secret.test(String(key)))
    return {
      path: [target, ...issue.path].join('.'),
      expected: { ko: expectedBy(issue, 'ko'), en: expectedBy(issue, 'en') },
      got: hidden ? undefined : cameWords(came),
      hidden,
      issue,
    }
  })
  const line = (locale: 'ko' | 'en') => (field: (typeof fields)[number]) => {
    const { path, issue, hidden, got } = field
    const ko = locale === 'ko'
    const expected = ko ? field.expected.ko : midSentence(field.expected.en)
    if (issue.code === 'unrecognized_keys') return ko ? `${path}: 없는 칸이니 빼 주세요` : `${path}: there is no such field; leave it out`
    if (isMissing(issue))
      return ko
        ? `${path}: 빠졌습니다, 있어야 할 것은 ${kindOf(issue, 'ko') ?? '값'}`
        : `${path}: expected ${midSentence(kindOf(issue, 'en') ?? 'A value')}, got nothing`
    const came = hidden ? (ko ? '여기 적지 않음' : 'something that is not repeated here') : (got ?? (ko ? '없음' : 'nothing'))
    return ko ? `${path}: 있어야 할 것은 ${expected}, 온 것은 ${came}` : `${path}: expected ${expected}, got ${came}`
  }
  return new ProblemError(
    422,
    'invalid',
    { ko: '입력을 확인해 주세요', en: 'Please check the input' },
    {
      detail: {
        ko: `${fields.map(line('ko')).join('; ')}. 고쳐서 다시 보내 주세요.`,
        en: `${fields.map(line('en')).join('; ')}. Correct it and send it again.`,
      },
      fields: fields.map(({ path, expected, got }) => ({ path, expected, got })),
    },
  )
}
