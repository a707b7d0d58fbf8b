import { basename, extname, join } from 'node:path'
import { type GuideReading, toGuideShape } from '#engines/reading/guide-shape'
import { readDocument } from '#engines/reading/read-document'
import type { Commitment, Mention, Reading, Slot, StageEvent } from '#engines/reading/reading'
import type { ParsedText } from '../formats/types.ts'
import { NoTextInFile, partsOfFile } from '../service/file-text.ts'

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
}

export interface ReadIo {
  readFile: (path: string) => Promise<Uint8Array>
  writeFile: (path: string, text: string) => Promise<void>
  stdout: (text: string) => void
  stderr: (text: string) => void
}

/** Exit codes that scripts can use. */
export const READ_DONE = 0
export const READ_SOME_FAILED = 1
export const READ_WRONG_WORDS = 2

/**
 * `gusul read [--json] [--out DIR] [--published DATE] [--explain] FILE…` without a server.
 * A terminal gets a summary, `--json` one line of JSON a file in the shape of the label guide, `--out` one file of it a document.
 * Every format that Gusul takes is read; the files of an archive are read one by one. A file that cannot be read is named on standard error and the others are read all the same.
 *
 * @returns 0 all read, 1 some file could not be read, 2 the words were wrong
 */
export async function readCommand(args: ReadArguments, io: ReadIo): Promise<number> {
  if (args.files.length === 0) {
    io.stderr('expected at least one file, such as: gusul read article.txt\n')
    return READ_WRONG_WORDS
  }
  if (args.published !== undefined && !isDay(args.published)) {
    io.stderr(`--published expects a day such as 2024-11-28, got "${args.published}"\n`)
    return READ_WRONG_WORDS
  }
  const twice = args.out === undefined ? undefined : sameName(args.files)
  if (twice !== undefined) {
    io.stderr(`two files would both be written as ${twice}.json in ${args.out}: read them in two calls\n`)
    return READ_WRONG_WORDS
  }
  let failed = 0
  for (const file of args.files) {
    try {
      const parts = await partsOfFile(await io.readFile(file), basename(file))
      for (const part of parts) {
        const name = parts.length === 1 ? file : join(file, part.name)
        if (part.parsed.ok) await readOne(name, part.parsed, args, io)
        else {
          failed++
          io.stderr(`${name}: ${new NoTextInFile(part.parsed).message}\n`)
        }
      }
    } catch (error) {
      failed++
      io.stderr(`${file}: ${(error as Error).message}\n`)
    }
  }
  return failed === 0 ? READ_DONE : READ_SOME_FAILED
}

async function readOne(file: string, source: ParsedText, args: ReadArguments, io: ReadIo): Promise<void> {
  const reading = readDocument(source.text, {
    published: args.published ?? source.publishedOn ?? undefined,
    ...(source.outlet === null ? {} : { outlet: source.outlet }),
  })
  const explain = args.explain === true
  if (args.out !== undefined) await io.writeFile(join(args.out, `${nameOf(file)}.json`), `${JSON.stringify(asJson(file, reading, explain))}\n`)
  if (args.json) io.stdout(`${JSON.stringify(asJson(file, reading, explain))}\n`)
  else if (args.out === undefined) io.stdout(summary(file, reading, explain, args.colour === true))
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

const SLOTS = ['subject', 'indicator', 'what', 'place', 'start', 'due', 'stage'] as const

const EVENT_SLOTS = ['subject', 'what', 'place', 'date', 'stage'] as const

/** One slot with its rule and the words it was read from. */
function explained(reading: Reading, name: string, slot: Slot<unknown> | null): string {
  const where = slot?.span ? ` [${slot.span.start}-${slot.span.end}] “${reading.text.slice(slot.span.start, slot.span.end)}”` : ''
  return `               ${name.padEnd(10)} ${JSON.stringify(slot?.value ?? null)}  ${slot?.rule ?? ''}${where}`
}

const slotsOf = (c: Commitment): Record<string, Slot<unknown>> => Object.fromEntries(SLOTS.map((name) => [name, c[name]]))

const plain = (text: string): string => text
const paint = (colour: boolean, code: string): ((text: string) => string) => (colour ? (text) => `\u001b[${code}m${text}\u001b[0m` : plain)

/** What a person at a terminal sees: commitments with their sentence, then how many mentions of each kind. */
function summary(file: string, reading: Reading, explain: boolean, colour: boolean): string {
  const bold = paint(colour, '1')
  const dim = paint(colour, '2')
  const cyan = paint(colour, '36')
  const green = paint(colour, '32')
  const lines: string[] = []
  lines.push(bold(`${file}${reading.title ? `  ${reading.title.text}` : ''}`))
  lines.push(
    dim(
      `  ${reading.published ? `${reading.published.date} (${reading.published.source})` : 'no date found: relative dates stay open, give --published'}${reading.outlet ? ` · ${reading.outlet.name}` : ''}`,
    ),
  )
  for (const c of reading.commitments) {
    const mention = reading.mentions[c.mention]!
    lines.push(
      `  ${green(c.stage.value.padEnd(12))} ${cyan(amountOf(mention))} ${c.indicator.value} · ${c.subject.value ?? '—'}${c.place.value ? ` @ ${c.place.value}` : ''}${c.due.value ? ` → ${dateText(c.due.value)}` : ''}`,
    )
    lines.push(dim(`               “${reading.text.slice(c.evidence.start, c.evidence.end).replace(/\s+/g, ' ').slice(0, 160)}”`))
    if (explain) for (const name of SLOTS) lines.push(dim(explained(reading, name, c[name])))
  }
  for (const e of reading.stages) {
    lines.push(
      `  ${green(e.stage.value.padEnd(12))} ${cyan(reading.text.slice(e.stage.span?.start ?? 0, e.stage.span?.end ?? 0))} · ${e.subject.value ?? '—'}${e.counterpart.length > 0 ? ` + ${e.counterpart.map((one) => one.value).join(', ')}` : ''}${e.place.value ? ` @ ${e.place.value}` : ''}${e.date.value ? ` on ${dateText(e.date.value)}` : ''}`,
    )
    lines.push(dim(`               “${reading.text.slice(e.evidence.start, e.evidence.end).replace(/\s+/g, ' ').slice(0, 160)}”`))
    if (explain) for (const name of EVENT_SLOTS) lines.push(dim(explained(reading, name, e[name])))
  }
  if (explain) for (const m of reading.mentions) lines.push(dim(`  ${`${m.start}-${m.end}`.padEnd(12)} ${m.kind.padEnd(13)}${m.text}  ${m.rule}`))
  const counts = new Map<string, number>()
  for (const m of reading.mentions) counts.set(m.kind, (counts.get(m.kind) ?? 0) + 1)
  lines.push(
    dim(
      `  ${reading.commitments.length} commitments, ${reading.stages.length} stages; ${[...counts].map(([kind, count]) => `${count} ${kind}`).join(', ') || 'no mentions'}`,
    ),
  )
  return `${lines.join('\n')}\n`
}

const amountOf = (m: Mention): string => m.text.replace(/\s+/g, ' ')

const dateText = (value: Commitment['due']['value']): string =>
  value === null ? '' : typeof value === 'string' ? value : `${value.from}–${value.to}`
