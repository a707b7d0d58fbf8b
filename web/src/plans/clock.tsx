import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Banner } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { useTexts } from '#web/shell/texts'
import { ClockControl, type ClockSearch, clockSearchOf, clocksOf } from '../portfolio/clock-control.tsx'
import { clockTexts } from '../portfolio/clock-texts.ts'
import '../portfolio/portfolio.css'

/** Both clocks of a screen of plans. */
export interface ScreenClock {
  /** As the address holds them, for links to other screens. */
  readonly search: ClockSearch
  /** Whether an earlier day or an earlier knowledge is looked at: then nothing can be changed. */
  readonly past: boolean
  /** A path of the API with both clocks. */
  readonly at: (path: string) => string
  /** To choose both. */
  readonly control: ReactNode
  /** What is looked at, and back to now; nothing where it is now. */
  readonly banner: ReactNode
}

/** 화면의 두 시계: read from the address, so that an old answer can be sent and gone back to. */
export function useScreenClock(subject?: string): ScreenClock {
  const texts = useTexts(clockTexts)
  const navigate = useNavigate()
  const search = clockSearchOf(useSearch({ strict: false }) as Record<string, unknown>)
  const look = (next: ClockSearch) =>
    void navigate({
      to: '.',
      search: ((before: Record<string, unknown>) => ({ ...before, asOf: undefined, known: undefined, ...next })) as never,
      replace: true,
    })
  const past = search.asOf !== undefined || search.known !== undefined
  return {
    search,
    past,
    at: (path) => atClocks(path, search),
    control: <ClockControl value={search} onChange={look} subject={subject} />,
    banner: past ? (
      <div className="pf-past">
        <Banner
          title={texts.banner(search.asOf ?? null, search.known ?? null)}
          action={
            <Button small onClick={() => look({})}>
              {texts.now}
            </Button>
          }
        />
      </div>
    ) : null,
  }
}

/**
 * A path of the API with both clocks behind what it asks already.
 *
 * atClocks('/agreements?limit=100', { asOf: '2024-06-01' }) // => '/agreements?limit=100&asOf=2024-06-01'
 */
export function atClocks(path: string, search: ClockSearch): string {
  const query = new URLSearchParams(clocksOf(search) as Record<string, string>).toString()
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`
}
