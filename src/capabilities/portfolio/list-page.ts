import { decodeCursor, encodeCursor } from '#api/paging'
import type { Db } from '#store/store'
import { type ListClocks, listAtClocks, type PageAsked } from './list-at-clocks.ts'
import { valuesOfRows } from './queries/cells.ts'
import { countSubjects, type ListFilter, listSubjects } from './queries/list.ts'
import type { Reader } from './reader.ts'
import type { ProjectRow } from './routes/schemas.ts'

/** 목록 한 쪽: a page of projects with the values of their rows. */
export async function listPage(
  db: Db,
  reader: Reader,
  filter: ListFilter,
  page: PageAsked,
  clocks: ListClocks = { asOf: null, knownOn: null },
): Promise<{ items: ProjectRow[]; next: string | null; total?: number }> {
  if (clocks.asOf !== null || clocks.knownOn !== null) return listAtClocks(db, reader, filter, page, clocks)
  const after = decodeCursor(page.cursor, 2)
  const who = { confidential: reader.confidential, today: reader.today }
  const rows = await listSubjects(db, reader.officeId, {
    ...filter,
    ...who,
    sort: page.sort,
    descending: page.descending,
    limit: page.limit + 1,
    after,
  })
  const shown = rows.slice(0, page.limit)
  const values = await valuesOfRows(
    db,
    reader.officeId,
    shown.map((row) => row.id),
    reader.confidential,
  )
  const items = shown.map(({ ownerId, ownerName, sortKey: _, ...row }) => {
    const own = values.get(row.id)!
    return {
      ...row,
      owner: ownerId === null ? null : { id: ownerId, name: ownerName ?? '' },
      ...own.cells,
      next: own.next,
      dueTo: own.dueTo,
      sources: own.sources,
    }
  })
  const last = shown.at(-1)
  const next = rows.length > page.limit && last ? encodeCursor([last.sortKey, last.id]) : null
  const total = after === null ? await countSubjects(db, reader.officeId, { ...filter, ...who }) : undefined
  return { items, next, total }
}
