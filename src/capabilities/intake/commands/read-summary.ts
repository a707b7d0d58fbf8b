import type { Commitment, Mention, Reading, Slot, Span } from '#engines/reading/reading'
import { EVENT_SLOTS, SLOTS } from './read-slots.ts'

type Locale = 'ko' | 'en'

/** How a reading is shown: language, colours, rules, and where words stand in the file. */
export interface Shown {
  locale: Locale
  explain: boolean
  colour: boolean
  /** Page, sheet or cell of a stretch of the text; null where the file has none. */
  placeOf: (start: number, end: number) => string | null
}

const stages: Readonly<Record<Commitment['stage']['value'], string>> = {
  pledge: '공약',
  plan: '계획',
  mou: '협약',
  contract: '계약',
  construction: '착공',
  operation: '가동',
  result: '실적',
  cancelled: '취소',
}
const indicators: Readonly<Record<Commitment['indicator']['value'], string>> = {
  investment: '투자',
  jobs: '고용',
  area: '면적',
  firms: '기업',
  output: '생산',
  value_added: '부가가치',
  production_inducement: '생산유발',
  employment_inducement: '취업유발',
  capacity: '용량',
  budget: '사업비',
  exports: '수출',
  revenue: '매출',
  other: '그 밖',
}
const kinds: Readonly<Record<Mention['kind'], string>> = {
  money: '돈',
  area: '면적',
  count: '수',
  percent: '비율',
  power: '전력',
  length: '길이',
  date: '날짜',
  period: '기간',
  organisation: '기관',
  place: '곳',
  person: '사람',
}

const plain = (text: string): string => text
const paint = (colour: boolean, code: string): ((text: string) => string) => (colour ? (text) => `\u001b[${code}m${text}\u001b[0m` : plain)
/** Letters of Hangul take two places of a terminal. */
const padded = (text: string, width: number) =>
  text + ' '.repeat(Math.max(1, width - [...text].reduce((sum, one) => sum + (one > '\u1100' ? 2 : 1), 0)))

/** What a person at a terminal sees: commitments and steps with their sentence and place, then how many mentions of each kind. */
export function summaryOf(file: string, reading: Reading, shown: Shown): string {
  const { locale, explain, colour } = shown
  const say = (ko: string, en: string) => (locale === 'ko' ? ko : en)
  const [bold, dim, cyan, green] = [paint(colour, '1'), paint(colour, '2'), paint(colour, '36'), paint(colour, '32')] as const
  const name = <K extends string>(words: Readonly<Record<K, string>>, code: K) => (locale === 'ko' ? words[code] : code)
  const sentence = ({ start, end }: Span, value: Span) => {
    const place = shown.placeOf(value.start, value.end)
    return dim(`               “${reading.text.slice(start, end).replace(/\s+/g, ' ').slice(0, 160)}”${place === null ? '' : `  ${place}`}`)
  }
  const source = { supplied: say('주어진 날짜', 'supplied'), document: say('문서의 날짜', 'document') }
  const lines = [
    bold(`${file}${reading.title ? `  ${reading.title.text}` : ''}`),
    dim(
      `  ${
        reading.published
          ? `${reading.published.date} (${source[reading.published.source]})`
          : say(
              '날짜를 찾지 못했습니다: 지난달 같은 말은 풀지 않습니다. --published로 적어 주세요',
              'no date found: relative dates stay open, give --published',
            )
      }${reading.outlet ? ` · ${reading.outlet.name}` : ''}`,
    ),
  ]
  for (const [at, one] of reading.commitments.entries()) {
    const mention = reading.mentions[one.mention]!
    const amount = mention.text.replace(/\s+/g, ' ')
    lines.push(
      `  ${green(padded(name(stages, one.stage.value), 12))} ${cyan(amount)} ${name(indicators, one.indicator.value)} · ${one.subject.value ?? '—'}${one.place.value ? ` @ ${one.place.value}` : ''}${one.due.value ? ` → ${dateText(one.due.value)}` : ''}`,
    )
    // numbers of one sentence stand over it together
    const next = reading.commitments[at + 1]
    const place = (of: typeof one) => shown.placeOf(reading.mentions[of.mention]!.start, reading.mentions[of.mention]!.end)
    if (explain || !next || next.evidence.start !== one.evidence.start || place(next) !== place(one)) lines.push(sentence(one.evidence, mention))
    if (explain) for (const slot of SLOTS) lines.push(dim(explained(reading, slot, one[slot])))
  }
  for (const one of reading.stages) {
    const words = reading.text.slice(one.stage.span?.start ?? 0, one.stage.span?.end ?? 0)
    lines.push(
      `  ${green(padded(name(stages, one.stage.value), 12))} ${cyan(words)} · ${one.subject.value ?? '—'}${one.counterpart.length > 0 ? ` + ${one.counterpart.map((party) => party.value).join(', ')}` : ''}${one.place.value ? ` @ ${one.place.value}` : ''}${one.date.value ? ` · ${dateText(one.date.value)}` : ''}`,
      sentence(one.evidence, one.stage.span ?? one.evidence),
    )
    if (explain) for (const slot of EVENT_SLOTS) lines.push(dim(explained(reading, slot, one[slot])))
  }
  if (explain)
    for (const one of reading.mentions)
      lines.push(dim(`  ${`${one.start}-${one.end}`.padEnd(12)} ${padded(name(kinds, one.kind), 13)}${one.text}  ${one.rule}`))
  const counts = new Map<Mention['kind'], number>()
  for (const one of reading.mentions) counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1)
  const counted = [...counts].map(([kind, count]) => (locale === 'ko' ? `${kinds[kind]} ${count}` : `${count} ${kind}`)).join(', ')
  const { length: commitments } = reading.commitments
  const { length: steps } = reading.stages
  lines.push(
    dim(
      `  ${say(`주장 ${commitments}, 단계 ${steps}`, `${commitments} commitments, ${steps} stages`)}; ${counted || say('읽은 말 없음', 'no mentions')}`,
    ),
  )
  return `${lines.join('\n')}\n`
}

/** One slot with its rule and the words it was read from. */
function explained(reading: Reading, name: string, slot: Slot<unknown> | null): string {
  const where = slot?.span ? ` [${slot.span.start}-${slot.span.end}] “${reading.text.slice(slot.span.start, slot.span.end)}”` : ''
  return `               ${name.padEnd(10)} ${JSON.stringify(slot?.value ?? null)}  ${slot?.rule ?? ''}${where}`
}

const dateText = (value: Commitment['due']['value']): string =>
  value === null ? '' : typeof value === 'string' ? value : `${value.from}–${value.to}`
