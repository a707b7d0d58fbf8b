import { useState } from 'react'
import type { Examples } from '#web/ui/kit/example'
import { Chip, ChipMenu, Filters } from './chip.tsx'

function Some() {
  const [mine, setMine] = useState(true)
  const [zone, setZone] = useState<'all' | 'east'>('all')
  return (
    <Filters label="거르기">
      <Chip label="우리 팀" count={14} pressed={mine} onPress={() => setMine(!mine)} />
      <ChipMenu
        label="구역"
        value={zone}
        onChange={setZone}
        options={[
          { value: 'all', label: '모두' },
          { value: 'east', label: '동쪽' },
        ]}
      />
    </Filters>
  )
}

export const examples: Examples = {
  title: { ko: '거르기', en: 'Chips' },
  examples: [{ name: { ko: '거르기', en: 'Filters' }, draw: () => <Some /> }],
}
