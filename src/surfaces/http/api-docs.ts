import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ApiEnv } from '#api/env'
import { type Locale, localeOf } from '#api/locale'

/** What the page reads of an OpenAPI 3.1 document; anything else in it is left to machines. */
export interface Spec {
  info: { title: string; version: string; description?: string }
  paths?: Record<string, Record<string, Operation | undefined> | undefined>
  components?: { schemas?: Record<string, Schema> }
}
interface Operation {
  tags?: string[]
  summary?: string
  description?: string
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema; example?: unknown }[]
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> } | undefined>
  'x-gusul-access'?: string
}
interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  description?: string
  example?: unknown
  examples?: unknown[]
  default?: unknown
  enum?: unknown[]
  const?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}
type Html = ReturnType<typeof html>

const texts = {
  ko: {
    title: 'API 설명',
    lead: '브라우저와 명령줄이 쓰는 바로 그 API입니다. 오류는 RFC 9457 problem+json, 목록은 커서로 넘깁니다.',
    machine: '기계가 읽는 OpenAPI 3.1',
    access: '누가',
    parameters: '매개변수',
    body: '보내는 것',
    answers: '받는 것',
    schemas: '자료의 꼴',
    required: '꼭',
    example: '보기',
    contents: '차례',
    skip: '본문으로 건너뛰기',
    home: '공개 화면',
    how: [
      ['로그인', '브라우저는 세션 쿠키와 X-Gusul-CSRF 머리, 프로그램은 Authorization: Bearer gusul_… 토큰을 보냅니다.'],
      ['쓰기', 'POST에 Idempotency-Key를 주면 두 번 보내도 한 번만 쓰입니다. 고칠 때는 읽을 때 받은 ETag를 If-Match로 보냅니다.'],
      ['값', '정확한 수는 십진수 문자열입니다("1000000000000"). 모르는 값은 null이며 0이 아닙니다.'],
    ],
  },
  en: {
    title: 'API documentation',
    lead: 'The very API that the browser and the command line use. Errors are RFC 9457 problem+json; lists are paged by cursor.',
    machine: 'OpenAPI 3.1 for machines',
    access: 'Who',
    parameters: 'Parameters',
    body: 'Request body',
    answers: 'Answers',
    schemas: 'Schemas',
    required: 'required',
    example: 'Example',
    contents: 'Contents',
    skip: 'Skip to the content',
    home: 'Public pages',
    how: [
      ['Signing in', 'A browser sends its session cookie and the header X-Gusul-CSRF; a program sends Authorization: Bearer gusul_….'],
      ['Writing', 'With an Idempotency-Key a POST that is sent twice happens once. An update sends the ETag of its GET as If-Match.'],
      ['Values', 'Exact numbers are decimal strings ("1000000000000"). What is not known is null, never zero.'],
    ],
  },
} as const

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const refName = (ref: string) => ref.split('/').at(-1) ?? ref
const slug = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9가-힣]+/g, '-')
    .replace(/^-|-$/g, '')
const operationId = (method: string, path: string) => slug(`${method} ${path}`)

/** A schema in one line: its type, with links to named ones. */
function typeOf(schema: Schema | undefined): Html {
  if (!schema) return html``
  if (schema.$ref) return html`<a href="#schema-${refName(schema.$ref)}">${refName(schema.$ref)}</a>`
  const several = schema.anyOf ?? schema.oneOf
  if (several) return html`${several.map((one, at) => html`${at > 0 ? ' | ' : ''}${typeOf(one)}`)}`
  if (schema.allOf) return html`${schema.allOf.map((one, at) => html`${at > 0 ? ' & ' : ''}${typeOf(one)}`)}`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum) return html`${schema.enum.map((one, at) => html`${at > 0 ? ' | ' : ''}<code>${JSON.stringify(one)}</code>`)}`
  if (schema.type === 'array') return html`${typeOf(schema.items)}[]`
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any')
  const limits = [
    schema.format,
    schema.minimum === undefined ? null : `≥ ${schema.minimum}`,
    schema.maximum === undefined ? null : `≤ ${schema.maximum}`,
    schema.maxLength === undefined ? null : `≤ ${schema.maxLength} chars`,
    schema.maxItems === undefined ? null : `≤ ${schema.maxItems}`,
    schema.default === undefined ? null : `= ${JSON.stringify(schema.default)}`,
  ].filter((one) => one !== null && one !== undefined)
  return html`${type}${limits.length > 0 ? html` <span class="mut">${limits.join(', ')}</span>` : ''}`
}

/** An example that fits a schema: what the schema itself gives, else something of its type. Named schemas inside one another end at the third level. */
export function exampleOf(schema: Schema | undefined, named: Readonly<Record<string, Schema>>, depth = 0): unknown {
  if (!schema || depth > 6) return null
  if (schema.example !== undefined) return schema.example
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.default !== undefined) return schema.default
  if (schema.$ref) return exampleOf(named[refName(schema.$ref)], named, depth + 2)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((one) => exampleOf(one, named, depth)).filter((one) => one !== null && typeof one === 'object'))
  const several = schema.anyOf ?? schema.oneOf
  if (several) return exampleOf(several[0], named, depth)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'array') return [exampleOf(schema.items, named, depth + 1)]
  if (type === 'object' || schema.properties)
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, one]) => [name, exampleOf(one, named, depth + 1)]))
  if (type === 'integer' || type === 'number') return schema.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'string') {
    if (schema.format === 'uuid') return '6f1c1f0e-8a2b-4c3d-9e4f-000000000001'
    if (schema.format === 'date-time') return '2026-11-22T00:00:00Z'
    if (schema.format === 'email') return 'kim@city.example'
    if (schema.pattern?.includes('\\d{4}-')) return '2026-11-22'
    if (schema.pattern?.includes('-?\\d+')) return '1000000000000'
    return '…'
  }
  return null
}

function propertyTable(schema: Schema, locale: Locale): Html {
  const parts = [schema, ...(schema.allOf ?? [])]
  const rows = parts.flatMap((part) =>
    Object.entries(part.properties ?? {}).map(([name, one]) => ({ name, one, must: part.required?.includes(name) ?? false })),
  )
  if (rows.length === 0) return html`<p>${typeOf(schema)}</p>`
  return html`<dl class="kv">${rows.map(
    ({ name, one, must }) =>
      html`<dt><code>${name}</code>${must ? html` <span class="tag">${texts[locale].required}</span>` : ''}</dt><dd>${typeOf(one)}${one.description ? html`<br><span class="mut">${one.description}</span>` : ''}</dd>`,
  )}</dl>`
}

function operationPart(method: string, path: string, operation: Operation, named: Readonly<Record<string, Schema>>, locale: Locale): Html {
  const t = texts[locale]
  const body = Object.entries(operation.requestBody?.content ?? {})[0]
  const example = body?.[0].includes('json') ? JSON.stringify(exampleOf(body[1].schema, named), null, 2) : null
  return html`<details class="op" id="${operationId(method, path)}"><summary><b class="verb">${method.toUpperCase()}</b> <code>${path}</code><span class="mut">${operation.summary ?? ''}</span></summary>
<div class="op-in"><p>${t.access}: <code>${operation['x-gusul-access'] ?? 'public'}</code></p>${operation.description ? html`<p>${operation.description}</p>` : ''}
${
  operation.parameters && operation.parameters.length > 0
    ? html`<h4>${t.parameters}</h4><dl class="kv">${operation.parameters.map(
        (one) =>
          html`<dt><code>${one.name}</code> <span class="mut">${one.in}</span>${one.required ? html` <span class="tag">${t.required}</span>` : ''}</dt><dd>${typeOf(one.schema)}${
            one.example !== undefined || one.schema?.example !== undefined
              ? html` · ${t.example} <code>${String(one.example ?? one.schema?.example)}</code>`
              : ''
          }${(one.description ?? one.schema?.description) ? html`<br><span class="mut">${one.description ?? one.schema?.description}</span>` : ''}</dd>`,
      )}</dl>`
    : ''
}
${body ? html`<h4>${t.body} <span class="mut">${body[0]}</span></h4>${body[1].schema?.$ref ? html`<p>${typeOf(body[1].schema)}</p>` : body[1].schema ? propertyTable(body[1].schema, locale) : ''}${example ? html`<pre><code>${example}</code></pre>` : ''}` : ''}
<h4>${t.answers}</h4><dl class="kv">${Object.entries(operation.responses ?? {}).map(([status, answer]) => {
    const content = Object.entries(answer?.content ?? {})[0]
    return html`<dt><code>${status}</code></dt><dd>${answer?.description ?? ''}${content ? html` · ${typeOf(content[1].schema)} <span class="mut">${content[0]}</span>` : ''}</dd>`
  })}</dl></div></details>`
}

/** 읽는 API 설명: the whole OpenAPI document as one page, rendered on the server, without script. */
export function apiDocsPage(spec: Spec, locale: Locale): Html {
  const t = texts[locale]
  const named = spec.components?.schemas ?? {}
  const byTag = new Map<string, { method: string; path: string; operation: Operation }[]>()
  for (const [path, item] of Object.entries(spec.paths ?? {}))
    for (const method of methods) {
      const operation = item?.[method]
      if (!operation) continue
      const tag = operation.tags?.[0] ?? 'API'
      byTag.set(tag, [...(byTag.get(tag) ?? []), { method, path, operation }])
    }
  const tags = [...byTag.entries()].sort(([a], [b]) => a.localeCompare(b))
  return html`<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${t.title} · ${spec.info.title}</title>
<link rel="icon" href="/console/bead.svg" type="image/svg+xml"><link rel="stylesheet" href="/console/public.css"><link rel="stylesheet" href="/console/fonts.css"></head>
<body class="pub docs"><a class="skip" href="#main">${t.skip}</a>
<aside class="mast" aria-label="${t.title}"><div class="wrap"><a href="/">${t.home}</a><nav aria-label="Language"><a href="?lang=ko" lang="ko">한국어</a><a href="?lang=en" lang="en">English</a></nav></div></aside>
<main id="main"><div class="wrap"><div class="lede"><h1>${t.title}</h1><p>${t.lead}</p><p><a href="/api/openapi.json">${t.machine}</a></p></div>
<dl class="kv">${t.how.map(([name, words]) => html`<dt>${name}</dt><dd>${words}</dd>`)}</dl>
<nav class="chips" aria-label="${t.contents}">${tags.map(([tag]) => html`<a class="chip" href="#${slug(tag)}">${tag}</a>`)}<a class="chip" href="#schemas">${t.schemas}</a></nav>
${tags.map(
  ([tag, operations]) =>
    html`<section class="sec" id="${slug(tag)}"><h2>${tag}</h2>${operations.map(({ method, path, operation }) => operationPart(method, path, operation, named, locale))}</section>`,
)}
<section class="sec" id="schemas"><h2>${t.schemas}</h2>${Object.entries(named)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([name, schema]) =>
        html`<details class="op" id="schema-${name}"><summary><code>${name}</code><span class="mut">${schema.description ?? ''}</span></summary><div class="op-in">${propertyTable(schema, locale)}</div></details>`,
    )}</section></div></main></body></html>`
}

/** `GET /api/docs`. The document is made when the page is first asked for: all routes are mounted by then. */
export function apiDocs(spec: () => Spec) {
  const kept = new Map<Locale, { body: string; etag: string }>()
  return async (c: Context<ApiEnv>): Promise<Response> => {
    const locale = localeOf(c)
    let page = kept.get(locale)
    if (!page) {
      const body = String(await apiDocsPage(spec(), locale))
      page = { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
      kept.set(locale, page)
    }
    const headers = { etag: page.etag, 'cache-control': 'public, max-age=0, must-revalidate', vary: 'cookie, accept-language' }
    if (c.req.header('if-none-match')?.replace(/^W\//, '') === page.etag) return c.body(null, 304, headers)
    return c.body(page.body, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' })
  }
}
