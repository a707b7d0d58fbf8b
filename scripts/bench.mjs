// `npm run bench -- NAME [words]`: run one measurement of bench/ and print its ratios; without a name, list them.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepare, root } from './prepare.mjs'

const here = fileURLToPath(root)
const names = readdirSync(`${here}bench`)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
const [name, ...words] = process.argv.slice(2)
if (!name || !names.includes(name)) {
  console.log(`npm run bench -- NAME, one of: ${names.join(', ')}`)
  process.exit(name ? 2 : 0)
}
await prepare({ quiet: true, web: name === 'first-load' || name === 'startup' })
const child = spawn(process.execPath, ['--expose-gc', '--import', 'tsx', `bench/${name}.ts`, ...words], { cwd: here, stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
