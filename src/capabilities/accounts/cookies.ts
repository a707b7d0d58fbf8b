import { parse, serialize } from 'hono/utils/cookie'

const plain = 'gusul_session'
/** Behind TLS the browser itself guarantees that a `__Host-` cookie came over TLS from this very host. */
const fenced = '__Host-gusul_session'

const isSecure = (origin: string): boolean => origin.startsWith('https://')

/** The session's secret out of a Cookie header, or null. */
export function sessionSecret(cookieHeader: string | null): string | null {
  if (!cookieHeader) return null
  const cookies = parse(cookieHeader)
  return cookies[fenced] ?? cookies[plain] ?? null
}

/** The Set-Cookie header that begins a session: unreadable for scripts, not sent from other sites, only over TLS where there is TLS. */
export function sessionCookie(origin: string, secret: string, expires: Date): string {
  const secure = isSecure(origin)
  return serialize(secure ? fenced : plain, secret, { httpOnly: true, sameSite: 'Lax', secure, path: '/', expires })
}

/** The Set-Cookie header that ends it. */
export function endedCookie(origin: string): string {
  const secure = isSecure(origin)
  return serialize(secure ? fenced : plain, '', { httpOnly: true, sameSite: 'Lax', secure, path: '/', maxAge: 0 })
}
