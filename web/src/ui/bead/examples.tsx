import type { Examples } from '#web/ui/kit/example'
import { Bead, BeadLegend } from './bead.tsx'

export const examples: Examples = {
  title: { ko: '구슬', en: 'Bead' },
  examples: [
    { name: { ko: '읽는 법', en: 'How to read it' }, draw: () => <BeadLegend kinds={['claim', 'fact', 'figure', 'public', 'gone']} /> },
    {
      name: { ko: '단추', en: 'As a button' },
      draw: () => (
        <span>
          1조원
          <Bead kind="fact" of="1조원" onOpen={() => {}} />
        </span>
      ),
    },
  ],
}
