import type { Lists } from '#engines/interchange/cell'
import { type CodeName, codeLists, sameForm } from '#engines/interchange/codes'
import type { Db } from '#store/store'

/** What an office calls its things: its indicators, and who may be in charge. */
export interface OfficeLists {
  readonly indicators: readonly (CodeName & { readonly unit: string })[]
  /** Members by their address, lower case. */
  readonly people: ReadonlyMap<string, string>
}

export async function officeLists(db: Db, officeId: string): Promise<OfficeLists> {
  const indicators = await db
    .selectFrom('indicator')
    .select(['indicator_id', 'name_ko', 'name_en', 'unit'])
    .where('office_id', '=', officeId)
    .orderBy('ord')
    .orderBy('indicator_id')
    .execute()
  const members = await db
    .selectFrom('membership')
    .innerJoin('app_user', 'app_user.user_id', 'membership.user_id')
    .select(['app_user.user_id', 'app_user.email'])
    .where('membership.office_id', '=', officeId)
    .where('membership.ended_at', 'is', null)
    .where('membership.role', '<>', 'partner')
    .where('app_user.deactivated_at', 'is', null)
    .execute()
  return {
    indicators: indicators.map((row) => ({ code: row.indicator_id, ko: row.name_ko, en: row.name_en, unit: row.unit })),
    people: new Map(members.map((row) => [row.email.toLowerCase(), row.user_id])),
  }
}

const none: readonly CodeName[] = []
/** The stages of every machine, for a row of which the machine is not known; a name that two machines share is told apart by its code alone. */
const everyStage = Object.entries(codeLists).flatMap(([list, codes]) => (list.startsWith('stage:') ? codes : []))
const uniqueStages = [...new Map(everyStage.map((one) => [`${one.code} ${sameForm(one.ko)}`, one])).values()]

/** The lists as a row needs them: its stages are those of its machine. */
export const listsFor = (office: OfficeLists, machine: string | null): Lists => ({
  codes: (list) => {
    if (list === 'indicator') return office.indicators
    if (list === 'stage') return (machine === null ? undefined : codeLists[`stage:${machine}`]) ?? uniqueStages
    return codeLists[list] ?? none
  },
})
