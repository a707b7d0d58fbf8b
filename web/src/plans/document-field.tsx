import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { type Choice, ComboBox } from '#ui/combo-box/combo-box'
import { Checkbox } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { read, write } from './api.ts'
import { documentChoice, documentsPath, type FoundDocument } from './document-choice.ts'
import './plans.css'
import { planTexts } from './texts.ts'

const endings = '.pdf .hwp .hwpx .docx .xlsx .xls .csv .txt .html .eml .png .jpg .jpeg .zip'.split(' ')
const largest = 100 * 1024 * 1024

/**
 * 증빙 고르기: a document of the office by the words of its title or text, by its date (2026-03, 2026년 3월), or one that is uploaded on the spot.
 * Without words the newest come; `first` stands before them. A file that was uploaded is kept whether or not the form is sent.
 */
export function DocumentField({
  label,
  optional,
  hint,
  error,
  value,
  first = [],
  onChange,
}: {
  label: string
  optional?: boolean | undefined
  hint?: string | undefined
  error?: string | undefined
  value: Choice | null
  first?: readonly Choice[]
  onChange: (document: Choice | null) => void
}) {
  const texts = useTexts(planTexts)
  const office = useOffice().slug
  const mayUpload = useRole('administrator', 'head', 'officer')
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState(false)
  const [closed, setClosed] = useState(false)
  const work = useWork()
  const found = useQuery({
    queryKey: ['plans', office, 'documents', words],
    queryFn: () => read<{ items: FoundDocument[] }>(office, documentsPath(words)),
  })
  const choices = (found.data?.items ?? []).map(documentChoice)
  const known = words.trim() === '' ? first.filter((one) => !choices.some((other) => other.id === one.id)) : []
  const upload = (file: File | undefined) => {
    if (!file) return
    void work.run(async () => {
      const form = new FormData()
      form.set('file', file)
      form.set('kind', 'evidence')
      if (closed) form.set('confidential', 'true')
      const { document } = await write<{ document: FoundDocument }>('POST', office, '/documents/files', form)
      onChange(documentChoice(document))
      setAdding(false)
    })
  }
  return (
    <div className="pl-document">
      <ComboBox
        label={label}
        optional={optional}
        hint={hint ?? texts.documentHint}
        error={error}
        value={value}
        choices={[...known, ...choices]}
        busy={found.isFetching}
        onWords={setWords}
        onChange={(choice) => {
          onChange(choice)
          setWords('')
        }}
      />
      {mayUpload ? (
        <Button small tone="text" aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {texts.documentUpload}
        </Button>
      ) : null}
      {adding ? (
        <>
          <Checkbox label={texts.documentClosed} checked={closed} onChange={setClosed} />
          <FileDrop label={texts.documentFile} accept={endings} limitBytes={largest} multiple={false} onFiles={(files) => upload(files[0])}>
            {texts.documentFileHint}
          </FileDrop>
          <p role="status" className="sm mut">
            {work.busy ? texts.documentSending : ''}
          </p>
          <ProblemNote error={work.error} />
        </>
      ) : null}
    </div>
  )
}
