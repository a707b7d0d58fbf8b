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
      return amount(issue.origin, Number(issue.minimum), ko, issue.inclusive === false ? 'more' : 'least')
    case 'too_big':
      return amount(issue.origin, Number(issue.maximum), ko, issue.inclusive === false ? 'less' : 'most')
    case 'invalid_value':
      return ko ? `${issue.values.join(', ')} 가운데 하나` : `One of ${issue.values.join(', ')}`
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? ko
          ? '빠뜨릴 수 없는 값'
          : 'A value is needed'
        : (ko && kinds[issue.expected]) || issue.message
    default:
      return issue.message
  }
}

const kinds: Record<string, string> = {
  string: '글',
  number: '수',
  int: '정수',
  boolean: '예 또는 아니요(true, false)',
  array: '목록',
  object: '묶음(object)',
}

function amount(origin: string, bound: number, ko: boolean, which: 'least' | 'most' | 'more' | 'less'): string {
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
  if (ko) return `${bound}${unit} ${{ least: '이상', most: '이하', more: '초과', less: '미만' }[which]}`
  return `${{ least: 'At least', most: 'At most', more: 'More than', less: 'Less than' }[which]} ${bound}${unit}`
}
