import { basename } from 'node:path'
import { ApiProblem } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText } from '#api/cli/command'
import type { FirmsCheck, FirmView } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: readonly string[]): void {
  const whole = optionFlag(context, 'json') || !context.io.terminal
  context.io.stdout(whole ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`)
}

/** `gusul firms list`: the register. */
const list: Command = {
  name: 'firms list',
  usage: '[--q WORDS] [--ksic 26] [--place WORDS] [--json]',
  ko: '기업 명부를 보입니다',
  en: 'the register of firms',
  options: { ...json, q: { type: 'string' }, ksic: { type: 'string' }, place: { type: 'string' } },
  run: async (context) => {
    const query = new URLSearchParams({ limit: '500' })
    for (const name of ['q', 'ksic', 'place'] as const) {
      const value = optionText(context, name)
      if (value !== undefined) query.set(name, value)
    }
    const api = await context.api()
    const office = await context.office()
    const items: FirmView[] = []
    for (let next: string | null = ''; next !== null; ) {
      if (next !== '') query.set('cursor', next)
      const page: { items: FirmView[]; next: string | null } = await api.get(`/offices/${office}/firms?${query}`)
      items.push(...page.items)
      next = page.next
    }
    print(
      context,
      { items },
      items.map((one) =>
        [one.id, `${one.name}${one.illustrative ? ' (예시)' : ''}`, one.ksic ?? '업종 모름', one.products.join(', '), one.place ?? ''].join('\t'),
      ),
    )
    return 0
  },
}

/** `gusul firms import`: a file into the register; `--dry-run` only tells what it would do. */
const bring: Command = {
  name: 'firms import',
  usage: 'FILE.csv|FILE.xlsx [--source WORDS] [--dry-run] [--skip-errors] [--json]',
  ko: '기업 명부에 파일을 들입니다 (--dry-run은 미리 보기)',
  en: 'put a file into the register of firms',
  options: { ...json, source: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'skip-errors': { type: 'boolean' } },
  run: async (context) => {
    const [path, ...more] = context.words
    if (path === undefined || more.length > 0) {
      context.io.stderr('expected one file, such as: gusul firms import firms.csv\n')
      return 2
    }
    const form = new FormData()
    form.set('file', new File([Uint8Array.from(await context.io.readFile(path))], basename(path)))
    const source = optionText(context, 'source')
    if (source !== undefined) form.set('source', source)
    if (optionFlag(context, 'skip-errors')) form.set('skipErrors', 'true')
    const what = optionFlag(context, 'dry-run') ? 'check' : 'import'
    const answer = await (await context.api()).raw('POST', `/offices/${await context.office()}/firms/${what}`, {
      body: form,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    const value = (await answer.json()) as FirmsCheck & {
      code?: string
      title?: string
      detail?: string
      fields?: { path: string; expected: string }[]
    }
    if (!answer.ok) {
      for (const one of value.fields ?? []) context.io.stderr(`${one.path}: ${one.expected}\n`)
      throw new ApiProblem(answer.status, value.code ?? 'http', value.title ?? `HTTP ${answer.status}`, value.detail)
    }
    print(context, value, [
      `${what === 'check' ? '미리 보기' : '들였습니다'}: 새로 ${value.added}, 고침 ${value.changed}, 같음 ${value.same}, 읽지 못함 ${value.errors.length}`,
      ...value.errors.map((one) => `${one.row}번째 줄 ${one.column}: ${one.expected.ko}${one.got === '' ? '' : ` (적힌 것: ${one.got})`}`),
    ])
    return what === 'check' && value.errors.length > 0 ? 1 : 0
  },
}

/** What the command line does with the register of firms. */
export const firmsCommands: readonly Command[] = [list, bring]
