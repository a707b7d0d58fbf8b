import { useQueryClient } from '@tanstack/react-query'
import { Bead } from '#ui/bead/bead'
import { Button } from '#ui/button/button'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useSource } from '../portfolio/source.tsx'
import { AnalysisFrame, type Shown } from './analysis-frame.tsx'
import { keepForecast } from './api.ts'
import { Assumptions } from './assumptions.tsx'
import { ForecastChart } from './forecast-chart.tsx'
import { ForecastScore } from './forecast-score.tsx'
import { percent, plain } from './numbers.ts'
import { Promises } from './promises.tsx'
import { analysesTexts } from './texts.ts'
import { forecastTexts } from './texts-forecast.ts'

/** 목표 전망: pace, trend, promises, and how good earlier forecasts were. */
export default function ForecastScreen() {
  const texts = useTexts(forecastTexts)
  return (
    <AnalysisFrame kind="forecast" title={texts.title} emptyLead={texts.emptyLead} controls={(shown) => <Controls {...shown} />}>
      {(shown) => (
        <>
          <Finding {...shown} />
          <ForecastChart of={shown.of} report={shown.report} />
          {shown.of.pipeline ? <Promises {...shown} /> : null}
          <Assumptions {...shown} />
          <ForecastScore report={shown.report} />
        </>
      )}
    </AnalysisFrame>
  )
}

function Controls({ of, search, turn }: Shown<'forecast'>) {
  const texts = useTexts(forecastTexts)
  const locale = useLocale()
  if (!of.pipeline) return null
  const choose = (values: readonly number[], now: number) => [...new Set([...values, now])].sort((a, b) => a - b)
  const correlation = Number(search.correlation ?? of.pipeline.sectorCorrelation ?? 0.3)
  const growth = Number(search.baseGrowth ?? of.pipeline.baseGrowth ?? 0)
  return (
    <>
      <Select
        label={texts.correlation}
        value={String(correlation)}
        options={choose([0, 0.3, 0.6, 0.9], correlation).map((one) => ({ value: String(one), label: plain(one, locale, 1) }))}
        onChange={(value) => turn({ correlation: value })}
      />
      <Select
        label={texts.baseGrowth}
        value={String(growth)}
        options={choose([-0.01, 0, 0.01, 0.02, 0.03, 0.05], growth).map((one) => ({ value: String(one), label: percent(one, locale)! }))}
        onChange={(value) => turn({ baseGrowth: value })}
      />
    </>
  )
}

function Finding({ office, id, of, report, writes, view }: Shown<'forecast'>) {
  const texts = useTexts(forecastTexts)
  const common = useTexts(analysesTexts)
  const locale = useLocale()
  const open = useSource()
  const cache = useQueryClient()
  const keep = useAction(async () => {
    await keepForecast(office, id)
    await cache.invalidateQueries({ queryKey: ['analyses', office, 'report', id] })
  })
  const unit = texts.units[of.unit] ?? of.unit
  const number = (value: number) => `${plain(value, locale)}${locale === 'ko' ? '' : ' '}${unit}`
  const factId = of.target.factId
  const { forecast } = report
  const end = forecast.trend?.level.at(-1)
  const pace = (value: number | null) => (value === null ? common.unknown : `${texts.aYear} ${percent(value, locale)}`)
  return (
    <>
      <div className="an-two an-find">
        <div>
          <p className="an-say">{texts.verdicts[report.verdict]}</p>
          <p className="an-why">
            {report.trendYear === null ? texts.trendNever : texts.trendReaches(String(report.trendYear))}{' '}
            {forecast.trend
              ? `${texts.trendChance(percent(forecast.trend.chance, locale)!)}${forecast.trend.chanceByLog === null ? '' : `, ${texts.byLog(percent(forecast.trend.chanceByLog, locale)!)}`}. `
              : ''}
            {forecast.trend ? `${texts.robust(number(Math.round(forecast.trend.robustValue)))}.` : ''}
          </p>
        </div>
        <div>
          {forecast.pipeline ? (
            <p className="an-why" style={{ marginTop: 0 }}>
              {texts.pipelineMedian} {number(Math.round(forecast.pipeline.median))} ({number(Math.round(forecast.pipeline.low))}–
              {number(Math.round(forecast.pipeline.high))}).{' '}
              {forecast.pipeline.medianShortfall === null
                ? texts.noShortfall
                : `${texts.shortfall(number(Math.round(forecast.pipeline.medianShortfall)))}.`}{' '}
              {forecast.pipeline.medianYearReached === null ? texts.medianNever : `${texts.medianYear(String(forecast.pipeline.medianYearReached))}.`}
            </p>
          ) : null}
          {writes ? (
            <p style={{ marginTop: 12 }}>
              <Button tone="primary" busy={keep.busy} onClick={() => void keep.run()}>
                {texts.keep}
              </Button>
            </p>
          ) : null}
          <ProblemNote error={keep.error} />
          {view.kept.length > 0 ? (
            <p className="sm mut" role="status">
              {texts.keptToday} ({view.kept.map((one) => one.madeOn).join(', ')})
            </p>
          ) : null}
        </div>
      </div>
      <dl className="an-nums">
        <div>
          <dt>{texts.chance}</dt>
          <dd>{report.chance === null ? common.unknown : percent(report.chance, locale, 0)}</dd>
          {report.chanceFrom ? <dd className="sub">{texts.chanceFrom[report.chanceFrom]}</dd> : null}
        </div>
        <div>
          <dt>{texts.target(String(report.target.year))}</dt>
          <dd>
            <span className="fig">
              {number(report.target.value)}
              {factId ? <Bead kind="fact" of={texts.target(String(report.target.year))} onOpen={() => open({ kind: 'fact', id: factId })} /> : null}
            </span>
          </dd>
          <dd className="sub">
            {texts.last(String(report.last.year))} {number(report.last.value)}
          </dd>
        </div>
        <div>
          <dt>{texts.required}</dt>
          <dd>{pace(forecast.requiredPace)}</dd>
          <dd className="sub">
            {texts.achieved} {pace(forecast.achievedPace)}
          </dd>
        </div>
        <div>
          <dt>{texts.trendAt(String(report.target.year))}</dt>
          <dd>{end ? number(Math.round(end.value)) : common.unknown}</dd>
          {end ? (
            <dd className="sub">
              {texts.interval(plain(100 * (of.level ?? 0.9), locale))} {number(Math.round(end.low))}–{number(Math.round(end.high))}
            </dd>
          ) : null}
        </div>
      </dl>
    </>
  )
}
