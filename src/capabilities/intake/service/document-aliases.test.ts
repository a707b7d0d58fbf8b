import { describe, expect, test } from 'vitest'
import { readDocument } from '#engines/reading/read-document'
import { documentAliases, resolvedParties } from './document-aliases.ts'

const aliasesOf = (text: string, names: readonly string[]) =>
  documentAliases(
    text,
    names.map((name, at) => {
      const start = text.indexOf(name, at > 0 && names[at - 1] === name ? text.indexOf(name) + 1 : 0)
      return { kind: 'organisation', start, end: start + name.length, value: name }
    }),
  )

describe('names of one organisation in one document', () => {
  test('a legal form, spaces and case make no other organisation', () => {
    const text = '시는 ㈜신라이노텍과 협약을 맺었다. 신라 이노텍은 50명을 뽑는다.'
    const { mentions } = readDocument(text)
    const aliases = documentAliases(text, mentions)
    expect(aliases.get('신라이노텍')?.name).toBe('㈜신라이노텍')
    expect(resolvedParties([{ name: '신라이노텍' }, { name: '㈜신라이노텍' }], aliases)).toEqual([{ name: '㈜신라이노텍' }])
  })
  test('a short form that the document introduces means the long one', () => {
    const aliases = aliasesOf('시는 누리에너지솔루션(이하 ‘누리’)과 협약했다. 누리는 짓는다.', ['누리에너지솔루션'])
    expect(resolvedParties([{ name: '누리', role: 'investor' }], aliases)).toEqual([{ name: '누리에너지솔루션', role: 'investor' }])
    expect(aliases.get('누리에너지솔루션')?.others).toContain('누리')
  })
  test('a bracket that says something else is no name', () => {
    const aliases = aliasesOf('시는 누리에너지솔루션(대표 김한결)과 협약했다.', ['누리에너지솔루션'])
    expect([...aliases.keys()]).toEqual(['누리에너지솔루션'])
  })
  test.each([
    ['벤트라코리아(Ventra Korea)가 짓는다.', '벤트라코리아', 'Ventra Korea'],
    ['㈜코라테크(KORA테크)가 짓는다.', '㈜코라테크', 'KORA테크'],
  ])('%s: a bracket in another script is its name', (text, name, other) => {
    expect(aliasesOf(text, [name]).get(other.toLowerCase().replace(' ', ''))?.name).toBe(name)
  })
  test.each(['가온전지(CEO 김한결)', '가온전지(KOSDAQ)', '가온전지(R&D센터)'])('%s: a post, a market or a site is no name', (text) => {
    expect([...aliasesOf(`${text}가 짓는다.`, ['가온전지']).keys()]).toEqual(['가온전지'])
  })
  test('a short form of two organisations means neither', () => {
    const aliases = aliasesOf('가람주택공사(이하 공사)와 나래도로공사(이하 공사)가 맺었다.', ['가람주택공사', '나래도로공사'])
    expect(aliases.has('공사')).toBe(false)
    expect(aliases.get('가람주택공사')?.name).toBe('가람주택공사')
  })
  test('a name that is an organisation of its own stays its own', () => {
    const aliases = aliasesOf('누리그룹(이하 누리전자)과 누리전자가 함께한다.', ['누리그룹', '누리전자'])
    expect(aliases.get('누리전자')?.name).toBe('누리전자')
  })
})
