import type { Examples } from '#web/ui/kit/example'
import { Pager } from './pager.tsx'

export const examples: Examples = {
  title: { ko: '쪽 넘기기', en: 'Pager' },
  examples: [
    { name: { ko: '더 있음', en: 'More' }, draw: () => <Pager shown={50} total={128} more onMore={() => {}} /> },
    { name: { ko: '끝', en: 'End' }, draw: () => <Pager shown={12} more={false} onMore={() => {}} /> },
  ],
}
