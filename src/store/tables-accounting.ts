/** 이정표의 지난 판: a task as it was known until it was changed or taken away. */
export interface MilestonePastTable {
  office_id: string
  milestone_id: string
  version: number
  subject_id: string
  kind: 'task' | 'milestone' | 'obligation'
  title: string
  due_on: string | null
  done_on: string | null
  waived_on: string | null
  owner_id: string | null
  document_id: string | null
  note: string | null
  created_at: string
  known_from: string
  known_to: string
}
