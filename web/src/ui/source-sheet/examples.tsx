import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Figure } from '#ui/figure/figure'
import { Quote } from '#ui/quote/quote'
import type { Examples } from '#web/ui/kit/example'
import { SourceSheet } from './source-sheet.tsx'

function FromBead() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Figure value="1000000000000" unit="KRW" kind="fact" of="협약 금액" onOpen={() => setOpen(true)} />
      <SourceSheet
        open={open}
        onClose={() => setOpen(false)}
        title="협약 금액 1조원"
        knots={[
          { id: 'f', kind: 'fact', label: '사실 · 받아들임', children: <p>1조원</p> },
          {
            id: 'c',
            kind: 'claim',
            label: '주장 · 원문의 문장',
            children: <Quote text="화도읍에 1조원 규모의 데이터센터를 짓는다." outlet="예시일보" part />,
          },
        ]}
      />
    </>
  )
}

function Coming() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>불러오는 중인 시트</Button>
      <SourceSheet open={open} onClose={() => setOpen(false)} title="협약 금액" knots={[]} waiting />
    </>
  )
}

export const examples: Examples = {
  title: { ko: '문장 보기', en: 'Source sheet' },
  examples: [
    { name: { ko: '구슬에서 열기', en: 'From a bead' }, draw: () => <FromBead /> },
    { name: { ko: '오는 중', en: 'On its way' }, draw: () => <Coming /> },
  ],
}
