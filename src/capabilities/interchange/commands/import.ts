import { basename } from 'node:path'
import type { ApiClient } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { ImportChange, ImportRun } from '../schemas.ts'
import { problemOf } from './export.ts'

/** `gusul import`: bring a file, show what it would do, and do it. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE [--dry-run] [--conflicts keep|replace] [--reason …] [--json]   |   list   |   undo IMPORT',
  ko: 'XLSX·CSV를 가져옵니다: 달라지는 칸을 보이고, 틀린 줄만 빼고 한꺼번에 적습니다',
  en: 'import XLSX or CSV: shows every change, leaves rows with errors out, is undone as one',
  options: {
    'dry-run': { type: 'boolean' },
    conflicts: { type: 'string' },
    reason: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const [first, second, ...more] = context.words
    if (first === 'list' && second === undefined) return list(context)
    if (first === 'undo' && second !== undefined && more.length === 0) return undo(context, second)
    if (first === undefined || second !== undefined) throw new RangeError('expected one file, such as: gusul import projects.xlsx --dry-run')
    return bring(context, first)
  },
}

async function bring(context: CommandContext, path: string): Promise<number> {
  const conflicts = optionText(context, 'conflicts') ?? 'keep'
  if (conflicts !== 'keep' && conflicts !== 'replace') throw new RangeError(`expected --conflicts keep or replace, got "${conflicts}"`)
  const api = await context.api()
  const office = await context.office()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await context.io.readFile(path))], basename(path)))
  const answer = await api.raw('POST', `/offices/${office}/imports`, { body: form, headers: { 'idempotency-key': crypto.randomUUID() } })
  if (!answer.ok) throw await problemOf(answer)
  let run = await ended(context, api, office, (await answer.json()) as ImportRun)
  const changes = await changesOf(api, office, run.id)
  const dry = optionFlag(context, 'dry-run')
  const waits = run.counts.changes + run.counts.additions + (conflicts === 'replace' ? run.counts.conflicts : 0) > 0
  if (run.state === 'checked' && !dry && waits) {
    const order = { conflicts, reason: optionText(context, 'reason') ?? null }
    // from what the order answers on: the run as it was checked has ended already, and would not be waited for
    run = await ended(context, api, office, await api.post<ImportRun>(`/offices/${office}/imports/${run.id}/apply`, order))
  }
  const told = dry || !waits ? changes : await changesOf(api, office, run.id)
  if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify({ ...run, items: told }, null, 1)}\n`)
  else context.io.stdout(`${[...told.map((one) => lineOf(one, context.locale)), ...summaryOf(run, dry, context.locale)].join('\n')}\n`)
  const done = run.state === 'applied' || (run.state === 'checked' && (dry || !waits))
  return done && run.counts.errors === 0 ? 0 : 1
}

/** Waits for the work to end, with its true progress on a terminal. */
async function ended(context: CommandContext, api: ApiClient, office: string, run: ImportRun): Promise<ImportRun> {
  let now = run
  for (let pause = 50; ['checking', 'applying', 'undoing'].includes(now.state); pause = Math.min(pause * 1.5, 700)) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    now = await api.get<ImportRun>(`/offices/${office}/imports/${run.id}`)
    if (context.io.terminal && now.total) context.io.stderr(`\r${now.state} ${now.progress} / ${now.total}   `)
  }
  if (context.io.terminal && now.total) context.io.stderr('\n')
  return now
}

async function changesOf(api: ApiClient, office: string, id: string): Promise<ImportChange[]> {
  const items: ImportChange[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: ImportChange[]; next: string | null } = await api.get(
      `/offices/${office}/imports/${id}/changes?limit=500${cursor ? `&cursor=${cursor}` : ''}`,
    )
    items.push(...page.items)
    cursor = page.next
  }
  return items
}

function lineOf(one: ImportChange, locale: 'ko' | 'en'): string {
  const word = wordsIn({ locale })
  const shown = (value: string | null) => value ?? word('(빈 칸)', '(empty)')
  const place = `${one.sheet} ${one.cell ?? word(`${one.row}행`, `row ${one.row}`)}`
  if (one.kind === 'error')
    return `✗ ${place} ${one.columnName?.[locale] ?? ''}: ${one.expected?.[locale] ?? ''}${word('. 받은 값: ', '. Got: ')}${shown(one.after)}. ${one.todo?.[locale] ?? ''}`
  if (one.kind === 'addition') return `+ ${place} ${one.subjectName ?? ''}: ${one.after ?? ''}`
  const by = one.heldBy ? ` (${word('지금 값', 'held by')}: ${one.heldBy}, ${one.heldSince?.slice(0, 10) ?? ''})` : ''
  return `${one.kind === 'conflict' ? '!' : '·'} ${place} ${one.subjectName ?? ''} ${one.columnName?.[locale] ?? ''}: ${shown(one.before)} → ${shown(one.after)}${by}`
}

function summaryOf(run: ImportRun, dry: boolean, locale: 'ko' | 'en'): string[] {
  const word = wordsIn({ locale })
  const { changes, additions, conflicts, errors, applied, left } = run.counts
  if (run.state === 'refused') return [run.refusal?.[locale] ?? word('가져올 수 없는 파일입니다', 'the file cannot be imported')]
  return [
    ...run.warnings.map((one) => one[locale]),
    word(
      `줄 ${run.rows}, 그대로 ${run.unchanged}, 바뀜 ${changes}, 더함 ${additions}, 부딪힘 ${conflicts}, 틀린 줄 ${errors}`,
      `rows ${run.rows}, as they were ${run.unchanged}, changed ${changes}, added ${additions}, in conflict ${conflicts}, with errors ${errors}`,
    ),
    run.state === 'applied'
      ? word(
          `적었습니다: ${applied}, 남김 ${left}. 물리려면: gusul import undo ${run.id}`,
          `written: ${applied}, left: ${left}. To take it back: gusul import undo ${run.id}`,
        )
      : dry
        ? word('적지 않았습니다 (--dry-run)', 'nothing was written (--dry-run)')
        : word('적을 것이 없습니다', 'there is nothing to write'),
  ]
}

async function list(context: CommandContext): Promise<number> {
  const page = await (await context.api()).get<{ items: ImportRun[] }>(`/offices/${await context.office()}/imports?limit=100`)
  if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(page, null, 1)}\n`)
  else for (const run of page.items) context.io.stdout(`${run.id}\t${run.state}\t${run.madeAt.slice(0, 16)}\t${run.madeBy ?? ''}\t${run.fileName}\n`)
  return 0
}

async function undo(context: CommandContext, id: string): Promise<number> {
  const api = await context.api()
  const office = await context.office()
  const run = await ended(context, api, office, await api.post<ImportRun>(`/offices/${office}/imports/${encodeURIComponent(id)}/undo`))
  if (optionFlag(context, 'json') || !context.io.terminal) context.io.stdout(`${JSON.stringify(run, null, 1)}\n`)
  else
    context.io.stdout(`${wordsIn(context)('물렸습니다. 그 뒤에 다시 고쳐 둔 것', 'taken back; changed again since and kept')}: ${run.counts.kept}\n`)
  return run.state === 'undone' ? 0 : 1
}
