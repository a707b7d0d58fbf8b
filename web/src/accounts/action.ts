import { ProblemError, UnreachableError } from '#web/shell/problem'
import { textsNow } from '#web/shell/texts'
import { accountTexts } from './texts.ts'

export { useAction } from '#web/shell/use-action'

/** What an error says in one line: what happened and what to do. */
export function wordsOf(error: unknown): { title: string; detail?: string } {
  const texts = textsNow(accountTexts)
  if (error instanceof ProblemError) return { title: error.title, detail: error.detail }
  if (error instanceof UnreachableError) return { title: texts.failed, detail: texts.unreachable }
  return { title: texts.failed, detail: error instanceof Error ? error.message : String(error) }
}

/** What the server refused about one field of the body: `fieldError(error, 'email')`. The detail speaks the reader's language where it is about this field alone. */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined
  const found = error.fields.find((one) => one.path === `json.${field}`)
  if (!found) return undefined
  return error.fields.length === 1 && error.detail && !error.detail.startsWith('json.') ? error.detail : found.expected
}

/** Whether an error is about one of these fields, and so is shown there. */
export const isShownAt = (error: unknown, fields: readonly string[]): boolean => fields.some((field) => fieldError(error, field) !== undefined)
