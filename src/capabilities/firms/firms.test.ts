import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command, CommandContext } from '#api/cli/command'
import { beginSession } from '#capabilities/accounts/sign-in'
import { verifyAudit } from '#store/audit'
import { type Client, freshApp, type TestApp } from '#support/app'
import { firmsCommands } from './commands/index.ts'
import type { FirmsCheck, FirmView } from './schemas.ts'

interface Page {
  items: FirmView[]
  next: string | null
  total: number
}

let t: TestApp
let office = ''
const people: Record<string, Client> = {}

beforeAll(async () => {
  t = await freshApp('firms')
  office = await t.office('narae')
  for (const role of ['officer', 'viewer'] as const) {
    const user = await t.user(`${role}@city.example`)
    await t.member(office, user, role)
    const begun = await t.store.global((tx) => beginSession(tx, user, { userAgent: null, address: null }, new Date()))
    people[role] = t.client(`gusul_session=${begun.secret}`, begun.csrf)
  }
})
afterAll(() => t.close())

const send = async (who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response> => {
  const person = people[who]!
  return body instanceof FormData
    ? t.app.request(`/api/v1/offices/narae/firms${path}`, { method, body, headers: { cookie: person.cookie!, 'x-gusul-csrf': person.csrf! } })
    : person.send(method, `/offices/narae/firms${path}`, body, headers)
}
async function ask<R>(who: string, method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<R> {
  const answer = await send(who, method, path, body, headers)
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${text}`)
  return JSON.parse(text) as R
}
const form = (csv: string, more: Record<string, string> = {}) => {
  const made = new FormData()
  made.set('file', new File([csv], 'firms.csv'))
  for (const [key, value] of Object.entries(more)) made.set(key, value)
  return made
}

describe('the register of firms', () => {
  test('a firm is put in, found by what it makes, changed against its version and put away', async () => {
    const made = await ask<FirmView>('officer', 'POST', '', {
      name: '㈜가람센서',
      ksic: 'C2721',
      products: ['라이다'],
      place: '나래시 첨단로 1',
      capacity: '9000000000',
      source: '기업 실태조사 2026',
    })
    expect(made).toMatchObject({ ksic: '2721', sector: { code: 'C09' }, illustrative: false, version: 1 })
    expect((await ask<Page>('viewer', 'GET', `?q=${encodeURIComponent('라이다')}`)).items.map((one) => one.id)).toEqual([made.id])
    const tag = (await send('officer', 'GET', `/${made.id}`)).headers.get('etag')!
    const changed = await ask<FirmView>('officer', 'PATCH', `/${made.id}`, { employees: 120, capacity: null }, { 'if-match': tag })
    expect(changed).toMatchObject({ employees: 120, capacity: null, products: ['라이다'], version: 2 })
    expect((await send('officer', 'PATCH', `/${made.id}`, { employees: 1 }, { 'if-match': tag })).status).toBe(412)
    expect((await send('officer', 'PATCH', `/${made.id}`, { employees: 1 })).status).toBe(428)
    expect((await send('officer', 'POST', '', { name: '가람센서', source: 'x' })).status).toBe(409)
    expect((await send('viewer', 'POST', '', { name: '다른', source: 'x' })).status).toBe(403)
    await ask('officer', 'PATCH', `/${made.id}`, { archived: true }, { 'if-match': '*' })
    expect((await ask<Page>('viewer', 'GET', '')).total).toBe(0)
    expect((await ask<Page>('viewer', 'GET', '?archived=true')).total).toBe(1)
    await ask('officer', 'PATCH', `/${made.id}`, { archived: false }, { 'if-match': '*' })
  })

  test('the organisation of a project becomes the firm: there is one of it', async () => {
    await people.officer!.send('POST', '/offices/narae/projects', { nameKo: '나래 배터리 공장', investors: ['주식회사 온누리'] })
    const made = await ask<FirmView>('officer', 'POST', '', { name: '온누리', ksic: '28', source: '협약서' })
    expect(made.name).toBe('주식회사 온누리')
  })

  const csv = [
    '기업,업종(KSIC),만드는 것,소재지,위도,경도,공급능력(억원),종사자,출처,비고',
    '가람센서,27 의료·정밀,라이다;레이더,나래시,35.1,126.8,120,130,실태조사,x',
    '새솔모터,C2811,구동 모터,나래시,,,,,실태조사,',
    '엉뚱,자동차,,,,,,,실태조사,',
    '반쪽,28,,,35.1,,,,실태조사,',
    ',28,,,,,,,실태조사,',
    '새솔모터,28,,,,,,,실태조사,',
    '돈모름,28,,,,,많음,,실태조사,',
  ].join('\n')

  test('a file is looked at first: what it would do row by row, and every cell that cannot be read', async () => {
    const check = await ask<FirmsCheck>('officer', 'POST', '/check', form(csv))
    expect(check).toMatchObject({ added: 1, changed: 1, same: 0, unknownColumns: ['비고'] })
    expect(check.rows.map((one) => [one.row, one.what])).toEqual([
      [2, 'change'],
      [3, 'add'],
    ])
    expect(check.errors.map((one) => [one.row, one.column])).toEqual([
      [4, '업종(KSIC)'],
      [5, '위도'],
      [6, '기업'],
      [7, '기업'],
      [8, '공급능력(억원)'],
    ])
    expect((await ask<Page>('viewer', 'GET', '')).total).toBe(2)
  })

  test('with errors nothing is taken until the person says so; a blank cell leaves what is there', async () => {
    const refused = await send('officer', 'POST', '/import', form(csv))
    expect(refused.status).toBe(422)
    expect(((await refused.json()) as { fields: unknown[] }).fields).toHaveLength(5)
    expect((await ask<Page>('viewer', 'GET', '')).total).toBe(2)
    expect(await ask<FirmsCheck>('officer', 'POST', '/import', form(csv, { skipErrors: 'true' }))).toMatchObject({ added: 1, changed: 1 })
    const firm = (await ask<Page>('viewer', 'GET', `?q=${encodeURIComponent('가람')}`)).items[0]!
    expect(firm).toMatchObject({ ksic: '27', products: ['라이다', '레이더'], capacity: '12000000000', employees: 130, latitude: 35.1 })
    const blank = '기업,종사자\n가람센서,\n'
    expect(await ask<FirmsCheck>('officer', 'POST', '/import', form(blank))).toMatchObject({ added: 0, changed: 0, same: 1 })
    expect((await ask<Page>('viewer', 'GET', `?q=${encodeURIComponent('가람')}`)).items[0]!.employees).toBe(130)
  })

  test('the register goes out as a file and comes back as it went', async () => {
    const file = await (await send('viewer', 'GET', '/file')).text()
    expect(file).toContain('라이다; 레이더')
    const check = await ask<FirmsCheck>('officer', 'POST', '/check', form(file))
    expect(check).toMatchObject({ added: 0, changed: 0, same: 3, errors: [] })
  })

  test('a new firm needs to say where it is known from, in its row or with the file', async () => {
    const bare = '기업\n달빛전자\n'
    expect((await ask<FirmsCheck>('officer', 'POST', '/check', form(bare))).errors[0]).toMatchObject({ row: 2, column: '출처' })
    expect(await ask<FirmsCheck>('officer', 'POST', '/check', form(bare, { source: '전화 조사' }))).toMatchObject({ added: 1, errors: [] })
    expect((await send('officer', 'POST', '/check', form('이것,저것\n1,2\n'))).status).toBe(422)
  })

  test('a confidential firm is not there for those who may not see it, in no list, no file and no import', async () => {
    const secret = await ask<FirmView>('officer', 'POST', '', { name: '비밀소재', confidential: true, products: ['라이다'], source: '면담' })
    expect((await send('viewer', 'GET', `/${secret.id}`)).status).toBe(404)
    expect((await ask<Page>('viewer', 'GET', '')).items.map((one) => one.name)).not.toContain('비밀소재')
    expect(await (await send('viewer', 'GET', '/file')).text()).not.toContain('비밀소재')
    expect(await (await send('officer', 'GET', '/file')).text()).toContain('비밀소재')
  })

  test('pages follow one another without a gap in every order', async () => {
    for (const sort of ['name', '-changedAt', '-capacity']) {
      const seen: string[] = []
      for (let next: string | null = ''; next !== null; ) {
        const page: Page = await ask<Page>('officer', 'GET', `?limit=1&sort=${sort}${next === '' ? '' : `&cursor=${next}`}`)
        seen.push(...page.items.map((one) => one.id))
        next = page.next
      }
      expect(new Set(seen).size).toBe(4)
      expect(seen).toHaveLength(4)
    }
  })

  test('every write stands in the audit chain', async () => {
    expect(await verifyAudit(t.store, office)).toMatchObject({ ok: true })
    await t.store.readOffice(office, null, async (db) => {
      const actions = (await db.selectFrom('audit').select('action').where('office_id', '=', office).execute()).map((one) => one.action)
      expect(actions.filter((one) => one.startsWith('firm.'))).toEqual(
        expect.arrayContaining(['firm.add', 'firm.change', 'firm.archive', 'firm.restore', 'firm.import']),
      )
    })
  })

  test('the command line looks at a file and tells its rows', async () => {
    const said = { out: '', error: '' }
    const never = () => Promise.reject(new Error('not used'))
    const context: CommandContext = {
      words: ['firms.csv'],
      options: { 'dry-run': true },
      io: {
        stdout: (text) => {
          said.out += text
        },
        stderr: (text) => {
          said.error += text
        },
        readFile: async () => new TextEncoder().encode(csv),
        writeFile: never,
        readStdin: never,
        terminal: true,
        colour: false,
      },
      locale: 'ko',
      api: async () =>
        ({
          raw: (method: string, path: string, how: { body: FormData }) => send('officer', method, path.replace('/offices/narae/firms', ''), how.body),
        }) as never,
      office: async () => 'narae',
    }
    const command = firmsCommands.find((one): one is Command => one.name === 'firms import')!
    expect(await command.run(context)).toBe(1)
    expect(said.out).toContain('미리 보기')
    expect(said.out).toMatch(/4번째 줄 업종\(KSIC\): KSIC 두 자리에서 다섯 자리/)
  })
})
