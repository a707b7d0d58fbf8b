import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Checkbox, TextField } from '#ui/field/field'
import { Segment } from '#ui/segment/segment'
import { Select } from '#ui/select/select'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { type TableRow, tableQuery, tablesQuery } from '../economy/api.ts'
import { sectorName } from '../economy/sector-name.ts'
import { economyTexts } from '../economy/texts.ts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { keepFromTables } from './api.ts'
import { regionOfOffice, regionsOfAll } from './from-tables.ts'
import { analysesTexts } from './texts.ts'
import { fromTablesTexts } from './texts-from-tables.ts'
import { typedAmount } from './typed-amount.ts'

interface Given {
  kind: 'structure' | 'chain'
  office: string
  onClose: () => void
  onKept: (id: string) => void
}

/** 들인 표로 만들기: which tables, of which region; the answer says which numbers they were. */
export function FromTablesForm(given: Given) {
  const texts = useTexts(fromTablesTexts)
  const { data, error, isPending } = useQuery(tablesQuery(given.office))
  const tables = data?.items ?? []
  const wanted = given.kind === 'structure' ? 'employment' : 'flows'
  if (error) return <ProblemNote error={error} />
  if (isPending) return null
  if (!tables.some((one) => one.kind === wanted))
    return (
      <Note tone="info">
        {given.kind === 'structure' ? texts.noEmployment : texts.noFlows} <Link to={'/tables' as '/'}>{texts.bring}</Link>
      </Note>
    )
  return given.kind === 'structure' ? <Structure {...given} tables={tables} /> : <Chain {...given} tables={tables} />
}

/** What a table says of itself, where it is chosen. */
function Said({ of }: { of: TableRow }) {
  const texts = useTexts(fromTablesTexts)
  const { tables } = useTexts(economyTexts)
  const own = useTexts(analysesTexts)
  return (
    <span className="sm mut">
      {[
        of.year,
        of.unit,
        of.kind === 'flows' ? tables.prices[of.priceBasis ?? ''] : of.revision,
        of.kind === 'flows' ? tables.importsOf[of.importTreatment ?? ''] : null,
        of.regionScope.length > 60 ? texts.regionCount(String(of.regions.length)) : of.regionScope,
        of.source,
        `${tables.hash} ${of.hash.slice(0, 12)}`,
        of.notes.length > 0 ? `${own.warnings} ${of.notes.length}` : null,
      ]
        .filter(Boolean)
        .join(' · ')}{' '}
      {of.synthetic ? <Tag tone="example">{own.synthetic}</Tag> : null}
    </span>
  )
}

function Structure({ office, tables, onClose, onKept }: Given & { tables: readonly TableRow[] }) {
  const texts = useTexts(fromTablesTexts)
  const own = useTexts(analysesTexts)
  const named = useOffice()
  const cache = useQueryClient()
  const employment = tables.filter((one) => one.kind === 'employment')
  const real = employment.filter((one) => !one.synthetic)
  const [chosen, setChosen] = useState<readonly string[]>(() => newestOfEachYear(real.length > 0 ? real : employment))
  const regions = regionsOfAll(employment.filter((one) => chosen.includes(one.id)))
  const [region, setRegion] = useState<string | null>(null)
  const [nation, setNation] = useState('')
  const [level, setLevel] = useState<'code' | 'sector' | 'section'>('code')
  const [absentIsZero, setAbsent] = useState(false)
  const [name, setName] = useState('')
  const asked = region !== null && regions.includes(region) ? region : regionOfOffice(regions, named)
  const keep = useAction(async () => {
    const made = await keepFromTables(office, {
      kind: 'structure',
      tables: [...chosen],
      region: asked,
      level,
      absentIsZero,
      ...(nation !== '' ? { nation } : {}),
      ...(name.trim() !== '' ? { name: name.trim() } : {}),
    })
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    onKept(made.id)
    onClose()
  })
  return (
    <form
      className="an-form"
      onSubmit={(event) => {
        event.preventDefault()
        void keep.run()
      }}
    >
      <p className="sm mut">{texts.structureLead}</p>
      <ProblemNote error={keep.error} />
      <fieldset className="an-tables">
        <legend>{texts.tables}</legend>
        {employment.map((one) => (
          <Checkbox
            key={one.id}
            label={one.name}
            hint={<Said of={one} />}
            checked={chosen.includes(one.id)}
            onChange={(on) => setChosen(on ? [...chosen, one.id] : chosen.filter((id) => id !== one.id))}
          />
        ))}
      </fieldset>
      {regions.length === 0 ? (
        <Note tone="warn">{texts.noRegions}</Note>
      ) : (
        <div className="an-pair">
          <Select label={texts.region} value={asked} options={regions.map((value) => ({ value, label: value }))} onChange={setRegion} />
          <Select
            label={texts.nation}
            hint={texts.nationHint}
            optional
            value={nation}
            none={texts.nationByName}
            options={regions.filter((one) => one !== asked).map((value) => ({ value, label: value }))}
            onChange={setNation}
          />
        </div>
      )}
      <Segment
        label={texts.level}
        options={[
          { value: 'code', label: texts.levels.code! },
          { value: 'sector', label: texts.levels.sector! },
          { value: 'section', label: texts.levels.section! },
        ]}
        value={level}
        onChange={setLevel}
      />
      <Checkbox label={texts.absent} hint={texts.absentHint} checked={absentIsZero} onChange={setAbsent} />
      <TextField label={own.tableName} optional value={name} onChange={setName} />
      <div className="act">
        <Button onClick={onClose}>{own.cancel}</Button>
        <Button tone="primary" type="submit" busy={keep.busy} disabled={chosen.length === 0 || asked === ''}>
          {texts.make}
        </Button>
      </div>
    </form>
  )
}

/** One table a year, the last that came in. */
function newestOfEachYear(tables: readonly TableRow[]): string[] {
  const byYear = new Map<number, TableRow>()
  for (const one of tables) {
    const there = byYear.get(one.year)
    if (!there || there.createdAt < one.createdAt) byYear.set(one.year, one)
  }
  return [...byYear.values()].map((one) => one.id)
}

let nextLine = 1

function Chain({ office, tables, onClose, onKept }: Given & { tables: readonly TableRow[] }) {
  const texts = useTexts(fromTablesTexts)
  const own = useTexts(analysesTexts)
  const locale = useLocale()
  const named = useOffice()
  const cache = useQueryClient()
  const flows = tables.filter((one) => one.kind === 'flows')
  const persons = tables.filter((one) => one.kind === 'employment')
  const [table, setTable] = useState((flows.find((one) => !one.synthetic) ?? flows[0])!.id)
  const [people, setPeople] = useState((persons.find((one) => !one.synthetic) ?? persons[0])?.id ?? '')
  const regions = persons.find((one) => one.id === people)?.regions ?? []
  const [region, setRegion] = useState<string | null>(null)
  const asked = region !== null && regions.includes(region) ? region : regionOfOffice(regions, named)
  const [core, setCore] = useState([{ id: 0, sector: '', amount: '' }])
  const [name, setName] = useState('')
  const opened = useQuery(tableQuery(office, table)).data
  const sectors = opened && 'rows' in opened ? opened.rows.map((one) => one.sector) : []
  const amountOf = (text: string) => typedAmount(text, '억원') ?? 0
  const ready = core.every((one) => one.sector !== '' && amountOf(one.amount) > 0)
  const keep = useAction(async () => {
    const made = await keepFromTables(office, {
      kind: 'chain',
      table,
      core: core.map((one) => ({ sector: one.sector, amount: amountOf(one.amount) })),
      employment: people === '' || asked === '' ? null : { table: people, region: asked },
      ...(name.trim() !== '' ? { name: name.trim() } : {}),
    })
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    onKept(made.id)
    onClose()
  })
  const change = (id: number, to: Partial<(typeof core)[number]>) => setCore(core.map((one) => (one.id === id ? { ...one, ...to } : one)))
  const flow = flows.find((one) => one.id === table)
  const person = persons.find((one) => one.id === people)
  return (
    <form
      className="an-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void keep.run()
      }}
    >
      <p className="sm mut">{texts.chainLead}</p>
      <ProblemNote error={keep.error} />
      <Select
        label={texts.flows}
        hint={flow ? <Said of={flow} /> : undefined}
        value={table}
        options={flows.map((one) => ({ value: one.id, label: `${one.name} (${one.year})` }))}
        onChange={(value) => {
          setTable(value)
          setCore([{ id: nextLine++, sector: '', amount: '' }])
        }}
      />
      <fieldset className="an-tables">
        <legend>{texts.core}</legend>
        {core.map((line) => (
          <div className="an-core" key={line.id}>
            <Select
              label={texts.sector}
              value={line.sector}
              none={texts.choose}
              options={sectors.map((value) => ({ value, label: sectorName(value, locale) }))}
              onChange={(sector) => change(line.id, { sector })}
            />
            <TextField
              label={texts.makes}
              hint={texts.makesHint}
              inputMode="numeric"
              value={line.amount}
              error={line.amount.trim() !== '' && !(amountOf(line.amount) > 0) ? texts.makesWrong : undefined}
              onChange={(amount) => change(line.id, { amount })}
            />
            {core.length > 1 ? (
              <Button tone="text" small onClick={() => setCore(core.filter((one) => one.id !== line.id))}>
                {texts.takeOut}
              </Button>
            ) : null}
          </div>
        ))}
        <Button small onClick={() => setCore([...core, { id: nextLine++, sector: '', amount: '' }])}>
          {texts.more}
        </Button>
      </fieldset>
      <div className="an-pair">
        <Select
          label={texts.persons}
          hint={person ? <Said of={person} /> : texts.personsHint}
          optional
          value={people}
          none={texts.noPersons}
          options={persons.map((one) => ({ value: one.id, label: `${one.name} (${one.year})` }))}
          onChange={setPeople}
        />
        {people === '' ? null : (
          <Select label={texts.region} value={asked} options={regions.map((value) => ({ value, label: value }))} onChange={setRegion} />
        )}
      </div>
      <TextField label={own.tableName} optional value={name} onChange={setName} />
      <div className="act">
        <Button onClick={onClose}>{own.cancel}</Button>
        <Button tone="primary" type="submit" busy={keep.busy} disabled={!ready}>
          {texts.make}
        </Button>
      </div>
    </form>
  )
}
