import { Note } from '#ui/banner/banner'
import { problemWords } from './use-work.ts'

/** What went wrong, spoken when it appears. */
export function ProblemNote({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const words = problemWords(error)
  return (
    <div role="alert" className="in-problem">
      <Note tone="bad">
        <b>{words.title}</b> {words.detail}
      </Note>
    </div>
  )
}
