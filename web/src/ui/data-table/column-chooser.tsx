import { MenuButton, type MenuItem } from '#ui/menu/menu'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'

/** 열 고르기: which columns are shown. The column that names the rows always stays. */
export function ColumnChooser({
  columns,
  visible,
  onChange,
}: {
  columns: readonly { id: string; label: string; head?: boolean }[]
  visible: readonly string[]
  onChange: (visible: readonly string[]) => void
}) {
  const texts = useTexts(uiTexts)
  const items = columns
    .filter((column) => !column.head)
    .map((column): MenuItem => {
      const checked = visible.includes(column.id)
      return {
        kind: 'toggle',
        label: column.label,
        checked,
        run: () => onChange(checked ? visible.filter((id) => id !== column.id) : [...visible, column.id]),
      }
    })
  return (
    <MenuButton label={texts.columns} className="chip" items={items}>
      {texts.columns}
    </MenuButton>
  )
}
