import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

type Case = readonly [text: string, expected: readonly string[]]
const corpus = JSON.parse(readFileSync(new URL('../../../../corpus/reading/names.json', import.meta.url), 'utf8')) as { cases: Case[] }
const NAMES: ReadonlySet<string> = new Set(['organisation', 'place', 'person'])

describe('names of a sentence', () => {
  test.each(corpus.cases)('%s', (text, expected) => {
    const names = readDocument(text, { published: '2024-05-09' }).mentions.filter((m) => NAMES.has(m.kind))
    expect(names.map((m) => `${m.kind}:${m.text}`)).toEqual(expected)
  })

  test.each([
    ['서울 성수동 본사를 옮긴다.', '성수동', '서울 성수동'],
    ['충남 천안에 짓는다.', '천안', '충남 천안'],
    ['인천 광양 군산에 짓는다.', '광양', '광양'],
    ['예산 나래일반산단에 짓는다.', '나래일반산단', '예산 나래일반산단'],
    ['충남 서산 나래공장에 짓는다.', '나래공장', '서산 나래공장'],
    ['밀양 나래융합단지에 짓는다.', '나래융합단지', '밀양 나래융합단지'],
    ['국토부가 밝혔다.', '국토부', '국토교통부'],
    ['인천경제청이 밝혔다.', '인천경제청', '인천경제자유구역청'],
    ['한국자산관리공사(캠코)가 맡는다.', '캠코', '한국자산관리공사'],
  ])('in "%s" %s stands for %s', (text, words, value) => {
    expect(readDocument(text, { published: '2024-05-09' }).mentions.find((m) => m.text === words)?.value).toBe(value)
  })
})
