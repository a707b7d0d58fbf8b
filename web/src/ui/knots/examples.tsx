import { Quote } from '#ui/quote/quote'
import type { Examples } from '#web/ui/kit/example'
import { Knots } from './knots.tsx'

export const examples: Examples = {
  title: { ko: '매듭', en: 'Knots' },
  examples: [
    {
      name: { ko: '숫자에서 문장까지', en: 'From number to sentence' },
      draw: () => (
        <Knots
          knots={[
            { id: 'p', kind: 'public', label: '공표 · 2026-11-20', children: <p>31.2% 제3판</p> },
            { id: 'f', kind: 'figure', label: '산출 · 실현율(금액) 정의 2판', children: <p>5,303억원 ÷ 1조 6,970억원</p> },
            {
              id: 'c',
              kind: 'claim',
              label: '주장 · 원문의 문장',
              children: <Quote text="실제 투자 금액은 5천303억원 수준이다." mark={{ start: 9, end: 16 }} outlet="예시일보" date="2020-11-04" part />,
            },
          ]}
        />
      ),
    },
  ],
}
