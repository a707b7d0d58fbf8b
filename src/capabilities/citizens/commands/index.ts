import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { Comment, Correction, Place } from '../schemas.ts'

const json = { json: { type: 'boolean' } } as const

function print(context: CommandContext, data: unknown, lines: readonly string[]): void {
  const { io } = context
  io.stdout(optionFlag(context, 'json') || !io.terminal ? `${JSON.stringify(data)}\n` : `${lines.join('\n')}\n`)
}

/** `gusul corrections list`: what people outside say is wrong. */
const list: Command = {
  name: 'corrections list',
  usage: '[--state open|corrected|stands|all] [--json]',
  ko: '밖에서 온 정정 요청을 보입니다',
  en: 'what people outside say is wrong',
  options: { ...json, state: { type: 'string' } },
  run: async (context) => {
    const state = optionText(context, 'state') ?? 'open'
    const page = await (await context.api()).get<{ items: Correction[] }>(
      `/offices/${await context.office()}/corrections?state=${encodeURIComponent(state)}`,
    )
    print(
      context,
      page,
      page.items.length === 0
        ? [wordsIn(context)('정정 요청이 없습니다', 'no request')]
        : page.items.map(
            (one) =>
              `${one.id}  ${one.createdAt.slice(0, 10)}  ${wordsIn(context)(`${one.titleKo ?? one.series} 제${one.edition}판`, `${one.titleEn ?? one.titleKo ?? one.series}, edition ${one.edition}`)}\n    ${one.words.replace(/\s+/g, ' ').slice(0, 160)}`,
          ),
    )
    return 0
  },
}

/** `gusul corrections answer`: say what came of a request. */
const answer: Command = {
  name: 'corrections answer',
  usage: 'REQUEST --state corrected|stands|open [--answer WORDS] [--json]',
  ko: '정정 요청에 답합니다',
  en: 'answer a request',
  options: { ...json, state: { type: 'string' }, answer: { type: 'string' } },
  run: async (context) => {
    const [id] = context.words
    if (!id) throw new RangeError('expected the id of a request; see gusul corrections list')
    const api = await context.api()
    const done = await api.post<Correction & { mailProblem: string | null }>(
      `/offices/${await context.office()}/corrections/${id}/answer`,
      { state: optionText(context, 'state') ?? '', answer: optionText(context, 'answer') ?? null },
      '*',
    )
    print(context, done, [
      done.mailProblem
        ? wordsIn(context)(`답했습니다. 메일은 가지 않았습니다: ${done.mailProblem}`, `answered; the mail did not go: ${done.mailProblem}`)
        : wordsIn(context)('답했습니다', 'answered'),
    ])
    return 0
  },
}

/** `gusul places list`: where places stand on the public sketch. */
const places: Command = {
  name: 'places list',
  usage: '[--json]',
  ko: '공개 약도에 놓인 장소를 보입니다',
  en: 'where places stand on the public sketch',
  options: json,
  run: async (context) => {
    const word = wordsIn(context)
    const page = await (await context.api()).get<{ items: Place[] }>(`/offices/${await context.office()}/places`)
    print(
      context,
      page,
      page.items.map(
        (one) =>
          `${one.north === null ? word('자리 모름', 'place not known') : `${one.north}, ${one.east}`}\t${one.name}${one.fromTable ? word(' (시·군 표)', ' (table of cities)') : ''}`,
      ),
    )
    return 0
  },
}

/** `gusul places set`: give a place its point. */
const place: Command = {
  name: 'places set',
  usage: 'NAME --north 37.64 --east 127.22 --source WORDS [--illustrative] [--json]',
  ko: '장소의 자리를 정합니다',
  en: 'give a place its point',
  options: { ...json, north: { type: 'string' }, east: { type: 'string' }, source: { type: 'string' }, illustrative: { type: 'boolean' } },
  run: async (context) => {
    const name = context.words.join(' ')
    const api = await context.api()
    const done = await api.put(
      `/offices/${await context.office()}/places`,
      {
        name,
        north: optionText(context, 'north') ?? '',
        east: optionText(context, 'east') ?? '',
        source: optionText(context, 'source') ?? '',
        illustrative: optionFlag(context, 'illustrative'),
      },
      '*',
    )
    print(context, done, [wordsIn(context)(`${name}의 자리를 정했습니다`, `the point of ${name} is set`)])
    return 0
  },
}

/** `gusul comments`: what readers say; off until a head switches it on. */
const comments: Command = {
  name: 'comments',
  usage: 'list [--state waiting|shown|hidden|all] | show COMMENT | hide COMMENT | on | off  [--json]',
  ko: '읽은 사람들의 의견을 보고, 공개하고, 거둡니다 (처음에는 꺼져 있습니다)',
  en: 'see, show and keep back comments of readers; off until it is switched on',
  options: { ...json, state: { type: 'string' } },
  run: async (context) => {
    const [what = 'list', id] = context.words
    const [api, at, say] = [await context.api(), `/offices/${await context.office()}/comments`, wordsIn(context)]
    if (what === 'list') {
      const page = await api.get<{ items: Comment[]; open: boolean }>(`${at}?state=${encodeURIComponent(optionText(context, 'state') ?? 'waiting')}`)
      print(context, page, [
        page.open ? say('의견을 받습니다', 'comments are on') : say('의견을 받지 않습니다', 'comments are off'),
        ...page.items.map(
          (one) => `${one.id}  ${one.createdAt.slice(0, 10)}  ${one.series}  ${one.name}: ${one.words.replace(/\s+/g, ' ').slice(0, 160)}`,
        ),
      ])
    } else if (what === 'on' || what === 'off') {
      await api.put(at, { open: what === 'on' })
      print(context, { open: what === 'on' }, [
        what === 'on' ? say('의견을 받습니다', 'comments are on') : say('의견을 받지 않습니다', 'comments are off'),
      ])
    } else if ((what === 'show' || what === 'hide') && id) {
      const done = await api.put<Comment>(`${at}/${encodeURIComponent(id)}`, { shown: what === 'show' })
      print(context, done, [what === 'show' ? say('공개했습니다', 'shown') : say('거두었습니다', 'kept back')])
    } else throw new RangeError(`expected list, show COMMENT, hide COMMENT, on or off, got "${what}"`)
    return 0
  },
}

export const citizensCommands: readonly Command[] = [list, answer, places, place, comments]
