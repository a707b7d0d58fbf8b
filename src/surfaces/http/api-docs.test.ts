import { parseHTML } from 'linkedom'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import type { Store } from '#store/store'
import { exampleOf, type Spec } from './api-docs.ts'
import { createApp } from './app.ts'
import { apiRoutes } from './routes.ts'

/** The documentation asks the store nothing, so it needs none. */
const noStore = {} as Store
const app = createApp({
  store: noStore,
  log: pino({ level: 'silent' }),
  proxy: { trusted: false },
  identify: async () => ({ kind: 'anonymous' }),
  api: apiRoutes,
  pages: [],
  now: () => new Date('2026-11-22T00:00:00Z'),
})

describe('the documentation of the API', () => {
  test('names every operation of the OpenAPI document, with who may call it', async () => {
    const spec = (await (await app.request('/api/openapi.json')).json()) as Spec
    const page = parseHTML(await (await app.request('/api/docs')).text()).document as unknown as {
      getElementById: (id: string) => { textContent: string | null } | null
      querySelectorAll: (selector: string) => Iterable<{ getAttribute: (name: string) => string | null }>
    }
    let count = 0
    for (const [path, item] of Object.entries(spec.paths ?? {}))
      for (const [method, operation] of Object.entries(item ?? {})) {
        const id = `${method} ${path}`
          .toLowerCase()
          .replace(/[^a-z0-9가-힣]+/g, '-')
          .replace(/^-|-$/g, '')
        const part = page.getElementById(id)
        expect(part?.textContent, `${method} ${path}`).toContain(path)
        expect(part?.textContent).toContain(operation?.['x-gusul-access'] ?? 'public')
        count++
      }
    expect(count).toBeGreaterThan(20)
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      const id = link.getAttribute('href')!.slice(1)
      expect(page.getElementById(id), id).not.toBeNull()
    }
  })

  test('is written in both languages and carries nothing inline', async () => {
    const english = await (await app.request('/api/docs?lang=en')).text()
    expect(english).toContain('API documentation')
    expect(english).not.toMatch(/<script|\sstyle=|undefined|\[object/)
  })

  test('is not sent again to who has it', async () => {
    const first = await app.request('/api/docs')
    const again = await app.request('/api/docs', { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect(again.status).toBe(304)
  })

  test('gives an example of every kind of schema, and ends where schemas name themselves', () => {
    const named = {
      Tree: { type: 'object', properties: { name: { type: 'string', example: '가지' }, below: { type: 'array', items: { $ref: '#/Tree' } } } },
    }
    expect(exampleOf({ $ref: '#/Tree' }, named)).toMatchObject({ name: '가지' })
    expect(exampleOf({ anyOf: [{ const: 'a' }, { type: 'string' }] }, {})).toBe('a')
    expect(exampleOf({ type: ['string', 'null'], format: 'uuid' }, {})).toMatch(/^[0-9a-f-]{36}$/)
    expect(exampleOf({ type: 'integer', minimum: 5 }, {})).toBe(5)
  })
})
