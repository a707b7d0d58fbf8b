import { Link } from '@tanstack/react-router'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { economyTexts } from '../economy/texts.ts'
import type { Basis, CaseOf } from './api.ts'
import { basisWords } from './basis-words.ts'
import { analysesTexts } from './texts.ts'

/** 산출 근거: source, assumptions and what to be careful about. */
export function BasisNote({ basis, source }: { basis: Basis; source: CaseOf<'chain'>['source'] }) {
  const texts = useTexts(analysesTexts)
  const locale = useLocale()
  const notes = source.notes ?? []
  return (
    <section className="an-blk an-basis" aria-labelledby="an-basis">
      <h2 id="an-basis">{texts.basis}</h2>
      {(source.tables ?? []).length > 0 ? <Tables list={source.tables!} /> : null}
      <p>
        <b>{texts.source}</b> {source.url ? <a href={source.url}>{source.name}</a> : source.name}
        {source.licence ? ` · ${source.licence}` : ''} · <code>{basis.method}</code>
      </p>
      <div className="an-two">
        {basis.warnings.length > 0 || notes.length > 0 ? (
          <div>
            <h3>{texts.warnings}</h3>
            <ul className="ec-list">
              {notes.map((one) => (
                <li key={one.ko}>{one[locale]}</li>
              ))}
              {basis.warnings.map((one) => (
                <li key={one}>{basisWords(one, locale)}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <div>
          <h3>{texts.assumptions}</h3>
          <ul className="ec-list">
            {basis.assumptions.map((one) => (
              <li key={one}>{basisWords(one, locale)}</li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

type Table = NonNullable<CaseOf<'chain'>['source']['tables']>[number]

/** 쓴 표: every table that the numbers came from, with what it says of itself; each leads to its rows. */
function Tables({ list }: { list: readonly Table[] }) {
  const texts = useTexts(analysesTexts)
  const { tables } = useTexts(economyTexts)
  return (
    <table className="tb tb--cards an-used">
      <caption className="vh">{texts.used}</caption>
      <thead>
        <tr>
          <th>{texts.used}</th>
          <th className="num">{tables.year}</th>
          <th>{tables.unit}</th>
          <th>{tables.price}</th>
          <th>{tables.imports}</th>
          <th>{tables.scope}</th>
          <th>{tables.source}</th>
          <th>{tables.hash}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to={'/tables' as '/'} search={{ open: one.id } as never}>
                {one.name}
              </Link>{' '}
              {one.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}
            </th>
            <td className="num" data-l={tables.year}>
              {one.year}
            </td>
            <td data-l={tables.unit}>{one.unit}</td>
            <td data-l={tables.price}>{one.kind === 'employment' ? tables.notAsked : (tables.prices[one.priceBasis ?? ''] ?? texts.unknown)}</td>
            <td data-l={tables.imports}>
              {one.kind === 'employment' ? (one.revision ?? tables.notAsked) : (tables.importsOf[one.importTreatment ?? ''] ?? texts.unknown)}
            </td>
            <td data-l={tables.scope}>{one.regionScope.length > 40 ? `${one.regionScope.slice(0, 40)}…` : one.regionScope}</td>
            <td data-l={tables.source}>{`${one.source} · ${one.licence}`}</td>
            <td className="mono" data-l={tables.hash}>
              {one.hash.slice(0, 12)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
