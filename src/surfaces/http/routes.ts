import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from '#api/env'
import { accountsRoutes } from '#capabilities/accounts/routes'
import { agreementsRoutes } from '#capabilities/agreements/routes'
import { analysesRoutes } from '#capabilities/analyses/routes'
import { awardsRoutes } from '#capabilities/awards/routes'
import { checksRoutes } from '#capabilities/checks/routes'
import { citizensRoutes, commentRoutes } from '#capabilities/citizens/routes'
import { compareRoutes } from '#capabilities/compare/routes'
import { confidentialReads, custodyRoutes } from '#capabilities/custody/routes'
import { economyRoutes } from '#capabilities/economy/routes'
import { firmsRoutes } from '#capabilities/firms/routes'
import { intakeRoutes } from '#capabilities/intake/routes'
import { interchangeRoutes } from '#capabilities/interchange/routes'
import { partnersRoutes } from '#capabilities/partners/routes'
import { pledgesRoutes } from '#capabilities/pledges/routes'
import { portfolioRoutes } from '#capabilities/portfolio/routes'
import { publicRoutes, publishingRoutes } from '#capabilities/publishing/routes'
import { ratesRoutes } from '#capabilities/rates/routes'
import { rollUpRoutes } from '#capabilities/rollup/routes'
import { strategyRoutes } from '#capabilities/strategy/routes'
import { twinsRoutes } from '#capabilities/twins/routes'
import { worklistRoutes } from '#capabilities/worklist/routes'

/** Every router under /api/v1, one a capability, behind what watches reads of confidential records. The access test walks them all. */
export const apiRoutes: readonly OpenAPIHono<ApiEnv>[] = [
  confidentialReads,
  accountsRoutes,
  intakeRoutes,
  publishingRoutes,
  publicRoutes,
  portfolioRoutes,
  checksRoutes,
  ratesRoutes,
  analysesRoutes,
  compareRoutes,
  worklistRoutes,
  twinsRoutes,
  custodyRoutes,
  interchangeRoutes,
  citizensRoutes,
  commentRoutes,
  rollUpRoutes,
  pledgesRoutes,
  strategyRoutes,
  agreementsRoutes,
  awardsRoutes,
  partnersRoutes,
  economyRoutes,
  firmsRoutes,
]
