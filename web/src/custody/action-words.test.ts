import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { actionWords } from './action-words.ts'

const folder = new URL('../../../src/capabilities/', import.meta.url)

test('every act that the server writes down has words in both languages', () => {
  const acts = new Set<string>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.ts') || entry.name.endsWith('.test.ts')) continue
    const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')
    for (const [line] of text.matchAll(/\baction: .*/g)) for (const [, act] of line.matchAll(/'([a-z-]+\.[a-z_-]+)'/g)) acts.add(act!)
  }
  expect(acts.size).toBeGreaterThan(60)
  expect([...acts].filter((act) => (['ko', 'en'] as const).some((locale) => actionWords(act, locale) === act))).toEqual([])
})
