import { basename, extname, join } from 'node:path'
import { type GuideReading, toGuideShape } from '#engines/reading/guide-shape'
import { readDocument } from '#engines/reading/read-document'
import type { Reading, StageEvent } from '#engines/reading/reading'
import type { ParsedText } from '../formats/types.ts'
import { fileTrouble, hasPlaces, partsOfFile } from '../service/file-text.ts'
import { placeInFile } from '../service/place-in-file.ts'
import { slotsOf } from './read-slots.ts'
import { summaryOf } from './read-summary.ts'

export interface ReadArguments {
  files: readonly string[]
  json?: boolean
  /** Folder that gets one `<name>.json` a file. */
  out?: string | undefined
  /** `YYYY-MM-DD`; holds for all files of the call. */
  published?: string | undefined
  /** Show which rule made which slot. */
  explain?: boolean
  colour?: boolean
  /** The language of a summary and of what cannot be read. */
  locale?: 'ko' | 'en'
}

export interface ReadIo {
  readFile: (path: string) => Promise<Uint8Array>
  readStdin: () => Promise<Uint8Array>
  writeFile: (path: string, text: string) => Promise<void>
  stdout: (text: string) => void
  stderr: (text: string) => void
}

/** Exit codes that scripts can use. */
export const READ_DONE = 0
export const READ_SOME_FAILED = 1
export const READ_WRONG_WORDS = 2

/**
 * `gusul read [--json] [--out DIR] [--published DATE] [--explain] FILE…|-` without a server; `-` is standard input.
 * A terminal gets a summary, `--json` one line of JSON a file in the shape of the label guide, `--out` one file of it a document.
 * Every format that Gusul takes is read; the files of an archive are read one by one. A file that cannot be read is named on standard error and the others are read all the same.
 *
 * @returns 0 all read, 1 some file could not be read, 2 the words were wrong
 */
export async function readCommand(args: ReadArguments, io: ReadIo): Promise<number> {
  const { locale = 'ko' } = args
  const say = (ko: string, en: string) => (locale === 'ko' ? ko : en)
  if (args.files.length === 0) {
    io.stderr(
      say(
        '파일을 적어 주세요. 이를테면 gusul read 보도자료.hwpx (-는 표준 입력)\n',
        'expected at least one file, such as: gusul read article.txt (- is standard input)\n',
      ),
    )
    return READ_WRONG_WORDS
  }
  if (args.published !== undefined && !isDay(args.published)) {
    io.stderr(
      say(
        `--published에는 2024-11-28처럼 달력에 있는 날을 적어 주세요. 받은 값: "${args.published}"\n`,
        `--published expects a day such as 2024-11-28, got "${args.published}"\n`,
      ),
    )
    return READ_WRONG_WORDS
  }
  const twice = args.out === undefined ? undefined : sameName(args.files)
  if (twice !== undefined) {
    io.stderr(
      say(
        `두 파일이 모두 ${args.out}의 ${twice}.json이 됩니다. 따로 읽어 주세요.\n`,
        `two files would both be written as ${twice}.json in ${args.out}: read them in two calls\n`,
      ),
    )
    return READ_WRONG_WORDS
  }
  const names = new Set<string>()
  let failed = 0
  for (const word of args.files) {
    const file = word === '-' ? 'stdin' : word
    try {
      const parts = await partsOfFile(word === '-' ? await io.readStdin() : await io.readFile(word), basename(file))
      for (const part of parts) {
        const name = parts.length === 1 ? file : join(file, part.name)
        if (part.parsed.ok) await readOne(name, part.parsed, names, args, io)
        else {
          failed++
          io.stderr(`${name}: ${part.parsed.detail[locale]} (${part.parsed.reason})\n`)
        }
      }
    } catch (error) {
      failed++
      io.stderr(`${file}: ${fileTrouble(error, locale)}\n`)
    }
  }
  return failed === 0 ? READ_DONE : READ_SOME_FAILED
}

async function readOne(file: string, source: ParsedText, names: Set<string>, args: ReadArguments, io: ReadIo): Promise<void> {
  const { locale = 'ko', explain = false } = args
  for (const warning of source.warnings) io.stderr(`${file}: ${warning[locale]}\n`)
  const reading = readDocument(source.text, {
    published: args.published ?? source.publishedOn ?? undefined,
    ...(source.outlet === null ? {} : { outlet: source.outlet }),
  })
  const json = () => `${JSON.stringify({ ...asJson(file, reading, explain), warnings: source.warnings })}\n`
  if (args.out !== undefined) await io.writeFile(join(args.out, `${freeName(nameOf(file), names)}.json`), json())
  if (args.json) io.stdout(json())
  else if (args.out === undefined)
    io.stdout(
      summaryOf(file, reading, {
        locale,
        explain,
        colour: args.colour === true,
        placeOf: (start, end) => (hasPlaces(source.format) ? (placeInFile(source.map, { start, end })?.[locale] ?? null) : null),
      }),
    )
}

/** Two files of one archive may have one name in two folders: none of them is written over the other. */
function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} (${number})`
  taken.add(free)
  return free
}

const isDay = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

const nameOf = (file: string): string => basename(file, extname(file))

function sameName(files: readonly string[]): string | undefined {
  const seen = new Set<string>()
  for (const file of files) {
    const name = nameOf(file)
    if (seen.has(name)) return name
    seen.add(name)
  }
  return undefined
}

function asJson(file: string, reading: Reading, explain: boolean): GuideReading & Record<string, unknown> {
  const shape = toGuideShape(reading)
  return {
    doc: nameOf(file),
    reader: reading.reader,
    version: reading.version,
    published: reading.published?.date ?? null,
    ...shape,
    stages: reading.stages.map(stageAsJson),
    ...(explain
      ? {
          explain: {
            mentions: reading.mentions.map((m) => ({ text: m.text, rule: m.rule, certainty: m.certainty })),
            commitments: reading.commitments.map(slotsOf),
            stages: reading.stages.map(({ evidence: _, certainty: __, ...slots }) => slots),
          },
        }
      : {}),
  }
}

/** A step without an amount, beside the commitments, in the manner of the label guide. */
const stageAsJson = (e: StageEvent) => ({
  stage: e.stage.value,
  subject: e.subject.value,
  counterpart: e.counterpart.map((slot) => slot.value),
  what: e.what?.value ?? null,
  date: e.date.value,
  place: e.place.value,
  evidence: [e.evidence.start, e.evidence.end] as const,
})
