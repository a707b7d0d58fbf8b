import { readDocument } from '#engines/reading/read-document'

/** A press release of our own making in each language; the figures change so that no line is read twice. */
const PARAGRAPHS: Readonly<Record<string, (n: number) => string>> = {
  en: (
    n,
  ) => `Garam Materials Co., Ltd. signed a memorandum of understanding with Saesol City to invest KRW ${(n % 900) + 100} billion in a battery plant at the Saesol Industrial Complex. Under the agreement, the company will build the plant on a ${(n % 90) + 10},${String(100 + (n % 900))}-square-meter site by the end of 2028 and create ${(n % 300) + 20} new jobs.
The city will also build access roads and help tenants with the permits that they need before construction can begin. "We want a place where companies can invest with confidence," said Saesol Mayor Park Min-seo after the ceremony.
Industrial production in the region grew ${(n % 9) + 1}.${n % 10} percent last year, yet youth employment stood still. Observers say that research institutes and universities have to move together to change the structure of the local economy.
`,
  zh: (
    n,
  ) => `加兰材料有限公司与新松市政府签署谅解备忘录，计划到2028年底前投资${(n % 900) + 100}亿韩元，在新松产业园区建设占地${(n % 90) + 10}万平方米的电池工厂，预计创造${(n % 300) + 20}个就业岗位。
市政府还将修建进场道路，并帮助入驻企业办理开工前所需的各项手续。市长朴敏瑞表示，希望打造一座让企业放心投资的城市。
去年该地区工业生产增长${(n % 9) + 1}.${n % 10}%，但青年就业没有起色。专家指出，要改变产业结构，研究机构和高校必须共同行动。
`,
  ja: (
    n,
  ) => `カラム素材株式会社は新松市と投資に関する覚書を締結した。2028年末までに${(n % 900) + 100}億ウォンを投資し、新松産業団地に敷地面積${(n % 90) + 10}万平方メートルの電池工場を建設し、${(n % 300) + 20}人を新たに雇用する計画だ。
市は進入道路を整備し、入居企業が着工までに必要とする手続きも支援する。朴敏瑞市長は「企業が安心して投資できる街をつくりたい」と述べた。
昨年、この地域の鉱工業生産は前年より${(n % 9) + 1}.${n % 10}%増えたが、若者の雇用は横ばいだった。専門家は、産業構造を変えるには研究機関と大学が共に動く必要があると指摘する。
`,
}

function textOfBytes(language: string, bytes: number): string {
  const parts: string[] = []
  let size = 0
  for (let n = 1; size < bytes; n++) {
    const part = PARAGRAPHS[language]!(n)
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
const plainScan = (text: string): number => text.match(/\d[\d,.]*\s?(?:billion|million|亿|億|万)?\s?(?:won|percent|平方|人|%|年|月|日)/g)?.length ?? 0

for (const language of Object.keys(PARAGRAPHS)) {
  readDocument(textOfBytes(language, 300_000), { published: '2024-05-09' })
  const perByte: number[] = []
  for (const size of [1_000, 100_000, 3_000_000]) {
    const text = textOfBytes(language, size)
    const bytes = Buffer.byteLength(text)
    const repeats = Math.max(1, Math.min(200, Math.floor(1_000_000 / bytes)))
    const read = best(3, () => {
      for (let k = 0; k < repeats; k++) readDocument(text, { published: '2024-05-09' })
    })
    const scan = best(3, () => {
      for (let k = 0; k < repeats; k++) plainScan(text)
    })
    perByte.push(read / repeats / bytes)
    console.log(
      `reading ${language} ${String(bytes).padStart(8)} bytes: ${((bytes * repeats) / read / 1e6).toFixed(2)} MB/s; ratio to a plain one-expression scan ${(read / scan).toFixed(1)}`,
    )
  }
  console.log(`${language}: cost per byte, largest to smallest text: ${(perByte.at(-1)! / perByte[0]!).toFixed(2)}`)
}
