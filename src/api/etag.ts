import type { Context } from 'hono'
import type { ApiEnv } from './env.ts'
import { ProblemError } from './problem.ts'

/** The ETag of a row with a version. */
export const etagOf = (id: string, version: number): string => `"${id.slice(0, 8)}-${version}"`

/** Answer 304 where the caller already has it; else set the header and return null. */
export function notModified(c: Context<ApiEnv>, etag: string): Response | null {
  c.header('etag', etag)
  c.header('cache-control', 'private, no-cache')
  return c.req.header('if-none-match') === etag ? c.body(null, 304) : null
}

/**
 * Guard an update against lost writes.
 *
 * @throws ProblemError 428 without If-Match, 412 where somebody else changed it since
 */
export function requireMatch(c: Context<ApiEnv>, etag: string): void {
  const given = c.req.header('if-match')
  if (given === undefined)
    throw new ProblemError(
      428,
      'if-match-missing',
      { ko: '고치기 전의 판을 알려 주세요', en: 'Say which version you changed' },
      { detail: { ko: '읽을 때 받은 ETag를 If-Match로 보내 주세요.', en: 'Send the ETag of your GET as If-Match.' } },
    )
  if (given !== etag && given !== '*')
    throw new ProblemError(
      412,
      'changed-meanwhile',
      { ko: '그사이 다른 사람이 고쳤습니다', en: 'Somebody changed it meanwhile' },
      {
        detail: {
          ko: '지금 값을 다시 열어 견준 뒤 저장해 주세요. 적은 것은 그대로 있습니다.',
          en: 'Open the present values, compare, save again. What you typed is kept.',
        },
        headers: { etag },
      },
    )
}
