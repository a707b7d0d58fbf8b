import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enqueue, type Jobs, startJobs } from '#store/jobs'
import { type Client, freshApp, type TestApp } from '#support/app'
import { type Member, memberOf } from '#support/members'
import { type DigestView, digestJob } from './digest.ts'
import { folded } from './ics.ts'
import { worklistJobs } from './jobs.ts'
import { nextTime } from './schedule.ts'

/** The words of a mail, its transfer encoding undone. */
function words(raw: string): string {
  const [head = '', ...body] = raw.split('\r\n\r\n')
  return /base64/i.test(head)
    ? Buffer.from(body.join(''), 'base64').toString('utf8')
    : body
        .join('\n')
        .replace(/=\r?\n/g, '')
        .replace(/((?:=[0-9A-F]{2})+)/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
}

const dayFromNow = (days: number) => new Date(Date.now() + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10)

describe('the list by mail and as a calendar', () => {
  let t: TestApp
  let root: Client
  let kim: Member
  let lee: Member
  let officeId: string
  let server: SMTPServer
  let port = 0
  let refuse = false
  let jobs: Jobs
  const received: { to: string[]; text: string }[] = []
  const long = '가온 이차전지 소재 공장 신축 사업의 산업단지 입주계약서와 토지 사용승낙서, 건축허가 신청서; 사본 받기'

  beforeAll(async () => {
    t = await freshApp('digest')
    officeId = await t.office('narae')
    await t.user('root@city.example', { administrator: true })
    root = await t.signIn('root@city.example')
    kim = await memberOf(t, 'narae', officeId, 'kim@city.example', 'officer')
    lee = await memberOf(t, 'narae', officeId, 'lee@city.example', 'officer')
    const { id } = await kim.ask<{ id: string }>('POST', '/projects', {
      nameKo: '가온 공장',
      ownerId: kim.userId,
      values: [{ indicator: 'investment', value: '30000000000', unit: 'KRW' }],
    })
    await kim.ask('POST', `/projects/${id}/milestones`, { title: long, dueOn: '2026-01-05' })
    await kim.ask('POST', `/projects/${id}/milestones`, { title: '이의 일', dueOn: '2026-01-06', ownerId: lee.userId })
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onMailFrom: (_address, _session, done) => done(refuse ? new Error('mailbox is closed') : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push({ to: session.envelope.rcptTo.map((one) => one.address), text: words(Buffer.concat(parts).toString('utf8')) })
          done()
        })
      },
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    port = (server.server.address() as { port: number }).port
    jobs = await startJobs(t.store, worklistJobs, { concurrency: 1 })
  })
  afterAll(async () => {
    await jobs.stop()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await t.close()
  })

  /** Choose every day at an hour that passed yesterday: the queue takes it at once. */
  async function choose(who: Member, more: object = {}): Promise<void> {
    const view = await who.ask<DigestView>('GET', '/worklist/digest')
    const headers = { 'if-match': `"${who.userId.slice(0, 8)}-${view.version}"` }
    t.clock.now = new Date(Date.now() - 26 * 3_600_000)
    try {
      await who.ask('PUT', '/worklist/digest', { active: true, weekdays: [7, 1, 2, 3, 4, 5, 6], hour: 8, scope: 'mine', ...more }, { headers })
    } finally {
      t.clock.now = null
    }
  }
  async function after<T>(look: () => Promise<T | false>): Promise<T> {
    for (let round = 0; round < 600; round++) {
      const found = await look()
      if (found !== false) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('waited 30 s for the queue')
  }
  const ran = (who: Member, done: (view: DigestView) => boolean) =>
    after(async () => {
      const view = await who.ask<DigestView>('GET', '/worklist/digest')
      return done(view) ? view : false
    })

  test('nobody gets mail who did not choose it, and what was chosen is changed against its version', async () => {
    expect(await kim.ask('GET', '/worklist/digest')).toMatchObject({ active: false, weekdays: [1], hour: 8, mailReady: false, version: 0 })
    await kim.ask('PUT', '/worklist/digest', { active: true, weekdays: [1], hour: 8, scope: 'mine' }, { status: 428 })
    await kim.ask('PUT', '/worklist/digest', { active: true, weekdays: [], hour: 8, scope: 'mine' }, { status: 422, headers: { 'if-match': '*' } })
    await kim.ask('POST', '/worklist/digest/send', {}, { status: 409 })
  })

  test('without a mail server it says so and tries again at the next time', async () => {
    await choose(kim)
    const view = await ran(kim, (one) => one.problem !== null)
    expect(view).toMatchObject({ problem: 'mail-not-set-up', sentAt: null, weekdays: [1, 2, 3, 4, 5, 6, 7] })
    expect(Date.parse(view.nextAt!)).toBeGreaterThan(Date.now())
  })

  test('the administrator’s mail server gets the list of that person, and the next one waits in the queue', async () => {
    const mail = { host: '127.0.0.1', port, security: 'none', from: 'gusul@city.example', publicAddress: 'https://gusul.city.example' }
    expect((await root.send('PUT', '/installation/mail', mail)).status).toBe(200)
    await choose(kim)
    const view = await ran(kim, (one) => one.sentAt !== null)
    expect(view).toMatchObject({ problem: null, sentItems: 1, mailReady: true })
    expect(Date.parse(view.nextAt!)).toBeGreaterThan(Date.now())
    expect(received).toHaveLength(1)
    expect(received[0]!.to).toEqual(['kim@city.example'])
    expect(received[0]!.text).toContain(long)
    expect(received[0]!.text).toContain('300억')
    expect(received[0]!.text).toContain('https://gusul.city.example/console/monday')
    expect(received[0]!.text).not.toContain('이의 일')
  })

  test('it can be sent now, of the whole office', async () => {
    expect(await kim.ask('POST', '/worklist/digest/send', { scope: 'office' })).toEqual({ to: 'kim@city.example', items: 2 })
    expect(received.at(-1)!.text).toContain('이의 일')
  })

  test('what the mail server refuses is told, and tried again half an hour later', async () => {
    refuse = true
    await choose(lee)
    const view = await ran(lee, (one) => one.problem !== null)
    expect(view.problem).toContain('mailbox is closed')
    const wait = Date.parse(view.nextAt!) - Date.now()
    expect(wait > 20 * 60_000 && wait <= 30 * 60_000).toBe(true)
    await lee.ask('POST', '/worklist/digest/send', {}, { status: 502 })
    refuse = false
  })

  test('switching it off empties the queue', async () => {
    const view = await kim.ask<DigestView>('GET', '/worklist/digest')
    const headers = { 'if-match': `"${kim.userId.slice(0, 8)}-${view.version}"` }
    await kim.ask('PUT', '/worklist/digest', { active: false, weekdays: [1], hour: 8, scope: 'mine' }, { headers })
    expect(await kim.ask('GET', '/worklist/digest')).toMatchObject({ active: false, nextAt: null })
    const waiting = await t.store.readOffice(officeId, null, (db) =>
      db
        .selectFrom('job')
        .select('job_id')
        .where('office_id', '=', officeId)
        .where('created_by', '=', kim.userId)
        .where('state', '=', 'waiting')
        .execute(),
    )
    expect(waiting).toEqual([])
  })

  test('agreements, obligations and checks of awards stand in the mail and in the calendar, a year ahead, and lead to their pages', async () => {
    const soon = dayFromNow(5)
    const agreement = await kim.ask<{ id: string }>('POST', '/agreements', {
      nameKo: '누리 상생 협약',
      signedOn: dayFromNow(-30),
      validUntil: dayFromNow(200),
    })
    await kim.ask('PATCH', `/projects/${agreement.id}`, { ownerId: kim.userId }, { headers: { 'if-match': '*' } })
    // granted 360 days ago: the first year's check falls due in some days, the second's after more than a year
    const award = await kim.ask<{ id: string }>('POST', '/awards', {
      nameKo: '누리 지방투자 보조금',
      granted: '1000000000',
      grantedOn: dayFromNow(-360),
    })
    await kim.ask('PATCH', `/projects/${award.id}`, { ownerId: kim.userId }, { headers: { 'if-match': '*' } })
    await kim.ask('POST', `/subjects/${agreement.id}/obligations`, { title: '기숙사 40실 마련', dueOn: soon })
    const sent = await kim.ask<{ items: number }>('POST', '/worklist/digest/send', { scope: 'mine' })
    expect(sent.items).toBe(3)
    expect(received.at(-1)!.text).toMatch(/누리 지방투자 보조금: 1년 차 투자기간 점검 \(\d일 남음/)
    expect(received.at(-1)!.text).toMatch(/누리 상생 협약: .*기숙사 40실 마련 \(5일 남음/)
    const made = await kim.ask<{ id: string; url: string }>('POST', '/worklist/feeds', { scope: 'mine' })
    const read = async () =>
      (await (await t.nobody.send('GET', made.url.slice('https://gusul.city.example/api/v1'.length))).text()).replaceAll('\r\n ', '')
    const text = await read()
    const events = text.split('BEGIN:VEVENT').slice(1)
    const obligation = events.find((one) => one.includes('기숙사 40실'))!
    expect(obligation).toContain(`DTSTART;VALUE=DATE:${soon.replaceAll('-', '')}`)
    expect(obligation).toContain(`URL:https://gusul.city.example/console/agreements/${agreement.id}`)
    const end = events.find((one) => one.includes('협약 기한'))!
    expect(end).toContain(`DTSTART;VALUE=DATE:${dayFromNow(200).replaceAll('-', '')}`)
    const checks = events.filter((one) => one.includes(`/console/awards/${award.id}`))
    expect(checks.map((one) => /SUMMARY:(.*)/.exec(one)![1]!.trim())).toEqual(['누리 지방투자 보조금: 1년 차 투자기간 점검'])
    // once its day is past the entry is the same one, not another
    const uid = /UID:.*/.exec(obligation)![0]
    t.clock.now = new Date(Date.now() + 10 * 86_400_000)
    try {
      expect(await read()).toContain(uid)
      expect(await read()).toContain('CATEGORIES:기한 지남')
    } finally {
      t.clock.now = null
    }
    await kim.ask('DELETE', `/worklist/feeds/${made.id}`)
    for (const { id } of [agreement, award]) await kim.ask('PATCH', `/projects/${id}`, { ownerId: null }, { headers: { 'if-match': '*' } })
  })

  test('a calendar is read with its address alone, by RFC 5545, and answers nothing once it is taken back', async () => {
    const made = await kim.ask<{ id: string; url: string }>('POST', '/worklist/feeds', { scope: 'mine' })
    expect(made.url).toMatch(/^https:\/\/gusul\.city\.example\/api\/v1\/offices\/narae\/calendar\/[\w-]{43}\.ics$/)
    const path = made.url.slice('https://gusul.city.example/api/v1'.length)
    const answer = await t.nobody.send('GET', path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await answer.text()
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    const lines = text.replaceAll('\r\n ', '').split('\r\n')
    expect(lines).toContain(`SUMMARY:가온 공장: ${long.replaceAll(',', '\\,').replaceAll(';', '\\;')}`)
    expect(lines).toEqual(
      expect.arrayContaining(['TZID:Asia/Seoul', 'X-WR-TIMEZONE:Asia/Seoul', 'DTSTART;VALUE=DATE:20260105', 'DTEND;VALUE=DATE:20260106']),
    )
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(text).not.toContain('이의 일')
    // the same list gives the same bytes, and need not be sent twice
    expect(await (await t.nobody.send('GET', path)).text()).toBe(text)
    expect((await t.nobody.send('GET', path, undefined, { 'if-none-match': answer.headers.get('etag')! })).status).toBe(304)
    const kept = await kim.ask<{ items: { id: string; readAt: string | null }[] }>('GET', '/worklist/feeds')
    expect([kept.items.map((one) => one.id), kept.items[0]!.readAt !== null, JSON.stringify(kept).includes('ics')]).toEqual([[made.id], true, false])
    await lee.ask('DELETE', `/worklist/feeds/${made.id}`, undefined, { status: 404 })
    await kim.ask('DELETE', `/worklist/feeds/${made.id}`)
    for (const gone of [path, path.replace(/.{4}\.ics$/, 'AAAA.ics'), '/offices/narae/calendar/x.ics', path.replace('.ics', '')])
      expect([gone, (await t.nobody.send('GET', gone)).status]).toEqual([gone, 404])
  })

  test('one who left the office is told nothing more', async () => {
    const made = await lee.ask<{ url: string }>('POST', '/worklist/feeds', { scope: 'office' })
    const path = made.url.slice('https://gusul.city.example/api/v1'.length)
    expect(await (await t.nobody.send('GET', path)).text()).toContain('이의 일')
    const before = received.length
    await t.store.inOffice(officeId, null, async (tx) => {
      await tx
        .updateTable('membership')
        .set({ ended_at: new Date().toISOString() })
        .where('office_id', '=', officeId)
        .where('user_id', '=', lee.userId)
        .execute()
      const jobId = await enqueue(tx, { officeId, kind: digestJob, payload: { userId: lee.userId } })
      await tx
        .updateTable('worklist_digest')
        .set({ active: true, job_id: jobId })
        .where('office_id', '=', officeId)
        .where('user_id', '=', lee.userId)
        .execute()
    })
    await after(() =>
      t.store.readOffice(officeId, null, async (db) => {
        const row = await db
          .selectFrom('worklist_digest')
          .select('active')
          .where('office_id', '=', officeId)
          .where('user_id', '=', lee.userId)
          .executeTakeFirstOrThrow()
        return row.active ? false : row
      }),
    )
    expect((await t.nobody.send('GET', path)).status).toBe(404)
    expect(received.length).toBe(before)
  })
})

test('the next time is at the hour of the office, whatever zone the server is in', () => {
  // 2026-11-22 is a Sunday; 23:30 UTC is Monday 08:30 in Seoul, when the 08:00 of that Monday has passed
  expect(nextTime(new Date('2026-11-22T22:59:59Z'), [1], 8, 'Asia/Seoul').toISOString()).toBe('2026-11-22T23:00:00.000Z')
  expect(nextTime(new Date('2026-11-22T23:30:00Z'), [1], 8, 'Asia/Seoul').toISOString()).toBe('2026-11-29T23:00:00.000Z')
  expect(nextTime(new Date('2026-11-22T23:30:00Z'), [1, 3], 8, 'Asia/Seoul').toISOString()).toBe('2026-11-24T23:00:00.000Z')
  expect(() => nextTime(new Date(), [], 8, 'Asia/Seoul')).toThrow('at least one weekday')
})

test('a line is folded at 75 octets and no letter is cut', () => {
  const line = `SUMMARY:${'가나다라마바사'.repeat(12)}`
  const parts = folded(line).split('\r\n')
  expect(parts.every((part, index) => Buffer.byteLength(part) <= 75 && (index === 0 || part.startsWith(' ')))).toBe(true)
  expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(line)
  expect(folded('a'.repeat(75))).toBe('a'.repeat(75))
})
