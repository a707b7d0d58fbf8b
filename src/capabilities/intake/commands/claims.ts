import type { Command, CommandContext } from '#api/cli/command'
import { optionFlag, optionText, wordsIn } from '#api/cli/command'
import type { Decided, Review, ReviewClaim, Suggestion } from '../schemas-review.ts'
import { amountText, print } from './print.ts'

const json = { json: { type: 'boolean' } } as const

/** `gusul queue`: documents that wait for a person. */
export const queueCommand: Command = {
  name: 'queue',
  usage: '[--limit 20]',
  ko: '검토를 기다리는 문서를 걸린 돈 순으로 보입니다',
  en: 'documents that wait for review, the most money at stake first',
  options: { ...json, limit: { type: 'string' } },
  run: async (context) => {
    const api = await context.api()
    const say = wordsIn(context)
    const page = await api.get<{
      items: { documentId: string; title: string; pending: number; publishedOn: string | null; atStake: string | null }[]
    }>(`/offices/${await context.office()}/review/queue?limit=${encodeURIComponent(optionText(context, 'limit') ?? '20')}`)
    print(context, page, () =>
      page.items.length === 0
        ? [say('기다리는 문서가 없습니다', 'no document waits')]
        : page.items.map(
            (one) =>
              `${one.documentId}  ${amountText({ value: one.atStake, unit: 'KRW' }, context.locale).padStart(12)}  ${say(`주장 ${one.pending}건`, `${one.pending} claims`)}  ${one.publishedOn ?? say('날짜 미확정', 'date undecided')}  ${one.title}`,
          ),
    )
    return 0
  },
}

export const claimsList: Command = {
  name: 'claims list',
  usage: 'DOCUMENT [--state pending]',
  ko: '문서의 주장과 문장을 보입니다',
  en: 'claims of a document with their sentences',
  options: { ...json, state: { type: 'string' } },
  run: async (context) => {
    const document = word(context, 0, 'the id of a document: gusul claims list DOCUMENT')
    const review = await (await context.api()).get<Review>(`/offices/${await context.office()}/documents/${document}/review`)
    const state = optionText(context, 'state')
    const claims = state ? review.claims.filter((claim) => claim.state === state) : review.claims
    print(context, { document: { ...review.document, text: undefined }, claims }, () => claims.flatMap((claim) => linesOf(claim, context.locale)))
    return 0
  },
}

function linesOf(claim: ReviewClaim, locale: 'ko' | 'en'): string[] {
  const say = wordsIn({ locale })
  const best = claim.suggestions[0]
  return [
    `${claim.id}  [${claim.state}]  ${claim.indicator ?? say('지표 없음', 'no indicator')}  ${amountText(claim, locale)}  ${claim.proposal?.subject.name ?? claim.about?.nameKo ?? ''}`,
    `    “${claim.span.sentence?.trim() ?? ''}”`,
    ...(best?.likely
      ? [`    ${say('같은 것으로 보임', 'looks the same')}: ${best.subject.name} ${amountText(best, locale)} (--fact ${best.factId})`]
      : []),
  ]
}

export const claimsAccept: Command = {
  name: 'claims accept',
  usage:
    'CLAIM [--project NAME | --kind KIND --name NAME | --subject ID | --office-total] [--facet …] [--stage …] [--series …] [--funding national|provincial|city|private|mixed] [--replace]',
  ko: '주장을 받아 사실로 둡니다',
  en: 'accept a claim: it becomes a fact',
  options: {
    ...json,
    project: { type: 'string' },
    kind: { type: 'string' },
    name: { type: 'string' },
    place: { type: 'string' },
    subject: { type: 'string' },
    'office-total': { type: 'boolean' },
    facet: { type: 'string' },
    stage: { type: 'string' },
    series: { type: 'string' },
    funding: { type: 'string' },
    note: { type: 'string' },
    replace: { type: 'boolean' },
  },
  run: async (context) => {
    const stage = optionText(context, 'stage')
    const body = {
      subject: subjectOf(context),
      facet: optionText(context, 'facet'),
      series: optionText(context, 'series'),
      note: optionText(context, 'note'),
      funding: optionText(context, 'funding'),
      ...(stage ? { stage: { to: stage, occurred: { from: null, to: null } } } : {}),
      ...(optionFlag(context, 'replace') ? { replace: true } : {}),
    }
    return decide(
      context,
      'accept',
      body,
      (decided) => `${wordsIn(context)('받았습니다. 되돌리기', 'accepted. To take it back')}: gusul claims undo ${decided.judgementId}`,
    )
  },
}

function subjectOf(context: CommandContext): unknown {
  if (optionFlag(context, 'office-total')) return { office: true }
  const id = optionText(context, 'subject')
  if (id) return { id }
  const name = optionText(context, 'project') ?? optionText(context, 'name')
  if (!name) throw new RangeError('expected what the value is about: --project NAME, --kind KIND --name NAME, --subject ID or --office-total')
  return {
    new: {
      kind: optionText(context, 'project') ? 'project' : (optionText(context, 'kind') ?? 'project'),
      nameKo: name,
      place: optionText(context, 'place'),
    },
  }
}

export const claimsReject: Command = {
  name: 'claims reject',
  usage: 'CLAIM --reason …',
  ko: '주장을 물리칩니다 (까닭을 적습니다)',
  en: 'reject a claim, with the reason',
  options: { ...json, reason: { type: 'string' } },
  run: (context) =>
    decide(
      context,
      'reject',
      { reason: optionText(context, 'reason') ?? '' },
      (decided) => `${wordsIn(context)('물리쳤습니다. 되돌리기', 'rejected. To take it back')}: gusul claims undo ${decided.judgementId}`,
    ),
}

export const claimsMerge: Command = {
  name: 'claims merge',
  usage: 'CLAIM [--fact ID | --subject ID]',
  ko: '이미 있는 값과 합칩니다 (합계는 그대로). 적지 않으면 같은 것으로 보이는 하나',
  en: 'merge a claim with a value that is there; totals stay. Without a name: the one that looks the same',
  options: { ...json, fact: { type: 'string' }, subject: { type: 'string' } },
  run: async (context) => {
    let factId = optionText(context, 'fact')
    const subjectId = optionText(context, 'subject')
    if (!factId && !subjectId) {
      const claim = word(context, 0, 'the id of a claim')
      const { items } = await (await context.api()).get<{ items: Suggestion[] }>(`/offices/${await context.office()}/claims/${claim}/suggestions`)
      const likely = items.filter((one) => one.likely)
      if (likely.length !== 1)
        throw new RangeError(
          `expected --fact ID, since ${likely.length} values look the same: ${items.map((one) => `${one.factId} ${one.subject.name}`).join('; ') || 'none'}`,
        )
      factId = likely[0]!.factId
    }
    return decide(
      context,
      'merge',
      { factId, subjectId },
      (decided) => `${wordsIn(context)('합쳤습니다. 되돌리기', 'merged. To take it back')}: gusul claims undo ${decided.judgementId}`,
    )
  },
}

export const claimsUndo: Command = {
  name: 'claims undo',
  usage: 'JUDGEMENT|BATCH [--batch] [--with-dependents]',
  ko: '판단을 되돌립니다',
  en: 'take a decision back',
  options: { ...json, batch: { type: 'boolean' }, 'with-dependents': { type: 'boolean' } },
  run: async (context) => {
    const id = word(context, 0, 'the id of a judgement')
    const kind = optionFlag(context, 'batch') ? 'judgement-batches' : 'judgements'
    const body = { withDependents: optionFlag(context, 'with-dependents') }
    const result = await (await context.api()).post<{ undone: string[] }>(
      `/offices/${await context.office()}/${kind}/${encodeURIComponent(id)}/undo`,
      body,
    )
    print(context, result, () => [
      result.undone.length === 0
        ? wordsIn(context)('이미 되돌린 판단입니다', 'it was taken back already')
        : wordsIn(context)(`되돌렸습니다: ${result.undone.length}건`, `taken back: ${result.undone.length}`),
    ])
    return 0
  },
}

async function decide(context: CommandContext, what: string, body: unknown, say: (decided: Decided) => string): Promise<number> {
  const claim = word(context, 0, 'the id of a claim: gusul claims list DOCUMENT shows them')
  const decided = await (await context.api()).post<Decided>(`/offices/${await context.office()}/claims/${encodeURIComponent(claim)}/${what}`, body)
  print(context, decided, () => [say(decided)])
  return 0
}

function word(context: CommandContext, at: number, expected: string): string {
  const value = context.words[at]
  if (value === undefined) throw new RangeError(`expected ${expected}`)
  return value
}
