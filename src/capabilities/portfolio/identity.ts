import { invalid, notFound } from '#api/problem'
import { appendAudit } from '#store/audit'
import { appendJudgement } from '#store/log/judgements'
import type { Store } from '#store/store'
import { refused } from './problems.ts'
import { foldIdentity, insertEdge, liveEdges, voidEdges } from './queries/identity.ts'
import { type SubjectRow, subjectById } from './queries/project.ts'
import type { Reader } from './reader.ts'

/**
 * 같은 것으로 합친다: two subjects are one and the same. Nothing is rewritten: an edge between them is added, and both are shown as one until it is taken back.
 *
 * @throws ProblemError 422 for one and the same or two kinds, 404 for an unknown one, 409 where they are one already
 */
export async function joinSubjects(
  store: Store,
  reader: Reader,
  by: string,
  a: string,
  b: string,
  reason: string | null,
): Promise<{ judgementId: string; canonical: string }> {
  if (a === b) throw invalid('json.other', { ko: '다른 대상을 골라 주세요', en: 'another subject' }, b)
  return store.inOffice(reader.officeId, by, async (tx) => {
    const [left, right] = [await needed(tx, a), await needed(tx, b)]
    if (left.kind !== right.kind)
      throw invalid('json.other', { ko: '같은 갈래의 대상을 골라 주세요', en: `a subject of kind ${left.kind}` }, right.kind)
    if ((left.canonicalId ?? left.id) === (right.canonicalId ?? right.id))
      throw refused(
        'already-joined',
        { ko: '이미 하나로 합쳐져 있습니다', en: 'They are joined already' },
        { ko: '따로 나누려면 되돌리세요.', en: 'Undo the judgement to part them.' },
      )
    const edges = await liveEdges(tx, reader.officeId, [a, b])
    const parted = edges.filter((edge) => edge.judgement !== 'positive' && [edge.a, edge.b].includes(a) && [edge.a, edge.b].includes(b))
    await voidEdges(
      tx,
      reader.officeId,
      parted.map((edge) => edge.id),
      by,
    )
    const edgeId = await insertEdge(tx, reader.officeId, a, b, 'positive', by)
    const judgementId = await appendJudgement(tx, reader.officeId, {
      kind: 'same_subject',
      subjectA: a,
      subjectB: b,
      reason,
      detail: { origin: 'portfolio', made: [edgeId], voided: parted.map((edge) => edge.id), names: [left.nameKo, right.nameKo] },
      madeBy: by,
    })
    const canonical = await foldIdentity(tx, reader.officeId, [a, b])
    await appendAudit(tx, reader.officeId, { actor: by, action: 'subject.joined', subjectId: a, detail: { judgementId, other: b, reason } })
    return { judgementId, canonical: canonical.get(a) ?? a }
  })

  async function needed(tx: Parameters<typeof subjectById>[0], id: string): Promise<SubjectRow> {
    const row = await subjectById(tx, reader.officeId, id, reader.confidential)
    if (!row) throw notFound({ ko: '대상', en: 'The subject' })
    return row
  }
}

/**
 * 나눈다: one member of a cluster is not the same as the others. Its positive edges are voided and negative ones written, so that the same joining is not proposed again.
 *
 * @throws ProblemError 409 where it is joined with nothing
 */
export async function partSubject(store: Store, reader: Reader, by: string, id: string, reason: string | null): Promise<{ judgementId: string }> {
  return store.inOffice(reader.officeId, by, async (tx) => {
    if (!(await subjectById(tx, reader.officeId, id, reader.confidential))) throw notFound({ ko: '대상', en: 'The subject' })
    const edges = (await liveEdges(tx, reader.officeId, [id])).filter((edge) => edge.judgement === 'positive')
    if (edges.length === 0)
      throw refused(
        'not-joined',
        { ko: '합쳐져 있지 않습니다', en: 'It is joined with nothing' },
        { ko: '합친 대상만 나눌 수 있습니다.', en: 'Only joined subjects can be parted.' },
      )
    await voidEdges(
      tx,
      reader.officeId,
      edges.map((edge) => edge.id),
      by,
    )
    const made: string[] = []
    for (const edge of edges) made.push(await insertEdge(tx, reader.officeId, edge.a, edge.b, 'negative', by))
    const judgementId = await appendJudgement(tx, reader.officeId, {
      kind: 'not_same',
      subjectA: id,
      subjectB: edges[0]?.a === id ? edges[0].b : (edges[0]?.a ?? null),
      reason,
      detail: { origin: 'portfolio', made, voided: edges.map((edge) => edge.id) },
      madeBy: by,
    })
    await foldIdentity(
      tx,
      reader.officeId,
      edges.flatMap((edge) => [edge.a, edge.b]),
    )
    await appendAudit(tx, reader.officeId, { actor: by, action: 'subject.parted', subjectId: id, detail: { judgementId, reason } })
    return { judgementId }
  })
}

/**
 * 다른 것이다: two subjects that look alike are not the same. Remembered as a negative edge, so that they are not proposed again until it is taken back.
 *
 * @throws ProblemError 422 for one and the same, 404 for an unknown one, 409 where they are joined (part them instead)
 */
export async function keepApart(
  store: Store,
  reader: Pick<Reader, 'officeId' | 'confidential'>,
  by: string,
  a: string,
  b: string,
  reason: string | null,
): Promise<{ judgementId: string }> {
  if (a === b) throw invalid('json.b', { ko: '다른 대상을 골라 주세요', en: 'another subject' }, b)
  return store.inOffice(reader.officeId, by, async (tx) => {
    const both = await Promise.all([a, b].map((id) => subjectById(tx, reader.officeId, id, reader.confidential)))
    const [left, right] = both
    if (!left || !right) throw notFound({ ko: '대상', en: 'The subject' })
    if ((left.canonicalId ?? left.id) === (right.canonicalId ?? right.id))
      throw refused(
        'already-joined',
        { ko: '이미 하나로 합쳐져 있습니다', en: 'They are joined already' },
        { ko: '따로 나누려면 되돌리세요.', en: 'Undo the judgement to part them.' },
      )
    const edges = await liveEdges(tx, reader.officeId, [a, b])
    const between = edges.filter((edge) => [edge.a, edge.b].includes(a) && [edge.a, edge.b].includes(b))
    await voidEdges(
      tx,
      reader.officeId,
      between.map((edge) => edge.id),
      by,
    )
    const made = [await insertEdge(tx, reader.officeId, a, b, 'negative', by)]
    const judgementId = await appendJudgement(tx, reader.officeId, {
      kind: 'not_same',
      subjectA: a,
      subjectB: b,
      reason,
      detail: { origin: 'portfolio', made, voided: between.map((edge) => edge.id) },
      madeBy: by,
    })
    await appendAudit(tx, reader.officeId, { actor: by, action: 'subject.told-apart', subjectId: a, detail: { judgementId, other: b, reason } })
    return { judgementId }
  })
}
