import type { Examples } from '#web/ui/kit/example'
import { MenuButton } from './menu.tsx'

export const examples: Examples = {
  title: { ko: '메뉴', en: 'Menu' },
  examples: [
    {
      name: { ko: '일과 고르기', en: 'Actions and choices' },
      draw: () => (
        <MenuButton
          items={[
            { kind: 'action', label: '엑셀로 받기', run: () => {} },
            { kind: 'action', label: '지우기', bad: true, run: () => {} },
            { kind: 'line' },
            { kind: 'heading', label: '차례' },
            { kind: 'choice', label: '이름', checked: true, run: () => {} },
            { kind: 'choice', label: '금액', checked: false, run: () => {} },
          ]}
        >
          더 하기
        </MenuButton>
      ),
    },
  ],
}
