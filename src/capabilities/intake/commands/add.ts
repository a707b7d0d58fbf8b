import { basename } from 'node:path'
import type { ApiClient } from '#api/cli/client'
import { ApiProblem } from '#api/cli/client'
import { type Command, type CommandContext, optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { AddedDocument, AddedFile, DocumentItem } from '../schemas.ts'
import { decodeText } from '../text/decode.ts'
import { print } from './print.ts'

/** `gusul add`: put documents in, as the console's paste box and upload do. */
export const addCommand: Command = {
  name: 'add',
  usage: 'FILE…|-  [--published 2026-02-10] [--outlet …] [--title …] [--kind …] [--url …]',
  ko: '문서를 넣고 읽힙니다 (-는 표준 입력)',
  en: 'add documents and have them read (- is standard input)',
  options: {
    published: { type: 'string' },
    outlet: { type: 'string' },
    title: { type: 'string' },
    kind: { type: 'string' },
    url: { type: 'string' },
    confidential: { type: 'boolean' },
    'no-wait': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run: async (context) => {
    const { words, io } = context
    if (words.length === 0) throw new RangeError('expected a file or - for standard input: gusul add article.txt --published 2026-02-10')
    const api = await context.api()
    const office = await context.office()
    const facts = factsOf(context)
    const added: AddedDocument[] = []
    const keep = async (one: AddedDocument) => {
      if (!optionFlag(context, 'no-wait') && one.problem === null) one.document = await whenRead(api, office, one.document)
      added.push(one)
      if (one.problem !== null || one.document.readingState === 'failed') failed = true
    }
    let failed = false
    for (const word of words) {
      try {
        const { others, ...first } =
          word === '-' ? { ...(await addFromStdin(context, api, office, facts)), others: [] } : await addOneFile(context, api, office, facts, word)
        // an archive gives several documents, a letter its attachments
        for (const one of [first, ...others]) await keep(one)
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error
        failed = true
        io.stderr(`${word}: ${error.message}\n`)
      }
    }
    print(context, words.length === 1 && added.length <= 1 ? (added[0] ?? null) : added, () => added.map((one) => lineOf(one, context.locale)))
    return failed ? 1 : 0
  },
}

function factsOf(context: CommandContext): Record<string, string> {
  const facts: Record<string, string> = {}
  for (const [option, field] of [
    ['published', 'publishedOn'],
    ['outlet', 'outlet'],
    ['title', 'title'],
    ['kind', 'kind'],
    ['url', 'url'],
  ] as const) {
    const value = optionText(context, option)
    if (value !== undefined) facts[field] = value
  }
  if (optionFlag(context, 'confidential')) facts.confidential = 'true'
  return facts
}

async function addFromStdin(context: CommandContext, api: ApiClient, office: string, facts: Record<string, string>): Promise<AddedDocument> {
  const decoded = decodeText(await context.io.readStdin())
  if (!decoded.ok) throw new RangeError('expected text in UTF-8, EUC-KR or CP949 on standard input, got bytes that are no text')
  return api.post(`/offices/${office}/documents`, { ...facts, ...(facts.confidential ? { confidential: true } : {}), text: decoded.text })
}

async function addOneFile(context: CommandContext, api: ApiClient, office: string, facts: Record<string, string>, path: string): Promise<AddedFile> {
  const form = new FormData()
  form.set('file', new File([new Uint8Array(await context.io.readFile(path))], basename(path)))
  for (const [name, value] of Object.entries(facts)) form.set(name, value)
  const answer = await api.raw('POST', `/offices/${office}/documents/files`, { body: form })
  const value = (await answer.json()) as AddedFile & { code?: string; title?: string; detail?: string }
  if (!answer.ok) throw new ApiProblem(answer.status, value.code ?? 'http', value.title ?? `HTTP ${answer.status}`, value.detail)
  return value
}

/** The document once its reading has ended. */
async function whenRead(api: ApiClient, office: string, document: DocumentItem): Promise<DocumentItem> {
  let now = document
  for (let pause = 50; now.readingState === 'waiting' || now.readingState === 'reading'; pause = Math.min(pause * 1.5, 1000)) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    now = await api.get<DocumentItem>(`/offices/${office}/documents/${document.id}`)
  }
  return now
}

function lineOf(added: AddedDocument, locale: 'ko' | 'en'): string {
  const say = wordsIn({ locale })
  const { document } = added
  if (added.problem) return `${document.title}: ${added.problem.title}. ${added.problem.detail}`
  const state =
    added.duplicateOf !== null
      ? say('이미 있는 문서', 'there already')
      : document.readingState === 'read'
        ? say(`주장 ${document.claims}건, 기다림 ${document.pending}건`, `${document.claims} claims, ${document.pending} waiting`)
        : document.readingState === 'failed'
          ? `${say('읽지 못함', 'not read')}: ${document.readingError ?? ''}`
          : say('읽는 중', 'being read')
  const date = document.publishedOn ?? say('날짜 미확정', 'date undecided')
  return `${document.id}  ${document.title}  (${date})  ${state}`
}
