import { ProblemError } from '#web/shell/problem'
import { textsNow } from '#web/shell/texts'
import { useAction as useShellAction } from '#web/shell/use-action'
import { portfolioTexts } from './texts.ts'

/** One thing a person asks the server to do, with what went wrong in one line. */
export function useAction<A extends unknown[]>(work: (...args: A) => Promise<unknown>) {
  const action = useShellAction(work)
  return { ...action, words: action.error === null ? null : errorWords(action.error) }
}

/** What an error says: what happened and what to do. */
export function errorWords(error: unknown): string {
  const texts = textsNow(portfolioTexts)
  if (error instanceof ProblemError) return [error.title, error.detail].filter(Boolean).join('. ')
  return `${texts.failed}. ${texts.unknownError}`
}
