import type { accountsRoutes } from '#capabilities/accounts/routes'
import { createClient } from '#web/shell/api'

/** The typed client of accounts. */
export const client = createClient<typeof accountsRoutes>()
