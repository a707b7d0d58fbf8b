import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Figure } from '#ui/figure/figure'
import { Quote } from '#ui/quote/quote'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { type CheckedEffect, effectsQuery } from './api.ts'
import { ChartNote } from './chart-note.ts'
import { SaidValue } from './effects-screen.tsx'
import { PrintLine } from './print-line.tsx'
import { RulerChart, rulerValue } from './ruler-chart.tsx'
import { sectorName } from './sector-name.ts'
import { economyTexts } from './texts.ts'
import { threeFigures } from './three-figures.ts'
import './economy.css'
import { VerdictMark } from './verdict-mark.tsx'

/** 주장 하나: the finding as a heading, the words that were said, the ruler, and what it would take to hold. */
export default function EffectScreen() {
  const texts = useTexts(economyTexts)
  const office = useOffice().slug
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, isPending } = useQuery(effectsQuery(office))
  const effect = data?.items.find((one) => one.id === id)
  const crumbs = [{ label: texts.effects.title, to: '/effects' }]
  if (!effect)
    return (
      <Page title={texts.effects.title} crumbs={crumbs}>
        <ProblemNote error={error} />
        {isPending ? (
          <Waiting label={texts.effects.title} rows={4} />
        ) : (
          <Empty title={texts.effects.missing} action={<Link to={'/effects' as '/'}>{texts.effects.back}</Link>}>
            {texts.effects.missingLead}
          </Empty>
        )}
      </Page>
    )
  const name = `${effect.subjectName}${effect.topic ? `: ${effect.topic}` : ''}`
  return (
    <Sources>
      <Page title={name} lead={texts.effects.lead} crumbs={crumbs} actions={<Button onClick={() => window.print()}>{texts.print}</Button>}>
        <PrintLine />
        <Verdict effect={effect} name={name} />
        {effect.answer.tests.some((one) => one.test === 'jobs-per-amount' || one.test === 'jobs-per-investment') ? (
          <section className="blk">
            <div className="blk-h">
              <h2>{texts.effects.ruler}</h2>
              <p>{texts.effects.rulerLead}</p>
            </div>
            <ChartNote value={{ source: effect.answer.reference.sources.join('; '), synthetic: false }}>
              <RulerChart title={name} claim={effect.answer} others={othersOf(data?.items ?? [], effect)} />
            </ChartNote>
          </section>
        ) : null}
        <Needed effect={effect} />
        <section className="blk">
          <h2>{texts.effects.sources}</h2>
          <ul className="ec-list">
            {effect.answer.reference.sources.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      </Page>
    </Sources>
  )
}

/** Up to three other claims of the office that the same ruler measures, to see how far apart promises stand. */
const othersOf = (all: readonly CheckedEffect[], effect: CheckedEffect) =>
  all
    .filter((one) => one.id !== effect.id && rulerValue(one.answer) !== null)
    .slice(0, 3)
    .map((one) => ({ id: one.id, name: `${one.subjectName}${one.topic ? `: ${one.topic}` : ''}`, value: rulerValue(one.answer)! }))

function Verdict({ effect, name }: { effect: CheckedEffect; name: string }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  const { effects } = texts
  const { answer } = effect
  const sentences = [...new Map(effect.values.filter((one) => one.used && one.sentence !== null).map((one) => [one.sentence!, one])).values()]
  return (
    <div className="vd">
      <div>
        <VerdictMark verdict={answer.verdict} />
        <p className="v">{answer.says[locale]}</p>
        {answer.assumed.length > 0 ? (
          <>
            <h2>{effects.assumed}</h2>
            <ul className="ec-list w">
              {answer.assumed.map((one) => (
                <li key={one.ko}>{one[locale]}</li>
              ))}
            </ul>
          </>
        ) : null}
        {answer.tests.length > 1 ? (
          <>
            <h2>{effects.tests}</h2>
            <ul className="ec-list w">
              {answer.tests.map((one) => (
                <li key={`${one.test} ${one.value}`}>
                  {one.says[locale]} <span className="mut sm">{texts.verdicts[one.verdict]}</span>
                </li>
              ))}
            </ul>
          </>
        ) : null}
        {answer.warnings.map((one) => (
          <p key={one.ko} className="cap">
            {one[locale]}
          </p>
        ))}
      </div>
      <div>
        {sentences.map((one) => (
          <Quote key={one.claimId} text={one.sentence!} mark={one.mark ?? undefined} outlet={one.outlet} title={one.title} date={one.publishedOn}>
            {one.illustrative ? <IllustrativeTag /> : null}
          </Quote>
        ))}
        <dl className="kv ec-values">
          {effect.values.map((one) => (
            <div className="kv-p" key={one.claimId}>
              <dt>{effects.parts[one.part]}</dt>
              <dd>
                <SaidValue value={one} of={name} /> {one.used ? null : <span className="mut sm">{effects.notUsed}</span>}{' '}
                {one.factId === null ? <span className="mut sm">{effects.waiting}</span> : null}
              </dd>
            </div>
          ))}
          {answer.jobsPerYear === null ? null : (
            <div className="kv-p">
              <dt>{effects.years(String(effect.question.years))}</dt>
              <dd>{effects.jobsPerYear(Math.round(Number(answer.jobsPerYear)).toLocaleString('en-US'))}</dd>
            </div>
          )}
        </dl>
        {effect.values.some((one) => one.used && (one.part === 'investment' || one.part === 'output')) ? (
          <p className="ec-noprint">
            <Link to={'/impact' as '/'} search={{ effect: effect.id } as never}>
              {effects.toImpact}
            </Link>
          </p>
        ) : null}
        {effect.subjectId ? (
          <p className="cap">
            <Link to={'/projects/$id' as '/'} params={{ id: effect.subjectId } as never}>
              {effects.toProject}
            </Link>
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** For three references, the one change by which the claim would hold. */
function Needed({ effect }: { effect: CheckedEffect }) {
  const texts = useTexts(economyTexts)
  const { effects } = texts
  const locale = useLocale()
  const { wouldNeed, reference, verdict } = effect.answer
  if (verdict === 'coherent' || wouldNeed.length === 0) return null
  const shown = [
    wouldNeed.find((one) => one.name === '서비스'),
    wouldNeed.find((one) => one.name === reference.name),
    wouldNeed.find((one) => one.name === '공산품'),
  ].flatMap((one) => one ?? [])
  const title = (name: string) => effects.ifSo(name === reference.name ? effects.allSectors : sectorName(name, locale))
  const rows = [
    {
      name: effects.againEachYear,
      sub: effects.againSub,
      ask: effects.askOffice,
      cell: (one: (typeof shown)[number]) => <span className="fig">{effects.years(one.years.toFixed(1))}</span>,
    },
    {
      name: effects.largerMoney,
      sub: effects.largerSub,
      ask: effects.askStudy,
      cell: (one: (typeof shown)[number]) => <Figure value={threeFigures(one.amount)} unit="KRW" style="short" />,
    },
    {
      name: effects.fewerJobs,
      sub: effects.fewerSub,
      ask: effects.askOffice,
      cell: (one: (typeof shown)[number]) => <Figure value={threeFigures(one.jobs)} unit="persons" style="short" />,
    },
  ]
  return (
    <section className="blk">
      <div className="blk-h">
        <h2>{effects.needed}</h2>
        <p>{effects.neededLead}</p>
      </div>
      <table className="tb tb--cards">
        <caption className="vh">{effects.needed}</caption>
        <thead>
          <tr>
            <th scope="col">{effects.assumption}</th>
            {shown.map((one) => (
              <th key={one.name} scope="col" className="num">
                {title(one.name)}
              </th>
            ))}
            <th scope="col">{effects.ask}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name}>
              <th scope="row">
                {row.name}
                <span className="sub">{row.sub}</span>
              </th>
              {shown.map((one) => (
                <td key={one.name} className="num" data-l={title(one.name)}>
                  {row.cell(one)}
                </td>
              ))}
              <td data-l={effects.ask}>{row.ask}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
