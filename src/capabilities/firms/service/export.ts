import { csv } from '#capabilities/portfolio/index'
import type { Db } from '#store/store'
import { everyFirm } from '../queries/firms.ts'
import { fileColumns } from './read-file.ts'

/** 명부를 파일로: the register in the columns that `readFirms` reads, so that it comes back as it went. */
export async function firmsCsv(db: Db, officeId: string, confidential: boolean): Promise<string> {
  const rows = await everyFirm(db, officeId, { confidential })
  const text = (value: string | null) => (value === null ? null : { text: value })
  const number = (value: string | number | null) => (value === null ? null : { number: String(value) })
  return csv([
    fileColumns.map(text),
    ...rows.map((one) => [
      text(one.name_ko),
      text(one.name_en),
      text(one.ksic),
      text(one.products.join('; ')),
      text(one.place),
      number(one.latitude),
      number(one.longitude),
      number(one.capacity),
      number(one.employees),
      text(one.source),
    ]),
  ])
}
