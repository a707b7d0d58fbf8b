import { type RefObject, useEffect, useState } from 'react'

/** Rows from `first` up to but not including `end` are drawn. */
export interface Span {
  first: number
  end: number
}

/**
 * The rows that a view of `height` from `top` (both in px, from the first row's upper edge) needs, with `spare` rows before and after.
 *
 * visibleSpan(1000, 40, 4000, 800, 10) // => { first: 90, end: 130 }
 */
export function visibleSpan(count: number, rowHeight: number, top: number, height: number, spare: number): Span {
  const first = Math.max(0, Math.floor(top / rowHeight) - spare)
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + spare)
  return { first: Math.min(first, Math.max(0, count - 1)), end: Math.max(end, Math.min(count, first + 1)) }
}

/** Above this many rows only those near the view are drawn. */
export const drawAllUpTo = 200

/** Which rows of a long table to draw, following the page's scrolling. The height of a row is measured from those drawn. */
export function useRowSpan(body: RefObject<HTMLTableSectionElement | null>, count: number): Span & { rowHeight: number } {
  const [state, setState] = useState({ first: 0, end: Math.min(count, 60), rowHeight: 44 })
  useEffect(() => {
    if (count <= drawAllUpTo) return
    let frame = 0
    const look = () => {
      frame = 0
      const section = body.current
      if (!section) return
      const drawn = section.querySelectorAll<HTMLElement>('tr[data-row]')
      const tall = [...drawn].reduce((sum, row) => sum + row.offsetHeight, 0)
      const rowHeight = drawn.length > 0 && tall > 0 ? tall / drawn.length : 44
      const span = visibleSpan(count, rowHeight, -section.getBoundingClientRect().top, window.innerHeight, 20)
      setState((now) => (now.first === span.first && now.end === span.end ? now : { ...span, rowHeight }))
    }
    const soon = () => {
      if (!frame) frame = requestAnimationFrame(look)
    }
    soon()
    window.addEventListener('scroll', soon, { passive: true })
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', soon)
      window.removeEventListener('resize', soon)
    }
  }, [body, count])
  if (count <= drawAllUpTo) return { first: 0, end: count, rowHeight: state.rowHeight }
  return {
    first: Math.min(state.first, Math.max(0, count - 1)),
    end: Math.min(count, Math.max(state.end, state.first + 1)),
    rowHeight: state.rowHeight,
  }
}
