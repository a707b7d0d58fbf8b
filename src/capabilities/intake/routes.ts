import { createRoutes } from '#api/route'
import { documentRoutes } from './routes/documents.ts'
import { extractorRoutes } from './routes/extractor.ts'
import { identityRoutes } from './routes/identity.ts'
import { rereadingRoutes } from './routes/rereading.ts'
import { reviewRoutes } from './routes/review.ts'
import { watchRoutes } from './routes/watches.ts'

/** Everything of intake and review under /api/v1. */
export const intakeRoutes = createRoutes()
  .route('/', documentRoutes)
  .route('/', reviewRoutes)
  .route('/', identityRoutes)
  .route('/', rereadingRoutes)
  .route('/', watchRoutes)
  .route('/', extractorRoutes)
