import type { Examples } from '#web/ui/kit/example'
import { FileDrop } from './file-drop.tsx'

export const examples: Examples = {
  title: { ko: '파일 놓는 곳', en: 'File drop' },
  examples: [
    {
      name: { ko: '글 파일', en: 'Text files' },
      draw: () => <FileDrop label="보도자료나 협약서" accept={['.txt', '.html']} limitBytes={20_000_000} onFiles={() => {}} />,
    },
  ],
}
