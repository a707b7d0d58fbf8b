import { Button } from '#ui/button/button'
import type { Examples } from '#web/ui/kit/example'
import { Banner, Note } from './banner.tsx'

export const examples: Examples = {
  title: { ko: '알림', en: 'Banner and note' },
  examples: [
    {
      name: { ko: '띠', en: 'Banner' },
      draw: () => (
        <Banner title="정의가 2판으로 바뀌었습니다." action={<Button small>견주기</Button>}>
          값은 그대로입니다.
        </Banner>
      ),
    },
    {
      name: { ko: '조심', en: 'Warning' },
      draw: () => (
        <Banner tone="warn" title="연결이 끊겼습니다.">
          09:12에 받은 값을 보여 줍니다.
        </Banner>
      ),
    },
    {
      name: { ko: '쪽지', en: 'Note' },
      draw: () => (
        <Note tone="warn">
          <b>두 숫자가 어긋납니다.</b> 부분이 전체보다 큽니다.
        </Note>
      ),
    },
  ],
}
