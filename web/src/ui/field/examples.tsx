import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { Checkbox, TextArea, TextField } from './field.tsx'
import { FilterRow } from './filter-row.tsx'

function Line({ error }: { error?: string }) {
  const [value, setValue] = useState('약간')
  return <TextField label="투자 금액" hint="협약서에 적힌 값" error={error} value={value} onChange={setValue} />
}

function Lines() {
  const [value, setValue] = useState('')
  return <TextArea label="까닭" optional value={value} onChange={setValue} />
}

function Filter() {
  const [value, setValue] = useState('')
  return (
    <FilterRow label="거르기">
      <TextField label="이름으로 찾기" optional value={value} onChange={setValue} />
    </FilterRow>
  )
}

function Box() {
  const [checked, setChecked] = useState(true)
  return <Checkbox label="부서장에게 알리기" hint="이메일이 설정된 경우에만 보냅니다." checked={checked} onChange={setChecked} />
}

export const examples: Examples = {
  title: { ko: '칸', en: 'Field' },
  examples: [
    { name: { ko: '한 줄', en: 'One line' }, draw: () => <Line /> },
    { name: { ko: '잘못', en: 'With an error' }, draw: () => <Line error="“150억 원”처럼 적어 주세요. 받은 값: “약간”" /> },
    { name: { ko: '여러 줄', en: 'Several lines' }, draw: () => <Lines /> },
    { name: { ko: '거르기 줄', en: 'A row of filters' }, draw: () => <Filter /> },
    { name: { ko: '표시', en: 'A box' }, draw: () => <Box /> },
  ],
}
