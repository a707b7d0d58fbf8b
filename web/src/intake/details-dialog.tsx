import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea, TextField } from '#ui/field/field'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { changeDocument, type DocumentItem } from './api.ts'
import { ProblemNote } from './problem-note.tsx'
import { intakeTexts } from './texts.ts'
import { useWork } from './use-work.ts'

/** 문서 정보: title, outlet and date of a document; the words of a file that could not be read. */
export function DetailsDialog({ office, item, onClose, onSaved }: { office: string; item: DocumentItem; onClose: () => void; onSaved: () => void }) {
  const texts = useTexts(intakeTexts)
  const work = useWork()
  const [title, setTitle] = useState(item.title)
  const [outlet, setOutlet] = useState(item.outlet ?? '')
  const [publishedOn, setPublishedOn] = useState(item.publishedOn)
  const [text, setText] = useState('')
  const save = () =>
    work.run(async () => {
      await changeDocument(office, item, {
        ...(title.trim() !== '' && title !== item.title ? { title } : {}),
        ...(outlet !== (item.outlet ?? '') ? { outlet: outlet || null } : {}),
        ...(publishedOn !== item.publishedOn ? { publishedOn } : {}),
        ...(text.trim() !== '' ? { text } : {}),
      })
      toast(texts.saved)
      onSaved()
      onClose()
    })
  return (
    <Dialog open onClose={onClose} title={texts.detailsTitle} closeLabel={texts.close} closeBeside={false} wide={!item.hasText}>
      <form
        className="in-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <ProblemNote error={work.error} />
        {item.hasText ? null : <TextArea label={texts.textField} hint={texts.textHint} rows={10} value={text} onChange={setText} />}
        <DateField label={texts.dateField} hint={texts.dateHint} optional value={publishedOn} onChange={setPublishedOn} />
        <TextField label={texts.outletField} optional value={outlet} onChange={setOutlet} />
        <TextField label={texts.titleField} value={title} onChange={setTitle} />
        {item.hasText && publishedOn !== item.publishedOn ? <Note tone="info">{texts.rereads}</Note> : null}
        <div className="act">
          <Button onClick={onClose}>{texts.close}</Button>
          <Button tone="primary" type="submit" busy={work.busy}>
            {texts.saveDetails}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
