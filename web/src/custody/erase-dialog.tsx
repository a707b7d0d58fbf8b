import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea, TextField } from '#ui/field/field'
import { Figure } from '#ui/figure/figure'
import { useFormats } from '#web/shell/formats'
import { useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { eraseDocument, previewErasure } from './api.ts'
import './custody.css'
import { custodyTexts } from './texts.ts'

/** 문서 지우기: what goes and what loses its source stands before the button; the title is typed, because it cannot be taken back. */
export function EraseDialog({
  office,
  document,
  onClose,
  onErased,
}: {
  office: string
  document: string
  onClose: () => void
  onErased: () => void
}) {
  const texts = useTexts(custodyTexts)
  const { locale } = useFormats()
  const preview = useQuery({ queryKey: ['erasure', office, document], queryFn: () => previewErasure(office, document), staleTime: 0 })
  const work = useWork()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const found = preview.data
  const ready = found !== undefined && reason.trim() !== '' && typed.normalize('NFC').trim() === found.title.normalize('NFC').trim()
  const send = () =>
    void work.run(async () => {
      await eraseDocument(office, document, reason.trim(), typed)
      onErased()
    })
  return (
    <Dialog open onClose={onClose} title={texts.erase.title} closeLabel={texts.erase.dismiss} closeBeside={false} wide>
      <form
        className="cu-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) send()
        }}
      >
        <p>{texts.erase.means}</p>
        <ProblemNote error={preview.error ?? work.error} />
        {found ? (
          <>
            <p>{texts.erase.goes(String(found.sentences), String(found.claims), String(found.publications.length))}</p>
            {found.facts.length > 0 ? (
              <div>
                <b>{texts.erase.loses(String(found.facts.length))}</b>
                <ul>
                  {found.facts.map((fact) => (
                    <li key={fact.factId}>
                      {fact.subjectName} · {locale === 'ko' ? fact.indicatorKo : fact.indicatorEn} <Figure value={fact.value} unit={fact.unit} />
                    </li>
                  ))}
                </ul>
              </div>
            ) : (
              <p>{texts.erase.losesNone}</p>
            )}
          </>
        ) : null}
        <TextArea label={texts.erase.reason} rows={2} value={reason} onChange={setReason} />
        <TextField label={texts.erase.confirm} hint={found?.title} value={typed} onChange={setTyped} />
        <div className="act">
          <Button onClick={onClose}>{texts.erase.cancel}</Button>
          <Button tone="bad" type="submit" busy={work.busy} disabled={!ready}>
            {texts.erase.send}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** The button on a document's page, for those who may erase; a document that is erased already has none. */
export function EraseButton({ office, document, erased, onErased }: { office: string; document: string; erased: boolean; onErased: () => void }) {
  const texts = useTexts(custodyTexts)
  const may = useRole('administrator', 'head')
  const [open, setOpen] = useState(false)
  if (!may || erased) return null
  return (
    <>
      <Button small tone="text" onClick={() => setOpen(true)}>
        {texts.erase.open}
      </Button>
      {open ? (
        <EraseDialog
          office={office}
          document={document}
          onClose={() => setOpen(false)}
          onErased={() => {
            setOpen(false)
            onErased()
          }}
        />
      ) : null}
    </>
  )
}
