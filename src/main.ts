import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { type Logger, pino } from 'pino'
import { type ApiClient, apiClient } from '#api/cli/client'
import type { Command } from '#api/cli/command'
import type { ApiEnv, Caller } from '#api/env'
import { createFirstAdministratorLink, identify, operatorCaller } from '#capabilities/accounts/index'
import { holderOf } from '#store/data-folder'
import { StoreError } from '#store/errors'
import { startJobs } from '#store/jobs'
import { openStore, type Store } from '#store/store'
import { runCli } from '#surfaces/cli/cli'
import { type RunOptions, runOptions } from '#surfaces/cli/options'
import { terminalIo } from '#surfaces/cli/terminal'
import { createApp } from '#surfaces/http/app'
import { consoleRoutes } from '#surfaces/http/console'
import { expectFreePort, type Listening, listen, PortTaken } from '#surfaces/http/listen'
import { apiRoutes } from '#surfaces/http/routes'
import { StaticFiles } from '#surfaces/http/static-files'
import { jobHandlers, pages, startDemo, toolCommands } from './wiring.ts'

/** The folder with package.json, wherever this file was built to. */
export const packageRoot = (() => {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
})()

const version = (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version

/** Gusul, put together: the store, the queue and the application. */
export interface Application {
  store: Store
  app: OpenAPIHono<ApiEnv>
  close: () => Promise<void>
}

/** Open the store, start the queue and build the application. `operator` lets the person at this machine's own command line in. */
export async function openApplication(options: RunOptions, log: Logger, operator: string | null = null): Promise<Application> {
  const store = await openStore({
    folder: options.folder,
    databaseUrl: options.databaseUrl,
    databaseAppUrl: options.databaseAppUrl,
    localSettingsOnly: options.citus,
    log: (message) => log.warn(message),
  })
  try {
    const jobs = await startJobs(store, jobHandlers, { log: (message) => log.warn(message) })
    const files = new StaticFiles(join(packageRoot, 'dist/web'))
    const app = createApp({
      store,
      log,
      proxy: { trusted: options.trustProxy },
      identify: (request, from) => identifyWithOperator(request, from, operator),
      api: apiRoutes,
      pages: [consoleRoutes(files), ...pages(files)],
      now: () => new Date(),
    })
    return {
      store,
      app,
      close: async () => {
        await jobs.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

async function identifyWithOperator(request: Request, store: Store, operator: string | null): Promise<Caller> {
  const given = request.headers.get('authorization')
  if (operator && given?.startsWith('Bearer operator_')) {
    const a = Buffer.from(given.slice('Bearer operator_'.length))
    const b = Buffer.from(operator)
    return a.length === b.length && timingSafeEqual(a, b) ? operatorCaller(store) : { kind: 'anonymous' }
  }
  return identify(request, store)
}

/** Where a running server says how the command line of the same machine reaches it; readable by its owner alone. */
const serverFile = (folder: string) => join(folder, 'server.json')

/** Run the server until it is told to stop. */
async function serveForever(options: RunOptions): Promise<number> {
  const started = performance.now()
  const log = pino({ level: options.logLevel }, pino.destination({ dest: 2, sync: false }))
  const say = (line: string) => process.stdout.write(`${line}\n`)
  let application: Application | undefined
  let listening: Listening | undefined
  let stopping: Promise<void> | undefined
  const stop = () =>
    (stopping ??= (async () => {
      rmSync(serverFile(options.folder), { force: true })
      await listening?.close()
      await application?.close()
    })())
  const ended = new Promise<number>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!stopping) say('멈추는 중입니다… (stopping)')
        stop().then(
          () => resolve(0),
          (error) => {
            log.error({ err: error }, 'could not stop cleanly')
            resolve(1)
          },
        )
      })
  })
  await expectFreePort(options.host, options.port)
  say(`자료 폴더: ${options.folder}`)
  const operator = randomBytes(32).toString('base64url')
  application = await openApplication(options, log, operator)
  try {
    if (!options.empty) await startDemo(application.store, log, say)
    listening = await listen((request, env) => application!.app.fetch(request, env as never), options.host, options.port)
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    writeFileSync(serverFile(options.folder), JSON.stringify({ url: `http://127.0.0.1:${listening.port}`, operator }), { mode: 0o600 })
  } catch (error) {
    await stop()
    throw error
  }
  const origin = options.publicUrl ?? listening.url
  const link = await createFirstAdministratorLink(application.store, origin)
  say('')
  say(`구슬이 돌고 있습니다 (Gusul ${version}, ${((performance.now() - started) / 1000).toFixed(1)} s)`)
  say(`  공개 화면 Public page   ${origin}/`)
  say(`  콘솔 Console            ${origin}/console`)
  if (link) {
    say('')
    say('처음입니다. 이 주소에서 관리자를 만드세요 (한 번만 쓸 수 있습니다):')
    say(`  First start: make the administrator here (works once)`)
    say(`  ${link}`)
  }
  say('')
  say('멈추려면 Ctrl-C')
  return ended
}

/** The API for a command: a server that was named, the one that runs on this data folder, or the folder itself. */
async function openApi(given: Record<string, unknown>, closers: (() => Promise<void>)[], locale: 'ko' | 'en'): Promise<ApiClient> {
  const server = (given.server as string | undefined) ?? process.env.GUSUL_SERVER
  if (server) {
    const token = (given.token as string | undefined) ?? process.env.GUSUL_TOKEN ?? null
    return apiClient((path, init) => fetch(new URL(path, server), init), token, locale)
  }
  const options = runOptions(given, process.env, packageRoot)
  if (holderOf(options.folder) !== null && existsSync(serverFile(options.folder))) {
    const { url, operator } = JSON.parse(readFileSync(serverFile(options.folder), 'utf8')) as { url: string; operator: string }
    return apiClient((path, init) => fetch(new URL(path, url), init), `operator_${operator}`, locale)
  }
  const operator = randomBytes(32).toString('base64url')
  const application = await openApplication(options, pino({ level: 'error' }, pino.destination(2)), operator)
  closers.push(application.close)
  return apiClient(async (path, init) => application.app.request(path, init), `operator_${operator}`, locale)
}

const serveCommand: Command = {
  name: 'serve',
  usage: '[--port 4000] [--host 127.0.0.1] [--data DIR] [--empty]',
  ko: '구슬을 돌립니다',
  en: 'run Gusul',
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    empty: { type: 'boolean' },
    'trust-proxy': { type: 'boolean' },
    'public-url': { type: 'string' },
    log: { type: 'string' },
  },
  run: ({ options }) =>
    serveForever(runOptions({ ...options, trustProxy: options['trust-proxy'], publicUrl: options['public-url'] }, process.env, packageRoot)),
}

/** Run a command line in this process and give its exit code. Faults that a person can mend are one line, without a stack. */
export async function run(argv: readonly string[]): Promise<number> {
  const closers: (() => Promise<void>)[] = []
  try {
    return await runCli(argv, {
      commands: [serveCommand, ...toolCommands],
      io: terminalIo(),
      version,
      locale: /^en/i.test(process.env.LC_ALL ?? process.env.LANG ?? '') && !process.env.GUSUL_KO ? 'en' : 'ko',
      isPlain,
      api: (given, spoken) => openApi(given, closers, spoken),
    })
  } finally {
    for (const close of closers) await close()
  }
}

/** Whether an error is one that the person at the terminal can mend. */
const isPlain = (error: unknown): error is Error => error instanceof StoreError || error instanceof PortTaken || error instanceof RangeError
