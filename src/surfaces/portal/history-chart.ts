import { html } from 'hono/html'
import { isFigure, type PublicEdition, type PublicFigure, printedText } from '#capabilities/publishing/index'
import { dayOf, type Html, type View } from './view.ts'

const round = (value: number) => Math.round(value * 10) / 10

/** From a moment on a value held; null: none did, which is a gap. */
export interface Step {
  readonly at: number
  readonly value: number | null
}

/**
 * 값의 움직임: steps from zero, oldest first. Only where at least two values were said at two moments and something is not zero; the words of the label are those of the table below it.
 */
export function stepChart(view: View, steps: readonly Step[], label: readonly string[]): Html {
  const values = steps.flatMap((step) => step.value ?? [])
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last || values.length < 2 || last.at === first.at) return html``
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (high === low) return html``
  const draw = (width: number, height: number, kind: string) => {
    const x = (at: number) => 8 + ((width - 48) * (at - first.at)) / (last.at - first.at)
    const y = (value: number) => 14 + ((height - 34) * (high - value)) / (high - low)
    const drawn = steps.flatMap((step, at) => {
      if (step.value === null) return []
      const next = steps[at + 1]
      const to = next?.value == null ? '' : `V${round(y(next.value))}`
      const [start, level] = [round(x(step.at)), round(y(step.value))]
      return html`<path class="step" d="M${start} ${level}H${round(next ? x(next.at) : width - 8)}${to}"/><circle class="node" cx="${start}" cy="${level}" r="4.5"/>`
    })
    return html`<svg class="history ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${view.texts.historyChart(label)}"><path class="axis" d="M0 ${round(y(0))}H${width}"/>${drawn}</svg>`
  }
  return html`<div class="history-box">${draw(720, 150, 'wide')}${draw(340, 130, 'narrow')}</div>`
}

/** What each edition said from its day to the next one's. Only where the editions share one unit and came on different days; a withdrawn stretch is a gap. */
export function historyChart(view: View, editions: readonly PublicEdition[]): Html {
  const shown = editions.filter((edition): edition is PublicFigure => isFigure(edition) && edition.payload.value !== null).toReversed()
  const days = new Set(shown.map((edition) => dayOf(view, edition.row.published_at)))
  if (shown.length < 2 || days.size < 2 || new Set(shown.map((edition) => edition.payload.unit)).size > 1) return html``
  const moment = (instant: string) => new Date(instant).getTime()
  const steps = shown.flatMap((edition, at): Step[] => {
    const next = shown[at + 1]
    const ended = edition.row.withdrawn_at
    const own = { at: moment(edition.row.published_at), value: Number(edition.payload.value) }
    return ended !== null && (!next || moment(ended) < moment(next.row.published_at)) ? [own, { at: moment(ended), value: null }] : [own]
  })
  return stepChart(
    view,
    steps,
    shown.map((edition) => `${dayOf(view, edition.row.published_at)} ${printedText(edition.payload, view.locale)}`),
  )
}
