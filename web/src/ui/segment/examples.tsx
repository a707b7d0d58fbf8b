import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { Segment } from './segment.tsx'

function Measure() {
  const [value, setValue] = useState<'amount' | 'count' | 'jobs'>('amount')
  return (
    <Segment
      label="무엇으로 세나"
      value={value}
      onChange={setValue}
      options={[
        { value: 'amount', label: '금액' },
        { value: 'count', label: '건수' },
        { value: 'jobs', label: '일자리' },
      ]}
    />
  )
}

export const examples: Examples = {
  title: { ko: '한 가지 고르기', en: 'Segment' },
  examples: [{ name: { ko: '세 가지', en: 'Three' }, draw: () => <Measure /> }],
}
