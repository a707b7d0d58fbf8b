import { sql } from 'kysely'
import { checkReading } from '#engines/checking/check-document'
import type { Finding } from '#engines/checking/finding'
import { ruleOf } from '#engines/checking/rules'
import { senseOf, sourcesDisagree } from '#engines/checking/sources-disagree'
import type { Reading } from '#engines/reading/reading'
import { keepSpans } from '#store/log/spans'
import type { Tx } from '#store/store'
import { fingerprintOf } from '../fingerprint.ts'
import type { KeptWitness } from '../kept.ts'
import { factsElsewhere, type OtherValue, type OwnClaim, ownClaims, type Spelt, spellings, waitingElsewhere } from '../queries/claims.ts'
import { type ItemToKeep, type Kept, keepItems } from '../queries/items.ts'

/**
 * 문서 점검: run every rule over a document that was just read and keep what it raises as work items, in the transaction of the caller, after its claims are appended.
 * Doing it again adds nothing; what is not raised any more closes by itself. Writes no audit entry: the caller's entry tells of the reading.
 */
export async function checkDocument(tx: Tx, officeId: string, documentId: string, reading: Reading): Promise<Kept> {
  // planned for the rows that are there: a plan kept from when the office was empty takes minutes once it holds a pile of documents
  await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
  const claims = await ownClaims(tx, officeId, documentId)
  const inside = await itemsOf(tx, officeId, documentId, reading, claims, checkReading(reading))
  const between = await disagreements(tx, officeId, documentId, claims)
  return keepItems(tx, officeId, documentId, [...inside, ...between])
}

/** The findings of a document as work items. Their spans are kept with one statement: a long document raises hundreds. */
async function itemsOf(
  tx: Tx,
  officeId: string,
  documentId: string,
  reading: Reading,
  claims: readonly OwnClaim[],
  findings: readonly Finding[],
): Promise<ItemToKeep[]> {
  const spanIds = await keepSpans(
    tx,
    officeId,
    documentId,
    reading.text,
    findings.flatMap((finding) =>
      finding.witnesses.map((one) => ({ start: one.start, end: one.end, sentenceStart: one.sentence.start, sentenceEnd: one.sentence.end })),
    ),
  )
  const claimAt = new Map([...claims].reverse().map((own) => [`${own.start} ${own.end} ${own.indicator}`, own]))
  let from = 0
  return findings.map((finding) => {
    const own = spanIds.slice(from, from + finding.witnesses.length)
    from += finding.witnesses.length
    return itemOf(documentId, reading, claimAt, finding, own)
  })
}

function itemOf(
  documentId: string,
  reading: Reading,
  claimAt: ReadonlyMap<string, OwnClaim>,
  finding: Finding,
  spanIds: readonly string[],
): ItemToKeep {
  const witnesses = finding.witnesses.map((one, at): KeptWitness => {
    const commitment = one.commitment === null ? undefined : reading.commitments[one.commitment]
    const claim = commitment && claimAt.get(`${one.start} ${one.end} ${commitment.indicator.value}`)
    return { role: one.role, documentId, spanId: spanIds[at]!, claimId: claim?.claimId ?? null, factId: null }
  })
  return {
    rule: finding.rule,
    fingerprint: fingerprintOf(finding.rule, [
      `document ${documentId}`,
      ...finding.witnesses.map((one) => `${one.role} ${one.start} ${one.end} ${reading.text.slice(one.start, one.end)}`),
    ]),
    outcome: finding.outcome,
    documentId,
    subjectId: null,
    documents: [documentId],
    claims: [...new Set(witnesses.flatMap((one) => (one.claimId ? [one.claimId] : [])))],
    confidential: false,
    detail: { version: finding.version, title: finding.title, detail: finding.detail, numbers: finding.numbers, witnesses },
    atStake: finding.atStake,
  }
}

/** Values of the document against live facts and against claims of other documents that wait. */
async function disagreements(tx: Tx, officeId: string, documentId: string, claims: readonly OwnClaim[]): Promise<ItemToKeep[]> {
  const standing = claims.filter((one) => one.standing && one.sourced !== null)
  const names = [...new Set(standing.flatMap((one) => [one.sourced!.subject, ...one.sourced!.counterparts]).filter((name): name is string => !!name))]
  const subjects = [...new Set(standing.flatMap((one) => (one.sourced!.subjectId ? [one.sourced!.subjectId] : [])))]
  const spelt = names.flatMap(spellings)
  const others = [
    ...(await factsElsewhere(tx, officeId, documentId, spelt, subjects)),
    ...(await waitingElsewhere(tx, officeId, documentId, asked(standing))),
  ]
  // only values of one sense can disagree
  const bySense = new Map<string, OtherValue[]>()
  for (const one of others) {
    const sense = senseOf(one.sourced)
    const alike = bySense.get(sense)
    if (alike) alike.push(one)
    else bySense.set(sense, [one])
  }
  return mostAtStake(standing.flatMap((ours) => disagreementsOf(documentId, ours, bySense.get(senseOf(ours.sourced!)) ?? [])))
}

/** One value is held against so many others that it disagrees with, and one document raises so many disagreements: a person cannot use more, and two long lists would raise millions. */
const mostOfClaim = 10
const mostOfDocument = 500

function disagreementsOf(documentId: string, ours: OwnClaim, others: readonly OtherValue[]): ItemToKeep[] {
  const items: ItemToKeep[] = []
  for (const theirs of others) {
    const item = disagreement(documentId, ours, theirs)
    if (item) items.push(item)
    if (items.length === mostOfClaim) break
  }
  return items
}

/** The largest amounts first where there are too many; the rest comes up once these are settled. */
function mostAtStake(items: ItemToKeep[]): ItemToKeep[] {
  if (items.length <= mostOfDocument) return items
  const size = (item: ItemToKeep) => BigInt(item.atStake ?? 0)
  return items.toSorted((a, b) => (size(a) === size(b) ? 0 : size(a) < size(b) ? 1 : -1)).slice(0, mostOfDocument)
}

/** What is asked of other documents: each name in all its spellings, with each indicator that this one states of it. */
function asked(standing: readonly OwnClaim[]): Spelt[] {
  const pairs = new Map<string, Spelt>()
  for (const { sourced } of standing)
    for (const name of [sourced!.subject, ...sourced!.counterparts]) {
      const { indicator } = sourced!
      if (!name || pairs.has(`${name}|${indicator}`)) continue
      for (const one of spellings(name)) pairs.set(`${one}|${indicator}`, { name: one, indicator })
    }
  return [...pairs.values()]
}

function disagreement(documentId: string, ours: OwnClaim, theirs: OtherValue): ItemToKeep | null {
  const found = sourcesDisagree(ours.sourced!, theirs.sourced)
  if (!found) return null
  const rule = ruleOf('sources-disagree')
  const { unit, value } = ours.sourced!
  const stake = unit === 'KRW' ? [value, theirs.sourced.value].map((one) => BigInt(one.split('.')[0]!)).sort((a, b) => (a < b ? 1 : -1))[0]! : null
  return {
    rule: rule.id,
    fingerprint: fingerprintOf(rule.id, [ours.claimId, theirs.claimId]),
    outcome: 'odd',
    documentId,
    subjectId: theirs.subjectId,
    documents: [documentId, theirs.documentId],
    claims: [ours.claimId, theirs.claimId],
    confidential: theirs.confidential,
    detail: {
      version: rule.version,
      title: found.title,
      detail: found.detail,
      numbers: [{ name: { ko: '차이', en: 'Difference' }, value: found.difference, unit }],
      witnesses: [
        { role: 'ours', documentId, spanId: ours.spanId, claimId: ours.claimId, factId: null },
        { role: 'theirs', documentId: theirs.documentId, spanId: theirs.spanId, claimId: theirs.claimId, factId: theirs.factId },
      ],
    },
    atStake: stake === null ? null : String(stake),
  }
}
