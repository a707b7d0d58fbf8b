import { Figure } from '#ui/figure/figure'
import type { Examples } from '#web/ui/kit/example'
import { Strand } from './strand.tsx'

export const examples: Examples = {
  title: { ko: '실에 꿴 숫자', en: 'Strand' },
  examples: [
    {
      name: { ko: '세 숫자', en: 'Three figures' },
      draw: () => (
        <Strand
          figures={[
            { id: 'a', label: '협약', kind: 'public', figure: <Figure value="238" unit="firms" size="hero" />, source: '2016년–2020년 9월' },
            { id: 'b', label: '실제 투자', kind: 'fact', figure: <Figure value="101" unit="firms" size="hero" />, onOpen: () => {}, of: '실제 투자' },
            { id: 'c', label: '건수 기준', kind: 'figure', figure: <Figure value="0.424" unit="ratio" size="hero" /> },
          ]}
        />
      ),
    },
  ],
}
