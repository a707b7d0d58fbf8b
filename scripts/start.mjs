// `npm start`: make ready what is missing, then run Gusul in this process, so that signals reach it.
import { prepare, root } from './prepare.mjs'

try {
  await prepare()
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { run } = await import(new URL('dist/gusul.mjs', root).href)
process.exit(await run(['serve', ...process.argv.slice(2)]))
