import { Figure } from '#ui/figure/figure'
import type { Examples } from '#web/ui/kit/example'
import { FactsStrip, Pairs } from './facts.tsx'

export const examples: Examples = {
  title: { ko: '한눈에', en: 'Facts strip' },
  examples: [
    {
      name: { ko: '띠', en: 'Strip' },
      draw: () => (
        <FactsStrip
          facts={[
            { id: 'a', label: '협약 금액', value: <Figure value="1000000000000" unit="KRW" kind="fact" />, note: '어림값' },
            { id: 'b', label: '이루어진 금액', value: <span className="mut">아직 없음</span> },
            { id: 'c', label: '누적 가운데', value: <Figure value="0.333" unit="ratio" kind="figure" /> },
          ]}
        />
      ),
    },
    {
      name: { ko: '짝', en: 'Pairs' },
      draw: () => (
        <Pairs
          pairs={[
            { id: 'a', label: '무엇의', value: '스마트에너지 데이터센터' },
            { id: 'b', label: '갈래', value: '협약(말한 값)' },
          ]}
        />
      ),
    },
  ],
}
