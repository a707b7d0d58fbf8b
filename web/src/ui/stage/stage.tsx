import { useTexts } from '#web/shell/texts'
import { classes } from '#web/ui/kit/classes'
import { uiTexts } from '#web/ui/kit/texts'

/** The five places of a project on the gauge: 0 before any agreement, 1 협약, 2 계약·허가, 3 공사, 4 가동, x 이탈. */
export type GaugeLevel = '0' | '1' | '2' | '3' | '4' | 'x'

/** 단계 게이지: four cells, darker and closer with evidence, so that the order survives without colour. */
export function StageGauge({
  level,
  label,
  bare,
}: {
  level: GaugeLevel /** The stage in the office's own words; else the usual word. */
  label?: string /** Only the cells, beside a word that says the same. */
  bare?: boolean
}) {
  const texts = useTexts(uiTexts)
  const cells = (
    <span className="gauge" data-s={level} aria-hidden="true">
      {[1, 2, 3, 4].map((cell) => (
        <i key={cell} className={classes(level !== 'x' && cell <= Number(level) && 'on') || undefined} />
      ))}
    </span>
  )
  if (bare) return cells
  return (
    <span className="stage">
      {cells}
      {label ?? texts.stages[level]}
    </span>
  )
}
