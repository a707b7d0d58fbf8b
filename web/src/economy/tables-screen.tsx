import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { queryClient, useOffice, useSession } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import { archiveTable, type TableRow, tableDataUrl, tableQuery, tablesQuery } from './api.ts'
import { fixWords, noteWords } from './refusal-words.ts'
import { sectorName } from './sector-name.ts'
import { economyTexts } from './texts.ts'
import './economy.css'
import { Scroll } from './scroll.tsx'
import { TableImport } from './table-import.tsx'

/** 경제 표: the tables of the office, each opened on this page, and the way to bring one in. */
export default function TablesScreen() {
  const texts = useTexts(economyTexts)
  const { tables } = texts
  const office = useOffice().slug
  const mayWrite = ['administrator', 'head', 'officer'].includes(useSession()?.office?.role ?? '')
  const navigate = useNavigate()
  const { open } = useSearch({ strict: false }) as { open?: string }
  const { data, error, isPending } = useQuery(tablesQuery(office))
  const items = data?.items ?? []
  const show = (id: string | undefined) => void navigate({ to: '/tables' as '/', search: (id ? { open: id } : {}) as never, replace: true })
  return (
    <Page title={tables.title} lead={tables.lead}>
      <ProblemNote error={error} />
      <section aria-labelledby="ec-list">
        <h2 id="ec-list">{tables.list}</h2>
        {isPending ? <Waiting label={tables.title} rows={3} /> : null}
        {data && items.length === 0 ? <Empty title={tables.empty}>{tables.emptyLead}</Empty> : null}
        {items.length > 0 ? (
          <table className="tb tb--cards">
            <caption className="vh">{tables.list}</caption>
            <thead>
              <tr>
                <th scope="col">{tables.name}</th>
                <th scope="col">{tables.kind}</th>
                <th scope="col" className="num">
                  {tables.year}
                </th>
                <th scope="col" className="num">
                  {tables.sectors}
                </th>
                <th scope="col">{tables.imports}</th>
                <th scope="col">{tables.source}</th>
                <th scope="col">
                  <span className="vh">{tables.open}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((row) => (
                <Line key={row.id} row={row} open={row.id === open} show={show} mayWrite={mayWrite} />
              ))}
            </tbody>
          </table>
        ) : null}
      </section>
      {open && items.some((one) => one.id === open) ? <Opened id={open} /> : null}
      {mayWrite ? <TableImport onKept={show} /> : <p className="cap">{tables.readOnly}</p>}
    </Page>
  )
}

function Line({ row, open, show, mayWrite }: { row: TableRow; open: boolean; show: (id: string | undefined) => void; mayWrite: boolean }) {
  const texts = useTexts(economyTexts)
  const { tables } = texts
  const office = useOffice().slug
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['economy', office, 'tables'] })
  const away = useAction(async () => {
    await archiveTable(office, row.id, true)
    toast(tables.archived, {
      undo: async () => {
        await archiveTable(office, row.id, false)
        await refresh()
      },
    })
    await refresh()
  })
  return (
    <tr aria-current={open || undefined}>
      <th scope="row">
        {row.name} {row.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}
        <span className="sub">{row.regionScope}</span>
      </th>
      <td data-l={tables.kind}>{row.kind === 'flows' ? tables.flows : tables.employment}</td>
      <td data-l={tables.year} className="num">
        {row.year}
      </td>
      <td data-l={tables.sectors} className="num">
        {row.sectors}
      </td>
      <td data-l={tables.imports}>
        {row.importTreatment ? tables.importsOf[row.importTreatment] : row.revision}
        <span className="sub">
          {row.priceBasis ? `${tables.prices[row.priceBasis]}, ` : ''}
          {row.unit}
        </span>
      </td>
      <td data-l={tables.source}>
        {row.source}
        <span className="sub">{row.licence}</span>
      </td>
      <td className="ec-acts">
        <Button small tone="text" onClick={() => show(open ? undefined : row.id)} aria-expanded={open}>
          {open ? tables.close : tables.open}
          <span className="vh">: {row.name}</span>
        </Button>
        {mayWrite ? (
          <Button small tone="text" busy={away.busy} onClick={() => void away.run()}>
            {tables.archive}
            <span className="vh">: {row.name}</span>
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

const grouped = (text: string | null): string | null => (text === null ? null : Number(text).toLocaleString('en-US', { maximumFractionDigits: 1 }))

/** One table, sector by sector. */
function Opened({ id }: { id: string }) {
  const texts = useTexts(economyTexts)
  const { tables } = texts
  const locale = useLocale()
  const office = useOffice().slug
  const { data, error } = useQuery(tableQuery(office, id))
  if (error) return <ProblemNote error={error} />
  if (!data || !('rows' in data)) return <Waiting label={tables.title} rows={6} />
  const flows = data.kind === 'flows'
  const number = (value: number | null, digits: number) => (value === null ? texts.unknown : value.toFixed(digits))
  const amount = (text: string | null) => grouped(text) ?? texts.unknown
  return (
    <section className="blk" aria-labelledby="ec-open">
      <div className="blk-h">
        <h2 id="ec-open">{data.name}</h2>
        <p>
          {data.year} · {data.unit} · {tables.hash} <span className="mono">{data.hash.slice(0, 16)}</span>
        </p>
      </div>
      {data.baseline === null ? null : <p className={data.baseline ? 'ec-ok' : 'ec-bad'}>{data.baseline ? tables.baseline : tables.noBaseline}</p>}
      {data.findings.length + data.notes.length > 0 ? (
        <details>
          <summary>{tables.findings(data.findings.length + data.notes.length)}</summary>
          <ul className="ec-list">
            {data.findings.map((one) => (
              <li key={`${one.code} ${one.where}`}>
                {noteWords(one.message, locale)} <span className="mut sm">{fixWords(one.fix, locale)}</span>
              </li>
            ))}
            {data.notes.map((one) => (
              <li key={one}>{noteWords(one, locale)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className="ec-links">
        <a href={tableDataUrl(office, id, 'csv')} download>
          {tables.takeCsv}
        </a>{' '}
        {flows ? (
          <a href={tableDataUrl(office, id, 'datapackage')} download>
            {tables.takeDescriptor}
          </a>
        ) : null}
      </p>
      <Scroll label={data.name}>
        <table className="tb">
          <caption className="vh">{data.name}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.impact.sector}</th>
              {(flows
                ? [
                    tables.output,
                    tables.valueAdded,
                    tables.demand,
                    tables.employed,
                    tables.production,
                    tables.vaMultiplier,
                    tables.importInducement,
                    tables.jobsMultiplier,
                  ]
                : [tables.employed]
              ).map((one) => (
                <th key={one} scope="col" className="num">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.sector}>
                <th scope="row">{sectorName(row.sector, locale)}</th>
                {flows ? (
                  <>
                    <td className="num">{amount(row.output)}</td>
                    <td className="num">{amount(row.valueAdded)}</td>
                    <td className="num">{amount(row.finalDemand)}</td>
                    <td className="num">{amount(row.employed)}</td>
                    <td className="num">{number(row.production, 3)}</td>
                    <td className="num">{number(row.valueAddedMultiplier, 3)}</td>
                    <td className="num">{number(row.importInducement, 3)}</td>
                    <td className="num">{number(row.employedMultiplier, 1)}</td>
                  </>
                ) : (
                  <td className="num">{amount(row.employed)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}
