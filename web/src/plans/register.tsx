import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '#ui/button/button'
import { type Paged, usePaged } from '#web/shell/paged'
import { useOffice } from '#web/shell/session'
import { Page } from '../shell/page.tsx'
import { read } from './api.ts'
import type { ScreenClock } from './clock.tsx'
import { Download } from './parts.tsx'

/** Registers of plans that are searched and read in parts. */
type Register = 'agreements' | 'awards' | 'pledges'

/** What a register may be narrowed by; it stands in the address, so that a narrowed register can be sent and gone back to. */
interface Asked {
  readonly q?: string
  readonly state?: string
}

/** Which of them each register knows. */
const NARROWED_BY: Readonly<Record<Register, readonly (keyof Asked)[]>> = { agreements: ['q', 'state'], awards: ['q'], pledges: ['q', 'state'] }

const filled = (asked: Asked): Record<string, string> => Object.fromEntries(Object.entries(asked).filter(([, value]) => value))

/** 대장의 줄: the rows of a register at both clocks, narrowed by what the address holds; `narrow` changes that. */
export function useRegister<Row>(register: Register, clock: ScreenClock) {
  const office = useOffice().slug
  const navigate = useNavigate()
  const address = useSearch({ strict: false }) as Asked
  const asked: Asked = Object.fromEntries(NARROWED_BY[register].map((key) => [key, address[key]]))
  const narrow = (change: Asked) =>
    void navigate({ to: `/${register}` as '/', search: { ...clock.search, ...filled({ ...asked, ...change }) } as never, replace: true })
  const paged = usePaged(['plans', office, register, filled(asked), clock.search], (cursor) => {
    const query = new URLSearchParams({ limit: '100', ...filled(asked), ...(cursor ? { cursor } : {}) })
    return read<Paged<Row>>(office, clock.at(`/${register}?${query}`))
  })
  return { asked, narrow, ...paged }
}

/** 대장 화면: the frame of a register: both clocks, the file of all its rows, and a button to add one (where `onAdd` is given). */
export function RegisterPage({
  register,
  clock,
  texts,
  onAdd,
  children,
}: {
  register: Register
  clock: ScreenClock
  texts: { title: string; lead: string; add: string }
  onAdd?: () => void
  children: ReactNode
}) {
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      tools={clock.control}
      actions={
        <>
          <Download path={clock.at(`/exports/${register}.csv`)} />
          {onAdd ? (
            <Button tone="primary" onClick={onAdd}>
              {texts.add}
            </Button>
          ) : null}
        </>
      }
    >
      {clock.banner}
      {children}
    </Page>
  )
}
