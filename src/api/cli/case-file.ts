import type { z } from '@hono/zod-openapi'
import { expectedBy, midSentence, nearestIssues, valueAt } from '../expected.ts'
import type { CommandContext } from './command.ts'

/** What is wrong with the case of a command, in the language of the reader, and the exit code: 2 for wrong words on the command line, 1 for a file that cannot be used. */
export class CaseError extends Error {
  override readonly name = 'CaseError'
  constructor(
    message: string,
    readonly exit: 1 | 2 = 1,
  ) {
    super(message)
  }
}

type Locale = CommandContext['locale']
const say = (locale: Locale, ko: string, en: string): string => (locale === 'ko' ? ko : en)

/**
 * The bytes of the one file that a command takes, or of standard input where it is `-`.
 * @throws CaseError without a file, with more than one, or for one that cannot be read
 */
export async function caseBytes(context: CommandContext, command: string): Promise<{ file: string; bytes: Uint8Array }> {
  const [file, ...more] = context.words
  if (file === undefined || more.length > 0)
    throw new CaseError(
      say(
        context.locale,
        `파일 하나를 적으십시오: gusul ${command} CASE.json (표준 입력은 -)`,
        `expected one file, such as: gusul ${command} CASE.json (- for standard input)`,
      ),
      2,
    )
  return { file, bytes: file === '-' ? await context.io.readStdin() : await fileBytes(context, file) }
}

/** The bytes of a file that a command names. @throws CaseError for one that is not there or cannot be read */
export async function fileBytes(context: CommandContext, file: string): Promise<Uint8Array> {
  try {
    return await context.io.readFile(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    throw new CaseError(
      code === 'ENOENT'
        ? say(context.locale, `파일이 없습니다: ${file}. 경로를 확인하십시오`, `expected a file, got "${file}", which is not there: check the path`)
        : say(
            context.locale,
            `파일을 읽지 못했습니다: ${file} (${code ?? (error as Error).message})`,
            `expected a file that can be read, got "${file}" (${code ?? (error as Error).message})`,
          ),
    )
  }
}

/** The value of a JSON text. @throws CaseError with the place where it stops being JSON */
export function jsonOf(text: string, file: string, locale: Locale): unknown {
  const bare = text.replace(/^\ufeff/, '')
  if (bare.trim() === '') throw new CaseError(say(locale, `${file}: 빈 파일입니다. JSON을 적으십시오`, `${file}: expected JSON, got an empty file`))
  try {
    return JSON.parse(bare)
  } catch (error) {
    const at = /position (\d+)/.exec((error as Error).message)?.[1]
    const line = at === undefined ? null : bare.slice(0, Number(at)).split('\n').length
    const where = line === null ? '' : say(locale, ` (${line}번째 줄)`, ` (line ${line})`)
    throw new CaseError(
      say(
        locale,
        `${file}: JSON이 아닙니다${where}: ${(error as Error).message}. 쉼표, 따옴표, 괄호를 확인하십시오`,
        `${file}: expected JSON, got something else${where}: ${(error as Error).message}; check commas, quotes and brackets`,
      ),
    )
  }
}

/**
 * A case held to its shape. Fields that the shape does not know are named on standard error and left out: nothing is dropped in silence.
 * @throws CaseError with every field that is wrong: where, what was expected, what came
 */
export function checkedCase<S extends z.ZodType>(context: CommandContext, schema: S, value: unknown, file: string, example: string): z.infer<S> {
  const { locale } = context
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CaseError(
      say(
        locale,
        `${file}: 묶음({ … }) 하나가 있어야 하는데 ${shown(value)}이(가) 있습니다. 예는 ${example}에 있습니다`,
        `${file}: expected one object { … }, got ${shown(value)}; see the example in ${example}`,
      ),
    )
  const read = schema.safeParse(value)
  if (!read.success) {
    const lines = nearestIssues(read.error.issues).map((issue) => {
      const path = issue.path.join('.') || say(locale, '전체', 'case')
      const came = valueAt(value, issue.path)
      return came === undefined
        ? say(locale, `  ${path}: 빠졌습니다${wanted(issue, 'ko')}`, `  ${path}: expected a value${wanted(issue, 'en')}, got nothing`)
        : say(
            locale,
            `  ${path}: 있어야 할 것은 ${expectedBy(issue, 'ko')}, 적힌 것은 ${shown(came)}`,
            `  ${path}: expected ${midSentence(expectedBy(issue, 'en'))}, got ${shown(came)}`,
          )
    })
    throw new CaseError(
      [
        say(locale, `${file}: 고칠 곳이 ${lines.length}군데 있습니다`, `${file}: ${lines.length} fields are not right`),
        ...lines,
        say(
          locale,
          `고친 뒤 다시 하십시오. 칸의 뜻과 예는 ${example}에 있습니다`,
          `Correct them and run it again; the fields and an example are in ${example}`,
        ),
      ].join('\n'),
    )
  }
  for (const path of unknownKeys(value, read.data))
    context.io.stderr(
      say(locale, `주의: "${path}"은(는) 모르는 칸이라 쓰지 않았습니다\n`, `note: "${path}" is no field of a case and was not used\n`),
    )
  return read.data
}

type Issue = z.core.$ZodIssue

/** What belongs where nothing stands. */
function wanted(issue: Issue, locale: Locale): string {
  const { expected } = issue as { expected?: string }
  if (expected === undefined) return ''
  return say(locale, ` (${kinds[expected] ?? expected})`, ` (${expected})`)
}

const kinds: Readonly<Record<string, string>> = { string: '글', number: '수', int: '정수', boolean: 'true 또는 false', array: '목록', object: '묶음' }

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 80)

/** Keys of what was written that are not in what was read, by their paths; notes (`_…`, `$…`) are nobody's mistake. */
function unknownKeys(given: unknown, read: unknown, path = ''): string[] {
  if (Array.isArray(given) && Array.isArray(read)) return given.flatMap((one, i) => unknownKeys(one, read[i], `${path}${i}.`))
  if (!isObject(given) || !isObject(read)) return []
  return Object.entries(given).flatMap(([key, value]) =>
    key in read ? unknownKeys(value, read[key], `${path}${key}.`) : /^[_$]/.test(key) || value === undefined ? [] : [`${path}${key}`],
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
