import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { checkFile, type FirmsCheck, importFile } from './api.ts'
import { firmsTexts } from './texts.ts'

const LIMIT = 20 * 1024 * 1024
const columns = '기업, 영문이름, 업종(KSIC), 만드는것, 소재지, 위도, 경도, 공급능력(억원), 종사자, 출처'

/** 명부 파일 들이기: looked at first, row by row; taken only when the person says so. */
export function ImportDialog({ office, onClose }: { office: string; onClose: () => void }) {
  const texts = useTexts(firmsTexts)
  const cache = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [source, setSource] = useState('')
  const [check, setCheck] = useState<FirmsCheck | null>(null)
  const form = (skip: boolean) => {
    const made = new FormData()
    made.set('file', file!)
    if (source.trim() !== '') made.set('source', source.trim())
    if (skip) made.set('skipErrors', 'true')
    return made
  }
  const look = useAction(async () => {
    setCheck(null)
    setCheck(await checkFile(office, form(false)))
  })
  const keep = useAction(async (skip: boolean) => {
    const done = await importFile(office, form(skip))
    await cache.invalidateQueries({ queryKey: ['firms', office] })
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    toast(texts.imported(String(done.added + done.changed)))
    onClose()
  })
  const good = check ? check.added + check.changed : 0
  return (
    <Dialog open onClose={onClose} title={texts.importTitle} closeLabel={texts.close} closeBeside={false} wide>
      <div className="fm-import">
        <p className="sm mut">{texts.importLead(columns)}</p>
        <FileDrop
          label={texts.file}
          accept={['.csv', '.xlsx']}
          limitBytes={LIMIT}
          multiple={false}
          onFiles={(files) => {
            setFile(files[0] ?? null)
            setCheck(null)
          }}
        />
        {file ? <p className="sm">{file.name}</p> : null}
        <TextField
          label={texts.fileSource}
          hint={texts.fileSourceHint}
          optional
          value={source}
          onChange={(value) => {
            setSource(value)
            setCheck(null)
          }}
        />
        <ProblemNote error={look.error ?? keep.error} />
        {check ? <Found check={check} /> : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button busy={look.busy} disabled={file === null} tone={check ? undefined : 'primary'} onClick={() => void look.run()}>
            {texts.look}
          </Button>
          {check ? (
            <Button tone="primary" busy={keep.busy} disabled={good === 0} onClick={() => void keep.run(check.errors.length > 0)}>
              {check.errors.length > 0 ? texts.doImportGood(String(good)) : texts.doImport}
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}

function Found({ check }: { check: FirmsCheck }) {
  const texts = useTexts(firmsTexts)
  const locale = useLocale()
  return (
    <div role="status" className="fm-found">
      <Note tone={check.errors.length > 0 ? 'warn' : 'info'}>
        <b>{texts.found(String(check.added), String(check.changed), String(check.same))}</b>
      </Note>
      {check.unknownColumns.length > 0 ? <p className="sm">{texts.unknownColumns(check.unknownColumns.join(', '))}</p> : null}
      {check.errors.length > 0 ? (
        <>
          <h3>{texts.errorsTitle(String(check.errors.length))}</h3>
          <table className="tb tb--cards">
            <thead>
              <tr>
                <th className="num">{texts.row}</th>
                <th>{texts.column}</th>
                <th>{texts.expected}</th>
                <th>{texts.got}</th>
              </tr>
            </thead>
            <tbody>
              {check.errors.slice(0, 100).map((one) => (
                <tr key={`${one.row} ${one.column} ${one.expected.en}`}>
                  <th scope="row" className="num">
                    {one.row}
                  </th>
                  <td data-l={texts.column}>{one.column}</td>
                  <td data-l={texts.expected}>{one.expected[locale]}</td>
                  <td data-l={texts.got}>{one.got === '' ? texts.nothing : one.got}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      {check.rows.length > 0 ? (
        <details>
          <summary>{texts.rowsTitle}</summary>
          <ul className="ec-list">
            {check.rows.slice(0, 200).map((one) => (
              <li key={one.row}>
                {one.row} · {one.name} · {texts.what[one.what]}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  )
}
