import { Button } from '#ui/button/button'
import { toast } from '#web/shell/toasts'
import type { Examples } from '#web/ui/kit/example'

export const examples: Examples = {
  title: { ko: '알림 한 줄', en: 'Toast' },
  examples: [
    {
      name: { ko: '되돌리기', en: 'With a way back' },
      draw: () => <Button onClick={() => toast('한 협약으로 합쳤습니다', { undo: () => toast('되돌렸습니다') })}>알림</Button>,
    },
  ],
}
