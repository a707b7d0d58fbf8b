import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from '#api/env'

const csp = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Strict by default: nothing inline, nothing from elsewhere, no framing, no sniffing, no referrer. */
export function securityHeaders(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    await next()
    c.header('content-security-policy', csp)
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('x-frame-options', 'DENY')
    c.header('cross-origin-opener-policy', 'same-origin')
    c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (!c.res.headers.has('cache-control') && c.req.path.startsWith('/api/')) c.header('cache-control', 'no-store')
  }
}
