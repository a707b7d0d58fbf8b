// `npm test`: make ready, check types and style, run every test (unit, processes, browser), and end with one line: "N passed, N failed".
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { prepare, root } from './prepare.mjs'

const here = fileURLToPath(root)
const only = process.argv.slice(2)

const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })

let passed = 0
let failed = 0
let skipped = 0
/** What failed, told again at the very end: whoever sees only the last lines still sees why. */
const failures = []

/** A check that has no tests of its own counts as one. */
async function check(label, command, args) {
  console.log(`\n── ${label}`)
  if ((await run(command, args)) === 0) passed++
  else {
    failed++
    failures.push(label)
  }
}

async function tests(project) {
  mkdirSync(`${here}.cache`, { recursive: true })
  const report = `${here}.cache/tests-${project}.json`
  rmSync(report, { force: true })
  console.log(`\n── tests: ${project}`)
  const code = await run(process.execPath, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...only,
  ])
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'))
    passed += result.numPassedTests
    failed += result.numFailedTests
    skipped += result.numPendingTests + (result.numTodoTests ?? 0)
    // a file that could not be loaded has no tests to fail, and yet it failed
    if (code !== 0 && result.numFailedTests === 0) {
      failed += Math.max(1, result.numFailedTestSuites ?? 1)
      failures.push(`${project}: a file could not be loaded (exit code ${code})`)
    }
    for (const file of result.testResults)
      for (const one of file.assertionResults) if (one.status === 'failed') failures.push(`${file.name.replace(here, '')}: ${one.fullName}`)
  } catch {
    failed++
    failures.push(`${project}: the tests did not run to their end (exit code ${code})`)
  }
}

try {
  await prepare()
  if (only.length === 0) {
    const tsc = ['node_modules/typescript/bin/tsc', '-p']
    for (const project of ['engines', 'server', 'web']) await check(`types: ${project}`, process.execPath, [...tsc, `tsconfig.${project}.json`])
    await check('style', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
  }
  await tests('unit')
  await tests('flow')
} catch (error) {
  failed++
  failures.push(error.message)
}
console.log(failures.map((one) => `\nFAILED ${one}`).join(''))
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
