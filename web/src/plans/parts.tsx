import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '#ui/button/button'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { pathOf } from './api.ts'
import { percentOf } from './percent.ts'
import './plans.css'
import { planTexts } from './texts.ts'

/** A fact as plans hold it. */
export interface PlanFact {
  factId: string
  value: string
  valueMax: string | null
  bound: 'min' | 'max' | 'above' | 'below' | null
  approximate: boolean
  unit: string
}

/** 사실 값: its bead opens the sentence. Nothing held is a word. */
export function FactValue({ fact, of, none }: { fact: PlanFact | null; of: string; none?: string }) {
  const texts = useTexts(planTexts)
  const open = useSource()
  if (fact === null) return <span className="mut">{none ?? texts.unknown}</span>
  return <Value held={fact} kind="fact" of={of} unknown={texts.unknown} onOpen={() => open({ kind: 'fact', id: fact.factId })} />
}

/** 몫: a share as a number and a bar; unknown is a word and no bar. */
export function Share({ share, none }: { share: string | null; none?: string }) {
  const texts = useTexts(planTexts)
  const words = percentOf(share)
  if (words === null) return <span className="mut">{none ?? texts.unknown}</span>
  return (
    <span className="pl-share">
      <span className="pl-num">{words}</span>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(0, Math.min(100, Number(share) * 100))} height="10" />
      </svg>
    </span>
  )
}

/** A link to a download of the office. */
export function Download({ path }: { path: string }) {
  const texts = useTexts(planTexts)
  return (
    <a className="btn" href={pathOf(useOffice().slug, path)} download>
      {texts.csv}
    </a>
  )
}

/** A link inside the console to an address that is put together. */
export function To({ to, search, children, className }: { to: string; search?: object; children: ReactNode; className?: string }) {
  return (
    <Link to={to as '/'} search={(search ?? {}) as never} className={className}>
      {children}
    </Link>
  )
}

/** A part of a page under its own heading. */
export function Part({
  id,
  title,
  lead,
  actions,
  children,
}: {
  id: string
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className="blk" aria-labelledby={id}>
      <div className="blk-h">
        <h2 id={id}>{title}</h2>
        {lead ? <p>{lead}</p> : null}
        {actions ? <div className="more">{actions}</div> : null}
      </div>
      {children}
    </section>
  )
}

/** A button that asks the server at once; what went wrong stands beside it. */
export function WorkButton({ tone, children, work }: { tone?: 'text' | 'bad'; children: ReactNode; work: () => Promise<unknown> }) {
  const { run, busy, error } = useWork()
  return (
    <>
      <Button small tone={tone} busy={busy} onClick={() => void run(work)}>
        {children}
      </Button>
      <ProblemNote error={error} />
    </>
  )
}
