import { useInfiniteQuery } from '@tanstack/react-query'

/** One part of a list of the API: its rows, where the next part begins (null at the end), and how many rows there are in all where that is counted. */
export interface Paged<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly total?: number
}

/** How a list differs from most. */
interface Manner<Page> {
  /** Milliseconds until it is read again by itself, while something of what it shows is under way. */
  readonly again?: (pages: readonly Page[]) => number | false
}

/**
 * 이어지는 목록: a list that the API gives in parts. `items` are the rows so far, `first` the first part with what it says of all of them, `pager` what its foot
 * (`<Pager {...pager} />`) says and does. While other rows are asked for (another filter, one more letter of a search) the rows before stay, unless they are another
 * office's.
 */
export function usePaged<Page extends Paged<unknown>>(
  queryKey: readonly [area: string, office: string, ...narrowing: unknown[]],
  readPart: (cursor: string | undefined) => Promise<Page>,
  { again }: Manner<Page> = {},
) {
  const list = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => readPart(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Page) => page.next ?? undefined,
    placeholderData: (before, query) => (query?.queryKey[1] === queryKey[1] ? before : undefined),
    ...(again ? { refetchInterval: (query: { state: { data?: { pages: Page[] } } }) => again(query.state.data?.pages ?? []) } : {}),
  })
  const first = list.data?.pages[0]
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []) as Page['items'][number][]
  const pager = {
    shown: items.length,
    total: first?.total,
    more: list.hasNextPage,
    busy: list.isFetchingNextPage,
    onMore: () => void list.fetchNextPage(),
  }
  return { list, first, items, pager }
}
