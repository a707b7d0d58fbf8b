import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { type Choice, ComboBox } from './combo-box.tsx'

const projects: Choice[] = [
  { id: '1', label: '스마트에너지 데이터센터', detail: '화도읍' },
  { id: '2', label: '디지털 허브', detail: '왕숙' },
  { id: '3', label: '정밀광학 부품 공장', detail: '진접' },
]

function Project() {
  const [value, setValue] = useState<Choice | null>(null)
  return (
    <ComboBox
      label="사업"
      hint="초성으로도 찾습니다: ㄷㅈㅌ"
      value={value}
      choices={projects}
      onChange={setValue}
      onMake={(label) => setValue({ id: label, label })}
    />
  )
}

export const examples: Examples = {
  title: { ko: '찾아 고르기', en: 'Combo box' },
  examples: [{ name: { ko: '사업', en: 'Project' }, draw: () => <Project /> }],
}
