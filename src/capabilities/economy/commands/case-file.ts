import type { z } from 'zod'
import { CaseError, caseBytes, checkedCase, jsonOf } from '#api/cli/case-file'
import type { CommandContext } from '#api/cli/command'
import { EconomyError } from '#engines/economy/index'
import { refusalInKorean } from '#engines/economy/korean-refusals'

/** The case of a command: a JSON file, or `-` for standard input, checked against its schema. @throws CaseError that names the fields */
export async function readCase<S extends z.ZodType>(context: CommandContext, schema: S, command: string): Promise<z.infer<S>> {
  const { file, bytes } = await caseBytes(context, command)
  return checkedCase(context, schema, jsonOf(new TextDecoder().decode(bytes), file, context.locale), file, 'docs/economy.md')
}

/** A refusal of the engine in the language of the reader: what is wrong and what to do. */
export function refusalWords(error: EconomyError, locale: CommandContext['locale']): string {
  const said = refusalInKorean(error)
  return locale === 'en' || said.what === null ? error.message : `${said.what}. ${said.fix ?? error.fix}`
}

/**
 * Says what went wrong with a case on standard error.
 * @returns the exit code; anything that is no fault of the case is thrown again
 */
export function tellFault(context: CommandContext, error: unknown): number {
  if (error instanceof CaseError) {
    context.io.stderr(`${error.message}\n`)
    return error.exit
  }
  if (!(error instanceof EconomyError)) throw error
  context.io.stderr(`${refusalWords(error, context.locale)}\n`)
  return 1
}
