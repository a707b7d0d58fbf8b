import { ProblemError } from '#api/problem'
import { organisationKey } from '#engines/accounting/organisation-name'
import { appendAudit } from '#store/audit'
import type { Db } from '#store/store'
import { everyFirm, type FirmRow } from '../queries/firms.ts'
import type { FirmChange, FirmsCheck, NewFirm } from '../schemas.ts'
import { addFirm, applyChange, type Keeper } from './keep.ts'
import { type FileLine, readFirms } from './read-file.ts'
import { firmView } from './view.ts'

/** A file of firms with what is said of it. */
export interface FirmsFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly source: string | null
}

interface Planned {
  readonly line: FileLine
  readonly there: FirmRow | null
  /** What differs from the register; empty for a line that says nothing new. */
  readonly change: FirmChange
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** 미리 보기: what a file would do to the register, row by row; nothing is kept. */
export async function checkFirms(db: Db, officeId: string, file: FirmsFile, confidential: boolean): Promise<{ check: FirmsCheck; plan: Planned[] }> {
  const { lines, errors, unknownColumns } = await readFirms(file.bytes, file.name)
  const known = new Map((await everyFirm(db, officeId, { confidential: true, archived: true })).map((one) => [organisationKey(one.name_ko), one]))
  const plan = lines.flatMap((line): Planned[] => {
    const there = known.get(organisationKey(line.name)) ?? null
    if (there?.confidential && !confidential) {
      // who may not see it must not learn that it is there, and must not write over it
      errors.push({
        row: line.row,
        column: '기업',
        expected: {
          ko: '이 이름은 지금 넣을 수 없습니다. 기관 관리자에게 물어보세요',
          en: 'this name cannot be taken now: ask the administrator of the office',
        },
        got: line.name,
      })
      return []
    }
    const view: Record<string, unknown> | null = there && firmView(there)
    const fields = file.source && line.fields.source === undefined ? { ...line.fields, source: file.source } : line.fields
    const { name: _, ...rest } = fields
    const change = view
      ? {
          ...Object.fromEntries(Object.entries(rest).filter(([key, value]) => !sameValue(value, view[key]))),
          ...(there?.archived_at ? { archived: false } : {}),
        }
      : rest
    if (!there && fields.source === undefined)
      errors.push({
        row: line.row,
        column: '출처',
        expected: { ko: '어디서 알았는지 (열 출처, 또는 파일의 출처)', en: 'where it is known from (a column 출처, or the source of the file)' },
        got: '',
      })
    return [{ line: { ...line, fields }, there, change }]
  })
  const bad = new Set(errors.map((one) => one.row))
  const good = plan.filter((one) => !bad.has(one.line.row))
  const what = (one: Planned) => (one.there === null ? 'add' : Object.keys(one.change).length > 0 ? 'change' : 'same') as 'add' | 'change' | 'same'
  const count = (kind: string) => good.filter((one) => what(one) === kind).length
  return {
    plan: good,
    check: {
      added: count('add'),
      changed: count('change'),
      same: count('same'),
      errors: errors.sort((a, b) => a.row - b.row).slice(0, 1000),
      unknownColumns,
      rows: good.slice(0, 1000).map((one) => ({ row: one.line.row, name: one.line.name, what: what(one), fields: Object.keys(one.change) })),
    },
  }
}

/**
 * 명부 들이기: put the lines of a file into the register, all in one transaction.
 * @throws ProblemError 422 with the rows that cannot be read, unless the caller leaves those out
 */
export const importFirms = (at: Keeper, file: FirmsFile, skipErrors: boolean): Promise<FirmsCheck> =>
  at.store.inOffice(at.officeId, at.by, async (tx) => {
    const { check, plan } = await checkFirms(tx, at.officeId, file, at.confidential)
    if (check.errors.length > 0 && !skipErrors)
      throw new ProblemError(
        422,
        'rows-with-errors',
        { ko: `읽지 못한 칸이 ${check.errors.length}개 있습니다`, en: `${check.errors.length} cells could not be read` },
        {
          detail: {
            ko: '고쳐서 다시 넣거나, 읽은 줄만 넣겠다고 해 주세요.',
            en: 'Mend them and try again, or say that only the rows that were read are taken.',
          },
          fields: check.errors
            .slice(0, 100)
            .map((one) => ({ path: `row ${one.row} ${one.column}`, expected: one.expected.ko, ...(one.got === '' ? {} : { got: one.got }) })),
        },
      )
    for (const { line, there, change } of plan) {
      if (there === null) await addFirm(tx, at.officeId, at.by, newFirm(line))
      else if (Object.keys(change).length > 0) await applyChange(tx, at, there, change)
    }
    await appendAudit(tx, at.officeId, {
      actor: at.by,
      action: 'firm.import',
      detail: { file: file.name, added: check.added, changed: check.changed, same: check.same, leftOut: check.errors.length },
    })
    return check
  })

const newFirm = ({ name, fields }: FileLine): NewFirm => ({
  name,
  nameEn: fields.nameEn ?? null,
  confidential: false,
  ksic: fields.ksic ?? null,
  products: fields.products ?? [],
  place: fields.place ?? null,
  latitude: fields.latitude ?? null,
  longitude: fields.longitude ?? null,
  capacity: fields.capacity ?? null,
  employees: fields.employees ?? null,
  source: fields.source!,
})
