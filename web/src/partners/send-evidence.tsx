import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { write } from '../plans/api.ts'
import { planTexts } from '../plans/texts.ts'
import { partnerTexts } from './texts.ts'

const endings = ['.pdf', '.png', '.jpg', '.jpeg', '.hwp', '.hwpx', '.docx', '.xlsx', '.csv', '.txt', '.zip']

/** 증빙 내기: one file for one obligation, or for the next check of an award. The file stays chosen while sending fails. */
export function SendEvidence({ to, title, onClose }: { to: { kind: 'obligation' | 'award'; id: string }; title: string; onClose: () => void }) {
  const texts = useTexts(partnerTexts)
  const plan = useTexts(planTexts)
  const office = useOffice().slug
  const work = useWork()
  const [file, setFile] = useState<File | null>(null)
  const [note, setNote] = useState('')
  const send = () => {
    if (!file) return
    void work.run(async () => {
      const form = new FormData()
      form.set('file', file)
      if (note.trim()) form.set('note', note.trim())
      await write('POST', office, `/partner/${to.kind}s/${to.id}/evidence`, form)
      toast(texts.sent)
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={`${texts.send}: ${title}`} closeLabel={plan.close} closeBeside={false}>
      <form
        className="pl-form"
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <FileDrop label={texts.file} accept={endings} limitBytes={50 * 1024 * 1024} multiple={false} onFiles={(files) => setFile(files[0] ?? null)}>
          {texts.fileHint}
        </FileDrop>
        <p role="status">{file ? <b>{file.name}</b> : <span className="mut">{texts.choose}</span>}</p>
        <TextField label={texts.note} optional value={note} onChange={setNote} />
        <ProblemNote error={work.error} />
        <div className="act">
          <Button onClick={onClose}>{plan.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={file === null}>
            {texts.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
