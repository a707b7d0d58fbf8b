import { notFound } from '#api/problem'
import {
  createModel,
  employmentMultipliers,
  finalDemandOf,
  importInducement,
  outputMultipliers,
  reproducesBaseline,
  validateIoTable,
  valueAddedMultipliers,
  valueAddedOf,
  wonPerUnit,
} from '#engines/economy/index'
import type { Db } from '#store/store'
import { decimalText } from '../amounts.ts'
import { type TableRow, tableById } from '../queries/tables.ts'
import { employmentOf, flowsOf } from './tables.ts'

/** 표 펼치기: a table sector by sector with the multipliers that follow from it, and what the check of it finds. */
export async function openTable(
  db: Db,
  officeId: string,
  tableId: string,
): Promise<TableRow & { rows: SectorRow[]; findings: ReturnType<typeof validateIoTable>; baseline: boolean | null }> {
  const row = await tableById(db, officeId, tableId)
  if (!row) throw notFound({ ko: '표', en: 'The table' })
  if (row.kind === 'employment') {
    const { employment } = await employmentOf(db, officeId, tableId)
    const named = new Map<string, { sector: string; employed: number }>()
    for (const line of employment.lines) {
      const key = `${line.region} ${line.code}`
      named.set(key, { sector: `${line.region} · ${line.code} ${line.name}`.trim(), employed: (named.get(key)?.employed ?? 0) + line.persons })
    }
    return {
      ...row,
      rows: [...named.values()].map((one) => ({ ...empty, sector: one.sector, employed: decimalText(one.employed, 1) })),
      findings: [],
      baseline: null,
    }
  }
  const { table } = await flowsOf(db, officeId, tableId)
  const model = createModel(table)
  const production = outputMultipliers(model).value
  const valueAdded = model.valueAddedRates ? valueAddedMultipliers(model).value : null
  const imports = model.importCoefficients ? importInducement(model).value : null
  const won = wonPerUnit(table.source.unit)
  const employed = model.employedRates ? employmentMultipliers(model, { kind: 'employed', per: won ? 1e9 / won : 1 }).value.total : null
  const demand = finalDemandOf(table)
  const added = valueAddedOf(table)
  return {
    ...row,
    rows: table.sectors.map((sector, i) => ({
      sector: table.regions ? `${table.regions[i]} · ${sector}` : sector,
      output: decimalText(table.output[i]!, 6),
      valueAdded: added ? decimalText(added[i]!, 6) : null,
      finalDemand: decimalText(demand[i]!, 6),
      employed: table.employment?.employed ? decimalText(table.employment.employed[i]!, 1) : null,
      production: production[i]!,
      valueAddedMultiplier: valueAdded?.[i] ?? null,
      employedMultiplier: employed?.[i] ?? null,
      importInducement: imports?.[i] ?? null,
    })),
    findings: validateIoTable(table),
    baseline: reproducesBaseline(model, 1e-6),
  }
}

interface SectorRow {
  sector: string
  output: string | null
  valueAdded: string | null
  finalDemand: string | null
  employed: string | null
  production: number | null
  valueAddedMultiplier: number | null
  employedMultiplier: number | null
  importInducement: number | null
}

const empty: SectorRow = {
  sector: '',
  output: null,
  valueAdded: null,
  finalDemand: null,
  employed: null,
  production: null,
  valueAddedMultiplier: null,
  employedMultiplier: null,
  importInducement: null,
}
