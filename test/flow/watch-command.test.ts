import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firstAdministrator, type Person, until } from '#support/person'
import { projectRoot, type RunningServer, startServer } from '#support/server'

/** `gusul watch` as a script runs it: files arrive, grow and are broken, a feed fails; each has its line, and the end its sum and exit code. */
let server: RunningServer
let person: Person
let folder: string
let feeds: Server
let at = ''
beforeAll(async () => {
  server = await startServer()
  person = await firstAdministrator(server)
  folder = await mkdtemp(join(tmpdir(), 'gusul-watched-'))
  feeds = createServer((request, answer) => {
    if (request.url === '/500') return void answer.writeHead(500).end()
    if (request.url === '/moved') return void answer.writeHead(302, { location: '/rss' }).end()
    if (request.url === '/rss') {
      const items = [1, 2].map((n) => `<item><title>보도 ${n}</title><link>${at}/${n === 1 ? 'news' : 'none'}</link><guid>g${n}</guid></item>`)
      return void answer.writeHead(200).end(`<rss><channel><title>나래시</title>${items.join('')}</channel></rss>`)
    }
    if (request.url === '/none') return void answer.writeHead(404).end()
    answer.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(article(9))
  })
  await new Promise<void>((resolve) => feeds.listen(0, '127.0.0.1', resolve))
  at = `http://127.0.0.1:${(feeds.address() as AddressInfo).port}`
})
afterAll(async () => {
  feeds?.close()
  await server?.remove()
  await rm(folder, { recursive: true, force: true })
})

const article = (n: number) => `나래시는 가람${n}소재가 솔빛산단에 ${n}00억원을 투자하는 협약을 맺었다고 밝혔다.`
type Event = { event: string; item?: string; outcome?: string; code?: number; reason?: { en: string } | null; [name: string]: unknown }
function watching(...words: string[]) {
  const child = spawn(process.execPath, ['bin/gusul.mjs', 'watch', ...words, '--data', server.folder, '--office', 'narae', '--lang', 'en'], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
  const events = (): Event[] =>
    printed
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Event)
  const item = (name: string, outcome: string) =>
    until(async () => events().find((one) => one.event === 'item' && one.item === name && one.outcome === outcome), `${name} ${outcome}`)
  return { child, ended, events, item }
}

describe('gusul watch', () => {
  test('says what it watches, waits for a file that grows, tells each outcome, and sums up when it is stopped', async () => {
    await writeFile(join(folder, 'grows.txt'), '나래시는 ')
    const run = watching(folder, '--every', '60s')
    await run.item('grows.txt', 'growing')
    expect(run.events()[0]).toMatchObject({ event: 'watching', kind: 'folder', location: folder, everySeconds: 60 })
    await appendFile(join(folder, 'grows.txt'), article(1))
    const taken = await run.item('grows.txt', 'added')
    const whole = await person.get<{ text: string }>(`/offices/narae/documents/${taken.documentId as string}`)
    expect(whole.text).toBe(`나래시는 ${article(1)}`)
    run.child.kill('SIGINT')
    expect(await run.ended).toBe(0)
    expect(run.events().at(-1)).toMatchObject({ event: 'end', places: 1, added: 1, refused: 0, growing: 0, code: 0 })
    expect(run.events().filter((one) => one.event === 'item')).toHaveLength(2)
  })
  test('--once takes what is there, says why not, and gives 1 where something was not taken', async () => {
    const old = new Date(Date.now() - 3_600_000)
    for (const [name, words] of [
      ['again.txt', `나래시는 ${article(1)}`],
      ['half.pdf', '%PDF-1.7 half'],
    ] as const) {
      await writeFile(join(folder, name), words)
      await utimes(join(folder, name), old, old)
    }
    const run = watching(folder, `${at}/500`, `${at}/moved`, '--allow-private', '--once')
    expect(await run.ended).toBe(1)
    const told = run.events().filter((one) => one.event === 'item')
    expect(told.map((one) => [one.item, one.outcome]).sort()).toEqual([
      ['again.txt', 'known'],
      ['g1', 'added'],
      ['g2', 'refused'],
      ['half.pdf', 'unread'],
    ])
    expect(told.find((one) => one.item === 'g2')?.reason?.en).toContain('HTTP 404')
    const looks = run.events().filter((one) => one.event === 'look')
    expect(looks.find((one) => one.location === `${at}/500`)).toMatchObject({ error: { code: 'http-status' } })
    expect(looks.find((one) => one.location === `${at}/moved`)).toMatchObject({ result: { movedTo: `${at}/rss` } })
    expect(run.events().at(-1)).toMatchObject({ event: 'end', added: 2, unread: 1, known: 1, refused: 1, failedLooks: 1, code: 1 })
  })
  test('all known is 0, wrong words are 2', async () => {
    await rm(join(folder, 'half.pdf'))
    expect(await watching(folder, '--once').ended).toBe(0)
    expect(await watching(folder, '--every', '5s').ended).toBe(2)
    expect(await watching().ended).toBe(2)
  })
})
