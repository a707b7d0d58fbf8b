import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { MoneyField } from '#ui/money-field/money-field'
import { Select } from '#ui/select/select'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import { type ImpactDraft, newLine, type SpendingDraft, type Wrong } from './impact-form.ts'
import { sectorName } from './sector-name.ts'
import { economyTexts } from './texts.ts'

/** What is wrong with an amount, in words; where it could not be read the field says so itself. */
const amountWords = (impact: (typeof economyTexts)['ko']['impact'], why: Wrong | undefined): string | undefined =>
  why === undefined ? undefined : impact.amountWrong[why as keyof typeof impact.amountWrong]

const kinds = ['building', 'equipment', 'electrical', 'software', 'engineering', 'land', 'other'] as const

interface Fields {
  draft: ImpactDraft
  set: (change: Partial<ImpactDraft>) => void
  sectors: readonly string[]
  /** Names of fields that cannot be read, once the person asked. */
  wrong: ReadonlyMap<string, Wrong>
}

/** 쓰는 돈: a line a kind and year. */
export function SpendingFields({ draft, set, sectors, wrong }: Fields) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const locale = useLocale()
  const change = (id: number, to: Partial<SpendingDraft>) => set({ spending: draft.spending.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  return (
    <fieldset className="ec-lines">
      <legend>{impact.spending}</legend>
      <p className="mut sm">{impact.spendingLead}</p>
      {draft.spending.map((line, i) => (
        <fieldset className="ec-line" key={line.id} aria-label={`${impact.spending} ${i + 1}`}>
          <Select
            label={impact.kind}
            value={line.kind}
            options={kinds.map((value) => ({ value, label: impact.kinds[value]! }))}
            onChange={(kind) => change(line.id, { kind: kind === '' ? 'other' : kind })}
          />
          <MoneyField
            label={impact.amount}
            optional
            value={line.money}
            words={line.words}
            error={amountWords(impact, wrong.get(`money ${line.id}`))}
            onChange={(money, words) => change(line.id, { money, words })}
          />
          <TextField
            label={impact.year}
            optional
            inputMode="numeric"
            value={line.year}
            error={wrong.has(`year ${line.id}`) ? impact.yearWrong : undefined}
            onChange={(year) => change(line.id, { year })}
          />
          {line.kind === 'land' ? null : (
            <TextField
              label={impact.imported}
              optional
              inputMode="decimal"
              value={line.imported}
              error={wrong.has(`imported ${line.id}`) ? impact.percentWrong : undefined}
              onChange={(imported) => change(line.id, { imported })}
            />
          )}
          {line.kind === 'land' || draft.region === '' ? null : (
            <TextField
              label={impact.local}
              optional
              inputMode="decimal"
              value={line.local}
              error={wrong.has(`local ${line.id}`) ? impact.percentWrong : undefined}
              onChange={(local) => change(line.id, { local })}
            />
          )}
          {line.kind === 'land' || sectors.length === 0 ? null : (
            <Select
              label={impact.sector}
              optional={line.kind !== 'other'}
              value={line.sector}
              none={line.kind === 'other' ? '' : impact.byKind}
              options={sectors.map((value) => ({ value, label: sectorName(value, locale) }))}
              error={wrong.has(`sector ${line.id}`) ? impact.sectorMissing : undefined}
              onChange={(sector) => change(line.id, { sector })}
            />
          )}
          {draft.spending.length > 1 ? (
            <Button tone="text" small onClick={() => set({ spending: draft.spending.filter((one) => one.id !== line.id) })}>
              {impact.remove}
            </Button>
          ) : null}
        </fieldset>
      ))}
      <Button small onClick={() => set({ spending: [...draft.spending, newLine('other')] })}>
        {impact.add}
      </Button>
    </fieldset>
  )
}

/** 다 지은 뒤: what runs each year. */
export function OperationFields({ draft, set, sectors, wrong }: Fields) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const locale = useLocale()
  const { operation } = draft
  const change = (to: Partial<ImpactDraft['operation']>) => set({ operation: { ...operation, ...to } })
  return (
    <fieldset className="ec-lines">
      <legend>{impact.operation}</legend>
      <p className="mut sm">{impact.operationLead}</p>
      <div className="ec-line ec-line--op">
        <Select
          label={impact.sector}
          optional
          hint={operation.sector === '' && operation.jobs.trim() !== '' ? impact.sectorForJobs : undefined}
          value={operation.sector}
          none={impact.noOperation}
          options={sectors.map((value) => ({ value, label: sectorName(value, locale) }))}
          onChange={(sector) => change({ sector })}
        />
        <TextField
          label={impact.from}
          inputMode="numeric"
          optional
          value={operation.from}
          error={wrong.has('from') ? impact.yearWrong : undefined}
          onChange={(from) => change({ from })}
        />
        <TextField
          label={impact.to}
          inputMode="numeric"
          optional
          value={operation.to}
          error={wrong.get('to') === 'order' ? impact.yearOrder : wrong.has('to') ? impact.yearWrong : undefined}
          onChange={(to) => change({ to })}
        />
        <MoneyField
          label={impact.output}
          optional
          value={operation.money}
          words={operation.words}
          error={amountWords(impact, wrong.get('output'))}
          onChange={(money, words) => change({ money, words })}
        />
        <TextField
          label={impact.jobs}
          optional
          hint={impact.jobsHint}
          inputMode="numeric"
          value={operation.jobs}
          error={wrong.get('jobs') === 'missing' ? impact.jobsMissing : wrong.has('jobs') ? impact.jobsWrong(operation.jobs) : undefined}
          onChange={(jobs) => change({ jobs })}
        />
      </div>
    </fieldset>
  )
}
