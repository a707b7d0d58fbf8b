import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { Tabs } from './tabs.tsx'

function Three() {
  const [value, setValue] = useState<'overview' | 'pledges' | 'history'>('overview')
  return (
    <Tabs
      label="보기"
      value={value}
      onChange={setValue}
      tabs={[
        { value: 'overview', label: '개요', panel: <p>개요</p> },
        { value: 'pledges', label: '약속', panel: <p>약속</p> },
        { value: 'history', label: '내력', panel: <p>내력</p> },
      ]}
    />
  )
}

export const examples: Examples = {
  title: { ko: '갈래', en: 'Tabs' },
  examples: [{ name: { ko: '셋', en: 'Three' }, draw: () => <Three /> }],
}
