import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Confirm } from '#ui/dialog/confirm'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useAction } from './action.ts'
import type { MilestoneItem, ProjectView } from './api.ts'
import { refreshPortfolio } from './api.ts'
import { changeTask, finishTask, removeTask, TaskDialog } from './task-dialog.tsx'
import { portfolioTexts } from './texts.ts'

/** 할 일: what is due, done and waived, open ones first. */
export function Tasks({ project, mayWrite }: { project: ProjectView; mayWrite: boolean }) {
  const texts = useTexts(portfolioTexts)
  const { due } = useFormats()
  const office = useOffice().slug
  const [open, setOpen] = useState<{ task?: MilestoneItem } | null>(null)
  const [removing, setRemoving] = useState<MilestoneItem | null>(null)
  const finish = useAction((task: MilestoneItem) => finishTask(office, task))
  const reopen = useAction(async (task: MilestoneItem) => {
    await changeTask(office, task.id, { doneOn: null })
    await refreshPortfolio()
  })
  const remove = useAction(async (task: MilestoneItem) => {
    await removeTask(office, task.id)
    setRemoving(null)
  })
  const closed = (task: MilestoneItem) => task.doneOn !== null || task.waivedOn !== null
  const tasks = [...project.milestones].sort((a, b) => Number(closed(a)) - Number(closed(b)))
  return (
    <section className="blk">
      <div className="blk-h">
        <h2>{texts.project.tasks}</h2>
        {mayWrite ? (
          <Button small className="more" onClick={() => setOpen({})}>
            {texts.task.add}
          </Button>
        ) : null}
      </div>
      {tasks.length === 0 ? <p className="mut">{texts.project.tasksNone}</p> : null}
      <ul className="pf-rows">
        {tasks.map((task) => {
          const late = !closed(task) && task.dueOn !== null && task.dueOn < today()
          return (
            <li key={task.id}>
              <span className="pf-grow">
                <b>{task.title}</b> <span className="mut">{task.kind === 'task' ? '' : texts.task.kinds[task.kind]}</span>
                <small className={late ? 'pf-late' : 'mut'}>
                  {closed(task)
                    ? texts.task.doneOn(task.doneOn ?? task.waivedOn ?? '')
                    : task.dueOn
                      ? `${task.dueOn} · ${due(task.dueOn)}`
                      : texts.task.noDue}
                  {task.ownerName ? ` · ${task.ownerName}` : ''}
                  {task.note ? ` · ${task.note}` : ''}
                </small>
              </span>
              {mayWrite ? (
                <>
                  {closed(task) ? (
                    <Button tone="text" small onClick={() => void reopen.run(task)}>
                      {texts.task.reopen}
                    </Button>
                  ) : (
                    <Button small busy={finish.busy} onClick={() => void finish.run(task)}>
                      {texts.task.done}
                    </Button>
                  )}
                  <Button tone="text" small onClick={() => setOpen({ task })}>
                    {texts.edit}
                  </Button>
                  <Button tone="text" small onClick={() => setRemoving(task)}>
                    {texts.task.remove}
                  </Button>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
      {(finish.words ?? reopen.words) ? (
        <p className="err" role="alert">
          {finish.words ?? reopen.words}
        </p>
      ) : null}
      {open ? <TaskDialog subject={project.standsFor} task={open.task} onClose={() => setOpen(null)} /> : null}
      <Confirm
        open={removing !== null}
        title={`${texts.task.remove}: ${removing?.title ?? ''}`}
        action={texts.task.remove}
        tone="bad"
        busy={remove.busy}
        error={remove.words ?? undefined}
        onClose={() => setRemoving(null)}
        onConfirm={() => removing && void remove.run(removing)}
      >
        <p>{texts.task.removeText}</p>
      </Confirm>
    </section>
  )
}
