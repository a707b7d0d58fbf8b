import { Figure } from '#ui/figure/figure'
import { useTexts } from '#web/shell/texts'
import type { Effect } from './api.ts'
import { economyTexts } from './texts.ts'

/** Three figures of a model's number: more would claim what no table knows. */
export function threeFigures(text: string): string {
  const value = Number(text)
  if (value === 0 || !Number.isFinite(value)) return '0'
  const rounded = Number(value.toPrecision(3))
  return Math.abs(rounded) >= 1e6 ? BigInt(rounded).toString() : String(rounded)
}

/** 효과 한 줄: what, how much, a bar with its parts, and the range. `scale` is the largest value of its kind. */
export function EffectRow({ name, effect, region, years }: { name: string; effect: Effect; region: string | null; years: number }) {
  const texts = useTexts(economyTexts)
  const { impact } = texts
  const per = (text: string) => threeFigures(String(Number(text) / years))
  const figure = (text: string) => <Figure value={per(text)} unit={effect.unit} style="short" of={name} />
  const range = effect.inside ?? effect.band
  return (
    <div className="eff">
      <b>{name}</b>
      <b className="n">{figure(effect.total)}</b>
      <div>
        <div className="wide">
          <Bar effect={effect} width={520} />
        </div>
        <div className="narrow">
          <Bar effect={effect} width={358} />
        </div>
      </div>
      <div className="mut sm ec-parts">
        {effect.direct !== null ? (
          <span>
            {impact.direct} {figure(effect.direct)} · {impact.indirect} {figure(effect.indirect!)}
          </span>
        ) : null}
        {range ? (
          <span>
            {effect.inside && region ? (
              <>
                {impact.inside(region)} {figure(effect.inside.middle)} ({figure(range.low)}–{figure(range.high)})
              </>
            ) : (
              <>
                {figure(range.low)}–{figure(range.high)}
              </>
            )}
          </span>
        ) : null}
        {effect.induced !== null ? (
          <span>
            {impact.induced} +{figure(effect.induced)}
          </span>
        ) : null}
      </div>
    </div>
  )
}

/** The total light, what stays inside dark, a whisker over the band. */
function Bar({ effect, width }: { effect: Effect; width: number }) {
  const total = Number(effect.total)
  const range = effect.inside ?? effect.band
  const top = Math.max(total, Number(range?.high ?? 0)) * 1.02 || 1
  const x = (value: number) => (width * value) / top
  const dark = effect.inside ? Number(effect.inside.middle) : effect.direct === null ? total : Number(effect.direct)
  return (
    <svg className="ch" viewBox={`0 0 ${width} 26`} aria-hidden="true">
      <rect className="band2" x={0} y={8} width={width} height={10} />
      <rect x={0} y={8} width={Math.max(0, x(total))} height={10} fill="var(--s-2)" opacity={0.45} />
      <rect x={0} y={8} width={Math.max(0, x(Math.min(dark, total)))} height={10} fill="var(--primary)" />
      {range && range.low !== range.high ? (
        <path
          d={`M${x(Number(range.low))} 13H${x(Number(range.high))}M${x(Number(range.low))} 5v16M${x(Number(range.high))} 5v16`}
          stroke="var(--ink)"
          strokeWidth={1.75}
        />
      ) : null}
    </svg>
  )
}
