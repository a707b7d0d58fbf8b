import { useEffect, useRef } from 'react'
import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { frameAround, trim } from './excerpt.ts'
import { reviewTexts } from './texts.ts'

/**
 * 구간 다시 긋기: the words that a claim stands on, chosen anew by selecting them in the text, or moved at either end by buttons.
 */
export function SpanField({
  text,
  value,
  onChange,
}: {
  text: string
  value: { start: number; end: number }
  onChange: (span: { start: number; end: number }) => void
}) {
  const texts = useTexts(reviewTexts)
  const box = useRef<HTMLDivElement>(null)
  // the excerpt stays where it was first, so that the words do not run away under the hand
  const frame = useRef(frameAround(text, value))
  const { from, to } = frame.current
  // the words stand in sight from the beginning
  useEffect(() => {
    // after the dialog around it is shown: before that nothing has a place
    const soon = requestAnimationFrame(() => {
      const mark = box.current?.querySelector('mark')
      if (!box.current || !mark) return
      const below = mark.getBoundingClientRect().top - box.current.getBoundingClientRect().top
      box.current.scrollTop += below - box.current.clientHeight / 3
    })
    return () => cancelAnimationFrame(soon)
  }, [])
  const take = () => {
    const selection = document.getSelection()
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
    if (!range || range.collapsed || !box.current?.contains(range.commonAncestorContainer)) return
    const start = from + offsetIn(box.current, range.startContainer, range.startOffset)
    const end = from + offsetIn(box.current, range.endContainer, range.endOffset)
    const trimmed = trim(text, start, end)
    if (trimmed) onChange(trimmed)
    selection?.removeAllRanges()
  }
  const move = (start: number, end: number) => {
    if (start >= from && end <= to && start < end) onChange({ start, end })
  }
  const step = (label: string, run: (by: number) => void) => (
    <span className="rv-step">
      {label}
      <Button small aria-label={`${label}: ${texts.earlierBy}`} onClick={() => run(-1)}>
        ←
      </Button>
      <Button small aria-label={`${label}: ${texts.laterBy}`} onClick={() => run(1)}>
        →
      </Button>
    </span>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand beside the buttons
    <div className="field rv-span" role="group" aria-label={texts.span}>
      <span className="rv-label">{texts.span}</span>
      <div ref={box} className="rv-excerpt" onPointerUp={take}>
        {from > 0 ? <span className="rv-cut" aria-hidden="true" /> : null}
        {text.slice(from, value.start)}
        <mark>{text.slice(value.start, value.end)}</mark>
        {text.slice(value.end, to)}
        {to < text.length ? <span className="rv-cut" aria-hidden="true" /> : null}
      </div>
      <div className="acts">
        {step(texts.spanStart, (by) => move(value.start + by, value.end))}
        {step(texts.spanEnd, (by) => move(value.start, value.end + by))}
      </div>
      <p className="hint">{texts.spanHint}</p>
      <p className="vh" role="status">
        {text.slice(value.start, value.end)}
      </p>
    </div>
  )
}

/** Characters before a place in the box. */
function offsetIn(box: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(box)
  range.setEnd(node, offset)
  return range.toString().length
}
