// `node scripts/kernel-bytes.mjs`: assembles the WebAssembly kernels of the economics engine from src/engines/economy/algebra/kernel-*.ts and writes their bytes beside them.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const folder = fileURLToPath(new URL('../src/engines/economy/algebra/', import.meta.url))
const { outputFiles } = await build({ entryPoints: [`${folder}kernel-assembly.ts`], bundle: true, format: 'esm', write: false, logLevel: 'warning' })
const { assembled } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
const lines = (bytes) =>
  Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,136}/g)
    .map((line) => `    '${line}',\n`)
    .join('')
const entries = Object.entries(assembled()).map(([use, bytes]) => `  ${use}: [\n${lines(bytes)}  ].join(''),\n`)
writeFileSync(
  `${folder}kernel-bytes.ts`,
  `/** The bytes of the kernels in base64, written by scripts/kernel-bytes.mjs from kernel-assembly.ts. */\nexport const kernelText = {\n${entries.join('')}} as const\n`,
)
