import { describe, expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'

const organisations = (text: string) =>
  readDocument(text, { published: '2026-02-10' })
    .mentions.filter((m) => m.kind === 'organisation')
    .map((m) => m.value)

describe('bare subjects of Chinese clauses', () => {
  test.each([
    ['澄川今年将投资30亿元建厂。', ['澄川']],
    ['据介绍，澄川精密计划在云海新建厂房。', ['澄川精密']],
    ['Norvane Bio将在云海投资3亿元。', ['Norvane Bio']],
    // what anything may be called names nobody
    ['该项目将投资30亿元。', []],
    ['公司计划投资30亿元，今后将追加投资。', []],
    ['规划再投资3亿元，预计投资主要来自海外。', []],
    ['投产后年营业额可达7亿元。', []],
  ])('%s', (text, expected) => expect(organisations(text)).toEqual(expected))
})
