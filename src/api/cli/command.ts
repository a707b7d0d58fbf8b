import type { ApiClient } from './client.ts'

/** Where a command reads and writes. */
export interface CommandIo {
  stdout: (text: string) => void
  stderr: (text: string) => void
  readFile: (path: string) => Promise<Uint8Array>
  writeFile: (path: string, bytes: Uint8Array | string) => Promise<void>
  readStdin: () => Promise<Uint8Array>
  /** Whether standard output is a terminal: people get a summary, pipes get data. */
  terminal: boolean
  /** Whether it shows colours. */
  colour: boolean
}

/** What a command finds: its words and options, the API (opened on first use) and where it writes. */
export interface CommandContext {
  /** Positional words after the command's name. */
  words: readonly string[]
  /** Long options: `--as-of 2024-01-01` is `options['as-of']`; a repeated option is a list. */
  options: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>
  io: CommandIo
  /** The API of a running server (--server, GUSUL_SERVER, with GUSUL_TOKEN), else of the data folder itself. */
  api: () => Promise<ApiClient>
  /** The language to print in: --lang, else that of the terminal (LC_ALL, LANG), Korean where it says nothing else. */
  locale: 'ko' | 'en'
  /** The office's slug: --office, GUSUL_OFFICE, or the only office there is. */
  office: () => Promise<string>
}

/** A command of the CLI. */
export interface Command {
  name: string
  /** `gusul read FILE…`: what stands behind the name, and one line in Korean and English. */
  usage: string
  ko: string
  en: string
  /** Its options, besides --data --server --token --office --lang --help that every command has. */
  options?: Readonly<Record<string, { type: 'string' | 'boolean'; multiple?: boolean; short?: string }>>
  /** @returns the exit code: 0 done, 1 did not work, 2 wrong words */
  run: (context: CommandContext) => Promise<number>
}

/** The text of an option, or undefined. */
export const optionText = (context: CommandContext, name: string): string | undefined => {
  const value = context.options[name]
  return typeof value === 'string' ? value : undefined
}

/** Whether a flag was given. */
export const optionFlag = (context: CommandContext, name: string): boolean => context.options[name] === true

/** The words of the language that the command prints in. `wordsIn({ locale: 'en' })('협약이 없습니다', 'no agreements') // => 'no agreements'` */
export const wordsIn =
  (context: Pick<CommandContext, 'locale'>) =>
  (ko: string, en: string): string =>
    context.locale === 'en' ? en : ko
