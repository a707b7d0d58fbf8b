import { plainText } from '#engines/interchange/cell'
import type { CellChange, RowError } from '#engines/interchange/plan-row'
import { type Referable, referables, seenDocuments } from '../queries/references.ts'
import type { Planning, ReadSheet } from './plan.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Which machine a kind of subject runs on, where a row does not say. */
const machines: Readonly<Record<string, string>> = {
  project: 'project',
  agreement: 'agreement',
  programme: 'programme',
  pledge: 'pledge',
  award: 'award',
}

/** What the cells of a file refer to outside of their rows: subjects, documents, people. Looked up once for the whole file. */
export class References {
  private constructor(
    private readonly byId: ReadonlyMap<string, Referable>,
    private readonly byName: ReadonlyMap<string, readonly Referable[]>,
    private readonly documents: ReadonlySet<string>,
    private readonly people: ReadonlyMap<string, string>,
  ) {}

  static async load({ db, looking, office }: Planning, sheets: readonly ReadSheet[]): Promise<References> {
    const documents = new Set<string>()
    for (const { heading, rows } of sheets)
      for (const [at, column] of heading.columns) {
        if (column.id !== 'documentId') continue
        for (const row of rows) {
          const text = plainText(row.cells.get(at)?.text ?? '')
          if (uuid.test(text)) documents.add(text.toLowerCase())
        }
      }
    const found = await referables(db, looking)
    const byName = new Map<string, Referable[]>()
    for (const { asked, subject } of found)
      for (const name of asked === subject.id ? new Set([subject.nameKo, subject.nameEn]) : [])
        if (name !== null) byName.set(plainText(name), [...(byName.get(plainText(name)) ?? []), subject])
    return new References(
      new Map(found.map(({ asked, subject }) => [asked, subject])),
      byName,
      await seenDocuments(db, looking, [...documents]),
      office.people,
    )
  }

  subject(id: string): Referable | undefined {
    return this.byId.get(id)
  }

  named(name: string): readonly Referable[] {
    return this.byName.get(name) ?? []
  }

  machineOf(subjectId: string | null, name: string | null): string | null {
    const subject = subjectId === null ? (name === null ? undefined : this.named(name)[0]) : this.subject(subjectId)
    return subject ? (machines[subject.kind] ?? null) : null
  }

  /** The member of an address; undefined where there is none. */
  person(email: string): string | undefined {
    return this.people.get(email)
  }

  /** What is wrong with the cells of a row that lead to people and documents. */
  errorsOf(changes: readonly CellChange[]): RowError[] {
    const errors: RowError[] = []
    for (const { column, cell, after } of changes) {
      if (after === null) continue
      if (column.form === 'person' && !this.people.has(after))
        errors.push({
          column,
          cell,
          expected: { ko: '이 기관 사람의 전자우편 주소', en: 'the e-mail address of somebody of the office' },
          got: after,
          todo: { ko: '주소를 확인하거나, 먼저 사람을 초대해 주세요.', en: 'Check the address, or invite the person first.' },
        })
      if (column.id === 'documentId' && !this.documents.has(after))
        errors.push({
          column,
          cell,
          expected: { ko: '이 기관의 문서 번호', en: 'the id of a document of the office' },
          got: after,
          todo: {
            ko: '문서를 먼저 넣고, 문서 주소에 있는 번호를 적어 주세요. 볼 권한이 없는 문서도 이렇게 보입니다.',
            en: 'Add the document first and write the id of its address. What you may not see looks like this, too.',
          },
        })
    }
    return errors
  }
}
