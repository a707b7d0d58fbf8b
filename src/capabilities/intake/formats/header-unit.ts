const magnitudes = '(?:십|백|천|만|억|조|십만|백만|천만|십억|백억|천억|십조)?'
const measures = [
  `${magnitudes}\\s?(?:원|달러|불|유로|엔|위안|㎡|m²|m2|㎢|km²|km2|평|명|인|개|건|곳|호|세대|가구|톤|대|개사|개소|필지|주)`,
  '(?:US|미)\\s?달러',
  '백만\\s?USD',
  'ha|㏊',
  '%|％|퍼센트|%p|％p',
  'MW|GW|kW|㎿|㎾|kWh|MWh|GWh',
  'TEU|㎞|km|m|ℓ',
  '개월|년',
].join('|')
const unit = new RegExp(`^(?:${measures})$`, 'i')
const inHeader = /\s*[(（[［]\s*(?:단위\s*[:：]?\s*)?([^()（）[\]［］]{1,12}?)\s*[)）\]］]\s*$/
const announced = /(?:단위|UNIT)\s*[:：]\s*([^()（）[\]［］\n]{1,40}?)\s*(?:[)）\]］]|$)/i

/** A number that stands alone in its cell: a sign (△ and ▲ are a minus in Korean accounts), digits with commas, decimals, a range. */
const bareNumber = /^[△▲+-]?\s?\d[\d,]*(?:\.\d+)?(?:\s?[~～-]\s?\d[\d,]*(?:\.\d+)?)?$/

/** A column title and the unit that its numbers share. */
export interface HeaderUnit {
  label: string
  unit: string | null
}

/**
 * 머리글의 단위: the unit that a column title carries in brackets, and the title without it.
 *
 * `headerUnit('면적(천㎡)') // => { label: '면적', unit: '천㎡' }`
 */
export function headerUnit(header: string): HeaderUnit {
  const found = inHeader.exec(header)
  const word = found?.[1]?.replace(/\s/g, '')
  if (!found || !word || !unit.test(word)) return { label: header, unit: null }
  return { label: header.slice(0, found.index).trimEnd(), unit: word }
}

/**
 * 단위 표시: units that a line above a table announces for all of it. Several are given in order; which column they hold for is not said.
 *
 * `announcedUnits('(단위: 억원, 명)') // => ['억원', '명']`
 */
export function announcedUnits(line: string): string[] {
  const found = announced.exec(line)?.[1]
  if (!found) return []
  return found
    .split(/[,，·/]/)
    .map((word) => word.replace(/\s/g, ''))
    .filter((word) => unit.test(word))
}

/** Whether a cell holds a number and nothing else. */
export const isBareNumber = (cell: string): boolean =>
  bareNumber.test(
    cell
      .trim()
      // digits as wide as a letter (１２,０００)
      .replace(/[０-９，．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  )

/** The unit that a cell says and nothing else: `억원`, `(명)`; null for other words. */
export function unitAlone(cell: string): string | null {
  const word = cell.replace(/^\s*[([]|[)\]]\s*$/g, '').replace(/\s/g, '')
  return unit.test(word) ? word : null
}
