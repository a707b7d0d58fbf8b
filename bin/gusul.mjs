#!/usr/bin/env node
// Builds what is missing or out of date, then runs the command line. Everything else is in src/main.ts.
import { prepare, root } from '../scripts/prepare.mjs'

const quiet = process.argv[2] !== 'serve'
try {
  await prepare({ quiet, web: process.argv[2] === 'serve' })
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
const { run } = await import(new URL('dist/gusul.mjs', root).href)
process.exitCode = await run(process.argv.slice(2))
// a server has closed all it opened when run() ends; nothing left may hold the process
if (process.exitCode !== undefined && process.argv[2] === 'serve') process.exit()
