import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { DateField } from '#ui/date-field/date-field'
import { Checkbox, TextArea, TextField } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { useDraft } from '#web/shell/draft'
import { useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { type Added, addPasted } from './api.ts'
import { ProblemNote } from './problem-note.tsx'
import { intakeTexts } from './texts.ts'
import { UploadProgress } from './upload-progress.tsx'
import { useUpload } from './use-upload.ts'
import { useWork } from './use-work.ts'

/** What Gusul reads, and what it keeps to be read later: a protected or a disguised file is told so, not refused. */
const endings =
  '.hwp .hwpx .hml .docx .docm .xlsx .xlsm .xls .pdf .csv .tsv .html .htm .eml .txt .md .zip .doc .ppt .pptx .odt .ods .png .jpg .jpeg'.split(' ')

const empty = { text: '', title: '', outlet: '', publishedOn: null as string | null, confidential: false }
const largest = 100 * 1024 * 1024

/** 문서 넣기: paste a text or upload files. What is typed stays until the server has it. */
export function AddPanel({ office, onAdded }: { office: string; onAdded: (added: readonly Added[]) => void }) {
  const texts = useTexts(intakeTexts)
  const draft = useDraft(`intake.paste.${office}`, empty)
  const work = useWork()
  const mayHide = useRole('administrator', 'head', 'officer')
  const [results, setResults] = useState<readonly Added[]>([])
  const value = draft.value
  const set = (change: Partial<typeof empty>) => draft.set({ ...value, ...change })
  const facts = {
    title: value.title || undefined,
    outlet: value.outlet || undefined,
    publishedOn: value.publishedOn,
    confidential: value.confidential,
  }
  const done = (added: readonly Added[]) => {
    setResults(added.filter((one) => one.duplicateOf !== null || one.problem !== null))
    const fresh = added.filter((one) => one.duplicateOf === null && one.problem === null)
    for (const one of fresh) toast(texts.added(one.document.title))
    onAdded(added)
  }
  const run = useUpload(office)
  const paste = () =>
    work.run(async () => {
      const added = await addPasted(office, value.text, facts)
      draft.clear()
      done([added])
    })
  const upload = (files: File[]) => void run.start(files, files.length > 1 ? { ...facts, title: undefined } : facts)
  return (
    <section className="in-add" aria-label={texts.add}>
      {draft.restored && value.text ? (
        <Banner
          title={texts.restored}
          action={
            <Button small onClick={draft.clear}>
              {texts.clear}
            </Button>
          }
        />
      ) : null}
      {results.map((one) => (
        <Banner
          key={one.document.id}
          tone="warn"
          live
          title={one.duplicateOf ? texts.duplicate(one.document.title) : (one.problem?.title ?? '')}
          action={
            <Link to="/documents/$id" params={{ id: one.document.id }}>
              {texts.openIt}
            </Link>
          }
        >
          {one.problem?.detail}
        </Banner>
      ))}
      <ProblemNote error={work.error} />
      <div className="in-grid">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (value.text.trim() !== '') void paste()
          }}
        >
          <TextArea
            label={texts.paste}
            hint={texts.pasteHint}
            rows={9}
            value={value.text}
            onChange={(text) => set({ text })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit()
            }}
          />
          <div className="in-facts">
            <DateField
              label={texts.dateField}
              hint={texts.dateHint}
              optional
              value={value.publishedOn}
              onChange={(publishedOn) => set({ publishedOn })}
            />
            <TextField label={texts.outletField} hint={texts.outletHint} optional value={value.outlet} onChange={(outlet) => set({ outlet })} />
            <TextField label={texts.titleField} hint={texts.titleHint} optional value={value.title} onChange={(title) => set({ title })} />
          </div>
          {mayHide ? (
            <Checkbox
              label={texts.confidentialField}
              hint={texts.confidentialHint}
              checked={value.confidential}
              onChange={(confidential) => set({ confidential })}
            />
          ) : null}
          <div className="in-act">
            <Button tone="primary" type="submit" busy={work.busy} disabled={value.text.trim() === ''} keys="mod+Enter">
              {texts.save}
            </Button>
          </div>
        </form>
        <div>
          <FileDrop label={texts.drop} accept={endings} limitBytes={largest} onFiles={upload}>
            {texts.dropHint}
          </FileDrop>
          <UploadProgress run={run} />
        </div>
      </div>
    </section>
  )
}
