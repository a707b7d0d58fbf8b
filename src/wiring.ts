import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Logger } from 'pino'
import type { Command } from '#api/cli/command'
import type { ApiEnv } from '#api/env'
import { accountsCommands } from '#capabilities/accounts/commands/index'
import { agreementsCommands } from '#capabilities/agreements/commands/index'
import { analysesCommands } from '#capabilities/analyses/commands/index'
import { awardsCommands } from '#capabilities/awards/commands/index'
import { commands as checksCommands } from '#capabilities/checks/commands/index'
import { citizensCommands } from '#capabilities/citizens/commands/index'
import { citizensJobs } from '#capabilities/citizens/index'
import { compareCommands } from '#capabilities/compare/commands/index'
import { custodyCommands } from '#capabilities/custody/commands/index'
import { seedDemo } from '#capabilities/demo/index'
import { economyCommands } from '#capabilities/economy/commands/index'
import { firmsCommands } from '#capabilities/firms/commands/index'
import { checkCommand } from '#capabilities/intake/commands/check'
import { intakeCommands } from '#capabilities/intake/commands/index'
import { read } from '#capabilities/intake/commands/read-words'
import { suites } from '#capabilities/intake/commands/suites'
import { intakeJobs } from '#capabilities/intake/jobs'
import { interchangeCommands } from '#capabilities/interchange/commands/index'
import { interchangeJobs } from '#capabilities/interchange/jobs'
import { partnersCommands } from '#capabilities/partners/commands/index'
import { pledgesCommands } from '#capabilities/pledges/commands/index'
import { portfolioCommands } from '#capabilities/portfolio/commands/index'
import { publishingCommands } from '#capabilities/publishing/commands/index'
import { ratesCommands } from '#capabilities/rates/commands/index'
import { rollUpCommands } from '#capabilities/rollup/commands/index'
import { rollUpJobs } from '#capabilities/rollup/index'
import { strategyCommands } from '#capabilities/strategy/commands/index'
import { twinsCommands } from '#capabilities/twins/commands/index'
import { twinsJobs } from '#capabilities/twins/jobs'
import { worklistCommands } from '#capabilities/worklist/commands/index'
import { worklistJobs } from '#capabilities/worklist/jobs'
import type { JobHandler } from '#store/jobs'
import { openStore, type Store } from '#store/store'
import { runOptions } from '#surfaces/cli/options'
import type { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'

/** What the queue can do: one handler a kind of job, from every capability. */
export const jobHandlers: Readonly<Record<string, JobHandler>> = {
  ...worklistJobs,
  ...twinsJobs,
  ...intakeJobs,
  ...interchangeJobs,
  ...citizensJobs,
  ...rollUpJobs,
}

/** Every command besides `serve`, from every capability. */
export const toolCommands: readonly Command[] = [
  read,
  suites,
  ...intakeCommands,
  ...portfolioCommands,
  ...accountsCommands,
  ...publishingCommands,
  ...economyCommands,
  ...firmsCommands,
  checkCommand,
  ...checksCommands,
  ...ratesCommands,
  ...analysesCommands,
  ...interchangeCommands,
  ...pledgesCommands,
  ...strategyCommands,
  ...agreementsCommands,
  ...awardsCommands,
  ...partnersCommands,
  ...compareCommands,
  ...worklistCommands,
  ...twinsCommands,
  ...citizensCommands,
  ...rollUpCommands,
  ...custodyCommands((given, migrations) => {
    const options = runOptions(given, process.env, process.cwd())
    return openStore({ ...options, localSettingsOnly: options.citus, migrations })
  }),
]

/** Pages outside the API and the console. */
export const pages = (files: StaticFiles): readonly OpenAPIHono<ApiEnv>[] => [portalRoutes(files)]

/** Put the demo workspace into an installation that has no office yet. */
export async function startDemo(store: Store, _log: Logger, say: (line: string) => void): Promise<void> {
  const made = await seedDemo(store, new Date())
  if (made.length > 0) say(`시범 기관을 만들었습니다 (demonstration): ${made.join(', ')}`)
}
