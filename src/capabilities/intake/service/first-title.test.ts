import { describe, expect, test } from 'vitest'
import { firstTitle } from './first-title.ts'

describe('what a document is called before somebody names it', () => {
  test.each([
    ['its first line', '나래시, 공장 유치\n나래시는 오늘 협약했다.', null, null, '나래시, 공장 유치'],
    [
      'not the furniture of the page',
      '기사 메일전송\n• 기사등록 2021-01-27\n기사수정\n▲ 개청식이 열렸다.\n나래시, 청 열다\n',
      null,
      null,
      '나래시, 청 열다',
    ],
    [
      'not the table at the head of a press release',
      '보도자료 | 배포일시 | 2026. 11. 3.(화)\n보도자료 | 담당부서 | 투자유치과\n나래시, 청 열다\n□ 나래시는',
      '보도.pdf',
      'pdf',
      '나래시, 청 열다',
    ],
    [
      'not its letterhead',
      '보 도 자 료 | 2026. 3. 2.(월) 배포\n보 도 자 료\n배포 즉시 보도\n나래시, 청 열다\n나래시는',
      '보도.hwpx',
      'hwpx',
      '나래시, 청 열다',
    ],
    ['a line that begins like one', '보도자료를 낸 시는 오늘 협약했다\n나래시는', null, null, '보도자료를 낸 시는 오늘 협약했다'],
    ['the furniture where there is nothing else', '기사 메일전송\n기사등록', null, null, '기사 메일전송'],
    [
      'of a paragraph its first sentence',
      '나래시는 12일 협약을 맺었다고 밝혔다. 회사는 내년에 착공한다.',
      '보도.pdf',
      'pdf',
      '나래시는 12일 협약을 맺었다고 밝혔다.',
    ],
    ['a decimal point ends no sentence', '면적 4.371㎢의 땅을 산다. 끝', null, null, '면적 4.371㎢의 땅을 산다.'],
    ['of a table the name of its file', '기업 | 투자액(억원)\n가람 | 30', '묶음/현황.csv', 'csv', '현황'],
    ['of a file without a text its name', null, '잠긴.hwp', null, '잠긴.hwp'],
  ] as const)('%s', (_, text, file, format, title) => {
    expect(firstTitle(text, file, format)).toBe(title)
  })

  test('a line without an end is cut at what a list can hold', () => {
    expect(firstTitle('가'.repeat(500), null, null)).toHaveLength(120)
  })
})
