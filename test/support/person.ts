import type { RunningServer } from './server.ts'

/** Somebody at a browser of their own: cookies, CSRF value and the API by HTTP. */
export interface Person {
  get: <T = never>(path: string) => Promise<T>
  post: <T = never>(path: string, body?: unknown, headers?: Record<string, string>) => Promise<T>
  send: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  cookie: () => string
}

/** A stranger: signed in to nothing. */
export function stranger(server: Pick<RunningServer, 'url'>): Person {
  let cookie = ''
  let csrf = ''
  const send: Person['send'] = async (method, path, body, headers = {}) => {
    const multipart = body instanceof FormData
    const response = await fetch(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        ...(cookie ? { cookie } : {}),
        ...(csrf ? { 'x-gusul-csrf': csrf } : {}),
        ...(body !== undefined && !multipart ? { 'content-type': 'application/json' } : {}),
        ...headers,
      },
      body: body === undefined ? undefined : multipart ? body : JSON.stringify(body),
    })
    const set = response.headers.getSetCookie().find((one) => one.includes('gusul_session='))
    if (set) {
      cookie = set.split(';')[0]!
      const session = (await fetch(`${server.url}/api/v1/session`, { headers: { cookie } }).then((r) => r.json())) as { csrf: string | null }
      csrf = session.csrf ?? ''
    }
    return response
  }
  const json = async <T>(response: Response): Promise<T> => {
    const text = await response.text()
    if (!response.ok) throw new Error(`${response.status} ${response.url}: ${text}`)
    return (text ? JSON.parse(text) : null) as T
  }
  return {
    send,
    get: async (path) => json(await send('GET', path)),
    post: async (path, body, headers) => json(await send('POST', path, body, headers)),
    cookie: () => cookie,
  }
}

/** The first administrator, by the link that the start printed, with one office. */
export async function firstAdministrator(
  server: RunningServer,
  office: { slug: string; nameKo: string; nameEn: string } | null = { slug: 'narae', nameKo: '나래시', nameEn: 'Narae City' },
): Promise<Person> {
  const token = server.link()?.split('/').at(-1)
  if (!token) throw new Error(`expected a one-time link in what the start printed:\n${server.output()}`)
  const person = stranger(server)
  await person.post(`/links/${token}`, { email: 'head@narae.example', name: '김관리', password: 'tulip-ladder-river-7' })
  if (office) await person.post('/offices', { ...office, kind: 'city' })
  return person
}

/** Wait for something to become true; a test's own patience, never a measure. */
export async function until<T>(look: () => Promise<T | null | undefined | false>, what: string, patienceMs = 60_000): Promise<T> {
  for (let waited = 0; waited < patienceMs; waited += 100) {
    const found = await look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`waited ${patienceMs / 1000} s for ${what}`)
}
