import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea } from '#ui/field/field'
import { Segment } from '#ui/segment/segment'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import type { Correction } from './api.ts'
import { citizensTexts } from './texts.ts'

/** 답하기: what was done and the words to the sender. What is typed stays while sending fails. */
export function AnswerDialog({
  one,
  onClose,
  onSend,
}: {
  one: Correction
  onClose: () => void
  onSend: (state: 'corrected' | 'stands', answer: string) => Promise<void>
}) {
  const texts = useTexts(citizensTexts)
  const work = useWork()
  const [state, setState] = useState<'corrected' | 'stands'>('corrected')
  const [words, setWords] = useState('')
  const empty = words.trim() === ''
  const send = () => {
    if (empty) return
    void work.run(async () => {
      await onSend(state, words.trim())
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={texts.answerTitle} closeLabel={texts.dismiss} closeBeside={false}>
      <form
        className="ct-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <blockquote>{one.words}</blockquote>
        <ProblemNote error={work.error} />
        <Segment
          label={texts.outcome}
          value={state}
          options={(['corrected', 'stands'] as const).map((value) => ({ value, label: texts.outcomes[value] ?? value }))}
          onChange={setState}
        />
        {state === 'corrected' ? <p className="mut">{texts.correctedHint}</p> : null}
        <TextArea
          label={texts.words}
          hint={texts.wordsHint}
          rows={5}
          value={words}
          onChange={setWords}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send()
          }}
        />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={empty}>
            {texts.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
