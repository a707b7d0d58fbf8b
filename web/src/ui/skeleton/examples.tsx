import type { Examples } from '#web/ui/kit/example'
import { Skeleton, Waiting } from './skeleton.tsx'

export const examples: Examples = {
  title: { ko: '불러오는 자리', en: 'Skeleton' },
  examples: [
    { name: { ko: '한 줄', en: 'One line' }, draw: () => <Skeleton wide={10} /> },
    { name: { ko: '0.4초 뒤', en: 'After 0.4 s' }, draw: () => <Waiting label="불러오는 중" /> },
  ],
}
