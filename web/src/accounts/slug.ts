/**
 * The address name that an English office name suggests: `narae` for "Narae City". The word for the kind of office is left out.
 *
 * slugOf('Namyangju City') // => 'namyangju'
 * slugOf('Gwangju Free Economic Zone') // => 'gwangju-free-economic-zone'
 */
export function slugOf(nameEn: string): string {
  const words = nameEn
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/(^|-)(city|county|province|si|gun|of)(?=-|$)/g, '$1')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
  return words.slice(0, 41).replace(/-$/, '')
}
