/** One field of a form that the server refused: where, what was expected, what came. */
export interface ProblemField {
  path: string
  expected: string
  got?: string
}

/** An answer of the server that is not a success (RFC 9457), its words already in the reader's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly fields: readonly ProblemField[]
  readonly status: number

  constructor(problem: { status: number; code: string; title: string; detail?: string; fields?: readonly ProblemField[] }) {
    super(problem.detail ? `${problem.title} ${problem.detail}` : problem.title)
    this.status = problem.status
    this.code = problem.code
    this.title = problem.title
    this.detail = problem.detail
    this.fields = problem.fields ?? []
  }
}

/** The server did not answer: no network, or it is stopped. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

/** Read a failed response as a problem. A body that is no problem+json (a proxy's page) gives the status alone. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const text = await response.text()
  let body: Record<string, unknown> = {}
  if (response.headers.get('content-type')?.includes('json')) {
    try {
      const parsed: unknown = JSON.parse(text)
      if (parsed !== null && typeof parsed === 'object') body = parsed as Record<string, unknown>
    } catch {
      // A cut-off body: the status still says what happened.
    }
  }
  return new ProblemError({
    status: response.status,
    code: typeof body.code === 'string' ? body.code : `http-${response.status}`,
    title: typeof body.title === 'string' ? body.title : `HTTP ${response.status}${response.statusText ? ` ${response.statusText}` : ''}`,
    detail: typeof body.detail === 'string' ? body.detail : undefined,
    fields: Array.isArray(body.fields) ? (body.fields as ProblemField[]) : [],
  })
}

/** What the server refused about one field, or undefined: `fieldProblem(error, 'email')`. */
export function fieldProblem(error: unknown, path: string): ProblemField | undefined {
  return error instanceof ProblemError ? error.fields.find((field) => field.path === path) : undefined
}
