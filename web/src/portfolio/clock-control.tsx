import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { isDay } from '#quantity/day'
import { Button } from '#ui/button/button'
import { Clocks } from '#ui/clock/clock'
import { DateField } from '#ui/date-field/date-field'
import { Dialog } from '#ui/dialog/dialog'
import { today } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import type { Clocks as ClocksOf } from './api.ts'
import { clockTexts } from './clock-texts.ts'

/** Both clocks as an address holds them: days; nothing is now. */
export interface ClockSearch {
  asOf?: string
  known?: string
}

const dayOr = (value: unknown): string | undefined => (typeof value === 'string' && isDay(value) ? value : undefined)

/** The clocks of an address; what is no day is left out. */
export const clockSearchOf = (search: Record<string, unknown>): ClockSearch => {
  const [asOf, known] = [dayOr(search.asOf), dayOr(search.known)]
  return { ...(asOf ? { asOf } : {}), ...(known ? { known } : {}) }
}

/** What the server is asked: known by the end of that day in the office's time (Korea keeps +09:00 all year). */
export const clocksOf = ({ asOf, known }: ClockSearch): ClocksOf => ({
  ...(asOf ? { asOf } : {}),
  ...(known ? { knownOn: `${known}T23:59:59.999999+09:00` } : {}),
})

/** 두 시계 고르기: of what day, and what was known when; back to now; beside now, line by line. */
export function ClockControl({ value, onChange, subject }: { value: ClockSearch; onChange: (value: ClockSearch) => void; subject?: string }) {
  const texts = useTexts(clockTexts)
  const [open, setOpen] = useState(false)
  const [asOf, setAsOf] = useState<string | null>(value.asOf ?? null)
  const [known, setKnown] = useState<string | null>(value.known ?? null)
  const set = value.asOf !== undefined || value.known !== undefined
  return (
    <>
      <button
        type="button"
        className="pf-clock"
        aria-haspopup="dialog"
        title={texts.choose}
        onClick={() => {
          setAsOf(value.asOf ?? null)
          setKnown(value.known ?? null)
          setOpen(true)
        }}
      >
        <Clocks valueAt={value.asOf ?? today()} knownAt={value.known ?? today()} />
      </button>
      {open ? (
        <Dialog open onClose={() => setOpen(false)} title={texts.choose} closeLabel={texts.cancel} closeBeside={false}>
          <form
            className="pf-form"
            onSubmit={(event) => {
              event.preventDefault()
              onChange({ ...(asOf ? { asOf } : {}), ...(known ? { known } : {}) })
              setOpen(false)
            }}
          >
            <p>{texts.lead}</p>
            <DateField label={texts.asOf} optional hint={texts.asOfHint} value={asOf} onChange={setAsOf} />
            <DateField label={texts.known} optional hint={texts.knownHint} value={known} onChange={setKnown} />
            {(asOf ?? known) ? (
              <p>
                <Link
                  to={'/compare' as '/'}
                  search={{ day: asOf ?? known ?? undefined, known: known ?? asOf ?? undefined, ...(subject ? { subject } : {}) } as never}
                >
                  {texts.compare}
                </Link>
              </p>
            ) : null}
            <div className="act">
              {set ? (
                <Button
                  onClick={() => {
                    onChange({})
                    setOpen(false)
                  }}
                >
                  {texts.now}
                </Button>
              ) : null}
              <Button tone="primary" type="submit">
                {texts.look}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </>
  )
}
