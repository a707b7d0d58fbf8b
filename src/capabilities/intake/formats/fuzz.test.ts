import { zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { letter } from './fixtures/letter.ts'
import { docx, hwp, hwpx } from './fixtures/office.ts'
import { flowed, pdf } from './fixtures/pdf.ts'
import { workbook } from './fixtures/workbook.ts'
import { closeFormats, parseFile } from './parse-file.ts'
import type { Parsed } from './types.ts'

afterAll(closeFormats)

const words = '새솔시는 누리테크와 투자협약을 맺고 1,200억원을 들여 공장을 짓는다고 밝혔다. '.repeat(12)
const table = [
  ['기업', '금액(억원)'],
  ['㈜누리테크', '1,200'],
]
const files: [string, () => Uint8Array | Promise<Uint8Array>][] = [
  ['a.hwp', () => hwp([words, words])],
  ['a.hwpx', () => hwpx([words, table])],
  ['a.docx', () => docx([words, table])],
  ['a.xlsx', () => workbook(20)],
  ['a.pdf', () => pdf([flowed(words)])],
  ['a.csv', () => Buffer.from(`기업,금액(억원)\n${'"누리, 테크",1200\n'.repeat(40)}`)],
  ['a.eml', () => letter({ subject: '제목', text: words }, [{ name: 'a.docx', bytes: docx([words]) }])],
  ['a.zip', () => zipSync({ 'a.docx': docx([words]), 'b.txt': Buffer.from(words) })],
  ['a.txt', () => Buffer.from(words)],
]

/** A stream of numbers from a seed (mulberry32), so that a failure can be met again. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** What every answer keeps to, whatever came in. */
function expectSound(parsed: Parsed): void {
  if (!parsed.ok) {
    expect(parsed.detail.ko.length).toBeGreaterThan(3)
    return
  }
  for (const entry of parsed.entries) expectSound(entry.parsed)
  if (parsed.kind === 'bundle') return
  expect(parsed.text).toBe(parsed.text.normalize('NFC'))
  for (const [start, end] of parsed.map.pieces) {
    expect(start).toBeLessThan(end)
    expect(end).toBeLessThanOrEqual(parsed.text.length)
  }
}

/** Bits turned, a stretch zeroed, the end cut off, a stretch doubled. */
function damage(bytes: Uint8Array, next: () => number): Uint8Array {
  const out = Uint8Array.from(bytes)
  const at = next() % out.length
  switch (next() % 5) {
    case 0:
      return out.slice(0, at)
    case 1:
      return Buffer.concat([out.subarray(0, at), out.subarray(at >> 1)])
    case 2:
      return out.fill(0, at, at + (next() % 64))
    default:
      for (let turns = 1 + (next() % 12); turns > 0; turns--) {
        const place = next() % out.length
        out[place]! ^= 1 << (next() % 8)
      }
      return out
  }
}

const rounds = 60
const milliseconds = 10_000

test.each(files)('%s, damaged in many ways, always gets an answer', async (name, make) => {
  const whole = await make()
  expect((await parseFile(whole, { name })).ok).toBe(true)
  const next = numbers(name.length * 7919 + name.charCodeAt(3))
  const answers = await Promise.all(Array.from({ length: rounds }, () => parseFile(damage(whole, next), { name }, { milliseconds, megabytes: 256 })))
  for (const answer of answers) expectSound(answer)
})
