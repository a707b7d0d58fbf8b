import type { Examples } from '#web/ui/kit/example'
import { Button } from './button.tsx'

export const examples: Examples = {
  title: { ko: '단추', en: 'Button' },
  examples: [
    {
      name: { ko: '모두', en: 'All' },
      draw: () => (
        <>
          <Button tone="primary" keys="a">
            받기
          </Button>
          <Button keys="e">고치기</Button>
          <Button tone="text">모두 보기</Button>
          <Button tone="bad">물리기</Button>
          <Button small>작게</Button>
          <Button disabled title="근거 문서가 있어야 합니다">
            다음 단계로
          </Button>
          <Button busy>저장</Button>
        </>
      ),
    },
  ],
}
