import { createRoutes } from '#api/route'
import { exportRoutes } from './routes/exports.ts'
import { importRoutes } from './routes/imports.ts'
import { publicExportRoutes } from './routes/public.ts'

/** Everything that goes in and out in bulk. */
export const interchangeRoutes = createRoutes().route('/', exportRoutes).route('/', importRoutes).route('/', publicExportRoutes)
