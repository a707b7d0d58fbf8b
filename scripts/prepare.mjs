// Makes a fresh clone ready: libraries, then the two builds. Each step is skipped when what it would make is there already.
// Uses nothing but Node, because it runs before anything is installed.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = new URL('../', import.meta.url)
const path = (name) => fileURLToPath(new URL(name, root))

function expectNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Gusul needs Node.js 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`)
  process.exit(1)
}

const hash = (text) => createHash('sha256').update(text).digest('hex')
const read = (name) => (existsSync(path(name)) ? readFileSync(path(name), 'utf8') : '')

/** A fingerprint of source files by name, size and time of change: fast, and wrong only on the side of building once more. */
function fingerprint(folders) {
  const lines = []
  for (const folder of folders) {
    const full = path(folder)
    if (!existsSync(full)) continue
    if (statSync(full).isFile()) {
      lines.push(`${folder} ${hash(readFileSync(full))}`)
      continue
    }
    for (const entry of readdirSync(full, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || entry.name.endsWith('.test.ts')) continue
      const file = `${entry.parentPath ?? entry.path}/${entry.name}`
      const { size, mtimeMs } = statSync(file)
      lines.push(`${file} ${size} ${mtimeMs}`)
    }
  }
  return hash(lines.sort().join('\n'))
}

function run(command, args, { label, quiet, env }) {
  return new Promise((resolve, reject) => {
    const from = Date.now()
    const tty = process.stderr.isTTY && !quiet
    if (!quiet) process.stderr.write(`${label} …${tty ? '' : '\n'}`)
    const tick = tty
      ? setInterval(() => process.stderr.write(`\r${label} … ${Math.round((Date.now() - from) / 1000)} s `), 500)
      : quiet
        ? undefined
        : setInterval(() => process.stderr.write(`  ${label}: ${Math.round((Date.now() - from) / 1000)} s\n`), 10_000)
    const output = []
    const child = spawn(command, args, { cwd: fileURLToPath(root), stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } })
    child.stdout.on('data', (data) => output.push(data))
    child.stderr.on('data', (data) => output.push(data))
    child.on('error', reject)
    child.on('exit', (code) => {
      clearInterval(tick)
      if (code === 0) {
        if (!quiet) process.stderr.write(`${tty ? '\r' : ''}${label}: ${((Date.now() - from) / 1000).toFixed(1)} s   \n`)
        resolve()
      } else {
        process.stderr.write(Buffer.concat(output))
        reject(new Error(`${label} failed (exit code ${code}); the lines above say why`))
      }
    })
  })
}

/** npm as the one that started us, or the one on the path. */
const npm = () => (process.env.npm_execpath?.endsWith('.js') ? [process.execPath, [process.env.npm_execpath]] : ['npm', []])

async function installLibraries(quiet) {
  const wanted = hash(read('package-lock.json') + read('package.json').replace(/"scripts": \{[^}]*\}/, ''))
  if (existsSync(path('node_modules/.gusul-installed')) && read('node_modules/.gusul-installed') === wanted) return
  const [command, first] = npm()
  // not `npm ci`: the lock lists platform binaries that some registries do not carry for every platform
  await run(command, [...first, 'install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error', '--include=dev'], {
    label: '라이브러리 설치 (installing libraries)',
    quiet,
  })
  writeFileSync(path('node_modules/.gusul-installed'), hash(read('package-lock.json') + read('package.json').replace(/"scripts": \{[^}]*\}/, '')))
}

const lockFile = '.cache/prepare.lock'

/** One at a time: a second start waits for the first to finish building. */
async function alone(work) {
  mkdirSync(path('.cache'), { recursive: true })
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(path(lockFile), String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const holder = Number(read(lockFile))
      let alive = false
      try {
        alive = holder > 0 && holder !== process.pid && process.kill(holder, 0)
      } catch (gone) {
        alive = gone.code === 'EPERM'
      }
      if (!alive || waited > 600_000) rmSync(path(lockFile), { force: true })
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
  try {
    return await work()
  } finally {
    rmSync(path(lockFile), { force: true })
  }
}

/** Whether something must be made; looked at without the lock so that a warm start pays nothing. */
const serverMark = () => fingerprint(['src', 'data', 'scripts/build.mjs', 'package-lock.json'])
const webMark = () => fingerprint(['web', 'src/quantity', 'src/record', 'src/engines', 'data', 'vite.config.ts', 'package-lock.json'])

export async function prepare({ quiet = false, web = true } = {}) {
  expectNode()
  const installed =
    existsSync(path('node_modules/.gusul-installed')) &&
    read('node_modules/.gusul-installed') === hash(read('package-lock.json') + read('package.json').replace(/"scripts": \{[^}]*\}/, ''))
  const serverBuilt = installed && existsSync(path('dist/gusul.mjs')) && read('dist/.server-mark') === serverMark()
  const webBuilt = installed && (!web || (existsSync(path('dist/web/index.html')) && read('dist/.web-mark') === webMark()))
  if (installed && serverBuilt && webBuilt) return
  await alone(async () => {
    await installLibraries(quiet)
    mkdirSync(path('dist'), { recursive: true })
    const server = serverMark()
    if (!existsSync(path('dist/gusul.mjs')) || read('dist/.server-mark') !== server) {
      await run(process.execPath, [path('scripts/build.mjs'), 'server'], { label: '서버 만들기 (building the server)', quiet })
      writeFileSync(path('dist/.server-mark'), server)
    }
    if (!web) return
    const mark = webMark()
    if (!existsSync(path('dist/web/index.html')) || read('dist/.web-mark') !== mark) {
      await run(process.execPath, [path('scripts/build.mjs'), 'web'], { label: '화면 만들기 (building the screens)', quiet })
      writeFileSync(path('dist/.web-mark'), mark)
    }
  })
}
