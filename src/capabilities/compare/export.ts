import type { Locale } from '#api/locale'
import { csv, type Out } from '#capabilities/portfolio/index'
import { lineText } from '#engines/accounting/line-words'
import { codeLists, nameOfCode } from '#engines/interchange/codes'
import type { CompareLine, Side } from './schemas.ts'
import { type IndicatorNames, partOf, whatOf } from './words.ts'

const words = {
  ko: {
    head: ['사업', '무엇', '갈래', '이름', '그때', '지금', '차이', '단위', '달라짐', '까닭', '누가', '언제', '사유', '근거 문서', '문장', '번호'],
    change: { same: '같음', changed: '달라짐', added: '생김', gone: '없어짐' },
    cause: { time: '때가 다름', knowledge: '나중에 앎' },
    unknown: '모름',
  },
  en: {
    head: [
      'Project',
      'What',
      'Facet',
      'Series',
      'Then',
      'Now',
      'Difference',
      'Unit',
      'Change',
      'Cause',
      'Who',
      'When',
      'Reason',
      'Document',
      'Sentence',
      'Id',
    ],
    change: { same: 'same', changed: 'changed', added: 'added', gone: 'gone' },
    cause: { time: 'another time', knowledge: 'known later' },
    unknown: 'not known',
  },
} as const

const text = (value: string | null): Out => (value === null ? null : { text: value })

/** The lines of a comparison as CSV. The same lines give the same bytes. */
export function compareCsv(lines: readonly CompareLine[], names: IndicatorNames, locale: Locale): string {
  const { head, change, cause, unknown } = words[locale]
  const side = (line: CompareLine, one: Side | null): Out =>
    one === null
      ? line.kind === 'term'
        ? null
        : { text: unknown }
      : one.value !== null
        ? { number: one.value }
        : text(one.text && lineText({ what: line.what, kind: line.subjectKind }, one.text, locale))
  return csv([
    head.map((label) => ({ text: label })),
    ...lines.map((line): Out[] => [
      text(line.subjectName),
      text(whatOf(line, names, locale)),
      text(line.facet && nameOfCode(line.facet, codeLists.facet!, locale)),
      text(partOf(line, names, locale)),
      side(line, line.before),
      side(line, line.after),
      line.difference === null ? null : { number: line.difference },
      text(line.after?.unit ?? line.before?.unit ?? null),
      text(change[line.change]),
      text(line.cause && cause[line.cause]),
      text(line.who),
      text(line.when),
      text(line.reason),
      text(line.source?.title ?? null),
      text(line.source?.sentence ?? null),
      text(line.subjectId),
    ]),
  ])
}
