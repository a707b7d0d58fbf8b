import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '#api/env'
import { createRoutes } from '#api/route'
import { auditRoutes } from './routes/audit.ts'
import { backupRoutes } from './routes/backup.ts'
import { erasureRoutes } from './routes/erasure.ts'
import { noteReads } from './service/seen.ts'

/** Custody: history, backup, erasure. */
export const custodyRoutes = createRoutes().route('/', auditRoutes).route('/', backupRoutes).route('/', erasureRoutes)

/**
 * What watches reads of confidential records, whichever capability answers them. It stands before every other router: a handler's answer passes
 * through it on the way out. A new path under one of these is watched from its first day.
 */
export const confidentialReads: OpenAPIHono<ApiEnv> = (() => {
  const watch = createRoutes()
  for (const [path, named] of [
    ['documents/:document', 'document'],
    ['projects/:subject', 'subject'],
    ['agreements/:subject', 'subject'],
    ['awards/:subject', 'subject'],
    ['pledges/:subject', 'subject'],
    ['strategy/:subject', 'subject'],
    ['subjects/:subject', 'subject'],
    ['facts/:fact', 'fact'],
    ['claims/:claim', 'claim'],
  ] as const) {
    const parameter = path.split(':')[1]!
    // `/x/*` matches `/x` too.
    watch.use(`/offices/:office/${path}/*`, noteReads(named, parameter))
  }
  return watch
})()
