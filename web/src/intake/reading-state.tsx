import { Button } from '#ui/button/button'
import { Tag } from '#ui/tag/tag'
import { useTexts } from '#web/shell/texts'
import { type DocumentItem, isUnderWay, readAgain, stopReading } from './api.ts'
import { intakeTexts } from './texts.ts'
import { problemWords, useWork } from './use-work.ts'

/** 읽기: how far the reading of a document is, with the way to stop it or to try again. */
export function ReadingState({ office, item, mayWrite, onChange }: { office: string; item: DocumentItem; mayWrite: boolean; onChange: () => void }) {
  const texts = useTexts(intakeTexts)
  const work = useWork()
  const act = (what: () => Promise<unknown>) =>
    void work.run(async () => {
      await what()
      onChange()
    })
  const why = item.readingError ? (texts.unreadable[item.readingError as 'encrypted'] ?? item.readingError) : null
  if (isUnderWay(item)) {
    const total = item.job?.total ?? null
    return (
      <span className="in-state">
        <progress
          className="prog"
          aria-label={texts.states[item.readingState]}
          max={1}
          value={total ? Math.min(1, (item.job?.progress ?? 0) / total) : undefined}
        />
        <span>{texts.states[item.readingState]}</span>
        {mayWrite ? (
          <Button small tone="text" busy={work.busy} onClick={() => act(() => stopReading(office, item.id))}>
            {texts.cancel}
          </Button>
        ) : null}
      </span>
    )
  }
  const again = item.hasText && (item.readingState === 'failed' || item.readingState === 'cancelled')
  return (
    <span className="in-state">
      {item.readingState === 'failed' ? (
        <Tag tone="bad">{texts.states.failed}</Tag>
      ) : item.readingState === 'cancelled' ? (
        <Tag tone="warn">{texts.states.cancelled}</Tag>
      ) : (
        <span>{texts.states[item.readingState]}</span>
      )}
      {why ? <span className="sub">{why}</span> : null}
      {again && mayWrite ? (
        <Button small tone="text" busy={work.busy} onClick={() => act(() => readAgain(office, item.id))}>
          {texts.retry}
        </Button>
      ) : null}
      {work.error ? <span role="alert">{problemWords(work.error).title}</span> : null}
    </span>
  )
}
