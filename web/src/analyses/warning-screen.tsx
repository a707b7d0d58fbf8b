import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Quote } from '#ui/quote/quote'
import { Select } from '#ui/select/select'
import { dateOf } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { AnalysisFrame, type Shown } from './analysis-frame.tsx'
import { problemWords } from './basis-words.ts'
import { DiffusionChart } from './diffusion-chart.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { nameOf, percent, signed } from './numbers.ts'
import { SectorMap } from './sector-map.tsx'
import { analysesTexts } from './texts.ts'
import { warningTexts } from './texts-warning.ts'
import { WarningChart } from './warning-chart.tsx'
import { RulesTable, SeriesTable } from './warning-tables.tsx'

const rates = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3]

/** 조기 경보: whether a fall is real, at a rate of false alarms that the reader sets and sees. */
export default function WarningScreen() {
  const texts = useTexts(warningTexts)
  return (
    <AnalysisFrame kind="warning" title={texts.title} emptyLead={texts.emptyLead} controls={(shown) => <Controls {...shown} />}>
      {(shown) => <Body {...shown} />}
    </AnalysisFrame>
  )
}

/** The series that is looked at: the one in the address, else the one that stands for the rest. */
export const seriesOf = ({ of, report, search }: Pick<Shown<'warning'>, 'of' | 'report' | 'search'>) => {
  const id = of.series.some((one) => one.id === search.series) ? search.series! : report.headline
  return { series: of.series.find((one) => one.id === id)!, found: report.series.find((one) => one.id === id)! }
}

function Controls(shown: Shown<'warning'>) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const { of, report, turn } = shown
  const { series } = seriesOf(shown)
  const all = [...new Set([...rates, report.falseAlarmsPerYear])].sort((a, b) => a - b)
  return (
    <>
      <Select
        label={texts.series}
        value={series.id}
        options={of.series.map((one) => ({
          value: one.id,
          label: `${one.zone} · ${nameOf(one, locale)} · ${texts.measures[one.measure]}`,
        }))}
        onChange={(value) => turn({ series: value })}
      />
      <Select
        label={texts.rate}
        hint={texts.rateHint}
        value={String(report.falseAlarmsPerYear)}
        options={all.map((one) => ({ value: String(one), label: percent(one, locale, one < 0.1 && one * 100 !== Math.round(one * 100) ? 1 : 0)! }))}
        onChange={(value) => turn({ falseAlarms: value })}
      />
    </>
  )
}

function Body(shown: Shown<'warning'>) {
  const { of, report } = shown
  const texts = useTexts(warningTexts)
  const { series, found } = seriesOf(shown)
  return (
    <>
      <Finding {...shown} />
      {found.warning ? <WarningChart series={series} found={found} /> : null}
      <SectorMap of={of} report={report} zone={series.zone} measure={series.measure} />
      {report.diffusion.length > 0 ? <DiffusionChart rows={report.diffusion} /> : null}
      <section className="an-blk" aria-labelledby="an-all">
        <header>
          <h2 id="an-all">{texts.allSeries}</h2>
        </header>
        <SeriesTable {...shown} />
      </section>
      {report.rules.length > 0 ? <RulesTable report={report} unit={of.series.find((one) => one.id === report.headline)!.unit} /> : null}
      <Notes {...shown} />
    </>
  )
}

function Finding(shown: Shown<'warning'>) {
  const texts = useTexts(warningTexts)
  const common = useTexts(analysesTexts)
  const locale = useLocale()
  const { of, report } = shown
  const { series, found } = seriesOf(shown)
  const warning = found.warning
  const state = warning === null ? 'unreadable' : warning.status === 'alarm' ? 'falling' : warning.status
  const unit = (value: number | null | undefined) =>
    value === null || value === undefined
      ? common.unknown
      : series.unit === '%'
        ? texts.points(signed(value, locale, 1))
        : signed(value, locale, Math.abs(value) < 100 ? 1 : 0)
  const press = report.rules.find((one) => one.rule === 'three-falls')
  return (
    <div className="an-two an-find">
      <div>
        <p className="an-say">{texts.verdicts[state]}</p>
        <p className="an-why">
          {warning === null
            ? found.problem && problemWords(found.problem, locale)
            : warning.status === 'alarm'
              ? texts.why(warning.firstAlarm ?? '', warning.breakMonth ?? '', unit(warning.fall))
              : warning.status === 'quiet'
                ? texts.whyQuiet
                : texts.whyShort(String(found.months.length), unit(warning.lastChange), unit(warning.yearOnYear))}{' '}
          {warning && warning.limit !== null
            ? texts.falseAlarm(
                percent(report.falseAlarmsEach, locale)!,
                percent(report.falseAlarmsInThreeYears, locale)!,
                String(report.watchedTogether),
              )
            : null}
        </p>
      </div>
      <div>
        {of.said ? <Quote text={of.said.quote} outlet={of.said.where} /> : null}
        <h2 style={{ fontSize: 15, marginTop: of.said ? 14 : 0 }}>{texts.press}</h2>
        <p className="an-why" style={{ marginTop: 2 }}>
          {warning === null ? common.unknown : warning.threeFalls ? texts.pressYes(warning.threeFalls) : texts.pressNo}{' '}
          {press ? texts.pressWorth(percent(press.falseInThreeYears, locale, 0)!) : null}
        </p>
        <Judge {...shown} />
      </div>
    </div>
  )
}

/** 경보를 판단하기: beside what the watch says, what people make of it. */
function Judge(shown: Shown<'warning'>) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const [judging, setJudging] = useState(false)
  const { series, found } = seriesOf(shown)
  const alarm = found.warning?.firstAlarm ?? null
  if (alarm === null) return null
  const last = shown.view.notes.filter((note) => note.series === series.id).sort((a, b) => b.madeAt.localeCompare(a.madeAt))[0]
  return (
    <div className="an-judge">
      {last ? (
        <p className="sm">
          <b>{texts.judgements[last.verdict]}</b> <span className="mut">{texts.noted(last.madeBy ?? '', dateOf(last.madeAt))}</span>
        </p>
      ) : null}
      {shown.writes ? (
        <Button small onClick={() => setJudging(true)}>
          {texts.judge}
        </Button>
      ) : null}
      {judging ? (
        <NoteDialog
          office={shown.office}
          id={shown.id}
          series={series.id}
          name={nameOf(series, locale)}
          month={alarm}
          onClose={() => setJudging(false)}
        />
      ) : null}
    </div>
  )
}

function Notes({ of, view }: Shown<'warning'>) {
  const texts = useTexts(warningTexts)
  const locale = useLocale()
  const named = (series: string) => {
    const one = of.series.find((own) => own.id === series)
    return one ? nameOf(one, locale) : series
  }
  return (
    <section className="an-blk" aria-labelledby="an-notes">
      <header>
        <h2 id="an-notes">{texts.notes}</h2>
      </header>
      {view.notes.length === 0 ? <p className="mut sm">{texts.noNotes}</p> : null}
      <ul className="an-notes">
        {view.notes.map((note) => (
          <li key={note.id}>
            <b>{texts.judgements[note.verdict]}</b> {named(note.series)} {note.month}
            <p>{note.reason}</p>
            <p className="sm mut">{texts.noted(note.madeBy ?? '', dateOf(note.madeAt))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
