import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { DateField } from './date-field.tsx'

function Due() {
  const [date, setDate] = useState<string | null>(null)
  return <DateField label="기한" value={date} onChange={setDate} />
}

export const examples: Examples = {
  title: { ko: '날짜 칸', en: 'Date field' },
  examples: [{ name: { ko: '날짜', en: 'A date' }, draw: () => <Due /> }],
}
