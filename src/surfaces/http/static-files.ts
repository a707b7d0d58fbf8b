import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Context } from 'hono'
import type { ApiEnv } from '#api/env'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
}
const squeezable = /^(text\/|application\/(json|manifest)|image\/svg)/

interface Kept {
  bytes: Buffer
  gzip: Buffer | null
  type: string
  etag: string
}

/**
 * Files of one folder, read once at the start (some megabytes): no path of a request ever reaches the file system, and where a new build takes their place while the
 * server runs, its pages stay those of one build until it is started again. Names that carry a hash of their content are kept by browsers for a year.
 */
export class StaticFiles {
  private readonly bytes = new Map<string, Buffer>()
  private readonly kept = new Map<string, Kept>()

  constructor(folder: string) {
    if (!existsSync(folder)) return
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, entry)
      const hidden = entry.split(sep).some((part) => part.startsWith('.'))
      if (!hidden && statSync(path).isFile()) this.bytes.set(entry.split(sep).join('/'), readFileSync(path))
    }
  }

  has(name: string): boolean {
    return this.bytes.has(name)
  }

  private read(name: string): Kept | null {
    const before = this.kept.get(name)
    if (before) return before
    const bytes = this.bytes.get(name)
    if (!bytes) return null
    const type = types[extname(name)] ?? 'application/octet-stream'
    const kept = {
      bytes,
      gzip: squeezable.test(type) ? gzipSync(bytes) : null,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`,
    }
    this.kept.set(name, kept)
    return kept
  }

  /** The file as an answer, or null where there is none. */
  answer(c: Context<ApiEnv>, name: string): Response | null {
    const file = this.read(name)
    if (!file) return null
    const hashed = /[.-][A-Za-z0-9_-]{8,}\.(js|css|woff2|ttf|svg|png)$/.test(name)
    const headers: Record<string, string> = {
      'content-type': file.type,
      etag: file.etag,
      vary: 'accept-encoding',
      'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (c.req.header('if-none-match') === file.etag) return c.body(null, 304, headers)
    const squeezed = file.gzip && (c.req.header('accept-encoding') ?? '').includes('gzip')
    if (squeezed) headers['content-encoding'] = 'gzip'
    return c.body(new Uint8Array(squeezed ? file.gzip! : file.bytes), 200, headers)
  }
}
