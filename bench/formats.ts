/**
 * How long an officer's 200 mixed files (20 MB) take to become text on two threads: HWP, HWPX, DOCX, XLSX, PDF, CSV, HTML, EML and zip, each with pictures beside its
 * words as real ones have. Limit: a minute, of which reading and keeping want their part. Prints the time of each format and the ratio of the whole to the limit.
 */
import { mixedFiles } from '#capabilities/intake/formats/fixtures/mixed-files'
import { closeFormats, parseFile } from '#capabilities/intake/formats/parse-file'

const limitSeconds = 60
const targetBytes = 20_000_000

const files = await mixedFiles()
const kinds = [...new Set(files.map((file) => file.kind))]
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)

const times = new Map<string, { bytes: number; characters: number; seconds: number }>()
let failed = 0
const started = performance.now()
for (const kind of kinds) {
  const from = performance.now()
  const own = files.filter((file) => file.kind === kind)
  const parsed = await Promise.all(own.map((file) => parseFile(file.bytes, { name: file.name })))
  failed += parsed.filter((one) => !one.ok).length
  const characters = parsed.reduce((sum, one) => sum + (one.ok && one.kind === 'text' ? one.text.length : 0), 0)
  times.set(kind, { bytes: own.reduce((sum, file) => sum + file.bytes.length, 0), characters, seconds: (performance.now() - from) / 1000 })
}
const seconds = (performance.now() - started) / 1000
await closeFormats()

for (const [kind, time] of times)
  console.log(
    `${kind.padEnd(5)} ${(time.bytes / 1e6).toFixed(1).padStart(5)} MB ${time.characters.toLocaleString('en').padStart(10)} characters ${time.seconds.toFixed(2).padStart(6)} s`,
  )
const scaled = (seconds * targetBytes) / bytes
console.log(
  `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB: ${seconds.toFixed(1)} s, ${failed} unread; at 20 MB ${scaled.toFixed(1)} s; / 60 s limit = ${(scaled / limitSeconds).toFixed(3)}`,
)
