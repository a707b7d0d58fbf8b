import { afterAll, describe, expect, test } from 'vitest'
import { type Put, pdf, pdfText } from './fixtures/pdf.ts'
import { closeFormats, parseFile } from './parse-file.ts'

afterAll(closeFormats)

const read = async (puts: readonly Put[], laid: readonly string[], rules: readonly (readonly [number, number, number, number])[] = []) => {
  const parsed = await parseFile(pdf([puts], { laid, rules }), { name: '신청서.pdf' })
  if (!parsed.ok || parsed.kind !== 'text') throw new Error(`expected a text, got ${JSON.stringify(parsed)}`)
  return { lines: parsed.text.split('\n'), told: parsed.warnings.map((one) => [one.code, one.ko.match(/\d+/)?.[0]]), map: parsed.map }
}
const field = (x: number, y: number, value: string, more = '', [width, height] = [150, 16]) =>
  `/Subtype /Widget /FT /Tx /T ${pdfText(`f${x}${y}`)} /V ${pdfText(value)} /DA (/Helv 10 Tf 0 g) /Rect [${x} ${y - 4} ${x + width} ${y - 4 + height}] ${more}`
const note = (kind: string, words: string, more = '') => `/Subtype /${kind} /Rect [400 700 420 720] /Contents ${pdfText(words)} ${more}`

describe('forms of a PDF', () => {
  test('what was typed into a field stands behind its label, before what follows it on the line, or in the blank left for it', async () => {
    const { lines } = await read(
      [
        { x: 60, y: 760, text: '투자 신청서' },
        { x: 60, y: 730, text: '기업명' },
        { x: 60, y: 700, text: '투자금액' },
        { x: 170, y: 700, text: '억원' },
        { x: 60, y: 670, text: '고용 (          )명을 채용한다.' },
        { x: 60, y: 600, text: '위와 같이 신청합니다.' },
      ],
      [
        field(105, 730, '누리테크'),
        field(110, 700, '1,200', '', [50, 16]),
        field(110, 670, '300', '', [50, 16]),
        field(60, 630, '부지는 새솔산업단지이다.\n준공은 2027년이다.', '/Ff 4096', [400, 40]),
      ],
    )
    expect(lines).toEqual([
      '투자 신청서',
      '기업명 누리테크',
      '투자금액 1,200 억원',
      '고용 (300)명을 채용한다.',
      '부지는 새솔산업단지이다.',
      '준공은 2027년이다.',
      '위와 같이 신청합니다.',
    ])
  })
  test('fields of a ruled table are its cells', async () => {
    const rules = [...[740, 720, 700, 680].map((y) => [60, y, 360, y] as const), ...[60, 160, 260, 360].map((x) => [x, 680, x, 740] as const)]
    const { lines } = await read(
      [
        { x: 65, y: 726, text: '기업' },
        { x: 165, y: 726, text: '투자액(억원)' },
        { x: 265, y: 726, text: '고용(명)' },
        { x: 65, y: 706, text: '누리테크' },
        { x: 65, y: 686, text: '다온소재' },
      ],
      [
        field(165, 706, '1,200', '', [80, 14]),
        field(265, 706, '300', '', [80, 14]),
        field(165, 686, '500', '', [80, 14]),
        field(265, 686, '70', '', [80, 14]),
      ],
      rules,
    )
    expect(lines).toContain('누리테크 | 투자액 1,200억원 | 고용 300명')
    expect(lines).toContain('다온소재 | 투자액 500억원 | 고용 70명')
  })
  test('choices and ticks show what was chosen; a password, an empty field and one that is not shown give no words', async () => {
    const tick = (x: number, state: string) =>
      `/Subtype /Widget /FT /Btn /T ${pdfText(`b${x}`)} /V /${state} /AS /${state} /AP << /N << /Yes null /Off null >> >> /Rect [${x} 698 ${x + 12} 710]`
    const { lines, told } = await read(
      [
        { x: 60, y: 730, text: '업종' },
        { x: 80, y: 700, text: '신규' },
        { x: 180, y: 700, text: '증설' },
        { x: 60, y: 670, text: '끝.' },
      ],
      [
        `/Subtype /Widget /FT /Ch /Ff 131072 /T ${pdfText('c')} /V ${pdfText('a')} /Opt [[${pdfText('a')} ${pdfText('이차전지')}] [${pdfText('b')} ${pdfText('바이오')}]] /DA (/Helv 10 Tf 0 g) /Rect [90 726 200 742]`,
        tick(66, 'Off'),
        tick(166, 'Yes'),
        field(90, 670, '비밀', '/Ff 8192'),
        field(90, 660, '', ''),
        field(90, 650, '900억원', '/F 2'),
      ],
    )
    expect(lines).toEqual(['업종 이차전지', '☐ 신규 ☑ 증설', '끝.'])
    expect(told).toEqual([['hidden-text', '1']])
  })
  test('free text on a page is read; notes, marked words and callouts are told', async () => {
    const { lines, told } = await read(
      [
        { x: 60, y: 730, text: '투자액은 1,200억원이다.' },
        { x: 60, y: 690, text: '끝.' },
      ],
      [
        `/Subtype /FreeText /Contents ${pdfText('고용은 300명이다.')} /DA (/Helv 10 Tf 0 g) /Rect [60 702 260 720]`,
        note('Text', '900억원 아닌가요?'),
        note('Highlight', '확인 바람', '/QuadPoints [60 740 100 740 60 730 100 730]'),
        note('FreeText', '숫자 확인', '/IT /FreeTextCallout /DA (/Helv 10 Tf 0 g)'),
        '/Subtype /Highlight /Rect [60 700 90 710] /QuadPoints [60 710 90 710 60 700 90 700]',
        '/Subtype /Link /Rect [60 700 90 710]',
      ],
    )
    expect(lines).toEqual(['투자액은 1,200억원이다.', '고용은 300명이다.', '끝.'])
    expect(told).toEqual([['comments', '3']])
  })
})
