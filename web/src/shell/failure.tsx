import { Link, useRouter } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { frameTexts } from './frame-texts.ts'
import { Page } from './page.tsx'
import { ProblemError, UnreachableError } from './problem.ts'
import { queryClient } from './session.ts'
import { useTexts } from './texts.ts'

/** What happened, what to do, and what to tell an administrator. */
export function Failure({ error, reset }: { error: unknown; reset: () => void }) {
  const texts = useTexts(frameTexts)
  const router = useRouter()
  if (error instanceof ProblemError && error.status === 404) return <NotFound title={error.title} detail={error.detail} />
  if (error instanceof ProblemError && error.status === 403) return <NoPermission detail={error.detail} />
  const unreachable = error instanceof UnreachableError
  const title = error instanceof ProblemError ? error.title : unreachable ? texts.unreachable : texts.failed
  const again = () => {
    void queryClient.resetQueries({ predicate: (query) => query.state.status === 'error' })
    reset()
    void router.invalidate()
  }
  return (
    <Page title={title}>
      <Empty
        title={error instanceof ProblemError && error.detail ? error.detail : unreachable ? texts.unreachableAdvice : texts.failedAdvice}
        action={
          <Button tone="primary" onClick={again}>
            {texts.retry}
          </Button>
        }
      >
        {unreachable ? null : <code>{error instanceof ProblemError ? `${error.status} ${error.code}` : String(error)}</code>}
      </Empty>
    </Page>
  )
}

/** Nothing stands at this address. */
export function NotFound({ title, detail }: { title?: string; detail?: string }) {
  const texts = useTexts(frameTexts)
  return (
    <Page title={title ?? texts.notFound}>
      <Empty title={detail ?? texts.notFoundAdvice} action={<Link to="/">{texts.home}</Link>} />
    </Page>
  )
}

/** It exists, but not for this person. */
export function NoPermission({ detail }: { detail?: string }) {
  const texts = useTexts(frameTexts)
  return (
    <Page title={texts.noPermission}>
      <Empty title={detail ?? texts.noPermissionAdvice} action={<Link to="/">{texts.home}</Link>} />
    </Page>
  )
}
