import { html } from 'hono/html'
import { isFigure, type PublicEdition, type PublicFigure, printedText } from '#capabilities/publishing/index'
import { dayOf, type Html, type View } from './view.ts'

const round = (value: number) => Math.round(value * 10) / 10
const yearOf = (edition: PublicEdition) => new Date(edition.row.published_at).getTime()

/**
 * 공표한 값의 움직임: what each edition said from its day to the next one's, as steps from zero. The table below it holds the same values. Only where at least two editions
 * of one unit were published on different days; a withdrawn stretch is a gap.
 */
export function historyChart(view: View, editions: readonly PublicEdition[]): Html {
  const shown = editions.filter((edition): edition is PublicFigure => isFigure(edition) && edition.payload.value !== null).toReversed()
  const days = new Set(shown.map((edition) => dayOf(view, edition.row.published_at)))
  if (shown.length < 2 || days.size < 2 || new Set(shown.map((edition) => edition.payload.unit)).size > 1) return html``
  const values = shown.map((edition) => Number(edition.payload.value))
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)]
  if (high === low) return html``
  const from = yearOf(shown[0]!)
  const until = yearOf(shown.at(-1)!)
  const label = view.texts.historyChart(
    shown.map((edition) => `${dayOf(view, edition.row.published_at)} ${printedText(edition.payload, view.locale)}`),
  )
  const draw = (width: number, height: number, kind: string) => {
    const x = (at: number) => 8 + ((width - 48) * (at - from)) / (until - from)
    const y = (value: number) => 14 + ((height - 34) * (high - value)) / (high - low)
    const steps = shown.map((edition, at) => {
      const start = x(yearOf(edition))
      const next = shown[at + 1]
      const ended = edition.row.withdrawn_at === null ? null : x(new Date(edition.row.withdrawn_at).getTime())
      const end = Math.min(next ? x(yearOf(next)) : width - 8, ended ?? Number.POSITIVE_INFINITY)
      return { start, end: Math.max(end, start), level: y(values[at]!), next: next && ended === null ? y(values[at + 1]!) : null }
    })
    return html`<svg class="history ${kind}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}"><path class="axis" d="M0 ${round(y(0))}H${width}"/>${steps.map(
      (step) =>
        html`<path class="step" d="M${round(step.start)} ${round(step.level)}H${round(step.end)}${step.next === null ? '' : `V${round(step.next)}`}"/><circle class="node" cx="${round(step.start)}" cy="${round(step.level)}" r="4.5"/>`,
    )}</svg>`
  }
  return html`<div class="history-box">${draw(720, 150, 'wide')}${draw(340, 130, 'narrow')}</div>`
}
