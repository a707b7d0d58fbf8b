import { describe, expect, it } from 'vitest'
import { familiesOf, isWithin } from './families.ts'

const names = (entries: Parameters<typeof familiesOf>[0]) => familiesOf(entries).map(({ members }) => members.map(({ to }) => to))

describe('lines of the rail as families', () => {
  const lines = [{ to: '/monday' }, { to: '/agreements' }, { to: '/obligations', under: '/agreements' }, { to: '/twins', under: '/agreements' }]

  it('puts what stands under a line beside it', () => {
    expect(names(lines)).toEqual([['/monday'], ['/agreements', '/obligations', '/twins']])
  })

  it('lets the first of a family lead where its head is not theirs', () => {
    expect(names(lines.filter(({ to }) => to !== '/agreements'))).toEqual([['/monday'], ['/obligations', '/twins']])
  })

  it('knows a screen below a line from one that only begins alike', () => {
    expect(isWithin('/agreements/7', lines[1]!)).toBe(true)
    expect(isWithin('/agreementsx', lines[1]!)).toBe(false)
  })
})
