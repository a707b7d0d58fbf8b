import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '#api/cli/client'
import { freshApp, type TestApp } from '#support/app'
import { portfolioOf } from '#support/published-office'
import { runCli } from '#surfaces/cli/cli'
import { publishingCommands } from './commands/index.ts'

let app: TestApp
let token = ''
beforeAll(async () => {
  app = await freshApp('publishing_cli')
  const officeId = await app.office('narae')
  const userId = await app.user('head@city.example')
  await app.member(officeId, userId, 'head')
  await portfolioOf({ store: app.store, officeId, userId })
  const signedIn = await app.signIn('head@city.example')
  const made = await signedIn.send('POST', '/me/tokens', { name: 'cli', scopes: ['write'], office: 'narae' })
  token = ((await made.json()) as { token: string }).token
})
afterAll(() => app?.close())

async function gusul(...argv: string[]) {
  let stdout = ''
  let stderr = ''
  const code = await runCli(argv, {
    commands: publishingCommands,
    version: '0',
    locale: 'ko',
    isPlain: (error: unknown): error is Error => error instanceof RangeError,
    io: {
      stdout: (text) => void (stdout += text),
      stderr: (text) => void (stderr += text),
      readFile: async () => new Uint8Array(),
      writeFile: async () => {},
      readStdin: async () => new Uint8Array(),
      terminal: false,
      colour: false,
    },
    api: async () => apiClient(async (path, init) => app.app.request(path, init), token),
  })
  return { code, stdout, stderr }
}

describe('on the command line', () => {
  test('a figure and a project are published, listed and withdrawn', async () => {
    const figure = await gusul('publish', 'figure', 'announced_investment', '--headline', '--json')
    expect(figure.stderr).toBe('')
    expect(JSON.parse(figure.stdout)).toMatchObject({ series: 'announced-investment', edition: 1, value: '1640000000000', headline: true })
    expect(await gusul('publish', 'project', '푸른전지 공장')).toMatchObject({ code: 0, stdout: expect.stringContaining('푸른전지 공장\t사업') })
    const list = await gusul('publications', 'list')
    expect(list.stdout).toContain('announced-investment/1\t발표된 투자\t약 1조 6,400억원')
    expect(list.stdout.trim().split('\n')).toHaveLength(2)
    expect((await gusul('publications', 'withdraw', 'announced-investment', '--reason', '확인 중')).stdout).toContain('철회됨')
    expect((await gusul('publications', 'list', '--state', 'standing', '--json')).stdout.trim().split('\n')).toHaveLength(1)
  })

  test('a preview publishes nothing and says by its code whether it could', async () => {
    expect((await gusul('publish', 'figure', 'announced_area', '--preview')).code).toBe(0)
    expect((await gusul('publish', 'figure', 'actual_jobs', '--preview')).code).toBe(1)
    expect((await gusul('publications', 'list')).stdout).not.toContain('announced-area')
  })

  test('wrong words are answered with what was expected', async () => {
    expect(await gusul('publish', 'number')).toMatchObject({ code: 2, stderr: expect.stringContaining('gusul publish figure announced_investment') })
    expect(await gusul('publish', 'project', '없는 사업')).toMatchObject({ code: 2, stderr: expect.stringContaining('없는 사업') })
    expect(await gusul('publish', 'figure', 'announced_jobs', '--set', 'phase')).toMatchObject({ code: 2, stderr: expect.stringContaining('--set') })
    expect((await gusul('publish', 'figure', 'no_such')).code).toBe(1)
  })
})
