import { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '#api/env'
import type { StaticFiles } from './static-files.ts'

/** The console: one page whose script does the rest, and the files that the build made. Everything it shows comes from the API. */
export function consoleRoutes(files: StaticFiles): OpenAPIHono<ApiEnv> {
  const routes = new OpenAPIHono<ApiEnv>()
  routes.get('/console', (c) => files.answer(c, 'index.html') ?? c.notFound())
  routes.get('/console/*', (c) => {
    const name = c.req.path.slice('/console/'.length)
    if (files.has(name)) return files.answer(c, name)!
    // a path with an ending is a file that is not there; anything else is a screen of the console
    return /\.[a-z0-9]+$/i.test(name) ? c.notFound() : (files.answer(c, 'index.html') ?? c.notFound())
  })
  return routes
}
