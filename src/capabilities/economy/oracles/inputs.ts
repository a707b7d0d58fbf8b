/** A case that lacks what its function needs. */
export class OracleInputError extends Error {
  override readonly name = 'OracleInputError'
}

type Inputs = Readonly<Record<string, unknown>>

const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every((one) => typeof one === 'number')
const isRows = (value: unknown): value is number[][] => Array.isArray(value) && value.length > 0 && value.every(isNumbers)

/** Names are the same whatever their case and punctuation. `plainName('e_ij.1') // => 'eij1'` */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The input of one of these names. */
export function input(inputs: Inputs, ...names: string[]): unknown {
  for (const name of names) {
    if (inputs[name] !== undefined) return inputs[name]
    const same = Object.keys(inputs).find((key) => plainName(key) === plainName(name))
    if (same !== undefined && inputs[same] !== undefined) return inputs[same]
  }
  return undefined
}

/** A list of numbers by one of these names; a column of rows is a list too. */
export function list(inputs: Inputs, ...names: string[]): number[] | undefined {
  const value = input(inputs, ...names)
  if (typeof value === 'number') return [value]
  if (isNumbers(value)) return value
  if (isRows(value) && value.every((row) => row.length === 1)) return value.map((row) => row[0]!)
  if (isRows(value) && value.length === 1) return value[0]
  return undefined
}

/** A list that must be there. */
export function needList(inputs: Inputs, ...names: string[]): number[] {
  const value = list(inputs, ...names)
  if (!value) throw new OracleInputError(`expected a list of numbers named ${names.join(' or ')}, got ${Object.keys(inputs).join(', ')}`)
  return value
}

/** Rows of numbers that must be there. */
export function needRows(inputs: Inputs, ...names: string[]): number[][] {
  const value = input(inputs, ...names)
  if (isRows(value)) return value
  throw new OracleInputError(`expected rows of numbers named ${names.join(' or ')}, got ${Object.keys(inputs).join(', ')}`)
}

/** A number by one of these names. */
export function number(inputs: Inputs, ...names: string[]): number | undefined {
  const value = input(inputs, ...names)
  return typeof value === 'number' ? value : undefined
}

/** Numbers 0, 1, … for names in the order in which they first come; numbers stay as they are. `placesOf(['가', '나', '가']) // => [0, 1, 0]` */
export function placesOf(value: unknown): number[] {
  const names = Array.isArray(value) ? value : []
  if (isNumbers(names)) return names
  const seen = [...new Set(names)]
  return names.map((one) => seen.indexOf(one))
}

/** The lists of a case in the order written, for functions known by the order of their arguments. */
export const listsInOrder = (inputs: Inputs): number[][] =>
  Object.values(inputs).flatMap((value) => (isNumbers(value) ? [value] : typeof value === 'number' ? [[value]] : []))
