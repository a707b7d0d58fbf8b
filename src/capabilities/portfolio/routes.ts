import { createRoutes } from '#api/route'
import { exportRoutes } from './routes/exports.ts'
import { figureRoutes } from './routes/figures.ts'
import { identityRoutes } from './routes/identity.ts'
import { milestoneRoutes } from './routes/milestones.ts'
import { overviewRoutes } from './routes/overview.ts'
import { projectRoutes } from './routes/projects.ts'
import { stageRoutes } from './routes/stages.ts'
import { viewRoutes } from './routes/views.ts'

/** Every route of the portfolio, under /api/v1. */
export const portfolioRoutes = createRoutes()
  .route('/', projectRoutes)
  .route('/', stageRoutes)
  .route('/', milestoneRoutes)
  .route('/', identityRoutes)
  .route('/', figureRoutes)
  .route('/', viewRoutes)
  .route('/', overviewRoutes)
  .route('/', exportRoutes)
