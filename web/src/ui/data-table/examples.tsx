import { useState } from 'react'
import { Figure } from '#ui/figure/figure'
import { StageGauge } from '#ui/stage/stage'
import type { Examples } from '#web/ui/kit/example'
import { ColumnChooser } from './column-chooser.tsx'
import { type Column, type Sort, useVisibleColumns } from './columns.ts'
import { DataTable } from './data-table.tsx'

interface Row {
  id: string
  name: string
  level: '1' | '3' | '4'
  amount: string | null
}

const rows: Row[] = [
  { id: 'a', name: '의료기기 시험동 이전', level: '3', amount: '42000000000' },
  { id: 'b', name: '디지털 허브', level: '1', amount: null },
  { id: 'c', name: '배터리 소재 2공장', level: '4', amount: '31000000000' },
]

const columns: Column<Row>[] = [
  { id: 'name', label: '사업', head: true, sortable: true, render: (row) => row.name, foot: '금액이 밝혀진 2건' },
  { id: 'level', label: '단계', render: (row) => <StageGauge level={row.level} /> },
  {
    id: 'amount',
    label: '협약 금액',
    numeric: true,
    sortable: true,
    render: (row) => <Figure value={row.amount} unit="KRW" kind="fact" unknown="미공개" />,
    foot: <Figure value="73000000000" unit="KRW" kind="figure" />,
  },
]

function Projects() {
  const [sort, setSort] = useState<Sort | null>(null)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [visible, setVisible] = useVisibleColumns('examples', columns)
  const sorted =
    sort === null
      ? rows
      : [...rows].sort(
          (a, b) =>
            (sort.direction === 'ascending' ? 1 : -1) *
            (sort.by === 'name' ? a.name.localeCompare(b.name, 'ko') : Number(a.amount ?? -1) - Number(b.amount ?? -1)),
        )
  return (
    <div>
      <ColumnChooser columns={columns} visible={visible} onChange={setVisible} />
      <DataTable
        label="사업"
        columns={columns}
        rows={sorted}
        rowId={(row) => row.id}
        rowName={(row) => row.name}
        visible={visible}
        sort={sort}
        onSort={setSort}
        selected={selected}
        onSelect={setSelected}
      />
    </div>
  )
}

export const examples: Examples = {
  title: { ko: '표', en: 'Data table' },
  examples: [
    { name: { ko: '사업', en: 'Projects' }, draw: () => <Projects /> },
    {
      name: { ko: '빈 표', en: 'Empty' },
      draw: () => <DataTable label="빈 표" columns={columns} rows={[]} rowId={(row) => row.id} rowName={(row) => row.name} />,
    },
    {
      name: { ko: '불러오지 못함', en: 'Failed' },
      draw: () => (
        <DataTable
          label="사업"
          columns={columns}
          rows={[]}
          rowId={(row) => row.id}
          rowName={(row) => row.name}
          problem="서버가 답하지 않습니다."
          onRetry={() => {}}
        />
      ),
    },
  ],
}
