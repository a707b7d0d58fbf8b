import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ApiEnv } from '#api/env'
import { answerProblem, ProblemError } from '#api/problem'
import { StoreError } from '#store/errors'
import { withoutSecrets } from './log.ts'

/** Every error becomes a problem that its reader can act on; what is ours is logged with its stack, never shown. */
export function answerError(error: Error, c: Context<ApiEnv>): Response {
  if (error instanceof ProblemError) return answerProblem(c, error)
  if (error instanceof HTTPException) {
    const title = { ko: '요청을 읽지 못했습니다', en: 'The request could not be read' }
    return answerProblem(
      c,
      new ProblemError(error.status, error.status === 400 ? 'malformed' : 'http', title, { detail: malformed(error, c.req.header('content-type')) }),
    )
  }
  const known = error instanceof StoreError ? storeProblems[error.code] : undefined
  if (known) return answerProblem(c, known(error))
  c.get('log').error({ err: error, requestId: c.get('requestId'), path: withoutSecrets(c.req.path) }, 'unexpected error')
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

/** What the framework could not read, and what to do. */
function malformed({ message, status }: HTTPException, type: string | undefined): { ko: string; en: string } {
  if (status === 415)
    return {
      ko: `본문은 content-type: application/json으로 보내야 합니다 (온 것: ${type ?? '없음'}). 파일을 받는 주소만 multipart/form-data를 읽습니다.`,
      en: `The body must come as content-type: application/json (what came: ${type ?? 'none'}). Only addresses that take files read multipart/form-data.`,
    }
  if (/JSON/.test(message))
    return {
      ko: '본문이 JSON이 아닙니다. 쉼표, 따옴표, 괄호를 확인하고 UTF-8로 다시 보내 주세요.',
      en: 'The body is no JSON. Check commas, quotes and brackets, and send it again in UTF-8.',
    }
  if (/FormData|form/i.test(message))
    return {
      ko: '본문이 폼(multipart/form-data)이 아니거나 도중에 끊겼습니다. content-type을 확인하고 다시 보내 주세요.',
      en: 'The body is no form (multipart/form-data) or breaks off. Check its content-type and send it again.',
    }
  return { ko: message, en: message }
}

type ToProblem = (error: Error) => ProblemError

const again = { ko: '저장되지 않았습니다. 잠시 뒤 다시 해 주세요.', en: 'Nothing was saved. Please try again in a moment.' }

/** What each fault of the store means to the person who asked. Messages of the database itself stay in the log: they may hold data of others. */
const storeProblems: Readonly<Record<string, ToProblem>> = {
  'store-unavailable': () =>
    new ProblemError(
      503,
      'store-unavailable',
      { ko: '데이터베이스가 잠시 쉬고 있습니다', en: 'The database is away for a moment' },
      { detail: again, headers: { 'retry-after': '2' } },
    ),
  'not-unique': () =>
    new ProblemError(
      409,
      'already-there',
      { ko: '이미 있습니다', en: 'It is already there' },
      { detail: { ko: '같은 값이 먼저 저장되었습니다.', en: 'The same value was saved before.' } },
    ),
  'reference-broken': () =>
    new ProblemError(
      409,
      'reference-broken',
      { ko: '가리키는 것이 없거나 아직 쓰이고 있습니다', en: 'What it refers to is not there, or is still in use' },
      { detail: { ko: '목록을 새로 열어 다시 골라 주세요.', en: 'Open the list again and choose anew.' } },
    ),
  'value-refused': () =>
    new ProblemError(
      422,
      'value-refused',
      { ko: '저장할 수 없는 값입니다', en: 'This value cannot be saved' },
      { detail: { ko: '날짜, 수, 단위를 확인해 주세요.', en: 'Check dates, numbers and units.' } },
    ),
  'office-refused': () => new ProblemError(403, 'not-allowed', { ko: '이 일을 할 권한이 없습니다', en: 'You may not do this' }),
  'write-contended': () =>
    new ProblemError(
      409,
      'try-again',
      { ko: '여럿이 같은 것을 고치고 있습니다', en: 'Several people are changing the same thing' },
      { detail: again, headers: { 'retry-after': '1' } },
    ),
  'disk-full': () =>
    new ProblemError(
      507,
      'disk-full',
      { ko: '디스크가 가득 찼습니다', en: 'The disk is full' },
      { detail: { ko: '저장되지 않았습니다. 관리자에게 알려 주세요.', en: 'Nothing was saved. Tell the administrator.' } },
    ),
}
