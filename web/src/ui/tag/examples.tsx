import type { Examples } from '#web/ui/kit/example'
import { IllustrativeTag, Tag, UndecidedTag } from './tag.tsx'

export const examples: Examples = {
  title: { ko: '꼬리표', en: 'Tag' },
  examples: [
    {
      name: { ko: '모두', en: 'All' },
      draw: () => (
        <>
          <Tag>새로 들어옴</Tag>
          <Tag tone="ok">맞음</Tag>
          <Tag tone="warn">확인</Tag>
          <Tag tone="bad">범위 밖</Tag>
          <Tag tone="info">지금</Tag>
          <IllustrativeTag />
          <UndecidedTag />
        </>
      ),
    },
  ],
}
