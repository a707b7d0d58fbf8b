import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Checkbox, TextField } from '#ui/field/field'
import { FilterRow } from '#ui/field/filter-row'
import { Figure } from '#ui/figure/figure'
import { Pager } from '#ui/pager/pager'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import { type Firm, fetchFirms, fileUrl, firmQuery } from './api.ts'
import { FirmDialog } from './firm-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { firmsTexts } from './texts.ts'
import './firms.css'

const sorts = ['name', '-changedAt', '-capacity'] as const
type Search = Partial<Record<'q' | 'ksic' | 'place' | 'sort' | 'archived' | 'open', string>>

/** 기업 명부: who makes what, where; brought in by file, changed here. */
export default function FirmsScreen() {
  const texts = useTexts(firmsTexts)
  const office = useOffice().slug
  const writes = useRole('administrator', 'head', 'officer')
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const turn = (change: Search) => {
    const next = Object.fromEntries(Object.entries({ ...search, ...change }).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: '/firms' as '/', search: next as never, replace: true })
  }
  const [doing, setDoing] = useState<'add' | 'import' | null>(null)
  const { open: _open, ...asked } = search
  const query: Record<string, string> = { limit: '100', ...Object.fromEntries(Object.entries(asked).map(([key, value]) => [key, String(value)])) }
  const {
    list,
    items: firms,
    pager,
  } = usePaged(['firms', office, 'list', query], (cursor) => fetchFirms(office, { ...query, ...(cursor ? { cursor } : {}) }))
  const narrowed = Object.keys(asked).some((key) => key !== 'sort')
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <a className="btn" href={fileUrl(office)} download>
            {texts.take}
          </a>
          {writes ? (
            <>
              <Button onClick={() => setDoing('import')}>{texts.bring}</Button>
              <Button tone="primary" onClick={() => setDoing('add')}>
                {texts.add}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <FilterRow className="fm-ctl">
        <TextField label={texts.q} optional value={search.q ?? ''} onChange={(q) => turn({ q })} />
        <TextField label={texts.ksic} hint={texts.ksicHint} optional value={search.ksic ?? ''} onChange={(ksic) => turn({ ksic })} />
        <TextField label={texts.place} optional value={search.place ?? ''} onChange={(place) => turn({ place })} />
        <Select
          label={texts.sort}
          value={search.sort ?? 'name'}
          options={sorts.map((value) => ({ value, label: texts.sorts[value]! }))}
          onChange={(sort) => turn({ sort })}
        />
        <Checkbox label={texts.archived} checked={search.archived === 'true'} onChange={(on) => turn({ archived: on ? 'true' : '' })} />
      </FilterRow>
      <ProblemNote error={list.error} />
      {list.isPending ? <Waiting label={texts.title} rows={6} /> : null}
      {list.data && firms.length === 0 ? (
        narrowed ? (
          <Empty title={texts.none} />
        ) : (
          <Empty title={texts.empty} action={writes ? <Button onClick={() => setDoing('import')}>{texts.bring}</Button> : null}>
            {texts.emptyLead}
          </Empty>
        )
      ) : null}
      {firms.length > 0 ? (
        <>
          <table className="tb tb--cards fm-list">
            <caption className="vh">{texts.title}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.name}</th>
                <th scope="col">{texts.ksic}</th>
                <th scope="col">{texts.products}</th>
                <th scope="col">{texts.place}</th>
                <th scope="col" className="num">
                  {texts.capacity}
                </th>
                <th scope="col" className="num">
                  {texts.employees}
                </th>
                <th scope="col">{texts.source}</th>
                {writes ? (
                  <th scope="col">
                    <span className="vh">{texts.edit}</span>
                  </th>
                ) : null}
              </tr>
            </thead>
            <tbody>
              {firms.map((firm) => (
                <Line key={firm.id} firm={firm} onEdit={writes ? () => turn({ open: firm.id }) : null} />
              ))}
            </tbody>
          </table>
          <Pager {...pager} />
        </>
      ) : null}
      {doing === 'add' ? <FirmDialog office={office} firm={null} etag={null} onClose={() => setDoing(null)} /> : null}
      {doing === 'import' ? <ImportDialog office={office} onClose={() => setDoing(null)} /> : null}
      {search.open && writes ? <Opened office={office} id={search.open} onClose={() => turn({ open: undefined })} /> : null}
    </Page>
  )
}

/** A firm that the address names, opened to be changed at the version that was read. */
function Opened({ office, id, onClose }: { office: string; id: string; onClose: () => void }) {
  const one = useQuery({ ...firmQuery(office, id), staleTime: 0 })
  if (one.error) return <ProblemNote error={one.error} />
  return one.data && !one.isFetching ? <FirmDialog office={office} firm={one.data.firm} etag={one.data.etag} onClose={onClose} /> : null
}

function Line({ firm, onEdit }: { firm: Firm; onEdit: (() => void) | null }) {
  const texts = useTexts(firmsTexts)
  const locale = useLocale()
  const none = <span className="mut">{texts.unknown}</span>
  return (
    <tr>
      <th scope="row">
        {locale === 'en' && firm.nameEn ? firm.nameEn : firm.name} {firm.illustrative ? <Tag tone="example">{texts.illustrative}</Tag> : null}{' '}
        {firm.confidential ? <Tag tone="warn">{texts.hidden}</Tag> : null}
      </th>
      <td data-l={texts.ksic}>
        {firm.ksic === null ? (
          none
        ) : (
          <>
            {firm.ksic} {firm.sector ? <span className="sm mut">{firm.sector[locale]}</span> : null}
          </>
        )}
      </td>
      <td data-l={texts.products}>{firm.products.length > 0 ? firm.products.join(', ') : none}</td>
      <td data-l={texts.place}>{firm.place ?? none}</td>
      <td className="num" data-l={texts.capacity}>
        {firm.capacity === null ? none : <Figure value={firm.capacity} unit="KRW" style="short" />}
      </td>
      <td className="num" data-l={texts.employees}>
        {firm.employees === null ? none : firm.employees.toLocaleString(locale)}
      </td>
      <td data-l={texts.source} className="sm">
        {firm.source}
      </td>
      {onEdit ? (
        <td className="ec-acts">
          <Button tone="text" small aria-label={texts.editOf(firm.name)} onClick={onEdit}>
            {texts.edit}
          </Button>
        </td>
      ) : null}
    </tr>
  )
}
