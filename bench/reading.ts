import { readDocument } from '#engines/reading/read-document'

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

const seconds = (work: () => void): number => {
  const from = process.hrtime.bigint()
  work()
  return Number(process.hrtime.bigint() - from) / 1e9
}

const best = (times: number, work: () => void): number => Math.min(...Array.from({ length: times }, () => seconds(work)))

/** The plainest scan there is: one expression for a number with a unit. */
function plainScan(text: string): number {
  // a fresh expression, run by hand: the engine keeps the matches of the last whole-text call
  const number = /\d[\d,.]*\s?(?:조|억|만|천)?\s?(?:원|㎡|명|%|년|월|일)/g
  let count = 0
  while (number.exec(text) !== null) count++
  return count
}

const warm = textOfBytes(300_000)
readDocument(warm, { published: '2024-05-09' })

const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000]
const perByte: number[] = []
for (const size of sizes) {
  const text = textOfBytes(size)
  const bytes = Buffer.byteLength(text)
  const repeats = Math.max(1, Math.min(200, Math.floor(3_000_000 / bytes)))
  const read = best(3, () => {
    for (let k = 0; k < repeats; k++) readDocument(text, { published: '2024-05-09' })
  })
  const scan = best(3, () => {
    for (let k = 0; k < repeats; k++) plainScan(text)
  })
  perByte.push(read / repeats / bytes)
  console.log(
    `reading ${String(bytes).padStart(9)} bytes: ${((bytes * repeats) / read / 1e6).toFixed(2)} MB/s; plain one-expression scan ${((bytes * repeats) / scan / 1e6).toFixed(1)} MB/s; ratio ${(read / scan).toFixed(1)}`,
  )
}
console.log(`cost per byte, largest to smallest text: ${(perByte.at(-1)! / perByte[0]!).toFixed(2)}`)

// the Korean tokeniser from npm is installed for this bench alone and may be absent
try {
  const name = 'lindera-wasm'
  const lindera = (await import(name)) as {
    TokenizerBuilder?: new () => {
      setDictionary: (uri: string) => void
      setMode: (mode: string) => void
      build: () => { tokenize: (text: string) => unknown }
    }
  }
  if (lindera.TokenizerBuilder) {
    const builder = new lindera.TokenizerBuilder()
    builder.setDictionary('embedded://ko-dic')
    builder.setMode('normal')
    const tokenizer = builder.build()
    const text = textOfBytes(100_000)
    const tokens = best(2, () => void tokenizer.tokenize(text))
    const read = best(3, () => void readDocument(text, { published: '2024-05-09' }))
    console.log(`lindera-wasm takes ${(tokens / read).toFixed(1)} times as long for the same text`)
  }
} catch {
  console.log('lindera-wasm is not installed: its ratio is not measured')
}
