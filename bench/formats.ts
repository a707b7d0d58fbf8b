/**
 * How long an officer's 200 mixed files (20 MB) take to become text on two threads: HWP, HWPX, DOCX, XLSX, PDF, CSV, HTML, EML and zip, each with pictures beside its
 * words as real ones have. Limit: a minute, of which reading and keeping want their part. Prints the time of each format and the ratio of the whole to the limit.
 */
import { unzipSync, zipSync } from 'fflate'
import { letter } from '#capabilities/intake/formats/fixtures/letter'
import { docx, hwp, hwpx } from '#capabilities/intake/formats/fixtures/office'
import { flowed, pdf } from '#capabilities/intake/formats/fixtures/pdf'
import { workbook } from '#capabilities/intake/formats/fixtures/workbook'
import { closeFormats, parseFile } from '#capabilities/intake/formats/parse-file'

const limitSeconds = 60
const targetBytes = 20_000_000

const sentence = (at: number) =>
  `새솔시는 ${at}번째 협약에서 누리${at}테크가 새솔산업단지 ${(at * 37) % 900}천㎡에 ${(at * 53) % 4000}억원을 투자하고 ${(at * 11) % 700}명을 고용한다고 밝혔다. `
const words = (from: number, count: number) => Array.from({ length: count }, (_, at) => sentence(from + at))
const table = (from: number) => [
  ['기업', '투자액(억원)', '면적(천㎡)', '고용(명)'],
  ...Array.from({ length: 40 }, (_, at) => [`누리${from + at}테크`, String(100 + at), String(30 + at), String(200 + at)]),
]
/** A picture: bytes that no packing makes smaller. */
const picture = (bytes: number, seed: number) => {
  const out = new Uint8Array(bytes)
  let state = seed | 1
  for (let at = 0; at < bytes; at++) {
    state = Math.imul(state, 1664525) + 1013904223
    out[at] = state >>> 24
  }
  return out
}
const withPicture = (bytes: Uint8Array, name: string, seed: number) => zipSync({ ...unzipSync(bytes), [name]: [picture(60_000, seed), { level: 0 }] })

const makers: [string, number, (seed: number) => Uint8Array | Promise<Uint8Array>][] = [
  ['hwp', 40, (seed) => hwp(words(seed, 500))],
  ['hwpx', 40, (seed) => withPicture(hwpx([...words(seed, 250), table(seed), ...words(seed + 7, 250)]), 'BinData/image1.png', seed)],
  ['docx', 25, (seed) => withPicture(docx([...words(seed, 250), table(seed), ...words(seed + 7, 250)]), 'word/media/image1.png', seed)],
  ['xlsx', 25, (seed) => workbook(500 + (seed % 7))],
  ['pdf', 40, (seed) => pdf(Array.from({ length: 14 }, (_, page) => flowed(words(seed + page, 25).join(''))))],
  [
    'csv',
    10,
    (seed) =>
      Buffer.from(`기업,투자액(억원),고용(명)\n${Array.from({ length: 3000 }, (_, at) => `누리${seed + at}테크,${at},${at % 300}\n`).join('')}`),
  ],
  [
    'html',
    10,
    (seed) =>
      Buffer.from(
        `<!doctype html><html><head><title>보도자료 ${seed}</title></head><body><article>${words(seed, 400)
          .map((one) => `<p>${one}</p>`)
          .join('')}</article></body></html>`,
      ),
  ],
  [
    'eml',
    5,
    (seed) => letter({ subject: `보도자료 ${seed}`, text: words(seed, 50).join('\n') }, [{ name: '협약.docx', bytes: docx(words(seed, 100)) }]),
  ],
  [
    'zip',
    5,
    (seed) =>
      zipSync({ '협약.hwpx': hwpx(words(seed, 200)), '계획.docx': docx(words(seed, 200)), '설명.txt': Buffer.from(words(seed, 100).join('\n')) }),
  ],
]

const files: { name: string; kind: string; bytes: Uint8Array }[] = []
for (const [kind, count, make] of makers)
  for (let at = 0; at < count; at++) files.push({ name: `문서 ${at}.${kind}`, kind, bytes: await make(at * 101 + 3) })
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)

const times = new Map<string, { bytes: number; characters: number; seconds: number }>()
let failed = 0
const started = performance.now()
for (const [kind] of makers) {
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
