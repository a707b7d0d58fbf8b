import type { Examples } from '#web/ui/kit/example'
import { Stepper } from './stepper.tsx'

export const examples: Examples = {
  title: { ko: '단계 걸음', en: 'Stepper' },
  examples: [
    {
      name: { ko: '네 걸음', en: 'Four steps' },
      draw: () => (
        <Stepper
          label="사업의 단계"
          steps={[
            { id: '1', title: '협약', detail: '협약서', state: 'done' },
            { id: '2', title: '계약·허가', detail: '지금', state: 'now' },
            { id: '3', title: '공사', detail: '착공신고', state: 'ahead' },
            { id: '4', title: '가동', detail: '사용승인', state: 'ahead' },
          ]}
        />
      ),
    },
  ],
}
