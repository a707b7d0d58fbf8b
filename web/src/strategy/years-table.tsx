import type { StrategyMeasure, StrategyNode } from '#capabilities/strategy/schemas'
import { Button } from '#ui/button/button'
import { useFormats } from '#web/shell/formats'
import { nameIn, useTexts } from '#web/shell/texts'
import { FactValue, Share } from '../plans/parts.tsx'
import { percentOf } from '../plans/percent.ts'
import { planTexts } from '../plans/texts.ts'
import type { Asking } from './dialogs.tsx'
import { strategyTexts } from './texts.ts'

/** 지표의 해: targets and actuals by year, two lines an indicator; a press on a cell types it. */
export function YearsTable({ node, mayWrite, ask }: { node: StrategyNode; mayWrite: boolean; ask: (asking: Asking) => void }) {
  const texts = useTexts(strategyTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const years = [...new Set(node.measures.flatMap((one) => one.progress.years.map((row) => row.year)))].sort((a, b) => a - b)
  return (
    <div className="pl-scroll">
      <table className="tb pl-years">
        <thead>
          <tr>
            <th scope="col">{texts.measure}</th>
            {years.map((year) => (
              <th key={year} scope="col" className="num">
                {year}
              </th>
            ))}
            <th scope="col">{texts.progress}</th>
          </tr>
        </thead>
        <tbody>
          {node.measures.map((measure) => (
            <tr key={measure.id}>
              <th scope="row">
                {nameIn(locale, measure)}
                {measure.series ? ` (${measure.series})` : ''}
                <span className="pl-sub">
                  {plan.weight} {measure.weight} · {measure.direction === -1 ? texts.less : texts.more}
                  {measure.baselineYear ? ` · ${texts.baseline} ${measure.baselineYear}` : ''}
                </span>
                {mayWrite ? (
                  <span className="pl-act">
                    <Button tone="text" small onClick={() => ask({ kind: 'cell', measure, year: null })}>
                      {texts.newYear}
                    </Button>
                    <Button tone="text" small onClick={() => ask({ kind: 'edit-measure', measure })}>
                      {plan.change}
                    </Button>
                  </span>
                ) : null}
              </th>
              {years.map((year) => (
                <td key={year} className="num">
                  <Cell measure={measure} year={year} mayWrite={mayWrite} ask={ask} />
                </td>
              ))}
              <td>
                <Share share={measure.progress.progress} none={texts.states[measure.progress.state] || plan.notMeasured} />
                {measure.progress.actual && measure.progress.target && measure.progress.actual.year !== measure.progress.target.year ? (
                  <span className="pl-sub">{texts.against(measure.progress.target.year)}</span>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell({ measure, year, mayWrite, ask }: { measure: StrategyMeasure; year: number; mayWrite: boolean; ask: (asking: Asking) => void }) {
  const texts = useTexts(strategyTexts)
  const { locale } = useFormats()
  const row = measure.progress.years.find((one) => one.year === year)
  if (!row) return <span className="mut">·</span>
  const name = texts.cell(nameIn(locale, measure), year)
  const fact = (id: string | undefined) => measure.facts.find((one) => one.factId === id) ?? null
  const missing = texts.states[row.state] ?? ''
  return (
    <span className="pl-cell">
      <span>
        <small>{texts.target} </small>
        {row.target ? <FactValue fact={fact(row.target.id)} of={`${name}, ${texts.target}`} /> : <span className="mut">–</span>}
      </span>
      <span>
        <small>{texts.actual} </small>
        {row.actual ? (
          <FactValue fact={fact(row.actual.id)} of={`${name}, ${texts.actual}`} />
        ) : (
          <span className={row.state === 'not_measured' ? 'pl-late' : 'mut'}>{missing || '–'}</span>
        )}
      </span>
      {row.attainment !== null ? (
        <small>
          {texts.attainment} {percentOf(row.attainment)}
        </small>
      ) : null}
      {mayWrite ? (
        <button type="button" className="pl-type sm" aria-label={`${name}, ${texts.typeValue}`} onClick={() => ask({ kind: 'cell', measure, year })}>
          {texts.typeValue}
        </button>
      ) : null}
    </span>
  )
}
