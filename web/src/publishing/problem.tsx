import { Banner } from '#ui/banner/banner'
import { ProblemError } from '#web/shell/problem'
import { useTexts } from '#web/shell/texts'
import { publishingTexts } from './texts.ts'

/** What went wrong, in the server's words. */
export function ProblemBanner({ error }: { error: unknown }) {
  const texts = useTexts(publishingTexts)
  if (!error) return null
  const problem = error instanceof ProblemError ? error : null
  return (
    <Banner tone="bad" title={problem?.title ?? texts.failed} live>
      {problem ? (problem.detail ?? '') : error instanceof Error ? error.message : String(error)}
    </Banner>
  )
}
