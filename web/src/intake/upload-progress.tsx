import { Link } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Progress } from '#ui/progress/progress'
import { useTexts } from '#web/shell/texts'
import { intakeTexts } from './texts.ts'
import type { Upload } from './use-upload.ts'
import { problemWords } from './use-work.ts'

/** 올리기 진행: files parsed and documents read, counted as they happen; what could not be read, each with its reason. */
export function UploadProgress({ run }: { run: Upload }) {
  const texts = useTexts(intakeTexts)
  const { state } = run
  if (state.state === 'idle') return null
  const running = state.state === 'running'
  return (
    <div className="in-upload">
      <Progress label={texts.filesParsed} done={state.parsed} total={state.files} onCancel={running ? run.cancel : undefined}>
        {state.parsed} / {state.files}
      </Progress>
      <Progress label={texts.documentsRead} done={state.read} total={Math.max(1, state.documents)}>
        {state.read} / {state.documents}
      </Progress>
      <p role="status">
        {running
          ? texts.uploading
          : state.state === 'cancelled'
            ? texts.uploadStopped(state.parsed, state.files)
            : texts.uploadDone(state.documents, state.claims, state.known)}
      </p>
      {state.troubled.length + state.failed.length > 0 ? (
        <details open={state.troubled.length + state.failed.length <= 5}>
          <summary>{texts.troubled(state.troubled.length + state.failed.length)}</summary>
          <ul>
            {state.troubled.map((one) => (
              <li key={one.document.id}>
                <Link to="/documents/$id" params={{ id: one.document.id }}>
                  {one.document.title}
                </Link>{' '}
                {one.problem?.title}. <span className="mut">{one.problem?.detail}</span>
              </li>
            ))}
            {state.failed.map((one) => (
              <li key={one.name}>
                {one.name}: {problemWords(one.error).title} <span className="mut">{problemWords(one.error).detail}</span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {running ? null : (
        <Button small tone="text" onClick={run.forget}>
          {texts.close}
        </Button>
      )}
    </div>
  )
}
