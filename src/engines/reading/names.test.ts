import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from './read-document.ts'

type Case = readonly [text: string, expected: readonly string[]]
const corpus = JSON.parse(readFileSync(new URL('../../../corpus/reading/names.json', import.meta.url), 'utf8')) as { cases: Case[] }
const NAMES: ReadonlySet<string> = new Set(['organisation', 'place', 'person'])

describe('names of a sentence', () => {
  test.each(corpus.cases)('%s', (text, expected) => {
    const names = readDocument(text, { published: '2024-05-09' }).mentions.filter((m) => NAMES.has(m.kind))
    expect(names.map((m) => `${m.kind}:${m.text}`)).toEqual(expected)
  })
})
