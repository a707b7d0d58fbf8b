import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { AnalysisFrame, type Shown } from './analysis-frame.tsx'
import { BubbleChart } from './bubble-chart.tsx'
import { Candidates } from './candidates.tsx'
import { Diversity } from './diversity.tsx'
import { nameOf } from './numbers.ts'
import { QuotientBars } from './quotient-bars.tsx'
import { ShiftShare } from './shift-share.tsx'
import { SpaceChart } from './space-chart.tsx'
import { structureTexts } from './texts-structure.ts'

/** 산업 구조와 후보 산업: what is concentrated, what grows, where change came from, and what is near to it next. */
export default function StructureScreen() {
  const texts = useTexts(structureTexts)
  return (
    <AnalysisFrame kind="structure" title={texts.title} emptyLead={texts.emptyLead} controls={(shown) => <Controls {...shown} />}>
      {(shown) => (
        <>
          {shown.report.from === shown.report.to ? <QuotientBars {...shown} /> : <BubbleChart {...shown} />}
          {shown.of.regions.length < 3 ? <p className="cap">{texts.fewRegions(String(shown.of.regions.length))}</p> : <Candidates {...shown} />}
          {shown.report.shiftShare === null ? <p className="cap">{texts.oneYear}</p> : <ShiftShare {...shown} parts={shown.report.shiftShare} />}
          <Diversity {...shown} />
          {shown.of.regions.length < 3 ? null : <SpaceChart {...shown} />}
        </>
      )}
    </AnalysisFrame>
  )
}

function Controls({ of, report, turn }: Shown<'structure'>) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const years = [...of.years].sort((a, b) => a - b)
  const option = (year: number) => ({ value: String(year), label: String(year) })
  return (
    <>
      <Select
        label={texts.region}
        value={report.region}
        options={of.regions.map((one) => ({ value: one.id, label: nameOf(one, locale) }))}
        onChange={(value) => turn({ region: value })}
      />
      {years.length > 1 ? (
        <>
          <Select
            label={texts.from}
            value={String(report.from)}
            options={years.filter((year) => year <= report.to).map(option)}
            onChange={(value) => turn({ from: value })}
          />
          <Select
            label={texts.to}
            value={String(report.to)}
            options={years.filter((year) => year >= report.from).map(option)}
            onChange={(value) => turn({ to: value })}
          />
        </>
      ) : null}
    </>
  )
}
