import { Button } from '#ui/button/button'
import { TextField } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { useTexts } from '#web/shell/texts'
import { type ImpactDraft, newTax, type TaxDraft, type Wrong } from './impact-form.ts'
import { economyTexts } from './texts.ts'

const bases = ['valueAdded', 'output', 'income', 'spending'] as const

/** 세금: rates that the person knows, each on one of the effects, with where it is from. */
export function TaxFields({
  draft,
  set,
  wrong,
}: {
  draft: ImpactDraft
  set: (change: Partial<ImpactDraft>) => void
  wrong: ReadonlyMap<string, Wrong>
}) {
  const { impact } = useTexts(economyTexts)
  const change = (id: number, to: Partial<TaxDraft>) => set({ taxes: draft.taxes.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  return (
    <fieldset className="ec-lines">
      <legend>{impact.taxes}</legend>
      <p className="mut sm">{impact.taxesLead}</p>
      {draft.taxes.map((tax, i) => (
        <fieldset className="ec-line ec-line--tax" key={tax.id} aria-label={`${impact.taxes} ${i + 1}`}>
          <TextField
            label={impact.taxName}
            value={tax.name}
            error={wrong.has(`tax name ${tax.id}`) ? impact.taxNameWrong : undefined}
            onChange={(name) => change(tax.id, { name })}
          />
          <Select
            label={impact.taxBase}
            value={tax.base}
            options={bases.map((value) => ({ value, label: impact.taxBases[value]! }))}
            onChange={(base) => change(tax.id, { base: base === '' ? 'valueAdded' : base })}
          />
          <TextField
            label={impact.taxRate}
            inputMode="decimal"
            value={tax.rate}
            error={wrong.has(`tax rate ${tax.id}`) ? impact.percentWrong : undefined}
            onChange={(rate) => change(tax.id, { rate })}
          />
          <TextField
            label={impact.taxSource}
            value={tax.source}
            error={wrong.has(`tax source ${tax.id}`) ? impact.taxSourceWrong : undefined}
            onChange={(source) => change(tax.id, { source })}
          />
          <Button tone="text" small onClick={() => set({ taxes: draft.taxes.filter((one) => one.id !== tax.id) })}>
            {impact.remove}
          </Button>
        </fieldset>
      ))}
      <Button small onClick={() => set({ taxes: [...draft.taxes, newTax()] })}>
        {impact.addTax}
      </Button>
    </fieldset>
  )
}
