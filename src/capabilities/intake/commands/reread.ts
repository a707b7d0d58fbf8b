import type { ApiClient } from '#api/cli/client'
import { type Command, optionFlag, wordsIn } from '#api/cli/command'
import type { Rereading } from '../schemas-rereading.ts'
import { print } from './print.ts'

/** `gusul reread`: what a newer reader would read otherwise; with `--apply` it is taken. Judgements stay as they are either way. */
export const rereadCommand: Command = {
  name: 'reread',
  usage: '[--all] [--apply] [DOCUMENT…]',
  ko: '새 판의 읽기로 다시 읽어 달라지는 것을 보입니다 (판단은 그대로)',
  en: 'show what a newer reader reads otherwise (decisions stay)',
  options: { all: { type: 'boolean' }, apply: { type: 'boolean' }, json: { type: 'boolean' } },
  run: async (context) => {
    const api = await context.api()
    const office = await context.office()
    const say = wordsIn(context)
    const documents = context.words.length > 0 ? context.words : undefined
    await api.post(`/offices/${office}/rereading`, { ...(documents ? { documents } : {}), all: optionFlag(context, 'all') })
    const found = await whenCompared(api, office)
    const items = documents ? found.items.filter((one) => documents.includes(one.documentId)) : found.items
    const applied =
      optionFlag(context, 'apply') && items.length > 0
        ? (await api.post<{ applied: number }>(`/offices/${office}/rereading/apply`, documents ? { documents } : {})).applied
        : 0
    print(context, { ...found, items, applied }, () => [
      ...items.map(
        (one) =>
          `${one.documentId}  ${one.title}: ${say(
            `새 주장 ${one.added}, 달라짐 ${one.changed}, 없어짐 ${one.gone} (판단한 것 ${one.judged}은 그대로)`,
            `new ${one.added}, changed ${one.changed}, gone ${one.gone} (decided and kept ${one.judged})`,
          )}`,
      ),
      items.length === 0
        ? say(`${found.reader.version} 판으로 읽어도 달라지는 것이 없습니다`, `read by ${found.reader.version}, nothing changes`)
        : say(`${items.length}건이 달라집니다`, `${items.length} documents change`),
      ...(applied > 0 ? [say(`${applied}건을 새로 읽습니다`, `${applied} are read anew`)] : []),
    ])
    return found.job?.state === 'done' ? 0 : 1
  },
}

async function whenCompared(api: ApiClient, office: string): Promise<Rereading> {
  for (let pause = 50; ; pause = Math.min(pause * 1.5, 1000)) {
    const now = await api.get<Rereading>(`/offices/${office}/rereading`)
    if (now.job?.state !== 'waiting' && now.job?.state !== 'running') return now
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}
