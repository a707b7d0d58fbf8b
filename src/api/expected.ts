import type { z } from '@hono/zod-openapi'
import type { Locale } from './locale.ts'

type Issue = z.core.$ZodIssue

/**
 * What a field expects, in the reader's language. Rules write it once for both: Korean first, English in brackets behind it. What is not written so stays as it is.
 *
 * `inOneLanguage('이름 (a name), such as 김하나', 'ko') // => '이름, 이를테면 김하나'`
 */
export function inOneLanguage(words: string, locale: Locale): string {
  const both = /^([^(]*[가-힣][^(]*?)\s?\(([a-z][^()가-힣]*)\)(.*)$/su.exec(words)
  if (!both) return words
  const [, ko, en, rest] = both as unknown as [string, string, string, string]
  // further clauses that say the same again, each in both languages
  if (rest.includes('(')) return locale === 'ko' ? withoutBrackets(words) : onlyBrackets(words)
  if (locale === 'ko') return `${ko}${rest.replace(/^,?\s*such as /, ', 이를테면 ').replace(/ or null$/, ' 또는 null')}`
  return `${en.charAt(0).toUpperCase()}${en.slice(1)}${rest}`
}

const withoutBrackets = (words: string): string => words.replace(/\s?\([a-z][^()가-힣]*\)/gu, '').replace(/,?\s*such as /, ', 이를테면 ')
const onlyBrackets = (words: string): string => {
  const english = [...words.matchAll(/\(([a-z][^()가-힣]*)\)/gu)].map((one) => one[1]!).join('; ')
  const example = /, such as .*$/su.exec(words)?.[0] ?? ''
  return `${english.charAt(0).toUpperCase()}${english.slice(1)}${example}`
}

/**
 * What a rule of a request's shape expected, in the reader's language: the rule's own words where it has some, else what follows from its kind.
 *
 * A rule without words of its own, such as `z.string().min(3)`, gives `3자 이상` or `At least 3 characters`.
 */
export function expectedBy(issue: Issue, locale: Locale): string {
  if (/[가-힣]/.test(issue.message)) return inOneLanguage(issue.message, locale)
  const ko = locale === 'ko'
  switch (issue.code) {
    case 'too_small':
      return amount(issue.origin, Number(issue.minimum), ko, issue.exact ? 'exactly' : issue.inclusive === false ? 'more' : 'least')
    case 'too_big':
      return amount(issue.origin, Number(issue.maximum), ko, issue.exact ? 'exactly' : issue.inclusive === false ? 'less' : 'most')
    case 'invalid_value':
      return oneOf(issue.values, ko)
    case 'not_multiple_of':
      return ko ? `${issue.divisor}의 배수` : `A multiple of ${issue.divisor}`
    case 'invalid_format':
      return formatWords(issue, locale)
    case 'unrecognized_keys':
      return ko ? `없는 칸이니 뺄 것: ${issue.keys.join(', ')}` : `No field ${issue.keys.join(', ')}; leave it out`
    case 'invalid_union':
      return ofChoice(issue, locale)
    case 'invalid_key':
      return ko
        ? `이름이 ${issue.issues.map((one) => expectedBy(one, locale)).join(', ')}인 칸`
        : `A field whose name is: ${issue.issues.map((one) => expectedBy(one, locale)).join(', ')}`
    case 'invalid_type': {
      const kind = kindOf(issue, locale)
      if (!isMissing(issue)) return kind ?? issue.message
      return `${ko ? '빠뜨릴 수 없는 값' : 'A value is needed'}${kind ? `: ${ko ? kind : kind.charAt(0).toLowerCase() + kind.slice(1)}` : ''}`
    }
    default:
      return issue.message.startsWith('Invalid') ? (ko ? '이 칸이 받는 값' : 'A value that this field takes') : issue.message
  }
}

/** Whether nothing came where a value must stand. */
export const isMissing = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.message.endsWith('received undefined')

/** The kind of value that a rule takes: `수`, `A number`. */
export const kindOf = (issue: Issue, locale: Locale): string | undefined =>
  issue.code === 'invalid_type' ? kinds[issue.expected]?.[locale] : undefined

const kinds: Record<string, { ko: string; en: string }> = {
  string: { ko: '글', en: 'Text' },
  number: { ko: '수', en: 'A number' },
  int: { ko: '정수', en: 'A whole number' },
  boolean: { ko: '예 또는 아니요(true, false)', en: 'Yes or no (true, false)' },
  array: { ko: '목록', en: 'A list' },
  tuple: { ko: '목록', en: 'A list' },
  object: { ko: '묶음(object)', en: 'An object' },
  record: { ko: '묶음(object)', en: 'An object' },
  file: { ko: '파일', en: 'A file' },
  null: { ko: 'null', en: 'null' },
}

const oneOf = (values: readonly unknown[], ko: boolean): string =>
  values.length === 1 ? String(values[0]) : ko ? `${values.join(', ')} 가운데 하나` : `One of ${values.join(', ')}`

const formats: Record<string, { ko: string; en: string }> = {
  uuid: { ko: '식별자(UUID), 이를테면 6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5', en: 'An id (UUID), such as 6f1c2d3e-4a5b-4c6d-8e7f-90a1b2c3d4e5' },
  email: { ko: '이메일 주소, 이를테면 kim@city.go.kr', en: 'An e-mail address, such as kim@city.go.kr' },
  url: { ko: '주소, 이를테면 https://city.go.kr/news', en: 'An address, such as https://city.go.kr/news' },
  datetime: { ko: '시각, 이를테면 2026-11-22T09:00:00Z', en: 'An instant, such as 2026-11-22T09:00:00Z' },
  date: { ko: '날짜, 이를테면 2026-11-22', en: 'A day, such as 2026-11-22' },
}

function formatWords(issue: Extract<Issue, { code: 'invalid_format' }>, locale: Locale): string {
  const known = formats[issue.format]?.[locale]
  if (known) return known
  // a rule with words of its own that are not Korean
  if (!issue.message.startsWith('Invalid')) return issue.message
  const part = issue as { prefix?: string; suffix?: string; includes?: string }
  const ko = locale === 'ko'
  if (part.prefix !== undefined) return ko ? `${part.prefix}로 시작하는 글` : `Text that begins with ${part.prefix}`
  if (part.suffix !== undefined) return ko ? `${part.suffix}로 끝나는 글` : `Text that ends with ${part.suffix}`
  if (part.includes !== undefined) return ko ? `${part.includes}가 든 글` : `Text with ${part.includes} in it`
  return issue.pattern === undefined
    ? ko
      ? `${issue.format} 꼴의 글`
      : `Text in the format ${issue.format}`
    : ko
      ? `이 꼴의 글: ${issue.pattern}`
      : `Text of the shape ${issue.pattern}`
}

/** Of a choice between shapes: what each would have taken. */
function ofChoice(issue: Extract<Issue, { code: 'invalid_union' }>, locale: Locale): string {
  const { options } = issue as { options?: readonly unknown[] }
  if (options && options.length > 0) return oneOf(options, locale === 'ko')
  const each = [...new Set(issue.errors.map((branch) => branch.map((one) => expectedBy(one, locale)).join(', ')))]
  if (each.length === 0) return locale === 'ko' ? '이 칸이 받는 꼴' : 'A shape that this field takes'
  return each
    .map((words, at) => (at === 0 || locale === 'ko' ? words : words.charAt(0).toLowerCase() + words.slice(1)))
    .join(locale === 'ko' ? ' 또는 ' : ', or ')
}

/**
 * The refusals of a value as a person can mend them: of a choice between shapes the one that came nearest tells what is wrong (the one that failed deepest); where none
 * looked inside, the choice itself does. Keys that a shape does not know are named one by one.
 */
export function nearestIssues(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }))
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
    const inside = issue.errors.map((branch) => branch.map((one) => ({ ...one, path: [...issue.path, ...one.path] })))
    const deepest = inside.reduce((best, branch) => (depth(branch) > depth(best) ? branch : best))
    return depth(deepest) > issue.path.length ? nearestIssues(deepest) : [issue]
  })
}

const depth = (issues: readonly { path: readonly PropertyKey[] }[]): number => Math.max(0, ...issues.map((one) => one.path.length))

/** What stands in a value at a path; undefined where nothing does. `valueAt({ a: [1, 2] }, ['a', 1]) // => 2` */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null | undefined)?.[key], value)

function amount(origin: string, bound: number, ko: boolean, which: 'least' | 'most' | 'more' | 'less' | 'exactly'): string {
  const unit =
    origin === 'string'
      ? ko
        ? '자'
        : bound === 1
          ? ' character'
          : ' characters'
      : origin === 'array' || origin === 'set'
        ? ko
          ? '개'
          : bound === 1
            ? ' item'
            : ' items'
        : ''
  if (which === 'exactly') return ko ? `꼭 ${bound}${unit}` : `Exactly ${bound}${unit}`
  if (ko) return `${bound}${unit} ${{ least: '이상', most: '이하', more: '초과', less: '미만' }[which]}`
  return `${{ least: 'At least', most: 'At most', more: 'More than', less: 'Less than' }[which]} ${bound}${unit}`
}

/** English words as they go on in a sentence: `A number` is `a number`; `UUID` and Korean stay. */
export const midSentence = (words: string): string => (/^[A-Z](?:[a-z]|\s)/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words)
