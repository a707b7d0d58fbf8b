import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button/button'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ReportOf } from './api.ts'
import { nameOf, percent, plain } from './numbers.ts'
import { chainTexts } from './texts-chain.ts'

type Node = ReportOf<'chain'>['nodes'][number]
type Firm = Node['suppliers'][number]

/** 고리의 표: what is open, largest gap first, with who could fill it; or the rest. */
export function ChainTable({
  report,
  only,
  onLink,
  onUnlink,
}: {
  report: ReportOf<'chain'>
  only: 'open' | 'rest'
  /** Where the reader may change the analysis. */
  onLink?: ((part: string) => void) | undefined
  onUnlink?: ((part: string, firm: Firm) => void) | undefined
}) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const rows =
    only === 'open'
      ? report.missing.map((id) => report.nodes.find((one) => one.id === id)!)
      : report.nodes.filter((one) => !report.missing.includes(one.id)).sort((a, b) => a.tier - b.tier || b.need - a.need)
  if (rows.length === 0) return null
  return (
    <section className="an-blk" aria-labelledby={`an-chain-${only}`}>
      <header>
        <h2 id={`an-chain-${only}`}>{only === 'open' ? texts.missingTitle : texts.allLinks}</h2>
        {only === 'open' ? <p>{texts.missingLead(report.unit)}</p> : null}
      </header>
      <table className="tb tb--cards an-links">
        <thead>
          <tr>
            <th>{texts.part}</th>
            <th>{texts.state}</th>
            <th className="num">{texts.need}</th>
            <th className="num">{texts.local}</th>
            <th className="num">{only === 'open' ? texts.gap : texts.self}</th>
            <th>{texts.suppliers}</th>
            {only === 'open' ? <th>{texts.candidates}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((node) => (
            <tr key={node.id}>
              <th scope="row">
                {nameOf(node, locale)} {node.industry ? <span className="sm mut">{node.industry}</span> : null}
              </th>
              <td data-l={texts.state}>
                <State of={node} />
              </td>
              <td className="num" data-l={texts.need}>
                {plain(node.state === 'core' ? node.output : node.need, locale)}
              </td>
              <td className="num" data-l={texts.local}>
                {node.state === 'core' ? (
                  plain(node.output, locale)
                ) : (node.localAtLeast || node.state === 'unknown') && node.local === 0 ? (
                  texts.capacityUnknown
                ) : (
                  <>
                    {plain(node.local, locale)}
                    {node.localAtLeast ? ` ${texts.atLeast}` : ''}
                    {node.estimated ? (
                      <>
                        {' '}
                        <span className="sm mut" title={texts.estimatedTitle}>
                          {texts.estimated}
                        </span>
                      </>
                    ) : null}
                  </>
                )}
              </td>
              <td className="num" data-l={only === 'open' ? texts.gap : texts.self}>
                {only === 'open' ? (
                  <b>{plain(node.gap, locale)}</b>
                ) : node.state === 'core' ? (
                  ''
                ) : (node.localAtLeast || node.state === 'unknown') && node.local === 0 ? (
                  texts.capacityUnknown
                ) : (
                  `${percent(node.selfSupply, locale, 0)}${node.localAtLeast ? ` ${texts.atLeast}` : ''}`
                )}
              </td>
              <td data-l={texts.suppliers}>
                <Firms list={node.suppliers} none={texts.noSupplier} {...(onUnlink ? { onUnlink: (firm: Firm) => onUnlink(node.id, firm) } : {})}>
                  {onLink && node.state !== 'core' ? (
                    <Button tone="text" small aria-label={`${nameOf(node, locale)}: ${texts.link}`} onClick={() => onLink(node.id)}>
                      {texts.link}
                    </Button>
                  ) : null}
                </Firms>
              </td>
              {only === 'open' ? (
                <td data-l={texts.candidates}>
                  <Firms list={node.candidates} none={texts.noCandidate} far />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function State({ of }: { of: Node }) {
  const texts = useTexts(chainTexts)
  return (
    <span className={`an-state an-state--${of.state}`}>
      <i aria-hidden="true" />
      {texts.states[of.state]}
    </span>
  )
}

/** So many candidates are shown before the rest is asked for. */
const SHOWN = 5

function Firms({
  list,
  none,
  far,
  onUnlink,
  children,
}: {
  list: readonly Firm[]
  none: string
  far?: boolean
  onUnlink?: (firm: Firm) => void
  children?: ReactNode
}) {
  const texts = useTexts(chainTexts)
  const locale = useLocale()
  const [all, setAll] = useState(false)
  const shown = all ? list : list.slice(0, SHOWN)
  return (
    <>
      {list.length === 0 ? <span className="mut">{none}</span> : null}
      <ul>
        {shown.map((one) => (
          <li key={`${one.name} ${one.firmId ?? ''}`}>
            {one.firmId ? (
              <Link to={'/firms' as '/'} search={{ open: one.firmId } as never}>
                {one.name}
              </Link>
            ) : (
              one.name
            )}{' '}
            {one.illustrative ? <Tag tone="example">{texts.illustrative}</Tag> : null}{' '}
            <span className="sm mut">
              {[
                one.place,
                far ? (one.distanceKm == null ? texts.distanceUnknown : `${plain(one.distanceKm, locale)}km`) : null,
                one.capacity == null ? texts.capacityUnknown : plain(one.capacity, locale),
                one.why ? texts.whys[one.why] : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {onUnlink ? (
              <Button tone="text" small aria-label={texts.unlinkOf(one.name, '')} onClick={() => onUnlink(one)}>
                {texts.unlink}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {list.length > SHOWN && !all ? (
        <Button tone="text" small onClick={() => setAll(true)}>
          {texts.showAll(String(list.length - SHOWN))}
        </Button>
      ) : null}
      {children}
    </>
  )
}
