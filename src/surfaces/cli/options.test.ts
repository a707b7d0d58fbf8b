import { expect, test } from 'vitest'
import { runOptions } from './options.ts'

const port = (given: Record<string, string>, env: Record<string, string>) => runOptions(given, env, '/srv/gusul').port

test('the port is what was given, else what the variable says, else 4000', () => {
  expect(port({ port: '4711' }, { GUSUL_PORT: '4712' })).toBe(4711)
  expect(port({}, { GUSUL_PORT: '4712' })).toBe(4712)
  expect(port({}, {})).toBe(4000)
})

test('a variable set to nothing is not set', () => expect(port({}, { GUSUL_PORT: '' })).toBe(4000))

test('what is no port is refused with what came', () => expect(() => port({ port: 'eighty' }, {})).toThrow(/expected a port such as 4000.*"eighty"/))
