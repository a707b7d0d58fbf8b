import type { z } from 'zod'
import type { CommandContext } from '#api/cli/command'

/** What is wrong with a case file, in one line. */
export class CaseError extends Error {
  override readonly name = 'CaseError'
}

/** The case of a command: a JSON file, or `-` for standard input, checked against its schema. @throws CaseError that names the field */
export async function readCase<S extends z.ZodType>(context: CommandContext, schema: S): Promise<z.infer<S>> {
  const path = context.words[0]
  if (path === undefined || context.words.length > 1) throw new CaseError('expected one case file, such as CASE.json, or - for standard input')
  const bytes =
    path === '-'
      ? await context.io.readStdin()
      : await context.io.readFile(path).catch(() => Promise.reject(new CaseError(`expected a file, got "${path}"`)))
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new CaseError(`${path}: ${(error as Error).message}`)
  }
  const checked = schema.safeParse(value)
  if (checked.success) return checked.data
  throw new CaseError(`${path}: ${checked.error.issues.map((one) => `${one.path.join('.') || 'case'}: ${one.message}`).join('; ')}`)
}
