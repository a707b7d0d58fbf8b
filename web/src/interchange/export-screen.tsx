import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { codeLists } from '#engines/interchange/codes'
import { tables } from '#engines/interchange/tables'
import { ChipMenu, Filters } from '#ui/chip/chip'
import { DateField } from '#ui/date-field/date-field'
import { Segment } from '#ui/segment/segment'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import { countExport, type ExportFilter, exportAddress, readOptions } from './api.ts'
import './interchange.css'
import { Prefix } from './prefix.tsx'
import { interchangeTexts } from './texts.ts'

const phases = ['before', 'announced', 'committed', 'building', 'realised', 'lost'] as const

/** The last moment of a day in the office: what was known on that day. */
const endOf = (day: string) => new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000 - 1).toISOString()

/** 내보내기: which subjects, as of when, and in which format. */
export default function ExportScreen() {
  const texts = useTexts(interchangeTexts)
  const { locale, count } = useFormats()
  const office = useOffice().slug
  const [filter, setFilter] = useState<ExportFilter>({})
  const [asOf, setAsOf] = useState<string | null>(null)
  const [knownOn, setKnownOn] = useState<string | null>(null)
  const [language, setLanguage] = useState<'ko' | 'en'>(locale)
  const options = useQuery({ queryKey: ['interchange', office, 'options'], queryFn: () => readOptions(office), staleTime: 60_000 })
  const counted = useQuery({
    queryKey: ['interchange', office, 'count', filter],
    queryFn: () => countExport(office, filter),
    placeholderData: keepPreviousData,
  })
  const narrow = (name: keyof ExportFilter, value: string) =>
    setFilter((before) => {
      const { [name]: _, ...rest } = before
      return value === '' ? rest : { ...rest, [name]: value }
    })
  const choose = (name: 'kind' | 'phase' | 'place' | 'industry' | 'team', list: readonly { value: string; label: string }[]) =>
    list.length > 0 ? (
      <ChipMenu
        label={texts[name]}
        value={filter[name] ?? ''}
        options={[{ value: '', label: texts.any }, ...list]}
        onChange={(value) => narrow(name, value)}
      />
    ) : null
  const named = (list: readonly string[] | undefined) => (list ?? []).map((value) => ({ value, label: value }))
  const query = (format: string, more: Record<string, string> = {}) => ({
    format,
    lang: language,
    ...(filter as Record<string, string>),
    ...(asOf ? { asOf } : {}),
    ...(knownOn ? { knownOn: endOf(knownOn) } : {}),
    ...more,
  })
  const link = (label: string, name: string, format: string, more: Record<string, string> = {}, main = false) => (
    <a key={name} className={main ? 'btn btn--pri' : 'btn btn--sm'} href={exportAddress(office, query(format, more))} download aria-label={name}>
      {label}
    </a>
  )
  return (
    <Page title={texts.exportTitle} lead={texts.exportLead}>
      <div className="ix-tools">
        <Filters label={texts.filters}>
          {choose(
            'kind',
            codeLists.kind!.map((one) => ({ value: one.code, label: one[locale] })),
          )}
          {choose(
            'phase',
            phases.map((value) => ({ value, label: texts.phases[value]! })),
          )}
          {choose('place', named(options.data?.places))}
          {choose('industry', named(options.data?.industries))}
          {choose('team', named(options.data?.teams))}
        </Filters>
        <label className="ix-check">
          <input type="checkbox" checked={filter.archived === 'true'} onChange={(event) => narrow('archived', event.target.checked ? 'true' : '')} />
          {texts.archived}
        </label>
        <Segment
          label={texts.headings}
          value={language}
          options={[
            { value: 'ko', label: texts.korean },
            { value: 'en', label: texts.english },
          ]}
          onChange={setLanguage}
        />
        <span className="ix-count" role="status">
          {counted.data ? texts.counted(count(counted.data.subjects)) : '…'}
        </span>
      </div>
      <details className="ix-clocks">
        <summary>{texts.clocks}</summary>
        <div>
          <DateField label={texts.asOf} hint={texts.clockHint} optional value={asOf} onChange={setAsOf} />
          <DateField label={texts.knownOn} hint={texts.clockHint} optional value={knownOn} onChange={setKnownOn} />
        </div>
      </details>
      <ProblemNote error={options.error ?? counted.error} />
      <section className="ix-sec">
        <h2>{texts.backAndForth}</h2>
        <ul className="ix-formats">
          <li>
            <div>
              <h3>{texts.xlsx}</h3>
              <p>{texts.xlsxMeans}</p>
            </div>
            <div className="ix-links">{link(texts.download, `${texts.xlsx} ${texts.download}`, 'xlsx', {}, true)}</div>
          </li>
          <li>
            <div>
              <h3>{texts.csv}</h3>
              <p>{texts.csvMeans}</p>
            </div>
            <div className="ix-links">{tables.map((table) => link(table[locale], `CSV: ${table[locale]}`, 'csv', { table: table.id }))}</div>
          </li>
        </ul>
      </section>
      <section className="ix-sec">
        <h2>{texts.forOthers}</h2>
        <ul className="ix-formats">
          {(['oc4ids', 'sdmx', 'ftm'] as const).map((format) => (
            <li key={format}>
              <div>
                <h3>{texts[format]}</h3>
                <p>{texts[`${format}Means`]}</p>
                {format === 'oc4ids' ? <Prefix /> : null}
              </div>
              <div className="ix-links">{link(texts.download, `${texts[format]} ${texts.download}`, format)}</div>
            </li>
          ))}
        </ul>
      </section>
      <section className="ix-sec">
        <h2>{texts.dictionary}</h2>
        <p className="sub">
          {texts.dictionaryMeans}{' '}
          <a href={exportAddress(office, { format: 'dictionary', lang: language })} download>
            {texts.dictionaryCsv}
          </a>
        </p>
        {tables.map((table) => (
          <details key={table.id} className="ix-dict">
            <summary>{table[locale]}</summary>
            <p className="sub">{locale === 'ko' ? table.meansKo : table.meansEn}</p>
            <table className="tb tb--cards">
              <thead>
                <tr>
                  <th scope="col">{texts.column}</th>
                  <th scope="col">{texts.englishColumn}</th>
                  <th scope="col">{texts.meaning}</th>
                  <th scope="col">{texts.use}</th>
                </tr>
              </thead>
              <tbody>
                {table.columns.map((column) => (
                  <tr key={column.id}>
                    <th scope="row">{column[locale]}</th>
                    <td data-l={texts.englishColumn}>{locale === 'ko' ? column.en : column.ko}</td>
                    <td data-l={texts.meaning}>{locale === 'ko' ? column.meansKo : column.meansEn}</td>
                    <td data-l={texts.use}>{texts.uses[column.use]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))}
      </section>
    </Page>
  )
}
