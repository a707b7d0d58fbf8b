import type { Hono } from 'hono'
import { type ClientResponse, hc } from 'hono/client'
import type { SuccessStatusCode } from 'hono/utils/http-status'
import { noteAnswer, noteSilence } from './connection.ts'
import { localeValue } from './locale.ts'
import { problemOf, UnreachableError } from './problem.ts'

/** Where the API stands. Clients of capabilities begin here. */
export const apiBase = '/api/v1'

let csrf: string | null = null
/** The value that the session gives and every unsafe request sends back. */
export function setCsrf(value: string | null): void {
  csrf = value
}

let whenSignedOut: () => void = () => {}
/** What to do when the server says that nobody is signed in (any more). */
export function onSignedOut(action: () => void): void {
  whenSignedOut = action
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * `fetch` for the API: asks in the reader's language, sends the CSRF value and, on POST, a fresh Idempotency-Key (give your own header to repeat
 * one request safely), and turns every failure into an error worth reading.
 *
 * @throws ProblemError when the server answers with a status of 400 or more.
 * @throws UnreachableError when it does not answer.
 */
export async function apiFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const method = (init.method ?? 'GET').toUpperCase()
  const headers = new Headers(init.headers)
  if (!headers.has('accept-language')) headers.set('accept-language', localeValue.get())
  if (!safe.has(method) && csrf) headers.set('x-gusul-csrf', csrf)
  if (method === 'POST' && !headers.has('idempotency-key')) headers.set('idempotency-key', newKey())
  let response: Response
  try {
    response = await fetch(input, { ...init, headers, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    noteSilence()
    throw new UnreachableError('The server does not answer.', { cause: error })
  }
  noteAnswer()
  if (response.ok || response.status === 304) return response
  const problem = await problemOf(response)
  // Signing in with a wrong password is also a 401; the sign-in screen shows that itself.
  if (response.status === 401 && problem.code === 'not-signed-in') whenSignedOut()
  throw problem
}

/** A key that marks one intent to write, so that sending it twice writes once. `crypto.randomUUID` is missing on plain http. */
export function newKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The typed client of a capability: `export const client = createClient<typeof routes>()` with a type-only import of its routes. */
// biome-ignore lint/suspicious/noExplicitAny: the environment of the routes is the server's own
export function createClient<Routes extends Hono<any, any, any>>() {
  return hc<Routes>(apiBase, { fetch: apiFetch as typeof fetch })
}

type SuccessBody<R> = R extends ClientResponse<infer Body, infer Status, infer _Format> ? (Status extends SuccessStatusCode ? Body : never) : never

/** The body of a successful answer: `await json(client.offices[':office'].projects.$get({ param }))`; an answer without one (204) gives null. Failures have thrown before. */
export async function json<R extends { json(): Promise<unknown>; status?: number }>(pending: Promise<R>): Promise<SuccessBody<R>> {
  const response = await pending
  return (response.status === 204 ? null : await response.json()) as SuccessBody<R>
}

/** A body together with its ETag, to be given back by `ifMatch` when it is changed. */
export async function jsonWithTag<R extends { json(): Promise<unknown>; headers: Headers }>(
  pending: Promise<R>,
): Promise<{ body: SuccessBody<R>; etag: string | null }> {
  const response = await pending
  return { body: (await response.json()) as SuccessBody<R>, etag: response.headers.get('etag') }
}

/** Options of a client call that must not overwrite a change that somebody else has made meanwhile. */
export const ifMatch = (etag: string | null): { headers: Record<string, string> } => ({ headers: etag ? { 'if-match': etag } : {} })

/** Options of a client call that may be sent again without doing its work twice. */
export const withKey = (key: string): { headers: Record<string, string> } => ({ headers: { 'idempotency-key': key } })
