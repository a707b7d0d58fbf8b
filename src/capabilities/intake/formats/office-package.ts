import { FormatError } from './failure.ts'
import { walkXml } from './xlsx-cells.ts'
import { unzip, type ZipEntry, zipOf } from './zip.ts'

/** What kind of Office document a package is, and its main part. */
export interface OfficePackage {
  kind: 'docx' | 'xlsx' | 'presentation'
  main: string
}

const usual: Record<OfficePackage['kind'], string> = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml', presentation: 'ppt/presentation.xml' }
/** Parts that readers look for by their names. */
const known = [
  '[Content_Types].xml',
  '_rels/.rels',
  ...['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'settings'].map((part) => `word/${part}.xml`),
  ...['sharedStrings', 'styles'].map((part) => `xl/${part}.xml`),
]
/** Parts of a package without words are small. */
const mostBytes = 5_000_000

const relationsOf = (part: string) => part.replace(/[^/]*$/, (name) => `_rels/${name}.rels`)

/**
 * 오피스 문서의 본문: what an Office package says itself is its main part (`word/document2.xml`), by its relationships and content types; names of parts differ in case and
 * slashes from one program to another. Null for a package of another program.
 */
export function officePackage(bytes: Uint8Array, entries: readonly ZipEntry[]): OfficePackage | null {
  const held = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const part = (name: string) => {
    const entry = held.get(name)
    return entry ? new TextDecoder().decode(unzip(bytes, entry, mostBytes)) : ''
  }
  for (const kind of ['docx', 'xlsx', 'presentation'] as const) {
    const entry = held.get(usual[kind])
    if (entry) return { kind, main: entry.name }
  }
  const types = part('[content_types].xml')
  if (types === '') return null
  let target = ''
  walkXml(part('_rels/.rels'), {
    open: (name, { Type = '', Target = '' }) => {
      if (name === 'Relationship' && Type.endsWith('/officeDocument')) target ||= Target.replace(/\\/g, '/').replace(/^\//, '').toLowerCase()
    },
  })
  const entry = held.get(target)
  if (!entry) return null
  let kind: OfficePackage['kind'] | null = null
  walkXml(types, {
    open: (name, { PartName = '', ContentType = '' }) => {
      if (name !== 'Override' || PartName.replace(/\\/g, '/').replace(/^\//, '').toLowerCase() !== target) return
      if (/wordprocessingml\.(?:document|template)|ms-word/.test(ContentType)) kind = 'docx'
      else if (/spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macro/.test(ContentType)) kind = 'xlsx'
      else if (/presentationml/.test(ContentType)) kind = 'presentation'
    },
  })
  return kind && { kind, main: entry.name }
}

/**
 * The package with its parts under the names that its readers look for; the same bytes where they are.
 *
 * @throws FormatError `damaged` where it has no main part, `too-large`
 */
export function underUsualNames(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
  kind: 'docx' | 'xlsx',
  most: number,
): { bytes: Uint8Array; renamed: boolean } {
  const found = officePackage(bytes, entries)
  if (found?.kind !== kind) throw new FormatError('damaged')
  const names = new Map(known.map((name) => [name.toLowerCase(), name]))
  names.set(found.main.toLowerCase(), usual[kind])
  names.set(relationsOf(found.main).toLowerCase(), relationsOf(usual[kind]))
  const nameOf = (entry: ZipEntry) => names.get(entry.name.toLowerCase()) ?? entry.name
  if (entries.every((entry) => nameOf(entry) === entry.name && !entry.unusual)) return { bytes, renamed: false }
  return {
    bytes: zipOf(entries.filter((entry) => !entry.name.endsWith('/')).map((entry) => [nameOf(entry), unzip(bytes, entry, most)])),
    renamed: true,
  }
}
