import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptLink } from '#capabilities/accounts/accept-link'
import { createFirstAdministratorLink } from '#capabilities/accounts/index'
import { ansan } from '#data/demo/ansan'
import { guseul } from '#data/demo/guseul'
import { gwangju } from '#data/demo/gwangju'
import { namyangju } from '#data/demo/namyangju'
import { verifyAudit } from '#store/audit'
import { type FreshStore, freshStore } from '#support/database'
import { seedDemo } from './seed.ts'

const now = new Date('2026-11-22T00:00:00Z')

describe('the demonstration as data', () => {
  test.each([namyangju, gwangju, ansan, guseul])('$nameKo: every value stands in the sentence it names', (office) => {
    for (const fact of office.facts) {
      const digest = office.digests.find((one) => one.key === fact.document)
      expect(digest?.sentences[fact.sentence], `${fact.what}`).toContain(fact.mark)
      expect(fact.subject === 'office' || office.subjects.some((one) => one.key === fact.subject), fact.subject).toBe(true)
      if (fact.partOf !== undefined) expect(office.facts[fact.partOf]?.subject).toBe(fact.subject)
    }
  })
  test('parts of the Gwangju jobs add up to their whole: 13,000 = 5,000 + 8,000', () => {
    const whole = gwangju.facts.findIndex((fact) => fact.value === '13000')
    const parts = gwangju.facts.filter((fact) => fact.partOf === whole)
    expect(parts.map((fact) => Number(fact.value)).reduce((a, b) => a + b, 0)).toBe(13000)
  })
})

describe('seeding', () => {
  let fresh: FreshStore
  beforeAll(async () => {
    fresh = await freshStore('demo')
  })
  afterAll(() => fresh.close())

  test('makes four offices whose facts all lead to a sentence, and does nothing the second time', async () => {
    expect(await seedDemo(fresh.store, now)).toEqual(['남양주시', '광주광역시', '안산시', '구슬시(가상)'])
    expect(await seedDemo(fresh.store, now)).toEqual([])
    const offices = await fresh.store.global((db) => db.selectFrom('office').select(['office_id', 'slug']).execute())
    expect(offices.map((office) => office.slug).sort()).toEqual(['ansan', 'guseul', 'gwangju', 'namyangju'])
    for (const { office_id: id } of offices) {
      const orphans = await fresh.store.readOffice(id, null, (db) =>
        db
          .selectFrom('fact')
          .leftJoin('fact_basis', (join) =>
            join.onRef('fact_basis.office_id', '=', 'fact.office_id').onRef('fact_basis.fact_id', '=', 'fact.fact_id'),
          )
          .select('fact.fact_id')
          .where('fact_basis.claim_id', 'is', null)
          .execute(),
      )
      expect(orphans).toEqual([])
      expect((await verifyAudit(fresh.store, id)).ok).toBe(true)
    }
    const gwangju = offices.find((office) => office.slug === 'gwangju')!.office_id
    const items = await fresh.store.readOffice(gwangju, null, (db) =>
      db.selectFrom('work_item').select(['rule', 'state']).where('office_id', '=', gwangju).execute(),
    )
    // 25만 jobs of one field against 11만 of the whole vision
    expect(items.some((item) => item.state === 'open')).toBe(true)
  })

  test('the example of clawback is the worked one: 80 promised, 52 employed, 10억 granted, 35 %, 3억 5,000만원', async () => {
    const office = await fresh.store.global((db) =>
      db.selectFrom('office').select('office_id').where('slug', '=', 'namyangju').executeTakeFirstOrThrow(),
    )
    const found = await fresh.store.readOffice(office.office_id, null, (db) =>
      db.selectFrom('award_assessment').select(['shortfall', 'amount']).where('office_id', '=', office.office_id).execute(),
    )
    expect(found).toEqual([{ shortfall: '0.35', amount: '350000000' }])
  })

  test('the first administrator begins in the office with the largest portfolio, not in the first of the alphabet', async () => {
    const link = await createFirstAdministratorLink(fresh.store, 'http://localhost')
    const answer = { email: 'kim@city.example', name: '김하나', password: 'tulip-ladder-river-7' }
    const where = { userAgent: null, address: null }
    const made = await acceptLink(fresh.store, link!.split('/').at(-1)!, answer, { kind: 'anonymous' }, where, now)
    const began = await fresh.store.global((db) =>
      db
        .selectFrom('session as s')
        .innerJoin('office as o', 'o.office_id', 's.office_id_in_use')
        .select('o.slug')
        .where('s.session_id', '=', made!.sessionId)
        .executeTakeFirst(),
    )
    expect(began?.slug).toBe('namyangju')
  })
})
