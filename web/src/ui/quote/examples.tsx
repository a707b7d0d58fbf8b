import type { Examples } from '#web/ui/kit/example'
import { Quote } from './quote.tsx'

export const examples: Examples = {
  title: { ko: '원문의 문장', en: 'Quote' },
  examples: [
    {
      name: { ko: '날짜 없음', en: 'Without a date' },
      draw: () => <Quote text="화도읍에 1조원 규모의 데이터센터를 짓는다." outlet="예시일보" part />,
    },
    {
      name: { ko: '표시', en: 'Marked' },
      draw: () => (
        <Quote
          text="화도읍에 1조원 규모의 데이터센터를 짓는다."
          mark={{ start: 5, end: 11 }}
          outlet="예시일보"
          date="2025-12-01"
          title="시장 인터뷰"
        />
      ),
    },
  ],
}
