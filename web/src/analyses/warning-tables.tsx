import { Tag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { Shown } from './analysis-frame.tsx'
import type { ReportOf } from './api.ts'
import { problemWords } from './basis-words.ts'
import { nameOf, percent, plain, signed } from './numbers.ts'
import { analysesTexts } from './texts.ts'
import { warningTexts } from './texts-warning.ts'

/** 모든 계열: what the watch says of each; choosing one draws it. */
export function SeriesTable({ of, report, search, turn }: Shown<'warning'>) {
  const texts = useTexts(warningTexts)
  const common = useTexts(analysesTexts)
  const locale = useLocale()
  const chosen = search.series ?? report.headline
  return (
    <table className="tb tb--cards">
      <thead>
        <tr>
          <th>{texts.series}</th>
          <th>{texts.status}</th>
          <th>{texts.firstAlarm}</th>
          <th>{texts.breakMonth}</th>
          <th className="num">{texts.fall}</th>
          <th>{texts.threeFalls}</th>
        </tr>
      </thead>
      <tbody>
        {report.series.map((found) => {
          const series = of.series.find((one) => one.id === found.id)!
          const warning = found.warning
          return (
            <tr key={found.id} aria-current={found.id === chosen ? true : undefined}>
              <th scope="row">
                <button type="button" className="an-pick" onClick={() => turn({ series: found.id })}>
                  {nameOf(series, locale)}
                </button>{' '}
                <span className="sm mut">
                  {series.zone} · {texts.measures[series.measure]}
                </span>
              </th>
              <td data-l={texts.status}>
                {warning === null ? (
                  <span className="mut">
                    {texts.verdicts.unreadable} {found.problem ? problemWords(found.problem, locale) : null}
                  </span>
                ) : warning.status === 'alarm' ? (
                  <Tag tone="bad">{texts.statuses.alarm}</Tag>
                ) : (
                  texts.statuses[warning.status]
                )}
              </td>
              <td data-l={texts.firstAlarm}>{warning?.firstAlarm ?? texts.none}</td>
              <td data-l={texts.breakMonth}>{warning?.breakMonth ?? texts.none}</td>
              <td className="num" data-l={texts.fall}>
                {warning?.fall == null ? texts.none : signed(warning.fall, locale, Math.abs(warning.fall) < 100 ? 1 : 0)}
              </td>
              <td data-l={texts.threeFalls}>{warning === null ? common.unknown : (warning.threeFalls ?? texts.none)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** 규칙 견주기: how often each rule rings for nothing, and how soon it finds a fall. */
export function RulesTable({ report, unit }: { report: ReportOf<'warning'>; unit: string }) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const step = report.step ?? 0
  return (
    <section className="an-blk" aria-labelledby="an-rules">
      <header>
        <h2 id="an-rules">{texts.rules}</h2>
        <p>{texts.rulesLead(unit === '%' ? texts.points(plain(step, locale)) : plain(step, locale))}</p>
      </header>
      <table className="tb tb--cards">
        <thead>
          <tr>
            <th>{texts.rule}</th>
            <th className="num">{texts.falseThree}</th>
            <th className="num">{texts.found}</th>
            <th className="num">{texts.late}</th>
          </tr>
        </thead>
        <tbody>
          {report.rules.map((one) => (
            <tr key={one.rule} aria-current={one.rule === 'cusum' ? true : undefined}>
              <th scope="row">
                {texts.ruleNames[one.rule]} {one.rule === 'cusum' ? <Tag tone="info">{texts.inUse}</Tag> : null}
              </th>
              <td className="num" data-l={texts.falseThree}>
                {percent(one.falseInThreeYears, locale, 0)}
              </td>
              <td className="num" data-l={texts.found}>
                {percent(one.found, locale, 0)}
              </td>
              <td className="num" data-l={texts.late}>
                {one.medianMonth === null ? texts.never : texts.lateMonths(String(one.medianMonth))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
