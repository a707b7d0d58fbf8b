import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { ApiEnv } from '#api/env'
import { StaticFiles } from './static-files.ts'

test('a build that takes the place of the files under a running server changes nothing until it starts again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gusul-static-'))
  const build = (hash: string) => {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), `<script src="/assets/console-${hash}.js">`)
    writeFileSync(join(folder, 'assets', `console-${hash}.js`), hash)
    writeFileSync(join(folder, '.hidden'), 'x')
  }
  const serve = () => {
    const files = new StaticFiles(folder)
    return new Hono<ApiEnv>().get('/*', (c) => files.answer(c, c.req.path.slice(1)) ?? c.notFound())
  }
  try {
    build('aaaaaaaa')
    const app = serve()
    const get = async (from: typeof app, path: string) => {
      const answer = await from.request(path)
      return [answer.status, await answer.text()]
    }
    build('bbbbbbbb')
    expect(await get(app, '/index.html')).toEqual([200, '<script src="/assets/console-aaaaaaaa.js">'])
    expect(await get(app, '/assets/console-aaaaaaaa.js')).toEqual([200, 'aaaaaaaa'])
    expect((await get(app, '/assets/console-bbbbbbbb.js'))[0]).toBe(404)
    expect(await get(serve(), '/assets/console-bbbbbbbb.js')).toEqual([200, 'bbbbbbbb'])
    expect((await get(app, '/.hidden'))[0]).toBe(404)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
