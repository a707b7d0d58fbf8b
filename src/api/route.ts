import { createRoute, OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './env.ts'
import { guard } from './guard.ts'
import type { Access } from './permission.ts'
import { answerProblem, Problem } from './problem.ts'
import { refusedInput } from './refused-input.ts'

/** Every route that was made, with who may call it; the security test walks this list and the OpenAPI page prints it. */
export interface MadeRoute {
  method: string
  path: string
  access: Access
}

/** A router whose bad input becomes a problem+json that names each field. */
export function createRoutes() {
  return new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return
      return answerProblem(c, refusedInput(result.target, result.error.issues, (result as { data?: unknown }).data))
    },
  })
}

const problemAnswer = (description: string) => ({ description, content: { 'application/problem+json': { schema: Problem } } })

/**
 * A route with its access. Adds the guard that enforces it, the problems that every route may answer, and the access itself to the OpenAPI page.
 *
 * @example route({ access: 'portfolio.read', method: 'get', path: '/offices/{office}/projects', summary: '…', responses: { 200: json(ProjectList) } })
 */
export function route<P extends string, R extends Omit<RouteConfig, 'path'> & { path: P; access: Access }>(config: R) {
  const { access, ...rest } = config
  const middleware = [guard(access), ...asList(rest.middleware)] as MiddlewareHandler<ApiEnv>[]
  const made = createRoute({
    ...rest,
    middleware,
    'x-gusul-access': access,
    responses: {
      ...rest.responses,
      ...(access === 'public' ? {} : { 401: problemAnswer('Not signed in'), 403: problemAnswer('Not allowed') }),
      422: problemAnswer('Invalid input'),
    },
  } as unknown as Omit<R, 'access'> & { middleware: MiddlewareHandler<ApiEnv>[] })
  return made
}

const asList = <T>(value: T | T[] | undefined): T[] => (value === undefined ? [] : Array.isArray(value) ? value : [value])

/** A JSON answer of a schema, for `responses`. */
export const json = <S extends z.ZodType>(schema: S, description = 'OK') => ({ description, content: { 'application/json': { schema } } })

/** A JSON body of a schema, for `request.body`. */
export const jsonBody = <S extends z.ZodType>(schema: S) => ({ required: true as const, content: { 'application/json': { schema } } })

/** `{office}` of the path: the office's slug. */
export const officeParam = z.object({ office: z.string().openapi({ param: { name: 'office', in: 'path' }, example: 'namyangju' }) })

/** Path parameters: the office and one id. */
export const officeAnd = <K extends string>(name: K) =>
  officeParam.extend({ [name]: z.uuid().openapi({ param: { name, in: 'path' } }) } as Record<K, z.ZodUUID>)
