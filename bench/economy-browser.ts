/**
 * How long a shock on 561 sectors (17 regions by 33 sectors) takes in Chromium, on the page's own thread, by the engine as it ships to the console: the first one, with everything that must be
 * made ready for it (coefficients, kernel, memory), and those after it; and all multipliers. Limit: 20 ms. Also without WebAssembly, as under a policy that forbids it.
 * `npm run bench -- economy-browser [sectors]`
 */
import { build } from 'esbuild'
import { launchBrowser } from '#support/chromium'
import { projectRoot } from '#support/server'

const sectors = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 561)
const { outputFiles } = await build({
  absWorkingDir: projectRoot,
  entryPoints: ['src/engines/economy/index.ts'],
  bundle: true,
  minify: true,
  format: 'iife',
  globalName: 'economy',
  target: 'es2022',
  write: false,
})

/** What runs in the page. */
const measure = ({ n, plain }: { n: number; plain: boolean }) => {
  const { economy } = globalThis as unknown as { economy: typeof import('#engines/economy/index') }
  if (plain) Reflect.deleteProperty(globalThis, 'WebAssembly')
  let state = 561
  const even = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const a = economy.matrixOf(n, n, even)
  for (let j = 0; j < n; j++) {
    let sum = 0
    for (let i = 0; i < n; i++) sum += a.values[i * n + j]!
    const share = 0.3 + 0.4 * even()
    for (let i = 0; i < n; i++) a.values[i * n + j]! *= share / sum
  }
  const demand = Array.from({ length: n }, () => 1000 * even())
  const timed = (work: () => unknown): number => {
    const from = performance.now()
    work()
    return performance.now() - from
  }
  const model = economy.modelFromCoefficients(a)
  const first = timed(() => economy.demandShock(model, demand))
  const after = Array.from({ length: 41 }, () => timed(() => economy.demandShock(model, demand))).sort((x, y) => x - y)
  const all = Array.from({ length: 21 }, () => timed(() => economy.outputMultipliers(model))).sort((x, y) => x - y)
  const output = economy.demandShock(model, demand).value.output
  let worst = 0
  for (let i = 0; i < n; i++) {
    let made = demand[i]!
    for (let j = 0; j < n; j++) made += a.values[i * n + j]! * output[j]!
    worst = Math.max(worst, Math.abs(made - output[i]!) / Math.abs(output[i]!))
  }
  return { first, middle: after[20]!, slowest: after[40]!, multipliers: all[10]!, worst }
}

for (const plain of [false, true]) {
  const browser = await launchBrowser()
  try {
    if (!plain)
      console.log(`Chromium ${browser.version()}, ${sectors} sectors; the engine is ${(outputFiles[0]!.contents.length / 1024).toFixed(0)} KB`)
    const page = await browser.newPage()
    await page.setContent('<!doctype html><title>bench</title>')
    await page.addScriptTag({ content: outputFiles[0]!.text })
    // tsx keeps the names of inner functions by a helper that the page does not have
    await page.evaluate('globalThis.__name = (one) => one')
    const { first, middle, slowest, multipliers, worst } = await page.evaluate(measure, { n: sectors, plain })
    const ratio = (time: number) => `${time.toFixed(2)} ms, ratio to 20 ms = ${(time / 20).toFixed(2)}`
    console.log(
      `${plain ? 'plain code' : 'WebAssembly SIMD'}: first shock ${ratio(first)}; later ones ${ratio(middle)} (slowest of 41: ${slowest.toFixed(2)} ms); all multipliers ${ratio(multipliers)}; x = A·x + f to ${worst.toExponential(1)}`,
    )
  } finally {
    await browser.close()
  }
}
