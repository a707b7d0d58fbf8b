import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextArea, TextField } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { Segment } from '#ui/segment/segment'
import { useDraft } from '#web/shell/draft'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { refusalWords } from '../economy/refusal-words.ts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { type Analysis, type AnalysisCase, type Kind, keepCase, replaceCase } from './api.ts'
import { FromTablesForm } from './from-tables-form.tsx'
import { isJson, structureOfTable, warningOfTable } from './read-data.ts'
import { analysesTexts } from './texts.ts'
import { fromTablesTexts } from './texts-from-tables.ts'

const LIMIT = 20 * 1024 * 1024

/** 자료 넣기: a case by file or by hand. What was put in stays while it is refused. */
export function AddDialog({
  kind,
  office,
  replace,
  onClose,
  onKept,
}: {
  kind: Kind
  office: string
  replace: { analysis: Analysis; etag: string | null } | null
  onClose: () => void
  onKept: (id: string) => void
}) {
  const texts = useTexts(analysesTexts)
  const locale = useLocale()
  const cache = useQueryClient()
  const draft = useDraft(`analysis.${office}.${kind}.${replace?.analysis.id ?? 'new'}`, {
    text: '',
    name: replace?.analysis.name ?? '',
    source: replace?.analysis.source ?? '',
    region: '',
  })
  const { text, name, source, region } = draft.value
  const put = (change: Partial<typeof draft.value>) => draft.set({ ...draft.value, ...change })
  const [tried, setTried] = useState(false)
  const [confidential, setConfidential] = useState(replace?.analysis.confidential ?? false)
  const [unread, setUnread] = useState<string | null>(null)
  const tables = kind === 'warning' || kind === 'structure'
  const table = tables && text.trim() !== '' && !isJson(text)
  const keep = useAction(async () => {
    const of = caseOf()
    if (of === null) return
    const id = replace
      ? ((await replaceCase(office, replace.analysis.id, replace.etag, of, confidential)) as { id: string }).id
      : (await keepCase(office, of, confidential)).id
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    draft.clear()
    onKept(id)
    onClose()
  })
  const caseOf = (): AnalysisCase | null => {
    setUnread(null)
    try {
      if (table)
        return (
          kind === 'warning' ? warningOfTable(text, name.trim(), source.trim()) : structureOfTable(text, name.trim(), source.trim(), region.trim())
        ) as AnalysisCase
      const given = JSON.parse(text.replace(/^\ufeff/, '')) as unknown
      return (typeof given === 'object' && given !== null ? { kind, ...given } : given) as AnalysisCase
    } catch (error) {
      setUnread(table ? refusalWords(error, locale) : texts.notJson((error as Error).message))
      return null
    }
  }
  const ofTables = replace === null && (kind === 'structure' || kind === 'chain') ? kind : null
  const [way, setWay] = useState<'tables' | 'file'>(ofTables ? 'tables' : 'file')
  const words = useTexts(fromTablesTexts)
  const ready = text.trim() !== '' && (!table || (name.trim() !== '' && source.trim() !== ''))
  return (
    <Dialog open onClose={onClose} title={replace ? texts.replace : texts.addTitle} closeLabel={texts.close} closeBeside={false} wide>
      {ofTables ? (
        <Segment
          label={texts.addTitle}
          options={[
            { value: 'tables', label: words.byTables },
            { value: 'file', label: words.byFile },
          ]}
          value={way}
          onChange={setWay}
        />
      ) : null}
      {ofTables && way === 'tables' ? <FromTablesForm kind={ofTables} office={office} onClose={onClose} onKept={onKept} /> : null}
      <form
        className="an-form"
        hidden={way !== 'file'}
        onSubmit={(event) => {
          event.preventDefault()
          setTried(true)
          if (ready) void keep.run()
        }}
      >
        <p className="sm mut">{kind === 'warning' ? texts.addWarning : kind === 'structure' ? texts.addStructure : texts.addLead}</p>
        <ProblemNote error={keep.error} />
        {unread ? (
          <div role="alert">
            <Note tone="bad">{unread}</Note>
          </div>
        ) : null}
        <FileDrop
          label={texts.addDrop}
          accept={tables ? ['.json', '.csv'] : ['.json']}
          limitBytes={LIMIT}
          multiple={false}
          onFiles={(files) => {
            const file = files[0]
            if (!file) return
            void file.text().then((read) => {
              put({ text: read, ...(name === '' ? { name: file.name.replace(/\.[^.]+$/, '') } : {}) })
            })
          }}
        />
        <TextArea
          label={texts.pasted}
          hint={texts.pastedHint}
          value={text}
          onChange={(value) => put({ text: value })}
          rows={8}
          optional
          spellCheck={false}
        />
        {table ? (
          <>
            <TextField
              label={texts.tableName}
              value={name}
              error={tried && name.trim() === '' ? texts.nameMissing : undefined}
              onChange={(value) => put({ name: value })}
            />
            <TextField
              label={texts.tableSource}
              value={source}
              error={tried && source.trim() === '' ? texts.sourceMissing : undefined}
              onChange={(value) => put({ source: value })}
            />
            {kind === 'structure' ? (
              <TextField
                label={texts.tableRegion}
                hint={texts.tableRegionHint}
                optional
                value={region}
                onChange={(value) => put({ region: value })}
              />
            ) : null}
          </>
        ) : null}
        <label className="an-check">
          <input type="checkbox" checked={confidential} onChange={(event) => setConfidential(event.target.checked)} /> {texts.makeConfidential}
        </label>
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={keep.busy} disabled={text.trim() === ''}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
