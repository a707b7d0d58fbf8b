import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '#store/audit'
import { isAlive, livingPostmaster, processesOf } from '#store/postmaster'
import { openStore } from '#store/store'
import { makeOffice } from '#support/office'
import { startProcess } from '#support/process'

const rounds = 6
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gusul-crash-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Writes without end and prints each number once its transaction has been acknowledged; after an error of the database it goes on. */
const writer = `
  import { appendAudit } from '#store/audit'
  import { StoreUnavailable } from '#store/errors'
  import { openStore } from '#store/store'
  const office = process.env.OFFICE
  const store = await openStore({ folder: process.env.FOLDER })
  console.log('ready')
  for (let n = Number(process.env.FROM); ; n++) {
    try {
      await store.inOffice(office, null, async (tx) => {
        await tx.insertInto('office_setting').values({ office_id: office, key: 'n' + n, value: String(n) }).execute()
        await appendAudit(tx, office, { actor: 'system', action: 'write', detail: { n } })
      })
      console.log(n)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) { console.error(error); process.exit(1) }
      console.log('unavailable')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }`

/** Opens the store as the next start would and checks that whatever was acknowledged is there, and that the audit chain is whole. */
async function check(office: string, acknowledged: readonly number[]): Promise<void> {
  const store = await openStore({ folder })
  try {
    const rows = await store.readOffice(office, null, (db) => db.selectFrom('office_setting').select('value').execute())
    const there = new Set(rows.map((row) => Number(row.value)))
    expect(acknowledged.filter((n) => !there.has(n))).toEqual([])
    expect(await verifyAudit(store, office)).toMatchObject({ ok: true, entries: there.size })
  } finally {
    await store.close()
  }
}

async function prepare(): Promise<string> {
  const store = await openStore({ folder })
  const office = await makeOffice(store)
  await store.close()
  return office
}

describe('what was acknowledged', () => {
  test('is there after the process was killed in the middle of writing, again and again', async () => {
    const office = await prepare()
    // The list stands outside the database, as a client would keep it.
    const list = join(folder, 'acknowledged')
    for (let round = 0; round < rounds; round++) {
      const running = startProcess(writer, { FOLDER: folder, OFFICE: office, FROM: String(round * 100_000) })
      expect(await running.line()).toBe('ready')
      for (let at = 0; at < 20 + round * 7; at++) appendFileSync(list, `${await running.line()}\n`)
      await running.kill()
      const left = livingPostmaster(join(folder, 'postgres'))
      // In every second round the database dies with it, as in a power cut.
      if (round % 2 && left) {
        for (const pid of new Set([left.pid, ...processesOf(join(folder, 'postgres'))])) if (isAlive(pid)) process.kill(pid, 'SIGKILL')
      }
    }
    const acknowledged = readFileSync(list, 'utf8').trim().split('\n').map(Number)
    expect(acknowledged.length).toBeGreaterThan(100)
    await check(office, acknowledged)
    expect(processesOf(join(folder, 'postgres'))).toEqual([])
    expect(existsSync(join(folder, 'gusul.lock'))).toBe(false)
  })

  test('is there after the database was killed under a living process, which goes on by itself', async () => {
    const office = await prepare()
    const running = startProcess(writer, { FOLDER: folder, OFFICE: office, FROM: '0' })
    expect(await running.line()).toBe('ready')
    const acknowledged: number[] = []
    for (let round = 0; round < rounds; round++) {
      for (let wanted = acknowledged.length + 20; acknowledged.length < wanted; ) {
        const line = await running.line()
        if (line !== 'unavailable') acknowledged.push(Number(line))
      }
      const data = join(folder, 'postgres')
      const victims = processesOf(data)
      const postmaster = livingPostmaster(data)?.pid
      // In turns: the postmaster with all of its processes, the postmaster alone, one backend alone.
      const chosen = round % 3 === 0 ? victims : round % 3 === 1 ? [postmaster ?? 0] : victims.filter((pid) => pid !== postmaster).slice(-1)
      for (const pid of chosen) if (pid && isAlive(pid)) process.kill(pid, 'SIGKILL')
    }
    await running.kill()
    expect(acknowledged.length).toBe(rounds * 20)
    await check(office, acknowledged)
  })
})
