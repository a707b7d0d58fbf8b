import { expect, test } from 'vitest'
import { documentChoice, documentsPath } from './document-choice.ts'

test('a time finds what was published in it, words what says them, nothing the newest', () => {
  expect(documentsPath('2026년 3월')).toBe('/documents?limit=20&from=2026-03-01&to=2026-03-31&sort=-publishedOn')
  expect(documentsPath('2026-03-02')).toBe('/documents?limit=20&from=2026-03-02&to=2026-03-02&sort=-publishedOn')
  expect(documentsPath(' 고용보험 명부 ')).toBe(`/documents?limit=20&q=${new URLSearchParams({ q: '고용보험 명부' }).toString().slice(2)}`)
  expect(documentsPath('')).toBe('/documents?limit=20')
})

test('a document is named by its title, its outlet and its day', () => {
  expect(documentChoice({ id: 'a', title: '명부', outlet: null, publishedOn: null, receivedAt: '2026-03-02T01:00:00Z' }).detail).toBe('2026-03-02')
})
