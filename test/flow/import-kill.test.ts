import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { firstAdministrator, type Person, until } from '#support/person'
import { type RunningServer, startServer } from '#support/server'

const documents = 1000
const kills = 10

const places = ['새솔', '나래', '가람', '다온', '마루', '바론', '아라', '하늘']
const firms = ['가온정밀', '누리소재', '다솜전자', '라온바이오', '마루로봇', '보람에너지', '새빛화학', '아람모빌리티']

/** The text of document n: different places, firms, amounts and years, none of them twice alike. */
function article(n: number): string {
  const firm = firms[n % firms.length]!
  const place = places[Math.floor(n / 8) % places.length]!
  return `${place}시는 ${firm}와 투자협약을 맺었다고 ${(n % 27) + 1}일 밝혔다.\n${firm}는 ${2027 + (n % 4)}년까지 ${place}산업단지 ${(3000 + n).toLocaleString('en')}㎡에 ${100 + n}억원을 투자해 ${20 + (n % 90)}명을 새로 고용한다.\n문서 번호 가-${n}.`
}

/** Chance that is the same each time. */
function* chance(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1664525 + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

describe('a thousand documents, killed ten times in the middle', () => {
  let server: RunningServer
  afterAll(() => server?.remove())

  test('nothing that was acknowledged is lost, and every document is read', { timeout: 900_000 }, async () => {
    server = await startServer()
    const head: Person = await firstAdministrator(server)
    // acknowledged: the answers that we hold outside the database
    const acknowledged = new Map<number, string>()
    let next = 0
    const draws = chance(20261122)
    const killAt = Array.from({ length: kills }, (_, round) => Math.floor(((round + draws.next().value!) / kills) * documents))
    let restarting: Promise<void> | null = null

    const restart = async (round: number) => {
      const { folder, port } = server
      if (round % 2 === 1) {
        // every second time the database goes as well
        const postmaster = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
        process.kill(postmaster, 'SIGKILL')
      }
      await server.stop('SIGKILL')
      server = await startServer({ folder, port })
    }

    const send = async (): Promise<void> => {
      for (let n = next++; n < documents; n = next++) {
        const round = killAt.indexOf(n)
        if (round >= 0) restarting = (restarting ?? Promise.resolve()).then(() => restart(round))
        for (let attempt = 0; ; attempt++) {
          try {
            const response = await head.send('POST', '/offices/narae/documents', { text: article(n), publishedOn: '2026-01-05', title: `문서 ${n}` })
            if (response.ok) {
              acknowledged.set(n, ((await response.json()) as { document: { id: string } }).document.id)
              break
            }
            if (response.status < 500) throw new Error(`${response.status} ${await response.text()}`)
          } catch (error) {
            if (error instanceof Error && /^4\d\d /.test(error.message)) throw error
            if (attempt > 200) throw error
          }
          await restarting
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
      }
    }
    await Promise.all([send(), send(), send(), send()])
    await restarting
    expect(acknowledged.size).toBe(documents)

    const all = await until(
      async () => {
        const items: { id: string; readingState: string; claims: number }[] = []
        for (let cursor: string | null = ''; cursor !== null; ) {
          const page: { items: typeof items; next: string | null } = await head.get(
            `/offices/narae/documents?limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
          )
          items.push(...page.items)
          cursor = page.next
        }
        return items.every((item) => item.readingState === 'read') ? items : null
      },
      'all documents to be read',
      300_000,
    )
    expect(all).toHaveLength(documents)
    expect(new Set(all.map((item) => item.id))).toEqual(new Set(acknowledged.values()))
    // money, area and jobs of each; a document that was read twice has no claim twice
    expect(all.filter((item) => item.claims < 3).map((item) => item.id)).toEqual([])
    expect(Math.max(...all.map((item) => item.claims))).toBe(Math.min(...all.map((item) => item.claims)))
  })
})
