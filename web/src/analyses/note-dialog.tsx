import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useDraft } from '#web/shell/draft'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { noteAlarm } from './api.ts'
import { analysesTexts } from './texts.ts'
import { warningTexts } from './texts-warning.ts'

const verdicts = ['watching', 'real', 'explained'] as const

/** 경보 판단: what a person makes of an alarm, with a reason. */
export function NoteDialog({
  office,
  id,
  series,
  name,
  month,
  onClose,
}: {
  office: string
  id: string
  series: string
  name: string
  month: string
  onClose: () => void
}) {
  const texts = useTexts(warningTexts)
  const common = useTexts(analysesTexts)
  const cache = useQueryClient()
  const [verdict, setVerdict] = useState<(typeof verdicts)[number]>('watching')
  const { value: reason, set: setReason, clear } = useDraft(`alarm.${office}.${id}.${series}.${month}`, '')
  const note = useAction(async () => {
    await noteAlarm(office, id, { series, month, verdict, reason })
    await cache.invalidateQueries({ queryKey: ['analyses', office, 'report', id] })
    clear()
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.judgeTitle(name)} closeLabel={common.close} closeBeside={false}>
      <form
        className="an-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') void note.run()
        }}
      >
        <ProblemNote error={note.error} />
        <Select
          label={texts.verdict}
          value={verdict}
          options={verdicts.map((value) => ({ value, label: texts.judgements[value] ?? value }))}
          onChange={(value) => value !== '' && setVerdict(value)}
        />
        <TextArea label={texts.reason} hint={texts.reasonHint} value={reason} onChange={setReason} rows={4} />
        <div className="act">
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button tone="primary" type="submit" busy={note.busy} disabled={reason.trim() === ''}>
            {common.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
