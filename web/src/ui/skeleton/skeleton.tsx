import { type ReactNode, useEffect, useState } from 'react'
import './skeleton.css'

/** True once a wait has lasted `milliseconds`: a short wait shows nothing rather than a flash. */
export function useLongWait(waiting: boolean, milliseconds = 400): boolean {
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!waiting) return setLong(false)
    const timer = setTimeout(() => setLong(true), milliseconds)
    return () => clearTimeout(timer)
  }, [waiting, milliseconds])
  return waiting && long
}

/** 불러오는 자리: one line of the height of text, `wide` in em (one of 4, 6, 10, 14). */
export function Skeleton({ wide = 6 }: { wide?: 4 | 6 | 10 | 14 }) {
  return <span className={`skel skel--${wide}`} aria-hidden="true" />
}

/** Lines that stand for what is coming, shown after 400 ms and spoken as `label`. */
export function Waiting({ label, rows = 3, children }: { label: string; rows?: number; children?: ReactNode }) {
  const long = useLongWait(true)
  if (!long) return null
  return (
    <div role="status" className="skel-rows">
      <span className="vh">{label}</span>
      {children ?? Array.from({ length: rows }, (_, row) => <Skeleton key={row} wide={row === 0 ? 14 : row % 2 ? 10 : 6} />)}
    </div>
  )
}
