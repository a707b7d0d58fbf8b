import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Checkbox, TextField } from '#ui/field/field'
import { FileDrop } from '#ui/file-drop/file-drop'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { queryClient, useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { checkTable, importTable, type TableCheck } from './api.ts'
import { noteWords } from './refusal-words.ts'
import { economyTexts } from './texts.ts'

interface Said {
  kind: 'flows' | 'employment'
  name: string
  year: string
  priceBasis: string
  importTreatment: string
  unit: string
  regionScope: string
  source: string
  licence: string
  blankIsZero: boolean
  region: string
}

const nothing: Said = {
  kind: 'flows',
  name: '',
  year: '',
  priceBasis: '',
  importTreatment: '',
  unit: '',
  regionScope: '',
  source: '',
  licence: '',
  blankIsZero: false,
  region: '',
}
const largest = 60 * 1024 * 1024

/** What a file is by its name: a description, persons by sector in a file of their own (부속표_고용표), or the table itself. */
const roleOf = ({ name }: File): 'descriptor' | 'persons' | 'table' =>
  name.endsWith('.json') ? 'descriptor' : /고용표|취업자|employ/i.test(name.normalize('NFC')) ? 'persons' : 'table'
const lastOf = (files: readonly File[], role: ReturnType<typeof roleOf>): File | undefined => files.findLast((one) => roleOf(one) === role)

/** 표 들이기: a file is looked at first; what it says of itself fills the fields, what is missing is asked for, then it is kept. */
export function TableImport({ onKept }: { onKept: (id: string) => void }) {
  const texts = useTexts(economyTexts)
  const { tables } = texts
  const locale = useLocale()
  const office = useOffice().slug
  const [files, setFiles] = useState<File[]>([])
  const [said, setSaid] = useState<Said>(nothing)
  const [check, setCheck] = useState<TableCheck | null>(null)
  const flowsFile = lastOf(files, 'table')
  const persons = lastOf(files, 'persons')
  const table = flowsFile ?? persons
  const set = (change: Partial<Said>) => setSaid((before) => ({ ...before, ...change }))

  async function form(): Promise<FormData> {
    const made = new FormData()
    made.set('file', table!)
    const descriptor = lastOf(files, 'descriptor')
    if (flowsFile && persons && said.kind === 'flows') made.set('persons', persons)
    if (descriptor) made.set('descriptor', await descriptor.text())
    for (const [key, value] of Object.entries(said)) if (typeof value === 'string' && value.trim() !== '') made.set(key, value.trim())
    if (said.blankIsZero) made.set('blankIsZero', 'true')
    return made
  }
  const look = useAction(async () => {
    setCheck(null)
    const found = await checkTable(office, await form())
    setCheck(found)
    const filled = Object.fromEntries(
      Object.entries(found.found).flatMap(([key, value]) => (value === null || key === 'synthetic' ? [] : [[key, String(value)]])),
    )
    setSaid((before) => ({ ...before, ...Object.fromEntries(Object.entries(filled).filter(([key]) => before[key as keyof Said] === '')) }))
  })
  const keep = useAction(async () => {
    const { added, table: kept, all } = await importTable(office, await form())
    toast(added ? (all.length > 1 ? tables.keptAll(String(all.length)) : tables.kept(kept.name)) : tables.there(kept.name))
    await queryClient.invalidateQueries({ queryKey: ['economy', office] })
    setFiles([])
    setSaid(nothing)
    setCheck(null)
    onKept(kept.id)
  })
  const flows = said.kind === 'flows'
  const field = (name: 'name' | 'year' | 'unit' | 'regionScope' | 'source' | 'licence') => (
    <TextField
      label={tables.fields[name]}
      value={said[name]}
      error={
        check?.missing.some((one) => one.field === name) && said[name] === '' ? check.missing.find((one) => one.field === name)!.example : undefined
      }
      onChange={(value) => set({ [name]: value })}
    />
  )
  return (
    <section className="blk ec-import" aria-labelledby="ec-import">
      <h2 id="ec-import">{tables.bring}</h2>
      <FileDrop
        label={tables.drop}
        accept={['.xlsx', '.csv', '.json']}
        limitBytes={largest}
        onFiles={(given) => {
          setFiles((before) => (['table', 'persons', 'descriptor'] as const).flatMap((role) => lastOf([...before, ...given], role) ?? []))
          setCheck(null)
        }}
      >
        {tables.dropHint}
      </FileDrop>
      {files.length > 0 ? (
        <>
          <p className="ec-file">
            {tables.file}: {files.map((one) => one.name).join(', ')}
          </p>
          <div className="ec-head">
            <Select
              label={tables.kind}
              value={said.kind}
              options={[
                { value: 'flows', label: tables.flows },
                { value: 'employment', label: tables.employment },
              ]}
              onChange={(kind) => set({ kind: kind === 'employment' ? 'employment' : 'flows' })}
            />
            {field('name')}
            {field('year')}
            {flows ? (
              <>
                <Select
                  label={tables.price}
                  value={said.priceBasis}
                  none={texts.unknown}
                  options={Object.entries(tables.prices).map(([value, label]) => ({ value, label }))}
                  onChange={(priceBasis) => set({ priceBasis })}
                />
                <Select
                  label={tables.imports}
                  value={said.importTreatment}
                  none={texts.unknown}
                  options={Object.entries(tables.importsOf).map(([value, label]) => ({ value, label }))}
                  onChange={(importTreatment) => set({ importTreatment })}
                />
                {field('unit')}
                {field('regionScope')}
              </>
            ) : (
              <TextField label={tables.region} hint={tables.regionHint} optional value={said.region} onChange={(region) => set({ region })} />
            )}
            {field('source')}
            {field('licence')}
          </div>
          <Checkbox label={tables.blank} checked={said.blankIsZero} onChange={(blankIsZero) => set({ blankIsZero })} />
          <div className="ec-go">
            <Button busy={look.busy} disabled={!table} onClick={() => void look.run()}>
              {tables.read}
            </Button>
            <Button tone="primary" busy={keep.busy} disabled={!table || check === null} onClick={() => void keep.run()}>
              {tables.keep}
            </Button>
          </div>
        </>
      ) : null}
      <ProblemNote error={look.error ?? keep.error} />
      {check ? (
        <div role="status">
          <Note tone="info">
            <b>{tables.found}</b> {tables.foundCount(check.sectors.length, check.regions.length)} · {check.sheets.map((one) => one.name).join(', ')}{' '}
            {check.kind === 'flows' ? `· ${tables.balanced}` : ''}
          </Note>
          {check.years.length > 1 ? <p>{tables.manyYears(check.years.join(', '))}</p> : null}
          {check.missing.length > 0 ? (
            <p>
              <b>{tables.missing}:</b> {check.missing.map((one) => tables.fields[one.field] ?? one.field).join(', ')}
            </p>
          ) : null}
          {check.notes.length > 0 ? (
            <>
              <h3>{tables.notes}</h3>
              <ul className="ec-list">
                {check.notes.map((one) => (
                  <li key={one}>{noteWords(one, locale)}</li>
                ))}
              </ul>
            </>
          ) : null}
        </div>
      ) : null}
    </section>
  )
}
