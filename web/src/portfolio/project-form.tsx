import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { Select } from '#ui/select/select'
import { ifMatch, json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { ProblemError } from '#web/shell/problem'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client, optionsQuery, type ProjectView, refreshPortfolio, undo } from './api.ts'
import { givenForm, type ProjectForm, toChange, toNew, wrongLines } from './form-state.ts'
import { investmentTexts } from './investment-texts.ts'
import { portfolioTexts } from './texts.ts'
import { ValueLines } from './value-lines.tsx'

/** 사업 더하기·고치기: fields and numbers in one form, every number echoed as it was understood; what was typed survives a reload and a refusal. */
export function ProjectDialog({
  project,
  etag,
  focus,
  onClose,
  onSaved,
}: {
  project?: ProjectView
  etag?: string | null
  /** An indicator to begin with, from the list of what is not known. */
  focus?: string
  onClose: () => void
  onSaved?: (id: string) => void
}) {
  const texts = useTexts(portfolioTexts)
  const own = useTexts(investmentTexts)
  const office = useOffice().slug
  const options = useQuery(optionsQuery(office)).data
  const draft = useDraft<ProjectForm>(project ? `project.${project.id}` : 'project.new', givenForm(project, focus))
  const [tried, setTried] = useState(false)
  const form = draft.value
  const set = (change: Partial<ProjectForm>) => draft.set({ ...form, ...change })
  const indicators = options?.indicators ?? []
  const wrong = wrongLines(form, indicators)
  const save = useAction(async () => {
    setTried(true)
    if (form.nameKo.trim() === '' || wrong.length > 0) return
    const at = client.offices[':office'].projects
    if (project) {
      const change = toChange(form, project, indicators)
      const { judgementId } = await json(at[':subject'].$patch({ param: { office, subject: project.id }, json: change }, ifMatch(etag ?? null)))
      toast(judgementId ? texts.form.saved : texts.form.unchanged, judgementId ? { undo: () => undo(office, judgementId) } : {})
      draft.clear()
      await refreshPortfolio()
      onClose()
    } else {
      const { id, judgementId } = await json(at.$post({ param: { office }, json: toNew(form, indicators) }))
      toast(texts.form.added(form.nameKo.trim()), { undo: () => undo(office, judgementId) })
      draft.clear()
      await refreshPortfolio()
      onClose()
      onSaved?.(id)
    }
  })
  const changedMeanwhile = save.error instanceof ProblemError && save.error.status === 412
  const input = (
    name: 'nameKo' | 'nameEn' | 'place' | 'industry' | 'team' | 'investors',
    label: ReactNode,
    more: { list?: readonly string[]; hint?: string; error?: string; needed?: boolean } = {},
  ) => (
    <Field label={label} optional={!more.needed} hint={more.hint} error={more.error}>
      {(wiring) => (
        <>
          <input
            {...wiring}
            className="inp"
            autoComplete="off"
            list={more.list ? `${wiring.id}-l` : undefined}
            value={form[name]}
            onChange={(event) => set({ [name]: event.target.value })}
          />
          {more.list ? (
            <datalist id={`${wiring.id}-l`}>
              {more.list.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          ) : null}
        </>
      )}
    </Field>
  )
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={project ? texts.form.editTitle(project.nameKo) : texts.form.addTitle}
      closeLabel={texts.cancel}
      closeBeside={false}
    >
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          void save.run()
        }}
      >
        {draft.restored ? (
          <Note tone="info">
            {texts.form.kept}{' '}
            <Button tone="text" small onClick={draft.clear}>
              {texts.form.forget}
            </Button>
          </Note>
        ) : null}
        <div className="pf-two">
          {input('nameKo', texts.form.name, { needed: true, error: tried && form.nameKo.trim() === '' ? texts.form.nameNeeded : undefined })}
          {input('nameEn', texts.form.nameEn)}
          {input('place', texts.form.place, { list: options?.places ?? [] })}
          {input('industry', texts.form.industry, { list: options?.industries ?? [] })}
          {input('team', texts.form.team, { list: options?.teams ?? [] })}
          <Select
            label={texts.form.owner}
            optional
            value={form.ownerId}
            none={texts.task.nobody}
            options={(options?.people ?? []).map((person) => ({ value: person.id, label: person.name }))}
            onChange={(ownerId) => set({ ownerId })}
          />
          <Select
            label={own.kind}
            optional
            hint={project?.saidInvestmentKind ? own.said(own.kinds[project.saidInvestmentKind.kind]) : own.kindHint}
            value={form.investmentKind ?? ''}
            none={own.unknown}
            options={(['new', 'expansion'] as const).map((value) => ({ value, label: own.kinds[value] }))}
            onChange={(investmentKind) => set({ investmentKind })}
          />
          {project ? null : input('investors', texts.form.investor, { hint: texts.form.investorHint })}
        </div>
        <ValueLines lines={form.lines} indicators={indicators} tried={tried} onChange={(lines) => set({ lines })} />
        <Field label={texts.form.note} optional>
          {(wiring) => <textarea {...wiring} className="inp" rows={2} value={form.note} onChange={(event) => set({ note: event.target.value })} />}
        </Field>
        <label className="pf-check">
          <input type="checkbox" checked={form.confidential} onChange={(event) => set({ confidential: event.target.checked })} />{' '}
          {texts.form.confidential}
        </label>
        <Field label={texts.form.reason} optional hint={texts.form.reasonHint}>
          {(wiring) => (
            <input {...wiring} className="inp" autoComplete="off" value={form.reason} onChange={(event) => set({ reason: event.target.value })} />
          )}
        </Field>
        {changedMeanwhile ? (
          <Banner
            tone="warn"
            title={texts.form.conflict}
            live
            action={
              <Button small onClick={() => void refreshPortfolio().then(save.forget)}>
                {texts.form.reload}
              </Button>
            }
          />
        ) : save.words ? (
          <p className="err" role="alert">
            {save.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={save.busy}>
            {texts.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
