/** Three figures of a model's number: more would claim what no table knows. `threeFigures('1234567') // => '1230000'` */
export function threeFigures(text: string): string {
  const value = Number(text)
  if (value === 0 || !Number.isFinite(value)) return '0'
  const rounded = Number(value.toPrecision(3))
  return Math.abs(rounded) >= 1e6 ? BigInt(rounded).toString() : String(rounded)
}
