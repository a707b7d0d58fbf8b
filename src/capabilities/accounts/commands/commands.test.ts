import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { apiClient } from '#api/cli/client'
import { freshApp, type TestApp } from '#support/app'
import { runCli } from '#surfaces/cli/cli'
import { createApp } from '#surfaces/http/app'
import { apiRoutes } from '#surfaces/http/routes'
import { operatorCaller } from '../operator.ts'
import { accountsCommands } from './index.ts'

describe('accounts at the command line', () => {
  let t: TestApp
  let run: (...words: string[]) => Promise<{ code: number; out: string; err: string }>
  beforeAll(async () => {
    t = await freshApp('commands')
    const app = createApp({
      store: t.store,
      log: pino({ level: 'silent' }),
      proxy: { trusted: false },
      identify: (_request, store) => operatorCaller(store),
      api: apiRoutes,
      pages: [],
      now: () => new Date(),
    })
    run = async (...words) => {
      let [out, err] = ['', '']
      const refuse = async () => {
        throw new Error('no files are read here')
      }
      const code = await runCli(words, {
        commands: accountsCommands,
        io: {
          stdout: (text) => void (out += text),
          stderr: (text) => void (err += text),
          readFile: refuse,
          writeFile: refuse,
          readStdin: refuse,
          terminal: false,
          colour: false,
        },
        version: '0',
        locale: 'ko',
        isPlain: (error) => error instanceof RangeError,
        api: async () => apiClient(async (path, init) => app.request(path, init), null),
      })
      return { code, out, err }
    }
  })
  afterAll(() => t.close())

  test('an office, a person, a new password and a token, one after another', async () => {
    expect(await run('office', 'add', 'narae', '--name-ko', '나래시', '--name-en', 'Narae')).toMatchObject({ code: 0, out: 'narae\t나래시\n' })
    expect((await run('office', 'list')).out).toBe('narae\t나래시\tNarae\tcity\n')
    const invited = await run('user', 'add', 'lee@city.example', '--role', 'administrator')
    expect(invited.err).toContain('http://localhost')
    const secret = invited.out.trim().split('/').at(-1)
    expect((await t.nobody.send('POST', `/links/${secret}`, { name: '이두리', password: 'lantern-maple-seven' })).status).toBe(200)
    expect((await run('user', 'list')).out).toBe('lee@city.example\t이두리\t\tnarae:administrator\n')
    const reset = (await run('user', 'reset', 'Lee@city.example')).out.trim().split('/').at(-1)
    expect((await t.nobody.send('POST', `/links/${reset}`, { password: 'three-old-bridges' })).status).toBe(200)
    const token = (await run('token', 'create', 'lee@city.example', '--scope', 'read')).out.trim()
    expect((await t.withToken(token).send('GET', '/offices/narae')).status).toBe(200)
    expect((await t.withToken(token).send('GET', '/offices/narae/members')).status).toBe(403)
  })

  test('the command line is no member of the office that it makes', async () => {
    const members = await t.store.global((tx) =>
      tx.selectFrom('app_user').select('deactivated_at').where('email', '=', 'command-line@localhost').executeTakeFirst(),
    )
    expect(members?.deactivated_at).not.toBeNull()
    expect((await run('user', 'list')).out).not.toContain('command-line')
  })

  test('wrong words are answered with the right ones', async () => {
    expect(await run('user', 'reset', 'nobody@city.example')).toMatchObject({ code: 2, out: '' })
    expect((await run('user', 'add', 'x@city.example')).err).toContain('--role')
    expect((await run('office', 'add', 'Not A Slug', '--name-ko', '나래시')).code).toBe(1)
  })
})
