import { randomUUID } from 'node:crypto'
import type { Store } from '#store/store'

/** A new office (an invented city) with nothing in it; returns its id. */
export async function makeOffice(store: Store, officeId: string = randomUUID()): Promise<string> {
  await store.global((tx) =>
    tx
      .insertInto('office')
      .values({ office_id: officeId, slug: `narae-${officeId.slice(0, 8)}-${officeId.slice(-6)}`, name_ko: '나래시', name_en: 'Narae' })
      .execute(),
  )
  return officeId
}
