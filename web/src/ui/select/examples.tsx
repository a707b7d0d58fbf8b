import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { Select } from './select.tsx'

function Role() {
  const [value, setValue] = useState<'officer' | 'viewer' | ''>('')
  return (
    <Select
      label="역할"
      none="고르지 않음"
      value={value}
      onChange={setValue}
      options={[
        { value: 'officer', label: '담당' },
        { value: 'viewer', label: '열람' },
      ]}
    />
  )
}

export const examples: Examples = {
  title: { ko: '고르기 칸', en: 'Select' },
  examples: [{ name: { ko: '역할', en: 'Role' }, draw: () => <Role /> }],
}
