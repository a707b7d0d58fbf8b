import { z } from '@hono/zod-openapi'
import { mayInOffice } from '#api/permission'
import { conflict, ProblemError } from '#api/problem'
import { type Mail, readMailSettings, sendMail } from '#capabilities/accounts/index'
import { dayIn, type Reader } from '#capabilities/portfolio/index'
import { workRules } from '#engines/accounting/worklist'
import { Instant } from '#record/scalars'
import { appendAudit } from '#store/audit'
import { cancelJob, enqueue, type JobContext } from '#store/jobs'
import type { Json } from '#store/schema'
import type { Db, Store, Tx } from '#store/store'
import { worklist } from './list.ts'
import { memberNow, officeOfId } from './queries/people.ts'
import { nextTime } from './schedule.ts'
import type { Worklist } from './schemas.ts'
import { aboutWords, daysWords, type Locale, ruleWords, stakeWords, workWords } from './words.ts'

/** The name under which the queue knows a mail of the work list. */
export const digestJob = 'worklist.digest'

const Weekdays = z
  .array(z.number().int().min(1).max(7))
  .min(1, '하루 이상 (one day or more), 1은 월요일')
  .max(7)
  .transform((days) => [...new Set(days)].sort((a, b) => a - b))

/** What a person chooses for themselves. */
export const DigestChoice = z
  .object({
    active: z.boolean(),
    weekdays: Weekdays.openapi({ description: 'ISO weekdays, 1 is Monday' }),
    hour: z.number().int().min(0).max(23),
    scope: z.enum(['mine', 'office']),
  })
  .openapi('DigestChoice')
export type DigestChoice = z.infer<typeof DigestChoice>

export const DigestView = z
  .object({
    active: z.boolean(),
    weekdays: z.array(z.number().int()),
    hour: z.number().int(),
    scope: z.enum(['mine', 'office']),
    nextAt: Instant.nullable(),
    sentAt: Instant.nullable(),
    sentItems: z.number().int().nullable(),
    /** `mail-not-set-up`, or what the mail server said. */
    problem: z.string().nullable(),
    version: z.number().int(),
    /** Whether the administrator has set a mail server up. */
    mailReady: z.boolean(),
  })
  .openapi('Digest')
export type DigestView = z.infer<typeof DigestView>

const rowOf = (db: Db, officeId: string, userId: string, lock = false) => {
  const query = db.selectFrom('worklist_digest').selectAll().where('office_id', '=', officeId).where('user_id', '=', userId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** 내 일감 메일: one's own choice; off where nothing was chosen. */
export async function digestOf(store: Store, officeId: string, userId: string): Promise<DigestView> {
  const row = await store.readOffice(officeId, userId, (db) => rowOf(db, officeId, userId))
  return {
    active: row?.active ?? false,
    weekdays: row?.weekdays ?? [1],
    hour: row?.hour ?? 8,
    scope: row?.scope ?? 'mine',
    nextAt: row?.next_at ?? null,
    sentAt: row?.sent_at ?? null,
    sentItems: row?.sent_items ?? null,
    problem: row?.problem ?? null,
    version: row?.version ?? 0,
    mailReady: (await readMailSettings(store)) !== null,
  }
}

/** Choose when the list comes by mail, or that it does not. @param check is given the version as it is now: for If-Match */
export async function chooseDigest(
  store: Store,
  reader: Reader,
  userId: string,
  choice: DigestChoice,
  check: (version: number) => void,
): Promise<void> {
  const { officeId } = reader
  await store.inOffice(officeId, userId, async (tx) => {
    const before = await rowOf(tx, officeId, userId, true)
    check(before?.version ?? 0)
    if (before?.job_id) await cancelJob(tx, officeId, before.job_id)
    const row = { ...choice, version: (before?.version ?? 0) + 1, tries: 0, problem: null }
    await tx
      .insertInto('worklist_digest')
      .values({ office_id: officeId, user_id: userId, ...row })
      .onConflict((oc) => oc.columns(['office_id', 'user_id']).doUpdateSet(row))
      .execute()
    if (choice.active) await schedule(tx, officeId, userId, nextTime(reader.now, choice.weekdays, choice.hour, reader.timeZone))
    else await setNext(tx, officeId, userId, null, null)
    await appendAudit(tx, officeId, { actor: userId, action: 'digest.chosen', detail: { ...choice } })
  })
}

async function schedule(tx: Tx, officeId: string, userId: string, at: Date): Promise<void> {
  const jobId = await enqueue(tx, { officeId, kind: digestJob, payload: { userId }, createdBy: userId, runAt: at, maxAttempts: 3 })
  await setNext(tx, officeId, userId, jobId, at)
}

const setNext = (tx: Tx, officeId: string, userId: string, jobId: string | null, at: Date | null) =>
  tx
    .updateTable('worklist_digest')
    .set({ job_id: jobId, next_at: at?.toISOString() ?? null })
    .where('office_id', '=', officeId)
    .where('user_id', '=', userId)
    .execute()

/** 지금 보내기: the mail as it would come, now. @throws ProblemError 409 where no mail server is set up, 502 where it refuses */
export async function sendDigestNow(
  store: Store,
  officeId: string,
  userId: string,
  scope: 'mine' | 'office',
  now: Date,
): Promise<{ to: string; items: number }> {
  const settings = await readMailSettings(store)
  if (!settings)
    throw conflict(
      'mail-not-set-up',
      '메일 서버가 아직 설정되지 않았습니다. 설치 관리자에게 부탁하세요',
      'No mail server is set up yet; ask the administrator of the installation',
    )
  const made = await digestMail(store, officeId, userId, scope, now, settings.publicAddress)
  if (made === null) throw new ProblemError(403, 'not-allowed', { ko: '이 기관의 일감을 볼 수 없습니다', en: 'You may not see this work list' })
  try {
    await sendMail(settings, made.mail)
  } catch (error) {
    throw new ProblemError(
      502,
      'mail-refused',
      { ko: '메일 서버가 메일을 받지 않았습니다', en: 'The mail server did not take the mail' },
      { detail: { ko: (error as Error).message, en: (error as Error).message } },
    )
  }
  await store.inOffice(officeId, userId, (tx) =>
    appendAudit(tx, officeId, { actor: userId, action: 'digest.sent', detail: { items: made.items, scope } }),
  )
  return { to: made.mail.to, items: made.items }
}

/** The mail for a person, as their role lets them see the list now; null for one who may not (any more). */
async function digestMail(
  store: Store,
  officeId: string,
  userId: string,
  scope: 'mine' | 'office',
  now: Date,
  publicAddress: string,
): Promise<{ mail: Mail; items: number } | null> {
  return store.readOffice(
    officeId,
    userId,
    async (db) => {
      const person = await memberNow(db, officeId, userId)
      if (!person || !mayInOffice(person.role, 'portfolio.read')) return null
      const office = await officeOfId(db, officeId)
      const reader: Reader = {
        officeId,
        userId,
        confidential: mayInOffice(person.role, 'confidential.read'),
        now,
        timeZone: office.time_zone,
        today: dayIn(now, office.time_zone),
      }
      const list = await worklist(db, reader, { sort: 'stake', ...(scope === 'mine' ? { owner: 'me' } : {}) }, { limit: 100_000 })
      const name = person.locale === 'ko' ? office.name_ko : office.name_en
      return { mail: mailOf(person.email, person.locale, name, list, `${publicAddress}/console/monday`), items: list.total }
    },
    { snapshot: true },
  )
}

const perRule = 20

/** 일감 메일: what waits, by kind, the most money first, each on one line; and where to open it. */
export function mailOf(to: string, locale: Locale, office: string, list: Worklist, address: string): Mail {
  const ko = locale === 'ko'
  const sections = workRules.flatMap((rule) => {
    const own = list.items.filter((item) => item.rule === rule)
    if (own.length === 0) return []
    const lines = own
      .slice(0, perRule)
      .map((item) =>
        [
          '- ',
          [aboutWords(item, locale), workWords(item, locale)].filter(Boolean).join(': '),
          ` (${[daysWords(item, locale), stakeWords(item, locale), item.owner?.name ?? (ko ? '담당 없음' : 'nobody')].filter(Boolean).join(', ')})`,
        ].join(''),
      )
    const rest = own.length - lines.length
    return [`${ruleWords[rule][locale]} ${own.length}`, ...lines, ...(rest > 0 ? [ko ? `  … 그 밖에 ${rest}건` : `  … and ${rest} more`] : []), '']
  })
  return {
    to,
    subject: ko ? `[구슬] ${office} 일감 ${list.total}건 (${list.today})` : `[Gusul] ${office}: ${list.total} to look at (${list.today})`,
    text: [
      list.total === 0
        ? ko
          ? `${list.today} 기준으로 기다리는 일이 없습니다.`
          : `Nothing waits as of ${list.today}.`
        : ko
          ? `${list.today} 기준으로 사람이 보아야 할 일 ${list.total}건입니다. 걸린 돈이 큰 것부터입니다.`
          : `${list.total} things need somebody as of ${list.today}, the most money at stake first.`,
      '',
      ...sections,
      address,
      ko
        ? '이 메일은 월요일 목록 화면의 "메일·달력으로 받기"에서 끄거나 바꿀 수 있습니다.'
        : 'Turn this mail off or change it on the Monday list under "By mail".',
    ].join('\n'),
  }
}

const retryMs = 30 * 60_000
const triesAtMost = 3

/** 일감 메일의 일: send it, say how it went, and put the next one into the queue. A process that dies between sending and saying so sends it twice rather than never. */
export async function digestHandler(context: JobContext): Promise<Json> {
  const { store, officeId } = context
  const { userId } = context.payload as { userId: string }
  const row = await store.readOffice(officeId, null, (db) => rowOf(db, officeId, userId))
  if (!row?.active || row.job_id !== context.jobId) return { superseded: true }
  const now = new Date()
  const settings = await readMailSettings(store)
  let problem: string | null = null
  let items = 0
  if (!settings) problem = 'mail-not-set-up'
  else {
    const made = await digestMail(store, officeId, userId, row.scope, now, settings.publicAddress)
    if (made === null) return stop(store, officeId, userId)
    items = made.items
    try {
      if (made.items > 0) await sendMail(settings, made.mail)
    } catch (error) {
      problem = (error as Error).message
    }
  }
  return store.inOffice(officeId, null, async (tx): Promise<Json> => {
    const present = await rowOf(tx, officeId, userId, true)
    if (!present?.active || present.job_id !== context.jobId) return { superseded: true }
    const again = problem !== null && problem !== 'mail-not-set-up' && present.tries + 1 < triesAtMost
    const office = await officeOfId(tx, officeId)
    await tx
      .updateTable('worklist_digest')
      .set({
        problem,
        tries: again ? present.tries + 1 : 0,
        ...(problem === null ? { sent_at: now.toISOString(), sent_items: items } : {}),
      })
      .where('office_id', '=', officeId)
      .where('user_id', '=', userId)
      .execute()
    await schedule(tx, officeId, userId, again ? new Date(now.getTime() + retryMs) : nextTime(now, present.weekdays, present.hour, office.time_zone))
    await appendAudit(tx, officeId, {
      actor: 'system',
      action: problem === null ? 'digest.sent' : 'digest.failed',
      detail: { userId, items, problem },
    })
    return { items, problem }
  })
}

/** One who left the office gets no more mail. */
async function stop(store: Store, officeId: string, userId: string): Promise<Json> {
  await store.inOffice(officeId, null, async (tx) => {
    await tx
      .updateTable('worklist_digest')
      .set({ active: false, job_id: null, next_at: null })
      .where('office_id', '=', officeId)
      .where('user_id', '=', userId)
      .execute()
    await appendAudit(tx, officeId, { actor: 'system', action: 'digest.ended', detail: { userId } })
  })
  return { ended: true }
}
