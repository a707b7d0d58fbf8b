/** One announced value, as the record holds it (발표된 값). */
export interface AnnouncedValue {
  readonly id: string
  /** Subject by id where it is known, else by the words of the source. */
  readonly subjectId: string | null
  readonly subjectName: string
  /** A part of the subject by its own name (AI 반도체 파운드리 공장), or ''. */
  readonly series: string
  /** What the value is said to be: 미래차 기대 고용. */
  readonly what: string | null
  readonly indicator: string
  readonly unit: string
  readonly documentId: string
  /** Where the sentence begins, so that values of one sentence are known. */
  readonly sentenceStart: number | null
  readonly sentence: string | null
}

/** Values that speak of one thing. */
export interface AnnouncedGroup<V extends AnnouncedValue> {
  readonly key: string
  readonly subjectId: string | null
  readonly subjectName: string
  /** What of the subject, or '' for all of it. */
  readonly topic: string
  readonly values: readonly V[]
}

/** Words that say what is measured and not of what. */
const MEASURE =
  /^(고용|고용인원|고용유발|취업|취업유발|취업자|일자리|인원|생산|생산액|생산유발|생산유발효과|부가가치|부가가치유발|유발|유발효과|경제|경제효과|경제적|파급|파급효과|효과|투자|투자액|투자금|총투자|사업비|총사업비|기대|예상|목표|규모|창출|신규|직접|간접|건설|건립|금액|개|명)$/

/** 이/가/은/는/의 … at the end of a word. */
const PARTICLE = /(으로|에서|에게|부터|까지|의|을|를|은|는|이|가|에|로|와|과)$/

/**
 * What a value speaks of, without the words of measure.
 *
 * `[topicOf('미래차 기대 고용'), topicOf('생산유발효과'), topicOf(null)] // => ['미래차', '', '']`
 */
export function topicOf(what: string | null): string {
  return (what ?? '')
    .split(/[\s·,()]+/)
    .filter((word) => word !== '' && !MEASURE.test(word) && !MEASURE.test(word.replace(PARTICLE, '')))
    .map((word) => (word.length > 2 ? word.replace(/의$/, '') : word))
    .join(' ')
}

const plain = (text: string) => text.replace(/[\s㈜()·,]/g, '').toLowerCase()

/**
 * 같은 것을 두고 한 말 묶기: announced values that speak of one thing: of one subject (a part that bears the name of another subject is that subject) and one topic; values of one sentence belong together.
 * The groups keep the order in which their first values came.
 */
export function groupAnnounced<V extends AnnouncedValue>(values: readonly V[]): AnnouncedGroup<V>[] {
  const byName = new Map(values.map((one) => [plain(one.subjectName), one.subjectId ?? plain(one.subjectName)] as const))
  const groups: { subject: string; subjectId: string | null; subjectName: string; topic: string; values: V[]; sentences: Set<string> }[] = []
  for (const value of values) {
    const series = plain(value.series)
    const own = value.subjectId ?? plain(value.subjectName)
    const subject = (series !== '' ? byName.get(series) : undefined) ?? own
    const moved = subject !== own
    const raw = moved ? '' : value.series !== '' ? value.series : topicOf(value.what)
    // words that the subject's name holds already say nothing more
    const name = plain(moved ? value.series : value.subjectName)
    const topic = raw !== '' && (name.includes(plain(raw)) || raw.split(' ').every((word) => name.includes(plain(word)))) ? '' : raw
    const sentence = value.sentenceStart === null ? null : `${value.documentId} ${value.sentenceStart}`
    const fits = groups.find(
      (one) => one.subject === subject && (plain(one.topic) === plain(topic) || (sentence !== null && one.sentences.has(sentence))),
    )
    const holder = moved ? values.find((one) => (one.subjectId ?? plain(one.subjectName)) === subject) : value
    const group = fits ?? {
      subject,
      subjectId: holder?.subjectId ?? null,
      subjectName: holder?.subjectName ?? value.subjectName,
      topic,
      values: [],
      sentences: new Set<string>(),
    }
    if (!fits) groups.push(group)
    group.values.push(value)
    if (sentence !== null) group.sentences.add(sentence)
  }
  return groups.map(({ subject, subjectId, subjectName, topic, values: all }) => ({
    key: `${subject}|${plain(topic)}`,
    subjectId,
    subjectName,
    topic,
    values: all,
  }))
}

/**
 * Over how many years a sentence says that an effect comes, or null.
 *
 * `[yearsOf('40년간 생산유발효과 2조590억원'), yearsOf('2030년까지'), yearsOf('앞으로 10년 동안')] // => [40, null, 10]`
 */
export function yearsOf(sentence: string | null): number | null {
  const found = /(?<![\d.])(\d{1,2})\s*년\s*(?:간|동안|에 걸쳐|치)/.exec(sentence ?? '')
  return found ? Number(found[1]) : null
}

/** Whether words speak of an economic effect (경제효과, 파급효과, 유발효과). */
export const speaksOfEffect = (...words: (string | null)[]): boolean =>
  words.some((one) => one !== null && /경제(적)?\s*(파급\s*)?효과|파급\s*효과|유발|economic (effect|impact)/i.test(one))
