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
  const { running } = run
  const unread = state.documents - state.read
  return (
    <div className="in-upload">
      <Progress label={texts.filesParsed} done={state.parsed} total={state.files} onCancel={state.state === 'running' ? run.cancel : undefined}>
        {state.parsed} / {state.files}
      </Progress>
      <Progress label={texts.documentsRead} done={state.read} total={Math.max(1, state.documents)}>
        {state.read} / {state.documents}
      </Progress>
      <p role="status">
        {state.state === 'running'
          ? texts.uploading
          : state.state === 'stopping'
            ? texts.uploadStopping
            : state.state === 'cancelled'
              ? texts.uploadStopped(state.parsed, state.files, unread)
              : texts.uploadDone(state.documents, state.claims)}
      </p>
      {state.known.length > 0 ? (
        <details>
          <summary>{texts.known(state.known.length)}</summary>
          <ul>
            {state.known.map((one, at) => (
              // the same document may have come in twice
              <li key={at}>
                {one.file} → <DocumentLink id={one.document.id}>{one.document.title}</DocumentLink>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {state.troubled.length + state.failed.length > 0 ? (
        <details open={state.troubled.length + state.failed.length <= 5}>
          <summary>{texts.troubled(state.troubled.length + state.failed.length)}</summary>
          <ul>
            {state.troubled.map((one) => (
              <li key={one.document.id}>
                <DocumentLink id={one.document.id}>{one.document.title}</DocumentLink> {one.problem?.title}.{' '}
                <span className="mut">{one.problem?.detail}</span>
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

const DocumentLink = ({ id, children }: { id: string; children: string }) => (
  <Link to="/documents/$id" params={{ id }}>
    {children}
  </Link>
)
