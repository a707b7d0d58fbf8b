import type { Funding } from '#engines/accounting/funding'
import { codeLists } from '#engines/interchange/codes'
import { Button } from '#ui/button/button'
import { Field } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { hasFunding, type IndicatorRow, newLine, readLine, type ValueLine } from './form-state.ts'
import { portfolioTexts } from './texts.ts'
import { intervalWords } from './words.ts'

const examples: Record<string, string> = { KRW: '150억 원', persons: '300명', m2: '9,900㎡', MW: '120MW', firms: '4개사' }
const facets = ['announced', 'plan', 'actual', 'target', 'forecast', 'estimate'] as const

/** 숫자: one line a number, each echoed back as it is understood. */
export function ValueLines({
  lines,
  indicators,
  tried,
  onChange,
}: {
  lines: readonly ValueLine[]
  indicators: readonly (IndicatorRow & { nameKo: string; nameEn: string })[]
  tried: boolean
  onChange: (lines: ValueLine[]) => void
}) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const change = (key: string, part: Partial<ValueLine>) => onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const unit = (line: ValueLine) => indicators.find((one) => one.id === line.indicator)?.unit ?? 'KRW'
  return (
    <fieldset className="pf-values">
      <legend>{texts.form.values}</legend>
      <p className="hint">{texts.form.valuesHint}</p>
      {lines.map((line) => {
        const read = readLine(line, indicators)
        const example = examples[unit(line)] ?? '120'
        const name = (one: { nameKo: string; nameEn: string }) => (locale === 'ko' ? one.nameKo : one.nameEn)
        const echo = read.value
          ? `${read.value.approximate ? (locale === 'ko' ? '약 ' : 'about ') : ''}${quantityText(read.value.value, read.value.unit, locale)}${read.value.valueMax ? `~${quantityText(read.value.valueMax, read.value.unit, locale)}` : ''}${read.value.bound ? ` ${boundWords[locale][read.value.bound]}` : ''}`
          : undefined
        return (
          <div key={line.key} className="pf-line">
            <Select
              label={texts.project.what}
              value={line.indicator}
              options={
                indicators.length === 0
                  ? [{ value: line.indicator, label: line.indicator }]
                  : indicators.map((one) => ({ value: one.id, label: name(one) }))
              }
              onChange={(indicator) => indicator && change(line.key, { indicator })}
            />
            <Select
              label={texts.form.facet}
              value={line.facet}
              options={facets.map((facet) => ({ value: facet, label: texts.facets[facet] }))}
              onChange={(facet) => facet && change(line.key, { facet })}
            />
            <Field
              label={texts.form.value}
              optional
              echo={echo === undefined ? undefined : texts.form.reads(echo)}
              error={read.wrongValue && (tried || line.value.trim() !== '') ? texts.form.wrong(example, line.value) : undefined}
            >
              {(wiring) => (
                <input
                  {...wiring}
                  className="inp"
                  autoComplete="off"
                  placeholder={example}
                  value={line.value}
                  onChange={(event) => change(line.key, { value: event.target.value })}
                />
              )}
            </Field>
            <Field
              label={texts.form.due}
              optional
              echo={read.due ? texts.form.reads(intervalWords(read.due) ?? '') : undefined}
              error={read.wrongDue ? texts.form.wrong(texts.form.dueExample, line.due) : undefined}
            >
              {(wiring) => (
                <input
                  {...wiring}
                  className="inp"
                  autoComplete="off"
                  placeholder="2027-06"
                  value={line.due}
                  onChange={(event) => change(line.key, { due: event.target.value })}
                />
              )}
            </Field>
            {hasFunding(line.indicator) ? (
              <Select
                label={texts.form.funding}
                optional
                value={line.funding}
                none={texts.form.fundingUnknown}
                options={codeLists.funding!.map((one) => ({ value: one.code as Funding, label: one[locale] }))}
                onChange={(funding) => change(line.key, { funding })}
              />
            ) : null}
            {line.key.startsWith('new-') ? (
              <Button tone="text" small className="pf-out" onClick={() => onChange(lines.filter((one) => one.key !== line.key))}>
                {texts.form.removeValue}
              </Button>
            ) : null}
          </div>
        )
      })}
      <Button small onClick={() => onChange([...lines, newLine('area')])}>
        {texts.form.addValue}
      </Button>
    </fieldset>
  )
}

const boundWords = {
  ko: { min: '이상', above: '초과', max: '이하', below: '미만' },
  en: { min: 'or more', above: 'or above', max: 'or less', below: 'or below' },
} as const
