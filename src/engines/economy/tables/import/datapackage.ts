import { EconomyError } from '../../economy-error.ts'
import type { IoTable } from '../io-table.ts'
import { longColumns } from './long-table.ts'
import type { SaidMetadata } from './metadata.ts'

interface Descriptor {
  readonly title?: unknown
  readonly name?: unknown
  readonly licenses?: readonly { readonly title?: unknown; readonly name?: unknown }[]
  readonly sources?: readonly { readonly title?: unknown; readonly path?: unknown }[]
  readonly resources?: readonly { readonly path?: unknown }[]
  readonly economy?: Readonly<Record<string, unknown>>
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)

/**
 * 데이터 패키지 설명: what a Frictionless `datapackage.json` says of a table: title, licence and source by the standard's own fields; year, price basis, import treatment, unit and region under `economy`.
 * @throws EconomyError `shape` for what is no descriptor, `out-of-range` for an unknown price basis or import treatment.
 */
export function readDescriptor(json: unknown): { readonly metadata: SaidMetadata; readonly path: string | null } {
  if (!json || typeof json !== 'object' || Array.isArray(json))
    throw new EconomyError('shape', 'expected datapackage.json to hold an object, got something else', 'see frictionlessdata.io/specs/data-package', {
      part: 'datapackage.json',
    })
  const { title, name, licenses, sources, resources, economy = {} } = json as Descriptor
  const oneOf = <const T extends string>(field: string, all: readonly T[]): T | null => {
    const value = text(economy[field])
    if (value === null) return null
    if ((all as readonly string[]).includes(value)) return value as T
    throw new EconomyError('out-of-range', `expected economy.${field} to be one of ${all.join(', ')}, got "${value}"`, 'write one of these words', {
      part: `datapackage.json economy.${field}`,
    })
  }
  return {
    metadata: {
      name: text(title) ?? text(name),
      licence: text(licenses?.[0]?.title) ?? text(licenses?.[0]?.name),
      source: text(sources?.[0]?.title) ?? text(sources?.[0]?.path),
      year: typeof economy.year === 'number' ? economy.year : null,
      priceBasis: oneOf('priceBasis', ['basic', 'producer', 'purchaser']),
      importTreatment: oneOf('importTreatment', ['total', 'domestic', 'competitive']),
      unit: text(economy.unit),
      regionScope: text(economy.regionScope),
      synthetic: economy.synthetic === true,
    },
    path: text(resources?.[0]?.path),
  }
}

/** The `datapackage.json` of a table whose long form stands in `path`. */
export function descriptorOf(table: IoTable, about: { readonly name: string; readonly source: string; readonly path: string }): object {
  return {
    profile: 'tabular-data-package',
    name: `io-${table.source.year ?? 'table'}`,
    title: about.name,
    licenses: [{ title: table.licence ?? '' }],
    sources: [{ title: about.source }],
    economy: {
      year: table.source.year,
      priceBasis: table.source.priceBasis,
      importTreatment: table.source.importTreatment,
      unit: table.source.unit,
      regionScope: table.source.regionScope,
      synthetic: table.source.synthetic === true,
    },
    resources: [
      {
        name: 'flows',
        path: about.path,
        profile: 'tabular-data-resource',
        encoding: 'utf-8',
        schema: { fields: longColumns.map((name) => ({ name, type: name === 'value' ? 'number' : 'string' })) },
      },
    ],
  }
}
