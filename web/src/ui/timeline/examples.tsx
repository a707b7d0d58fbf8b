import type { Examples } from '#web/ui/kit/example'
import { Timeline } from './timeline.tsx'

export const examples: Examples = {
  title: { ko: '내력', en: 'Timeline' },
  examples: [
    {
      name: { ko: '두 시계', en: 'Two clocks' },
      draw: () => (
        <Timeline
          heads
          events={[
            { id: 'a', kind: 'fact', when: '2026-11-24까지', title: '전력계통영향평가 접수 확인', detail: '다음 할 일', known: '2026-11-20' },
            {
              id: 'b',
              kind: 'claim',
              when: '“지난달 28일”',
              title: '협약 체결, 1조원 규모',
              detail: '기사 날짜를 찾으면 정해집니다.',
              known: '2026-11-16',
              onOpen: () => {},
              of: '협약 체결',
            },
          ]}
        />
      ),
    },
  ],
}
