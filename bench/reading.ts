/**
 * How fast a Korean text becomes claims: MB of UTF-8 a second on one core, from canonical text to claims, by length. Measured on the bundle that ships, not on
 * sources compiled as they load. Limits: 10 MB/s, and a cost a byte that the longest text does not exceed 1.3 times. In the same run, as ratios: the plainest scan
 * there is (one expression for a number with a unit), and a Korean tokeniser (lindera-wasm; docs/decisions/0030-tokeniser-for-the-bench.md).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import type { readDocument as Read } from '#engines/reading/read-document'
import { projectRoot } from '#support/server'

const folder = mkdtempSync(join(tmpdir(), 'gusul-bench-reading-'))
await build({
  absWorkingDir: projectRoot,
  entryPoints: ['src/engines/reading/read-document.ts'],
  outfile: join(folder, 'reading.mjs'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'warning',
})
const { readDocument } = (await import(pathToFileURL(join(folder, 'reading.mjs')).href)) as { readDocument: typeof Read }
rmSync(folder, { recursive: true })

/** One article of our own making; repeated with other figures so that no cache sees the same line twice. */
const paragraph = (n: number): string =>
  `새솔시는 ${n % 28 || 1}일 ㈜가람소재, 한올테크(주)와 투자협약을 맺었다. ㈜가람소재는 새솔국가산단 ${(n % 90) + 10},${String(100 + (n % 900))}㎡ 부지에 2028년까지 ${(n % 900) + 100}억 원을 들여 이차전지 소재 공장을 짓고 ${(n % 300) + 20}명을 새로 뽑는다.
시는 이와 함께 도비와 시비로 진입도로를 놓고, 입주 기업이 공장을 세우는 데 필요한 행정 절차를 한자리에서 돕기로 했다. 박서준 새솔시장은 “기업이 마음 놓고 투자할 수 있는 도시를 만들겠다”고 말했다.
지난해 이 지역의 제조업 생산은 전년보다 ${(n % 9) + 1}.${n % 10}% 늘었으나 청년 고용은 제자리에 머물렀다. 전문가들은 산업 구조를 바꾸려면 연구기관과 대학이 함께 움직여야 한다고 지적한다.
`

/** A Korean text of about so many bytes of UTF-8. */
function textOfBytes(bytes: number): string {
  const parts: string[] = []
  let size = 0
  for (let n = 1; size < bytes; n++) {
    const part = paragraph(n)
    parts.push(part)
    size += Buffer.byteLength(part)
  }
  return parts.join('')
}

/** Processor time, not time on the wall: what else the machine does is not the reader's. Collecting garbage counts. */
const seconds = (work: () => void): number => {
  const from = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1e6
}

/** Short rounds and many of them: what others do to the caches falls out of the best one. */
const best = (times: number, work: () => void): number => Math.min(...Array.from({ length: times }, () => seconds(work)))

/** The plainest scan there is: one expression for a number with a unit. */
function plainScan(text: string): number {
  // a fresh expression, run by hand: the engine keeps the matches of the last whole-text call
  const number = /\d[\d,.]*\s?(?:조|억|만|천)?\s?(?:원|㎡|명|%|년|월|일)/g
  let count = 0
  while (number.exec(text) !== null) count++
  return count
}

const options = { published: '2024-05-09' }
const warm = textOfBytes(300_000)
for (let k = 0; k < 5; k++) readDocument(warm, options)

const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
const perByte: number[] = []
for (const size of sizes) {
  const text = textOfBytes(size)
  const bytes = Buffer.byteLength(text)
  const repeats = Math.max(1, Math.min(100, Math.floor(300_000 / bytes)))
  const rounds = size >= 10_000_000 ? 3 : size >= 1_000_000 ? 10 : 40
  const read = best(rounds, () => {
    for (let k = 0; k < repeats; k++) readDocument(text, options)
  })
  const scan = best(rounds, () => {
    for (let k = 0; k < repeats; k++) plainScan(text)
  })
  perByte.push(read / repeats / bytes)
  const speed = (bytes * repeats) / read / 1e6
  console.log(
    `reading ${String(bytes).padStart(9)} bytes: ${speed.toFixed(2)} MB/s (/ 10 MB/s = ${(speed / 10).toFixed(2)}); plain one-expression scan ${((bytes * repeats) / scan / 1e6).toFixed(1)} MB/s; ratio ${(read / scan).toFixed(1)}`,
  )
}
console.log(`cost per byte, largest to smallest text: ${(perByte.at(-1)! / perByte[0]!).toFixed(2)}; limit 1.3`)
console.log(`memory of the process after 10 MB of text: ${Math.round(process.memoryUsage().rss / 1e6)} MB`)

/** The tokeniser is fetched once into a cache of this bench and is no dependency of Gusul. */
const tokeniser = { name: 'lindera-wasm', version: '1.1.0' }
const cache = join(projectRoot, 'node_modules', '.cache', 'gusul-bench', `${tokeniser.name}-${tokeniser.version}`)
const home = join(cache, 'node_modules', tokeniser.name)
if (!existsSync(home)) {
  mkdirSync(cache, { recursive: true })
  try {
    execFileSync('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', '--ignore-scripts', `${tokeniser.name}@${tokeniser.version}`], {
      stdio: 'ignore',
      timeout: 120_000,
    })
  } catch {
    console.log(`${tokeniser.name} could not be fetched from the registry: its ratio is not measured`)
    process.exit(0)
  }
}
interface Lindera {
  initSync: (module: { module: Uint8Array }) => unknown
  TokenizerBuilder: new () => {
    setDictionary: (uri: string) => void
    setMode: (mode: string) => void
    build: () => { tokenize: (text: string) => unknown[] }
  }
}
const lindera = (await import(pathToFileURL(join(home, 'lindera_wasm.js')).href)) as Lindera
lindera.initSync({ module: readFileSync(join(home, 'lindera_wasm_bg.wasm')) })
const builder = new lindera.TokenizerBuilder()
builder.setDictionary('embedded://ko-dic')
builder.setMode('normal')
const tokenizer = builder.build()
const text = textOfBytes(20_000)
const bytes = Buffer.byteLength(text)
const tokens = best(6, () => void tokenizer.tokenize(text))
const read = best(20, () => void readDocument(text, options))
console.log(
  `${tokeniser.name} ${tokeniser.version}: ${(bytes / tokens / 1e6).toFixed(3)} MB/s for cutting the same text into words alone; it takes ${(tokens / read).toFixed(1)} times as long as reading it`,
)
