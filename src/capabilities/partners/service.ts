import { conflict, invalid, notFound } from '#api/problem'
import { insertObligation, type Obligation, obligationOf, obligationsOf, updateObligation } from '#capabilities/agreements/index'
import { awardsOf } from '#capabilities/awards/index'
import { addFile } from '#capabilities/intake/index'
import { changedMeanwhile, headOf, seeingOf } from '#capabilities/plans/index'
import type { Reader } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import { type Blob, getBlob, putBlob } from '#store/blobs'
import type { Db, Store } from '#store/store'
import { nextCheck, papersOf } from './papers.ts'
import { decideEvidence, type EvidenceRow, evidenceRows, insertEvidence } from './queries/evidence.ts'
import { organisationOf, tiePartner } from './queries/partners.ts'

/** One answer for everything that is not the partner's own, whether it exists or not. */
const nothing = () => notFound({ ko: '찾으시는 것', en: 'What you asked for' })

/** The obligation of this partner's own organisation. @throws ProblemError 404 for anybody else's and for none alike */
async function ownObligation(db: Db, officeId: string, userId: string, obligationId: string, today: string): Promise<Obligation> {
  const organisation = await organisationOf(db, officeId, userId)
  if (organisation === null) throw nothing()
  const [found] = await obligationsOf(db, officeId, { kind: 'staff', confidential: true }, today, {
    ids: [obligationId],
    partyIds: organisation.members,
  })
  if (!found) throw nothing()
  return found
}

/** A file as it was sent. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly note: string | null
}

/**
 * 점검 자료를 낸다: a partner sends papers for the next yearly check of its own award. The first file of a year makes the obligation to which it and later ones belong.
 *
 * @throws ProblemError 404 for what is not its own, 409 where no check is to come, 422 for an empty file
 */
export async function sendPapers(store: Store, reader: Reader, by: string, awardId: string, file: SentFile): Promise<string> {
  const obligationId = await store.inOffice(reader.officeId, by, async (tx) => {
    const organisation = await organisationOf(tx, reader.officeId, by)
    if (organisation === null) throw nothing()
    const seeing = { kind: 'staff', confidential: true } as const
    const [award] = await awardsOf(tx, reader.officeId, seeing, reader.today, { ids: [awardId] })
    if (!award?.recipient || !organisation.members.includes(award.recipient.id)) throw nothing()
    const year = nextCheck(award)
    if (!year) throw conflict('nothing-due', '남은 점검이 없습니다', 'No check is to come')
    filled(file)
    const { ko } = papersOf(year.year)
    const own = await obligationsOf(tx, reader.officeId, seeing, reader.today, { subjectIds: [awardId], partyIds: organisation.members })
    const there = own.find((one) => one.title === ko && one.state !== 'waived')
    if (there) return there.id
    const id = await insertObligation(
      tx,
      reader.officeId,
      awardId,
      { title: ko, kind: 'obligation', partyId: award.recipient.id, dueOn: year.dueOn },
      by,
    )
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'obligation.added',
      subjectId: awardId,
      detail: { obligationId: id, title: ko, dueOn: year.dueOn },
    })
    return id
  })
  return sendEvidence(store, reader, by, obligationId, file)
}

const filled = (file: SentFile): void => {
  if (file.bytes.byteLength === 0) throw invalid('form.file', { ko: '내용이 있는 파일', en: 'a file with something in it' }, file.name)
}

/**
 * 증빙을 낸다: a partner sends a file for an obligation of its own. It proves nothing until a person of the office takes it.
 *
 * @throws ProblemError 404 for what is not its own, 409 for an obligation that is met or waived, 422 for an empty file
 */
export function sendEvidence(store: Store, reader: Reader, by: string, obligationId: string, file: SentFile): Promise<string> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    const obligation = await ownObligation(tx, reader.officeId, by, obligationId, reader.today)
    if (obligation.state === 'met' || obligation.state === 'waived')
      throw conflict('obligation-closed', '이미 끝난 의무입니다', 'The obligation is met or waived already')
    filled(file)
    const sha256 = await putBlob(tx, reader.officeId, file.bytes, file.mediaType)
    const id = await insertEvidence(tx, reader.officeId, {
      obligationId,
      sha256,
      fileName: file.name,
      mediaType: file.mediaType,
      size: file.bytes.byteLength,
      note: file.note,
      by,
    })
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: 'evidence.sent',
      subjectId: obligation.subjectId,
      detail: { evidenceId: id, obligationId, fileName: file.name, sha256, size: file.bytes.byteLength },
    })
    return id
  })
}

/** A file that this partner's own organisation sent. @throws ProblemError 404 */
export function ownFile(store: Store, reader: Reader, by: string, evidenceId: string): Promise<{ row: EvidenceRow; blob: Blob }> {
  return store.readOffice(reader.officeId, by, async (db) => {
    const [row] = await evidenceRows(db, reader.officeId, { ids: [evidenceId] })
    if (!row) throw nothing()
    await ownObligation(db, reader.officeId, by, row.obligationId, reader.today)
    return { row, blob: await bytesOf(db, reader.officeId, row) }
  })
}

/** A file for the office's own people, who see the obligation that it is for. @throws ProblemError 404 */
export async function staffFile(store: Store, reader: Reader, evidenceId: string): Promise<{ row: EvidenceRow; blob: Blob; obligation: Obligation }> {
  const row = await store.readOffice(
    reader.officeId,
    reader.userId,
    async (db) => (await evidenceRows(db, reader.officeId, { ids: [evidenceId] }))[0],
  )
  if (!row) throw nothing()
  const obligation = await obligationOf(store, reader, row.obligationId)
  return { row, obligation, blob: await store.readOffice(reader.officeId, reader.userId, (db) => bytesOf(db, reader.officeId, row)) }
}

async function bytesOf(db: Db, officeId: string, row: EvidenceRow): Promise<Blob> {
  const blob = await getBlob(db, officeId, row.sha256)
  if (!blob) throw nothing()
  return blob
}

/**
 * 증빙을 받거나 돌려준다: taken, the file becomes a document of evidence (as confidential as the subject) and the obligation is met on the given day;
 * returned, the partner reads why.
 *
 * @throws ProblemError 404, 409 where it was decided already, 422 for a return without a reason
 */
export async function decide(
  store: Store,
  reader: Reader,
  by: string,
  evidenceId: string,
  decision: { state: 'accepted' | 'returned'; reason: string | null; metOn: string | null },
): Promise<void> {
  const { row, blob, obligation } = await staffFile(store, reader, evidenceId)
  const decided = () => conflict('evidence-decided', '이미 판단한 증빙입니다', 'It was decided already')
  if (row.state !== 'sent') throw decided()
  if (decision.state === 'returned' && !decision.reason?.trim()) throw invalid('json.reason', { ko: '돌려주는 까닭', en: 'why it is returned' })
  const documentId =
    decision.state === 'accepted'
      ? (
          await addFile(
            store,
            reader.officeId,
            by,
            { kind: 'evidence', title: `${obligation.title}: ${row.fileName}`, confidential: obligation.confidential },
            { name: row.fileName, bytes: Buffer.from(blob.bytes) },
          )
        ).documentId
      : null
  await store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await decideEvidence(tx, reader.officeId, evidenceId, { ...decision, documentId, by }))) throw decided()
    if (decision.state === 'accepted' && obligation.metOn === null) {
      const met = { metOn: decision.metOn ?? reader.today, documentId }
      if (!(await updateObligation(tx, reader.officeId, obligation.id, obligation.version, met))) throw changedMeanwhile()
    }
    await appendAudit(tx, reader.officeId, {
      actor: by,
      action: `evidence.${decision.state}`,
      subjectId: obligation.subjectId,
      detail: { evidenceId, obligationId: obligation.id, documentId, reason: decision.reason },
    })
  })
}

/** 계정을 기관에 잇는다: for which organisation a partner's account stands. @throws ProblemError 404 for no partner or no organisation */
export function tie(store: Store, reader: Reader, by: string, userId: string, organisationId: string | null): Promise<void> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    if (organisationId !== null && !(await headOf(tx, reader.officeId, organisationId, ['organisation'], seeingOf(reader))))
      throw notFound({ ko: '기관·기업', en: 'The organisation' })
    if (!(await tiePartner(tx, reader.officeId, userId, organisationId))) throw notFound({ ko: '협력 기관의 사람', en: 'The partner' })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'partner.tied', subjectId: organisationId, detail: { userId, organisationId } })
  })
}
