import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Narrowing } from './api.ts'

/** What the list screen shows; it lives in the address, so that it can be sent, kept as a view and gone back to. */
export interface ListState extends Narrowing {
  view?: 'table' | 'board' | 'timeline'
  sort?: string
  archived?: 'true'
  /** Both clocks, by day; nothing is now. */
  asOf?: string
  known?: string
}

const keys = ['kind', 'stage', 'phase', 'place', 'industry', 'team', 'owner', 'q', 'overdue', 'view', 'sort', 'archived', 'asOf', 'known'] as const

/** The state out of an address or a saved view; what is not known is passed over. */
export function readState(search: Record<string, unknown>): ListState {
  return Object.fromEntries(
    keys.flatMap((key) =>
      typeof search[key] === 'string' && search[key] !== ''
        ? [[key, search[key]]]
        : typeof search[key] === 'boolean'
          ? [[key, String(search[key])]]
          : [],
    ),
  ) as ListState
}

/** What narrows, without how it is shown. */
export function narrowingOf({ view: _view, sort: _sort, archived: _archived, asOf: _asOf, known: _known, ...narrowing }: ListState): Narrowing {
  return narrowing
}

export function useListState(): [ListState, (change: Partial<ListState>) => void, (state: ListState) => void] {
  const state = readState(useSearch({ strict: false }) as Record<string, unknown>)
  const navigate = useNavigate()
  const go = (next: ListState) => void navigate({ to: '.', search: readState({ ...next }) as never, replace: true })
  return [state, (change) => go({ ...state, ...change }), go]
}
