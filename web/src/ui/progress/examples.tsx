import type { Examples } from '#web/ui/kit/example'
import { Progress } from './progress.tsx'

export const examples: Examples = {
  title: { ko: '진행', en: 'Progress' },
  examples: [
    {
      name: { ko: '반쯤', en: 'Half' },
      draw: () => (
        <Progress label="읽음" done={5} total={11} onCancel={() => {}}>
          5 / 11
        </Progress>
      ),
    },
    { name: { ko: '끝을 모름', en: 'Without an end' }, draw: () => <Progress label="읽는 중" done={0} total={null} /> },
  ],
}
