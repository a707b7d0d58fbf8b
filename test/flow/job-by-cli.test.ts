import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { firstAdministrator } from '#support/person'
import { type RunningServer, runGusul, startServer } from '#support/server'

const article = [
  '안산시, 가온전자와 투자협약',
  '안산시는 5일 가온전자와 투자협약을 체결했다고 밝혔다.',
  '가온전자는 2027년까지 새솔산업단지에 1200억원을 투자해 데이터센터를 짓고 85명을 새로 고용한다.',
].join('\n')

const folder = mkdtempSync(join(tmpdir(), 'gusul-cli-'))
const file = join(folder, 'article.txt')
writeFileSync(file, article)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Run a command that is expected to work. */
async function gusul(args: readonly string[], env: Record<string, string>): Promise<string> {
  const result = await runGusul(args, { env })
  expect(result.code, `gusul ${args.join(' ')}\n${result.stderr}${result.stdout}`).toBe(0)
  return result.stdout
}

interface Claim {
  id: string
  indicator: string
  value: string
}

/** Article in, claim accepted into a project, figure published: the job of an officer, all by command. */
async function job(env: Record<string, string>): Promise<{ series: string }> {
  const added = JSON.parse(await gusul(['add', file, '--published', '2026-01-05', '--json'], env)) as
    | { document: { id: string } }[]
    | { document: { id: string } }
  const document = (Array.isArray(added) ? added[0]! : added).document.id
  const listed = JSON.parse(await gusul(['claims', 'list', document, '--json'], env)) as Claim[] | { claims: Claim[] } | { items: Claim[] }
  const claims = Array.isArray(listed) ? listed : 'claims' in listed ? listed.claims : listed.items
  const money = claims.find((claim) => claim.indicator === 'investment')!
  expect(money.value).toBe('120000000000')
  await gusul(['claims', 'accept', money.id, '--project', '가온 데이터센터'], env)
  const figure = JSON.parse(await gusul(['figures', 'show', 'announced_investment', '--json'], env)) as {
    value: string
    inputs: { quotes: { sentence: string }[] }[]
  }
  expect(figure.value).toBe('120000000000')
  expect(figure.inputs[0]!.quotes[0]!.sentence).toContain('1200억원을 투자해')
  const published = JSON.parse(await gusul(['publish', 'figure', 'announced_investment', '--reason', '첫 공표', '--json'], env)) as { series: string }
  return published
}

describe('the whole job by the command line', () => {
  test('straight on a data folder, without a server; what it did is there when a server starts', async () => {
    const data = join(folder, 'data')
    const env = { GUSUL_DATA: data, GUSUL_OFFICE: 'ansan' }
    await gusul(['office', 'add', 'ansan', '--name-ko', '안산시', '--name-en', 'Ansan City'], env)
    const { series } = await job(env)
    expect(await gusul(['audit', 'verify'], env)).toContain('ansan')
    const server = await startServer({ folder: data })
    try {
      const page = (await fetch(`${server.url}/o/ansan/f/${series}`).then((r) => r.text())).replace(/<[^>]+>/g, '')
      expect(page).toContain('1200억원을 투자해')
      // the same command line finds the running server by itself
      expect(JSON.parse(await gusul(['figures', 'show', 'announced_investment', '--json'], env)).value).toBe('120000000000')
    } finally {
      await server.stop()
    }
  })

  let server: RunningServer
  afterAll(() => server?.remove())
  test('against a running server with a personal token; a token that only reads may not write', async () => {
    server = await startServer()
    const head = await firstAdministrator(server, { slug: 'ansan', nameKo: '안산시', nameEn: 'Ansan City' })
    const token = async (scopes: string[]) =>
      (await head.post<{ token: string }>('/me/tokens', { name: `시험 ${scopes.join()}`, scopes, days: 1 })).token
    const remote = { GUSUL_SERVER: server.url, GUSUL_OFFICE: 'ansan', GUSUL_DATA: join(folder, 'none') }
    await job({ ...remote, GUSUL_TOKEN: await token(['read', 'write']) })
    const reader = { ...remote, GUSUL_TOKEN: await token(['read']) }
    expect(await gusul(['projects', 'list'], reader)).toContain('가온 데이터센터')
    const refused = await runGusul(['add', file], { env: reader })
    expect(refused.code).toBe(1)
    expect(refused.stderr.trim().split('\n')).toHaveLength(1)
  })
})
