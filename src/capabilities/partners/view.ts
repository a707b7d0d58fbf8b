import { obligationsOf } from '#capabilities/agreements/index'
import { awardsOf } from '#capabilities/awards/index'
import { headsOf } from '#capabilities/plans/index'
import type { Db } from '#store/store'
import { nextCheck, papersOf } from './papers.ts'
import { type EvidenceRow, evidenceRows } from './queries/evidence.ts'
import { contactOf, organisationOf, ownSubjects } from './queries/partners.ts'

/** 협력 기관이 보는 것: nothing but its own. */
export interface PartnerView {
  readonly office: { readonly nameKo: string; readonly nameEn: string; readonly contact: string | null }
  /** Null where nobody has said yet for whom the account stands. */
  readonly organisation: { readonly id: string; readonly nameKo: string; readonly nameEn: string | null } | null
  readonly projects: readonly {
    readonly id: string
    readonly kind: string
    readonly nameKo: string
    readonly nameEn: string | null
    readonly place: string | null
    readonly stage: string | null
    readonly stageFrom: string | null
    /** Who looks after it at the office. */
    readonly owner: string | null
  }[]
  readonly obligations: readonly OwnObligation[]
  /** 다음에 낼 것: what is due next, obligations and yearly checks of awards. */
  readonly next: readonly {
    readonly key: string
    readonly titleKo: string
    readonly titleEn: string
    readonly subjectName: string
    readonly subjectNameEn: string | null
    readonly dueOn: string
    /** Where a file for it is sent: to an obligation, or to the award whose check comes next. */
    readonly sendTo: { readonly kind: 'obligation' | 'award'; readonly id: string }
  }[]
}

export interface OwnObligation {
  readonly id: string
  readonly subjectId: string
  readonly subjectName: string
  readonly subjectNameEn: string | null
  readonly kind: 'obligation' | 'co_benefit'
  readonly title: string
  readonly dueOn: string | null
  readonly metOn: string | null
  readonly state: 'met' | 'waived' | 'late' | 'open'
  readonly evidence: readonly OwnEvidence[]
}

export type OwnEvidence = Pick<EvidenceRow, 'id' | 'fileName' | 'size' | 'note' | 'state' | 'sentAt' | 'decidedAt' | 'decidedReason'>

/** 우리 사업: the view of one partner. Its own projects are shown also while they are confidential; what anybody else does is not read at all. */
export async function partnerView(db: Db, officeId: string, userId: string, today: string): Promise<PartnerView> {
  const office = await contactOf(db, officeId)
  const shown = { nameKo: office.name_ko, nameEn: office.name_en, contact: office.contact }
  const organisation = await organisationOf(db, officeId, userId)
  if (organisation === null) return { office: shown, organisation: null, projects: [], obligations: [], next: [] }
  const seeing = { kind: 'staff', confidential: true } as const
  const own = await ownSubjects(db, officeId, organisation.members)
  const [self] = await headsOf(db, officeId, { ids: [organisation.id], seeing })
  const heads = own.length === 0 ? [] : await headsOf(db, officeId, { ids: own, seeing })
  const obligations = await obligationsOf(db, officeId, seeing, today, { partyIds: organisation.members })
  const files = await evidenceRows(db, officeId, { obligationIds: obligations.map((one) => one.id) })
  const awards =
    own.length === 0 ? [] : (await awardsOf(db, officeId, seeing, today, { ids: own })).filter((one) => one.recipient?.id === organisation.id)
  return {
    office: shown,
    organisation: self ? { id: self.id, nameKo: self.nameKo, nameEn: self.nameEn } : null,
    projects: heads.map(({ id, kind, nameKo, nameEn, place, stage, stageFrom, owner }) => ({
      id,
      kind,
      nameKo,
      nameEn,
      place,
      stage,
      stageFrom,
      owner: owner?.name ?? null,
    })),
    obligations: obligations.map((one) => ({
      id: one.id,
      subjectId: one.subjectId,
      subjectName: one.subject.nameKo,
      subjectNameEn: one.subject.nameEn,
      kind: one.kind,
      title: one.title,
      dueOn: one.dueOn,
      metOn: one.metOn,
      state: one.state,
      evidence: files.filter((file) => file.obligationId === one.id).map(ownEvidence),
    })),
    next: [
      ...obligations.flatMap((one) =>
        one.dueOn !== null && (one.state === 'open' || one.state === 'late')
          ? [
              {
                key: `obligation:${one.id}`,
                titleKo: one.title,
                titleEn: one.title,
                subjectName: one.subject.nameKo,
                subjectNameEn: one.subject.nameEn,
                dueOn: one.dueOn,
                sendTo: { kind: 'obligation' as const, id: one.id },
              },
            ]
          : [],
      ),
      ...awards.flatMap((one) => {
        const year = nextCheck(one)
        // once papers were sent, the obligation that they belong to speaks for the year
        const spoken = year && obligations.some((row) => row.subjectId === one.id && row.title === papersOf(year.year).ko)
        return year && !spoken
          ? [
              {
                key: `award:${one.id}:${year.year}`,
                titleKo: papersOf(year.year).ko,
                titleEn: papersOf(year.year).en,
                subjectName: one.nameKo,
                subjectNameEn: one.nameEn,
                dueOn: year.dueOn,
                sendTo: { kind: 'award' as const, id: one.id },
              },
            ]
          : []
      }),
    ].sort((a, b) => (a.dueOn === b.dueOn ? a.key.localeCompare(b.key) : a.dueOn < b.dueOn ? -1 : 1)),
  }
}

const ownEvidence = ({ id, fileName, size, note, state, sentAt, decidedAt, decidedReason }: EvidenceRow): OwnEvidence => ({
  id,
  fileName,
  size,
  note,
  state,
  sentAt,
  decidedAt,
  decidedReason,
})
