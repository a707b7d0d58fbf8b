import { describe, expect, it } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string): string[] =>
  readDocument(text, { published: '2024-09-19' }).commitments.map(
    ({ indicator, value, unit, subject }) => `${indicator.value} ${value >= 1e7 ? `${value / 1e8}억` : value} ${unit} ${subject.value ?? '-'}`,
  )

describe('tables on one line (한 줄로 이어진 표)', () => {
  it('a unit for all, then names and figures in turn', () => {
    expect(read('강릉시가 은하산단을 닦는다.\n▶재원 구성(단위: 억 원) 국비 410 도비 95 시비 285 민자 2,350 계 3,140')).toEqual([
      'budget 410억 KRW 강릉시',
      'budget 95억 KRW 강릉시',
      'budget 285억 KRW 강릉시',
      'investment 2350억 KRW 강릉시',
      'budget 3140억 KRW 강릉시',
    ])
  })

  it('heads with their units, then rows of as many figures', () => {
    expect(
      read('〔표〕 국내 기업 투자 내용 기업 면적(㎡) 투자액(억 원) 고용(명) 가람정공 33,058 820 110 나래소재 41,000 1,250 165').map((l) =>
        l.replace(' KRW', ''),
      ),
    ).toEqual([
      'area 33058 m2 가람정공',
      'investment 820억 가람정공',
      'jobs 110 persons 가람정공',
      'area 41000 m2 나래소재',
      'investment 1250억 나래소재',
      'jobs 165 persons 나래소재',
    ])
  })

  it('is none where anything is left over', () => {
    const lines = ['기업 면적(㎡) 투자액(억 원) 가람정공 33,058 820 나래소재 41,000', '재원 구성(단위: 억 원) 국비 410 도비는 아직 없다']
    for (const line of lines) expect(readDocument(line).mentions.filter((m) => m.kind === 'area' || m.kind === 'money')).toEqual([])
  })
})
