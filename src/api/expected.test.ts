import { z } from '@hono/zod-openapi'
import { describe, expect, test } from 'vitest'
import { expectedBy, inOneLanguage, nearestIssues } from './expected.ts'

describe('what a field expects is said in one language', () => {
  test.each([
    ['이메일 주소 (an e-mail address), such as kim@city.go.kr', '이메일 주소, 이를테면 kim@city.go.kr', 'An e-mail address, such as kim@city.go.kr'],
    ['까닭 (a reason)', '까닭', 'A reason'],
    ['4,000자까지 (at most 4,000 letters)', '4,000자까지', 'At most 4,000 letters'],
    ['새 주소의 열쇠 (the key of the new address), or null', '새 주소의 열쇠, 또는 null', 'The key of the new address, or null'],
    [
      '주소 이름 (an address name): 영문 소문자, 숫자, - (lower-case letters, digits, -), such as namyangju',
      '주소 이름: 영문 소문자, 숫자, -, 이를테면 namyangju',
      'An address name; lower-case letters, digits, -, such as namyangju',
    ],
    // nothing to choose between
    ['왕숙 데이터센터', '왕숙 데이터센터', '왕숙 데이터센터'],
    ['Invalid input', 'Invalid input', 'Invalid input'],
    ['KSIC(한국표준산업분류) 다섯 자리', 'KSIC(한국표준산업분류) 다섯 자리', 'KSIC(한국표준산업분류) 다섯 자리'],
  ])('%s', (both, ko, en) => {
    expect([inOneLanguage(both, 'ko'), inOneLanguage(both, 'en')]).toEqual([ko, en])
  })

  test('a rule without words of its own is told by its kind', () => {
    const shape = z.object({
      short: z.string().min(3),
      long: z.string().max(5),
      few: z.array(z.string()).min(1),
      share: z.number().max(1),
      above: z.number().gt(0),
      kind: z.enum(['city', 'other']),
      needed: z.string(),
      number: z.number(),
      named: z.string().min(1, '이름 (a name), such as 김하나'),
    })
    const wrong = { short: 'a', long: 'abcdefgh', few: [], share: 2, above: 0, kind: 'x', number: 'one', named: '' }
    const issues = shape.safeParse(wrong).error?.issues ?? []
    const say = (locale: 'ko' | 'en') => Object.fromEntries(issues.map((issue) => [issue.path.join('.'), expectedBy(issue, locale)]))
    expect(say('ko')).toEqual({
      short: '3자 이상',
      long: '5자 이하',
      few: '1개 이상',
      share: '1 이하',
      above: '0 초과',
      kind: 'city, other 가운데 하나',
      needed: '빠뜨릴 수 없는 값: 글',
      number: '수',
      named: '이름, 이를테면 김하나',
    })
    expect(say('en')).toMatchObject({
      short: 'At least 3 characters',
      few: 'At least 1 item',
      above: 'More than 0',
      kind: 'One of city, other',
      needed: 'A value is needed: text',
      number: 'A number',
      named: 'A name, such as 김하나',
    })
  })

  test.each([
    [z.uuid(), 'x', /^식별자\(UUID\)/, /^An id/],
    [z.email(), 'x', /^이메일 주소/, /^An e-mail/],
    [z.iso.datetime(), 'x', /^시각/, /^An instant/],
    [z.string().regex(/^[A-Z]{3}$/), 'x', /^이 꼴의 글: /, /^Text of the shape /],
    [z.string().startsWith('gusul_'), 'x', /^gusul_로 시작하는 글$/, /^Text that begins with gusul_$/],
    [z.number().multipleOf(5), 3, /^5의 배수$/, /^A multiple of 5$/],
    [z.number().int(), 1.5, /^정수$/, /^A whole number$/],
    [z.array(z.string()).length(2), [], /^꼭 2개$/, /^Exactly 2 items$/],
    [z.literal('k'), 'x', /^k$/, /^k$/],
    [z.union([z.enum(['a', 'b']), z.literal('all')]), 'x', /^a, b 가운데 하나 또는 all$/, /^One of a, b, or all$/],
    [
      z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
      { kind: 'x' },
      /^a, b 가운데 하나$/,
      /^One of a, b$/,
    ],
    [z.strictObject({}), { zz: 1 }, /^없는 칸이니 뺄 것: zz$/, /^No field zz; leave it out$/],
    [z.record(z.string().max(2), z.number()), { abc: 1 }, /^이름이 2자 이하인 칸$/, /^A field whose name is: At most 2 characters$/],
    [z.string().refine(() => false), 'x', /^이 칸이 받는 값$/, /^A value that this field takes$/],
  ] as const)('no rule says only that the input is invalid: %#', (schema: z.ZodType, wrong, ko, en) => {
    const issue = nearestIssues(schema.safeParse(wrong).error!.issues)[0]!
    expect(expectedBy(issue, 'ko')).toMatch(ko)
    expect(expectedBy(issue, 'en')).toMatch(en)
  })

  test('of a choice the shape that came nearest tells what is wrong', () => {
    const shape = z.object({ to: z.union([z.object({ id: z.uuid() }), z.object({ new: z.object({ name: z.string().min(1) }) })]) })
    const [issue, ...more] = nearestIssues(shape.safeParse({ to: { new: { name: '' } } }).error!.issues)
    expect(more).toEqual([])
    expect([issue!.path.join('.'), expectedBy(issue!, 'ko')]).toEqual(['to.new.name', '1자 이상'])
  })
})
