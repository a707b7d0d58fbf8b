import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { keptTogether } from './kept-together.tsx'

test('a particle stays with the quotation mark before it, and no letter is lost', () => {
  const text = '시는 ‘산업생태계 대전환’을 선포했다고 “속도를 내고 있다”며 말했다.'
  const html = renderToStaticMarkup(keptTogether(text))
  expect(html).toContain('<span class="keep">환’을</span>')
  expect(html).toContain('<span class="keep">다”며</span>')
  expect(html.replace(/<[^>]+>/g, '')).toBe(text)
})

test('other words are left as they are', () => {
  expect(keptTogether('시는 30억 원을 쓴다. ‘끝’')).toBe('시는 30억 원을 쓴다. ‘끝’')
})

test('a day and a month stay on one line, also in a range', () => {
  const html = renderToStaticMarkup(keptTogether('2019-01-01 – 2019-11-11, 2020-03부터'))
  expect(html).toBe('<span class="keep">2019-01-01</span> – <span class="keep">2019-11-11</span>, <span class="keep">2020-03</span>부터')
})

test('what is no text, and a number that is no day, is left as it is', () => {
  const tag = <b>2019-11-11</b>
  expect(keptTogether(tag)).toBe(tag)
  expect(keptTogether('전화 031-1234-5678')).toBe('전화 031-1234-5678')
})
