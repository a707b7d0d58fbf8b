import { z } from '@hono/zod-openapi'
import { josa } from 'es-hangul'
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ApiEnv } from './env.ts'
import { inOneLanguage } from './expected.ts'
import { type Locale, localeOf } from './locale.ts'

/** RFC 9457 problem details: what was expected, what came, what to do. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string().optional(),
    /** The rule of the office that refused, such as `project.construction`. */
    rule: z.string().optional(),
    fields: z.array(z.object({ path: z.string(), expected: z.string(), got: z.string().optional() })).optional(),
  })
  .openapi('Problem')
export type Problem = z.infer<typeof Problem>

/** Texts of a problem in both languages; `detail` may be left out. */
export interface ProblemText {
  ko: string
  en: string
}

/** One field that was refused; what it expected in both languages, or in words that say both (`이름 (a name)`). */
export interface RefusedField {
  path: string
  expected: string | ProblemText
  got?: string | undefined
}

/** An error that a caller may read. Thrown anywhere below a route; the kit turns it into problem+json. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: string,
    readonly title: ProblemText,
    readonly more: { detail?: ProblemText; rule?: string; fields?: readonly RefusedField[]; headers?: Record<string, string> } = {},
  ) {
    super(`${status} ${code}: ${title.en}`)
  }
}

/** The problem as the caller reads it. */
export function problemBody(error: ProblemError, locale: Locale): Problem {
  return {
    type: `urn:gusul:problem:${error.code}`,
    title: error.title[locale],
    status: error.status,
    code: error.code,
    detail: error.more.detail?.[locale],
    rule: error.more.rule,
    fields: error.more.fields?.map(({ path, expected, got }) => ({
      path,
      expected: typeof expected === 'string' ? inOneLanguage(expected, locale) : expected[locale],
      got,
    })),
  }
}

/** Answer a request with a problem. */
export function answerProblem(c: Context<ApiEnv>, error: ProblemError): Response {
  return c.body(JSON.stringify(problemBody(error, localeOf(c))), error.status, {
    'content-type': 'application/problem+json; charset=utf-8',
    ...error.more.headers,
  })
}

const text = (ko: string, en: string): ProblemText => ({ ko, en })

export const notFound = (what: ProblemText = text('찾으시는 것', 'What you asked for')) =>
  new ProblemError(404, 'not-found', text(`${josa(what.ko, '을/를')} 찾지 못했습니다`, `${what.en} was not found`), {
    detail: text(
      '주소를 확인하거나 목록에서 다시 골라 주세요. 볼 권한이 없는 것도 이렇게 보입니다.',
      'Check the address or choose again from the list. What you may not see looks like this, too.',
    ),
  })
export const notSignedIn = () =>
  new ProblemError(401, 'not-signed-in', text('로그인해야 합니다', 'Please sign in'), {
    detail: text('세션이 끝났거나 토큰이 없습니다.', 'The session has ended or there is no token.'),
  })
export const notAllowed = (access: string) =>
  new ProblemError(403, 'not-allowed', text('이 일을 할 권한이 없습니다', 'You may not do this'), {
    detail: text(`필요한 권한: ${access}. 기관 관리자에게 물어보세요.`, `Needed: ${access}. Ask the office's administrator.`),
  })
export const conflict = (code: string, ko: string, en: string) => new ProblemError(409, code, text(ko, en))
export const invalid = (path: string, expected: ProblemText, got?: string) =>
  new ProblemError(422, 'invalid', text('입력을 확인해 주세요', 'Please check the input'), {
    detail: expected,
    fields: [{ path, expected, got }],
  })
