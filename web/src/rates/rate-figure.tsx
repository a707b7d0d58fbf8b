import { useTexts } from '#web/shell/texts'
import type { Clocks, Narrowing } from '../portfolio/api.ts'
import { useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import type { FigureValue } from './api.ts'
import { ratesTexts } from './texts.ts'

/** A worked value whose bead opens its definition, its facts and their sentences. */
export function RateFigure({ held, of, clocks }: { held: FigureValue; of: string; clocks: Clocks }) {
  const texts = useTexts(ratesTexts)
  const open = useSource()
  return (
    <Value
      held={held}
      kind="figure"
      of={of}
      unknown={texts.unknown}
      onOpen={() => open({ kind: 'figure', formula: held.formula, parameters: held.parameters as Narrowing, clocks })}
    />
  )
}
