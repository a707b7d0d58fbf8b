import { strToU8 } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { closeFormats, parseFile } from './parse-file.ts'
import { shownHtml } from './shown-html.ts'

afterAll(closeFormats)

describe('what a page shows', () => {
  test('elements that it hides itself raise no claims, and the reviewer is told', async () => {
    const page = `<html><body><p>투자액은 1,200억원이라고 새솔시가 밝혔다. 고용은 300명이다.</p><div class="a" style="color:red; DISPLAY : none"><p>예전 글 <b>777억원</b></p></div><p hidden>888억원</p><p>끝.</p></body></html>`
    const parsed = await parseFile(strToU8(page), { name: '쪽.html' })
    if (!parsed.ok || parsed.kind !== 'text') throw new Error('expected a text')
    expect(parsed.text).not.toMatch(/777|888/)
    expect(parsed.text).toContain('끝.')
    expect(parsed.warnings.map((one) => one.code)).toEqual(['hidden-text'])
    expect(parsed.warnings[0]!.ko).toContain('2곳')
  })
  test('a page that waits for a script to show it is read', () => {
    const page = '<body><div style="display:none"><p>투자액은 1,200억원이라고 새솔시가 밝혔다.</p></div><p>기다려 주십시오</p></body>'
    expect(shownHtml(page)).toEqual({ html: page, hidden: 0 })
  })
  test('void and unclosed elements hide nothing but themselves', () => {
    expect(
      shownHtml('<p>앞 글이다.<img style="display:none" src="a"><input hidden value="1">뒤 글이다.<p hidden>숨은 글<p>또 글이다.').html,
    ).toContain('또 글이다.')
    expect(shownHtml('<p>앞 글이다.<img style="display:none" src="a">뒤 글이다.').html).toContain('뒤 글이다.')
  })
  test('what was typed or chosen in a table is read, menus to choose from are not', () => {
    const page =
      '<form><input type="text" value="검색어"><table><tr><th>투자액(억원)</th><td><input value="1,200"> <input type="hidden" value="7"><input type="submit" value="보내기"></td></tr><tr><th>단지</th><td><select><option>가람단지</option><option selected>새솔단지</option></select></td></tr></table></form>'
    const { html } = shownHtml(page)
    expect(
      html
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ).toBe('투자액(억원) 1,200 단지 새솔단지')
  })
  test('fields inside of what is hidden stay hidden', () => {
    const { html } = shownHtml(
      '<p>보이는 글이 여기에 길게 있다.</p><table><tr><td hidden>숨은 <input value="777"> 글</td><td><input value="1,200"></td></tr></table>',
    )
    expect(html.replace(/<[^>]*>/g, '')).toBe('보이는 글이 여기에 길게 있다.1,200')
  })
})
