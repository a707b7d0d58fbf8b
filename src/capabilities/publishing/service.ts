import type { Actor } from '#api/caller'
import { conflict, notFound, ProblemError } from '#api/problem'
import { formulas } from '#capabilities/portfolio/index'
import { appendAudit } from '#store/audit'
import { newId } from '#store/log/ids'
import type { Db, Store } from '#store/store'
import type { Cover } from './cover.ts'
import { beginOfDay, dayIn } from './embargo.ts'
import { type AskedFigure, heeded } from './figure-source.ts'
import { type FreezeAt, type Frozen, freezeFigure, freezeProject } from './freeze.ts'
import { announce } from './news.ts'
import type { Payload } from './payload.ts'
import { publishableSubjects, subjectById } from './queries/projects.ts'
import {
  editionsOf,
  holdSeries,
  insertPublication,
  markWithdrawn,
  newestEditions,
  type PublicationRow,
  putHeadlines,
  seriesOfSubject,
} from './queries/publications.ts'
import { contentHash, type Difference, differences, receiptOf } from './receipt.ts'
import { figureSeries, newProjectSeries } from './series.ts'

/** What a person chooses to publish. */
export type Choice =
  | ({ kind: 'figure' } & AskedFigure & { asOf: string | null; knownOn: string | null })
  /** `onDisclosure`: approved now, public by itself on the subject's day of disclosure (공개일). */
  | {
      kind: 'project'
      subjectId: string
      onDisclosure?: boolean /** 가림 이름: published under this name, while the real one is not public. */
      cover?: Cover | null
    }

/** The office at work and the moment of the request. */
export interface Place {
  officeId: string
  timeZone: string
  now: Date
}

/** What would be public, and how it differs from what is. */
export interface Preview extends Frozen<Payload> {
  /** The day on which it opens by itself; null where it is public at once. */
  opensOn: string | null
  /** Give it back when publishing: what was looked at is what goes out. */
  contentHash: string
  series: string | null
  edition: number
  previous: PublicationRow | null
  changed: Difference['field'][] | null
}

const freezeAt = (place: Place, asOf: string | null = null, knownOn: string | null = null): FreezeAt => ({
  officeId: place.officeId,
  timeZone: place.timeZone,
  today: dayIn(place.timeZone, place.now),
  asOf,
  knownOn,
  now: place.now,
})

const payloadOf = (row: PublicationRow) => row.payload as unknown as Payload

/** Exactly what publishing this choice now would make public. @throws ProblemError 404 for an unknown formula or project */
export async function preview(db: Db, place: Place, choice: Choice): Promise<Preview> {
  const opensOn = choice.kind === 'project' && choice.onDisclosure ? await dayOfDisclosure(db, place, choice.subjectId) : null
  const frozen: Frozen<Payload> | null =
    choice.kind === 'figure'
      ? await freezeFigure(db, freezeAt(place, choice.asOf, choice.knownOn), choice)
      : await freezeProject(db, { ...freezeAt(place), ...(opensOn === null ? {} : { today: opensOn }) }, choice.subjectId, choice.cover)
  if (!frozen) throw notFound(choice.kind === 'figure' ? { ko: '산출식', en: 'The formula' } : { ko: '사업', en: 'The project' })
  const series = choice.kind === 'figure' ? figureSeries(choice.formula, heeded(choice)) : await seriesOfSubject(db, place.officeId, choice.subjectId)
  const previous = series === null ? null : ((await editionsOf(db, place.officeId, series))[0] ?? null)
  return {
    ...frozen,
    opensOn,
    contentHash: contentHash(frozen.payload),
    series,
    edition: (previous?.edition ?? 0) + 1,
    previous,
    changed: previous ? differences(payloadOf(previous), frozen.payload) : null,
  }
}

/** The coming day on which a subject opens. @throws ProblemError 422 where it has none */
async function dayOfDisclosure(db: Db, place: Place, subjectId: string): Promise<string> {
  const subject = await subjectById(db, place.officeId, subjectId)
  if (!subject) throw notFound({ ko: '사업', en: 'The project' })
  const day = subject.confidential ? subject.disclose_on : null
  if (day !== null && day > dayIn(place.timeZone, place.now)) return day
  throw new ProblemError(
    422,
    'no-day-of-disclosure',
    { ko: '앞으로 올 공개일이 없습니다', en: 'There is no day of disclosure to come' },
    {
      detail: {
        ko: '비공개 사업에 공개일을 정하면 그날 저절로 공표됩니다. 공개 사업은 바로 공표합니다.',
        en: 'Give a confidential project its day of disclosure and it opens by itself on that day. What is not confidential is published at once.',
      },
    },
  )
}

/** What a person says when they publish. */
export interface PublishWords {
  reason: string | null
  headline: boolean | null
  /** The hash of the preview that was looked at. */
  contentHash: string | null
}

/**
 * 공표: freeze the choice for the public. Beside an earlier edition it is a restatement (정정) and needs a reason; the earlier one stays as it was.
 *
 * @throws ProblemError 422 where it may not go out, 409 where it changed since the preview or says nothing new
 */
export async function publish(store: Store, place: Place, actor: Actor, choice: Choice, words: PublishWords): Promise<PublicationRow> {
  return store.inOffice(place.officeId, actor.userId, async (tx) => {
    await holdSeries(tx, place.officeId, choice.kind === 'figure' ? figureSeries(choice.formula, heeded(choice)) : choice.subjectId)
    const view = await preview(tx, place, choice)
    const [refusal] = view.refusals
    if (refusal)
      throw new ProblemError(
        422,
        refusal.code,
        { ko: '공표할 수 없습니다', en: 'This cannot be published' },
        { detail: { ko: view.refusals.map((one) => one.ko).join(' '), en: view.refusals.map((one) => one.en).join(' ') } },
      )
    if (words.contentHash !== null && words.contentHash !== view.contentHash)
      throw conflict(
        'changed-since-preview',
        '미리 본 뒤에 값이 바뀌었습니다. 다시 보고 공표해 주세요.',
        'It has changed since the preview. Look again, then publish.',
      )
    const previous = view.previous
    const standing = previous && previous.withdrawn_at === null
    if (standing && view.changed?.length === 0)
      throw conflict(
        'unchanged',
        '지금 공표된 것과 같습니다. 고칠 것이 없습니다.',
        'It says the same as what is published. There is nothing to restate.',
      )
    const reason = words.reason?.trim() || null
    if (previous && reason === null)
      throw new ProblemError(
        422,
        'reason-missing',
        { ko: '고치는 까닭을 적어 주세요', en: 'Say why it is restated' },
        {
          detail: { ko: '까닭은 옛 판과 새 판 옆에 공개됩니다.', en: 'The reason is public, beside both editions.' },
          fields: [{ path: 'json.reason', expected: '까닭 (a reason), such as "같은 협약이 두 번 더해져 있었음"' }],
        },
      )
    const payload = view.payload
    const figure = payload.kind === 'figure' ? payload : null
    const row = await insertPublication(tx, {
      office_id: place.officeId,
      publication_id: newId(),
      series: view.series ?? newProjectSeries(),
      edition: view.edition,
      kind: payload.kind,
      subject_id: payload.kind === 'project' ? payload.subjectId : null,
      formula: figure?.formula ?? null,
      formula_version: figure?.formulaVersion ?? null,
      title_ko: payload.titleKo,
      title_en: payload.titleEn,
      value: figure?.value ?? null,
      unit: figure?.unit ?? null,
      as_of: figure?.asOf ?? null,
      known_on: payload.knownOn,
      headline: figure !== null && (words.headline ?? previous?.headline ?? false),
      ord: previous?.ord ?? (await nextPlace(tx, place.officeId)),
      payload: JSON.stringify(payload),
      receipt: receiptOf(payload),
      reason,
      published_at: view.opensOn === null ? place.now.toISOString() : beginOfDay(view.opensOn, place.timeZone),
      published_by: actor.userId,
      opens_on: view.opensOn,
    })
    await announce(tx, place.officeId, actor.userId, view.opensOn === null ? place.now : new Date(row.published_at))
    await appendAudit(tx, place.officeId, {
      actor: actor.userId,
      action: previous ? 'publication.restate' : 'publication.publish',
      subjectId: row.subject_id,
      detail: {
        series: row.series,
        edition: row.edition,
        title: row.title_ko,
        value: row.value,
        unit: row.unit,
        reason,
        opensOn: view.opensOn,
        receipt: row.receipt.toString('hex'),
      },
    })
    return row
  })
}

const nextPlace = async (db: Db, officeId: string) => Math.max(0, ...(await newestEditions(db, officeId)).map((row) => row.ord)) + 10

/**
 * 철회: take the newest edition of a series back. It stays readable as withdrawn, with the reason; no older value comes back in its place.
 *
 * @throws ProblemError 404 for an unknown series, 409 where it is withdrawn already
 */
export async function withdraw(store: Store, place: Place, actor: Actor, series: string, reason: string): Promise<PublicationRow> {
  return store.inOffice(place.officeId, actor.userId, async (tx) => {
    await holdSeries(tx, place.officeId, series)
    const [newest] = await editionsOf(tx, place.officeId, series)
    if (!newest) throw notFound({ ko: '공표', en: 'The publication' })
    const row = await markWithdrawn(tx, place.officeId, newest.publication_id, actor.userId, reason, place.now.toISOString())
    if (!row) throw conflict('withdrawn-already', '이미 철회한 공표입니다', 'It is withdrawn already')
    await announce(tx, place.officeId, actor.userId, place.now)
    await appendAudit(tx, place.officeId, {
      actor: actor.userId,
      action: 'publication.withdraw',
      subjectId: row.subject_id,
      detail: { series, edition: row.edition, reason },
    })
    return row
  })
}

/** The figures on top of the office's page, in order. */
export async function headlines(db: Db, officeId: string): Promise<PublicationRow[]> {
  const rows = await newestEditions(db, officeId)
  return rows.filter((row) => row.headline && row.withdrawn_at === null).sort((a, b) => a.ord - b.ord || a.series.localeCompare(b.series))
}

/** Put these figures on top of the office's page, in this order. @throws ProblemError 422 for a series that is no standing figure */
export async function setHeadlines(store: Store, place: Place, actor: Actor, series: readonly string[], checked: (now: PublicationRow[]) => void) {
  return store.inOffice(place.officeId, actor.userId, async (tx) => {
    await holdSeries(tx, place.officeId, 'headlines')
    const before = await headlines(tx, place.officeId)
    checked(before)
    const standing = new Map((await newestEditions(tx, place.officeId)).map((row) => [row.series, row]))
    const ids = series.map((name) => {
      const row = standing.get(name)
      if (row?.kind !== 'figure' || row.withdrawn_at !== null)
        throw new ProblemError(
          422,
          'no-such-figure',
          { ko: '머리 숫자로 걸 수 없습니다', en: 'This cannot be a headline' },
          { fields: [{ path: 'json.series', expected: '지금 공표된 숫자의 계열 (the series of a published figure)', got: name }] },
        )
      return row.publication_id
    })
    await putHeadlines(tx, place.officeId, ids)
    await appendAudit(tx, place.officeId, {
      actor: actor.userId,
      action: 'publication.headlines',
      detail: { from: before.map((row) => row.series), to: [...series] },
    })
    return headlines(tx, place.officeId)
  })
}

/** A published page that no longer says what is held today, or may no longer be shown. */
export interface Change {
  publication: PublicationRow
  changed: Difference['field'][]
  /** What today's value is; null where it cannot be worked out any more. */
  today: Payload | null
  refusals: Frozen<Payload>['refusals']
}

/** The choice that a publication was made from, asked again for today. */
function choiceOf(row: PublicationRow, today: string): Choice | null {
  const payload = payloadOf(row)
  if (payload.kind === 'figure') return { kind: 'figure', formula: payload.formula, parameters: payload.parameters, asOf: null, knownOn: null }
  if (!row.subject_id) return null
  const cover = payload.covered ? { nameKo: payload.titleKo, nameEn: payload.titleEn } : null
  return { kind: 'project', subjectId: row.subject_id, onDisclosure: row.opens_on !== null && row.opens_on > today, cover }
}

/** 달라진 공표: every standing publication that differs from today's figure or project. */
export async function changes(db: Db, place: Place): Promise<Change[]> {
  const standing = (await newestEditions(db, place.officeId)).filter((row) => row.withdrawn_at === null)
  const found: Change[] = []
  for (const row of standing) {
    const choice = choiceOf(row, dayIn(place.timeZone, place.now))
    const view = choice ? await preview(db, place, choice).catch(forgetGone) : null
    if (!view) found.push({ publication: row, changed: [], today: null, refusals: [gone] })
    else if (view.refusals.length > 0 || view.changed?.length !== 0)
      found.push({ publication: row, changed: view.changed ?? [], today: view.payload, refusals: view.refusals })
  }
  return found
}

const gone = {
  code: 'nothing-to-show' as const,
  ko: '사업이 보관되었거나 산출식이 없어져 오늘 값을 낼 수 없습니다.',
  en: 'The project was archived or its formula is gone: there is no value for today.',
}
const forgetGone = (error: unknown) => {
  if (error instanceof ProblemError && error.status === 404) return null
  throw error
}

/** Everything that a person may choose to publish, with what stands already. */
export async function choices(db: Db, place: Place) {
  const newest = await newestEditions(db, place.officeId)
  const subjects = await publishableSubjects(db, place.officeId)
  const bySubject = new Map(newest.flatMap((row) => (row.subject_id ? [[row.subject_id, row] as const] : [])))
  const bySeries = new Map(newest.map((row) => [row.series, row]))
  return {
    figures: formulas.map((formula) => ({ formula, published: bySeries.get(figureSeries(formula.id, {})) ?? null })),
    projects: subjects.map((subject) => ({ ...subject, published: bySubject.get(subject.subject_id) ?? null })),
  }
}
