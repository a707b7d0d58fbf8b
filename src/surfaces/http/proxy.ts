import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from '#api/env'

/** Whether a TLS proxy stands in front and its headers may be believed. */
export interface ProxyTrust {
  trusted: boolean
}

/**
 * Behind a proxy that the administrator named, X-Forwarded-Proto and -Host say how the person reached us (links, Secure cookies);
 * without that, the headers are dropped so that nobody can forge them.
 */
export function trustProxy(trust: ProxyTrust): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const proto = trust.trusted ? c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() : undefined
    const host = trust.trusted ? c.req.header('x-forwarded-host')?.split(',')[0]?.trim() : undefined
    const url = new URL(c.req.url)
    c.set('origin', `${proto === 'https' || proto === 'http' ? proto : url.protocol.slice(0, -1)}://${host ?? c.req.header('host') ?? url.host}`)
    c.set('address', (trust.trusted ? c.req.header('x-forwarded-for')?.split(',')[0]?.trim() : undefined) ?? remoteAddress(c.env) ?? null)
    await next()
    if (c.get('origin').startsWith('https://')) c.header('strict-transport-security', 'max-age=31536000')
  }
}

/** @hono/node-server hands the socket in the bindings. */
function remoteAddress(env: unknown): string | null {
  const incoming = (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming
  return incoming?.socket?.remoteAddress ?? null
}
