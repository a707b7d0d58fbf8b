import { useState } from 'react'
import { Button } from '#ui/button/button'
import type { Examples } from '#web/ui/kit/example'
import { Confirm } from './confirm.tsx'

function Merge() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>합치기</Button>
      <Confirm open={open} title="두 협약을 하나로 합칠까요?" action="합치기" onConfirm={() => setOpen(false)} onClose={() => setOpen(false)}>
        <p>두 문장은 모두 남고, 언제든 되돌릴 수 있습니다.</p>
      </Confirm>
    </>
  )
}

export const examples: Examples = {
  title: { ko: '대화상자', en: 'Dialog' },
  examples: [{ name: { ko: '다짐', en: 'Confirm' }, draw: () => <Merge /> }],
}
