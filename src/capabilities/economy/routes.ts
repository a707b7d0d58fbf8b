import { createRoutes } from '#api/route'
import { claimRoutes } from './routes/claims.ts'
import { impactRoutes } from './routes/impact.ts'
import { tableRoutes } from './routes/tables.ts'

/** The economy: tables, impact of projects, announced effects. */
export const economyRoutes = createRoutes().route('/', tableRoutes).route('/', impactRoutes).route('/', claimRoutes)
