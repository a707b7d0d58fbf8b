/** Regions that every chosen table holds. `regionsOfAll([{ regions: ['가', '나'] }, { regions: ['나', '다'] }]) // => ['나']` */
export const regionsOfAll = (tables: readonly { readonly regions: readonly string[] }[]): string[] =>
  (tables[0]?.regions ?? []).filter((one) => tables.every((table) => table.regions.includes(one)))

const WHOLE = /(^|\s)(전국|합계|총계|계)$/

/**
 * The region that an office will ask about first: the one that bears its name, else the first that is not the nation; '' where there is none.
 *
 * `regionOfOffice(['전국', '경기도', '광주광역시'], { nameKo: '광주광역시' }) // => '광주광역시'`
 */
export function regionOfOffice(regions: readonly string[], office: { readonly nameKo: string }): string {
  const bare = (name: string) => name.replace(/(특별자치시|특별자치도|특별시|광역시|시|군|구|도)$/, '')
  const own = bare(office.nameKo)
  return (
    regions.find((one) => one === office.nameKo) ??
    regions.find((one) => own.length > 1 && bare(one) === own) ??
    regions.find((one) => !WHOLE.test(one)) ??
    regions[0] ??
    ''
  )
}
