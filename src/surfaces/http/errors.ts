import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ApiEnv } from '#api/env'
import { answerProblem, ProblemError } from '#api/problem'
import { NotUnique, StoreUnavailable } from '#store/errors'

/** Every error becomes a problem that its reader can act on; what is ours is logged with its stack, never shown. */
export function answerError(error: Error, c: Context<ApiEnv>): Response {
  if (error instanceof ProblemError) return answerProblem(c, error)
  if (error instanceof HTTPException) {
    const title = { ko: '요청을 읽지 못했습니다', en: 'The request could not be read' }
    return answerProblem(
      c,
      new ProblemError(error.status, error.status === 400 ? 'malformed' : 'http', title, { detail: { ko: error.message, en: error.message } }),
    )
  }
  if (error instanceof StoreUnavailable)
    return answerProblem(
      c,
      new ProblemError(
        503,
        'store-unavailable',
        { ko: '데이터베이스가 잠시 쉬고 있습니다', en: 'The database is away for a moment' },
        {
          detail: { ko: '저장되지 않았습니다. 잠시 뒤 다시 해 주세요.', en: 'Nothing was saved. Please try again in a moment.' },
          headers: { 'retry-after': '2' },
        },
      ),
    )
  if (error instanceof NotUnique)
    return answerProblem(
      c,
      new ProblemError(
        409,
        'already-there',
        { ko: '이미 있습니다', en: 'It is already there' },
        { detail: { ko: '같은 값이 먼저 저장되었습니다.', en: 'The same value was saved before.' } },
      ),
    )
  c.get('log').error({ err: error, requestId: c.get('requestId'), path: c.req.path }, 'unexpected error')
  return answerProblem(
    c,
    new ProblemError(
      500,
      'unexpected',
      { ko: '예상하지 못한 오류가 났습니다', en: 'Something went wrong that we did not expect' },
      {
        detail: {
          ko: `저장되지 않았습니다. 관리자에게 이 번호를 알려 주세요: ${c.get('requestId')}`,
          en: `Nothing was saved. Tell the administrator this number: ${c.get('requestId')}`,
        },
      },
    ),
  )
}
