/** What every command talks to: the same API that the browser uses, of a running server or of this process. */
export interface ApiClient {
  get<T = unknown>(path: string): Promise<T>
  post<T = unknown>(path: string, body?: unknown, ifMatch?: string): Promise<T>
  put<T = unknown>(path: string, body: unknown, ifMatch?: string): Promise<T>
  patch<T = unknown>(path: string, body: unknown, ifMatch?: string): Promise<T>
  delete<T = unknown>(path: string): Promise<T>
  /** The whole answer, for files and headers. */
  raw(method: string, path: string, init?: { body?: NonNullable<RequestInit['body']> | null; headers?: Record<string, string> }): Promise<Response>
}

/** An answer of the API that is not a success, as the command prints it. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string | undefined,
  ) {
    super(detail ? `${title}: ${detail}` : title)
  }
}

/** Sends one request; a server's `fetch` or an application's `request`. */
export type Send = (path: string, init: RequestInit) => Promise<Response>

/** A client over anything that answers requests, with a token of the person who runs the command; what goes wrong is told in their language. */
export function apiClient(send: Send, token: string | null, locale: 'ko' | 'en' = 'ko'): ApiClient {
  const raw: ApiClient['raw'] = async (method, path, init = {}) => {
    const headers: Record<string, string> = { accept: 'application/json', ...init.headers }
    if (token) headers.authorization = `Bearer ${token}`
    return send(`/api/v1${path}`, { method, headers, body: init.body ?? null })
  }
  const call = async <T>(method: string, path: string, body?: unknown, extra: Record<string, string> = {}): Promise<T> => {
    const write = method !== 'GET'
    const headers = {
      'accept-language': locale,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
      ...extra,
    }
    const response = await raw(method, path, { headers, body: write && body !== undefined ? JSON.stringify(body) : null })
    const text = await response.text()
    const value = text === '' ? null : (JSON.parse(text) as unknown)
    if (!response.ok) {
      const problem = (value ?? {}) as { code?: string; title?: string; detail?: string }
      throw new ApiProblem(response.status, problem.code ?? 'http', problem.title ?? `HTTP ${response.status}`, problem.detail)
    }
    return value as T
  }
  return {
    raw,
    get: (path) => call('GET', path),
    post: (path, body, ifMatch) => call('POST', path, body, ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    put: (path, body, ifMatch) => call('PUT', path, body, { 'if-match': ifMatch ?? '*' }),
    patch: (path, body, ifMatch) => call('PATCH', path, body, { 'if-match': ifMatch ?? '*' }),
    delete: (path) => call('DELETE', path),
  }
}
