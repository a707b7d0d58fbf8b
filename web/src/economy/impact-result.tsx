import { Link } from '@tanstack/react-router'
import { Banner } from '#ui/banner/banner'
import { Figure } from '#ui/figure/figure'
import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { ClaimAnswer, ImpactAnswer } from './api.ts'
import { ChartNote } from './chart-note.ts'
import { SectorChart, YearChart } from './impact-charts.tsx'
import { MeasureChart } from './measure-chart.tsx'
import { PrintLine } from './print-line.tsx'
import { RulerChart } from './ruler-chart.tsx'
import { Scroll } from './scroll.tsx'
import { sectorName } from './sector-name.ts'
import { TaxResult } from './tax-result.tsx'
import { economyTexts } from './texts.ts'
import { threeFigures } from './three-figures.ts'
import { VerdictMark } from './verdict-mark.tsx'

/** 결과: what the project does, by phase, year and sector, with what was assumed and by which table. */
export function ImpactResult({ answer, claim }: { answer: ImpactAnswer; claim: ClaimAnswer | null }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { impact } = texts
  return (
    <ChartNote value={{ source: sourceOf(answer), synthetic: answer.synthetic }}>
      <section aria-labelledby="ec-result" className="ec-result">
        <PrintLine />
        <h2 id="ec-result">{answer.title}</h2>
        <p className="ec-say">{answer.sentence[locale]}</p>
        {answer.synthetic ? (
          <Banner tone="warn" title={texts.syntheticLead}>
            {answer.warnings[0]?.[locale]}
          </Banner>
        ) : null}
        {answer.phases.map((phase) => {
          const years = phase.phase === 'operation' ? (phase.years ?? 1) : 1
          return (
            <section className="blk" key={phase.phase} aria-label={texts.phases[phase.phase]}>
              <div className="blk-h">
                <h3>{texts.phases[phase.phase]}</h3>
                <p>
                  {phase.from === null ? '' : phase.from === phase.to ? phase.from : `${phase.from}–${phase.to}`}{' '}
                  {phase.phase === 'operation' ? `${impact.perYear} ` : ''}
                  <Figure value={threeFigures(String(Number(phase.amount) / years))} unit="KRW" style="short" />
                  {phase.phase === 'construction' ? ` · ${impact.jobsYears}` : ''}{' '}
                  {answer.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}
                </p>
              </div>
              <MeasureChart answer={answer} phase={phase} />
            </section>
          )
        })}
        <p className="cap">
          {impact.bars(answer.region !== null)} {answer.region ? impact.bandOfDelta : ''}
        </p>
        {claim ? <Plausible claim={claim} answer={answer} /> : null}
        {answer.years.length > 1 ? (
          <section className="blk">
            <div className="blk-h">
              <h3>{impact.years}</h3>
              <p>{impact.yearsLead}</p>
            </div>
            <YearChart answer={answer} />
          </section>
        ) : null}
        {answer.sectors.length > 0 ? (
          <section className="blk">
            <div className="blk-h">
              <h3>{impact.sectors}</h3>
              <p>{impact.sectorsLead}</p>
            </div>
            <SectorChart answer={answer} />
          </section>
        ) : null}
        {(answer.taxes ?? []).length > 0 ? <TaxResult answer={answer} /> : null}
        {answer.rounds.length > 0 ? <Rounds answer={answer} /> : null}
        <Grounds answer={answer} />
      </section>
    </ChartNote>
  )
}

/** What a picture says under itself: the table with its year and where it is from, or the coefficients. */
function sourceOf({ table, coefficients }: ImpactAnswer): string {
  if (table) return [table.name, table.year, table.source].filter((one) => one !== null && one !== '').join(', ')
  return [...new Set(coefficients.map((one) => one.source))].join('; ')
}

/** 발표는 그럴듯한가: the plan's money and jobs as an announcement. */
function Plausible({ claim, answer }: { claim: ClaimAnswer; answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { impact } = texts
  return (
    <section className="blk" aria-labelledby="ec-plausible">
      <div className="blk-h">
        <h3 id="ec-plausible">{impact.check}</h3>
        <p>{impact.checkLead}</p>
      </div>
      <VerdictMark verdict={claim.verdict} />
      <p className="ec-say">{claim.says[locale]}</p>
      <ul className="ec-list">
        {claim.assumed.map((one) => (
          <li key={one.ko}>{one[locale]}</li>
        ))}
        {answer.operation.map((one) =>
          one.announcedJobs === null || one.tableJobs === null || one.outputFrom === 'jobs' ? null : (
            <li key={one.sector}>
              {impact.operationRead(
                sectorName(one.sector, locale),
                one.announcedJobs.toLocaleString('en-US'),
                Math.round(Number(one.tableJobs)).toLocaleString('en-US'),
              )}
            </li>
          ),
        )}
      </ul>
      <ChartNote value={{ source: claim.reference.sources.join('; '), synthetic: false }}>
        <RulerChart title={answer.title} claim={claim} />
      </ChartNote>
      <p className="cap">
        {claim.reference.name}:{' '}
        {impact.coefficients(String(claim.reference.production), String(claim.reference.valueAdded), String(claim.reference.jobs))}
      </p>
    </section>
  )
}

function Rounds({ answer }: { answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  return (
    <section className="blk">
      <div className="blk-h">
        <h3>{impact.rounds}</h3>
        <p>{impact.roundsLead}</p>
      </div>
      <Scroll label={impact.rounds}>
        <table className="tb">
          <caption className="vh">{impact.rounds}</caption>
          <thead>
            <tr>
              <th scope="col">{impact.rounds}</th>
              <th scope="col" className="num">
                {texts.measures.output}
              </th>
              <th scope="col" className="num">
                {impact.reached}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.rounds.map((one) => (
              <tr key={one.round}>
                <th scope="row">{impact.round(one.round)}</th>
                <td className="num">
                  <Figure value={threeFigures(one.output)} unit="KRW" style="short" />
                </td>
                <td className="num">{(100 * one.reached).toFixed(1)}%</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** What was assumed, what was left out, and the table with its hash: the way back from every number. */
function Grounds({ answer }: { answer: ImpactAnswer }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { impact, tables } = texts
  return (
    <section className="blk ec-grounds">
      <div>
        <h3>{impact.asked}</h3>
        <ul className="ec-list">
          {answer.read.map((one, i) => (
            <li key={i}>
              {impact.askedLine(
                impact.kinds[one.what as keyof typeof impact.kinds] ?? one.what,
                sectorName(one.sector, locale),
                one.year === null ? impact.noYear : String(one.year),
              )}{' '}
              <Figure value={one.amount} unit="KRW" style="short" />
            </li>
          ))}
          {answer.operation.map((one) => (
            <li key={one.sector}>
              {impact.askedRun(sectorName(one.sector, locale))} <Figure value={threeFigures(one.output)} unit="KRW" style="short" />
            </li>
          ))}
        </ul>
        <h3>{impact.assumed}</h3>
        <ul className="ec-list">
          {answer.assumed.map((one) => (
            <li key={one.ko}>{one[locale]}</li>
          ))}
        </ul>
        {answer.warnings.length > 0 ? (
          <>
            <h3>{impact.warnings}</h3>
            <ul className="ec-list">
              {answer.warnings.map((one) => (
                <li key={one.ko}>{one[locale]}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
      <div>
        <h3>{impact.basis}</h3>
        <dl className="kv">
          {answer.table ? (
            <>
              <dt>{impact.table}</dt>
              <dd>
                {answer.table.id ? (
                  <Link to={'/tables' as '/'} search={{ open: answer.table.id } as never}>
                    {answer.table.name}
                  </Link>
                ) : (
                  answer.table.name
                )}{' '}
                {answer.table.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}
              </dd>
              <dt>{impact.year}</dt>
              <dd>{impact.basisTable(String(answer.table.year ?? texts.unknown), answer.table.unit ?? texts.unknown)}</dd>
              <dt>{tables.price}</dt>
              <dd>{tables.prices[answer.table.priceBasis ?? ''] ?? texts.unknown}</dd>
              <dt>{tables.imports}</dt>
              <dd>{tables.importsOf[answer.table.importTreatment ?? ''] ?? texts.unknown}</dd>
              <dt>{tables.source}</dt>
              <dd>{answer.table.source ?? texts.unknown}</dd>
              <dt>{tables.hash}</dt>
              <dd className="mono">{answer.table.hash?.slice(0, 16) ?? texts.unknown}</dd>
            </>
          ) : null}
          {answer.coefficients.map((one) => (
            <div className="kv-p" key={one.indicator}>
              <dt>
                {texts.measures[one.indicator === 'production' ? 'output' : one.indicator] ?? one.indicator} {one.year}
              </dt>
              <dd>
                {one.value} <span className="mut sm">{one.source}</span>
              </dd>
            </div>
          ))}
          {answer.region ? (
            <>
              <dt>{impact.region}</dt>
              <dd>
                {answer.region.name} ({(100 * answer.region.share).toFixed(1)}%){' '}
                {answer.region.source ? <span className="mut sm">{answer.region.source}</span> : null}
              </dd>
            </>
          ) : null}
        </dl>
        {answer.leftOut.length > 0 ? (
          <>
            <h3>{impact.left}</h3>
            <ul className="ec-list">
              {answer.leftOut.map((one) => (
                <li key={one.what.ko}>
                  {one.what[locale]} <Figure value={one.amount} unit="KRW" style="short" />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  )
}
