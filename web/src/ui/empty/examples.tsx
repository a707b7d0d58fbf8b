import { Button } from '#ui/button/button'
import type { Examples } from '#web/ui/kit/example'
import { Empty } from './empty.tsx'

export const examples: Examples = {
  title: { ko: '빈 자리', en: 'Empty' },
  examples: [
    {
      name: { ko: '할 일 하나', en: 'One action' },
      draw: () => (
        <Empty title="아직 읽은 문서가 없습니다" action={<Button tone="primary">문서 올리기</Button>}>
          보도자료나 협약서를 올리면 숫자를 찾아 문장과 함께 보여 줍니다.
        </Empty>
      ),
    },
  ],
}
