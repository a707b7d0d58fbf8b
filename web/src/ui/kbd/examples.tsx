import type { Examples } from '#web/ui/kit/example'
import { KbdBar } from './kbd-bar.tsx'

export const examples: Examples = {
  title: { ko: '단축키 띠', en: 'Key bar' },
  examples: [
    {
      name: { ko: '넷', en: 'Four' },
      draw: () => (
        <KbdBar
          label="단축키"
          shortcuts={[
            { key: 'j', label: '다음' },
            { key: 'a', label: '받기' },
            { key: 'Enter', label: '열기' },
            { key: '?', label: '모든 단축키' },
          ]}
        />
      ),
    },
  ],
}
