import { createRoutes } from '#api/route'
import { installationRoutes } from './routes/installation.ts'
import { linkRoutes } from './routes/links.ts'
import { meRoutes } from './routes/me.ts'
import { memberRoutes } from './routes/members.ts'
import { officeRoutes } from './routes/offices.ts'
import { sessionRoutes } from './routes/session.ts'

/** Every route of accounts, under /api/v1. */
export const accountsRoutes = createRoutes()
  .route('/', sessionRoutes)
  .route('/', meRoutes)
  .route('/', linkRoutes)
  .route('/', officeRoutes)
  .route('/', memberRoutes)
  .route('/', installationRoutes)
