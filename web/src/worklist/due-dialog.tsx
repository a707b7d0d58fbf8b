import { useQuery } from '@tanstack/react-query'
import { json } from '#web/shell/api'
import { useOffice } from '#web/shell/session'
import { client } from '../portfolio/api.ts'
import { TaskDialog } from '../portfolio/task-dialog.tsx'

/** 기한 바꾸기: the task of a line, as it stands now. */
export function DueDialog({ subject, task, onClose }: { subject: string; task: string; onClose: () => void }) {
  const office = useOffice().slug
  const { data } = useQuery({
    queryKey: ['portfolio', office, 'milestone', task],
    queryFn: () => json(client.offices[':office'].milestones[':milestone'].$get({ param: { office, milestone: task } })),
  })
  return data ? <TaskDialog subject={subject} task={data} onClose={onClose} /> : null
}
