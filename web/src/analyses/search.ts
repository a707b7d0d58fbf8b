import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Kind } from './api.ts'

/** What the address of an analysis screen holds: which analysis, and how the reader turned it. */
export type AnalysisSearch = Partial<Record<string, string>>

/** Options that the server turns the answer by; the rest is the screen's own. */
const options: Readonly<Record<Kind, readonly string[]>> = {
  structure: ['region', 'from', 'to'],
  chain: ['withinKm'],
  warning: ['falseAlarms'],
  forecast: ['correlation', 'baseGrowth'],
}

/**
 * The part of the address that the server is asked with.
 *
 * reportOptions('chain', { id: 'x', withinKm: '50', series: 'all' }) // => { withinKm: '50' }
 */
export const reportOptions = (kind: Kind, search: AnalysisSearch): Record<string, string> =>
  Object.fromEntries(options[kind].flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])))

/** The address as texts, and a way to change it in place. */
export function useTurning(path: string): [AnalysisSearch, (change: AnalysisSearch) => void] {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const search = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, String(value)])) as AnalysisSearch
  const turn = (change: AnalysisSearch) => {
    const next = Object.fromEntries(Object.entries({ ...raw, ...change }).filter(([, value]) => value !== undefined && value !== ''))
    void navigate({ to: path as '/', search: next as never, replace: true })
  }
  return [search, turn]
}
