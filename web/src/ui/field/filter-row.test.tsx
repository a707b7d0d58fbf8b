import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { TextField } from './field.tsx'
import { FilterRow } from './filter-row.tsx'

const line = <TextField label="찾기" optional value="" onChange={() => {}} />

test('a field says that it may stay empty, but not in a row of filters', () => {
  expect(renderToStaticMarkup(line)).toContain('없어도 됨')
  const filter = renderToStaticMarkup(<FilterRow label="거르기">{line}</FilterRow>)
  expect(filter).not.toContain('없어도 됨')
  expect(filter).toContain('role="group" aria-label="거르기"')
  expect(filter).not.toContain('aria-required')
})
