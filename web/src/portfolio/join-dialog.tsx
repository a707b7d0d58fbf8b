import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { type Choice, ComboBox } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { json } from '#web/shell/api'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { useAction } from './action.ts'
import { client, type ProjectView, refreshPortfolio, similarQuery, undo } from './api.ts'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'

const at = client.offices[':office'].projects[':subject']

/** 같은 것과 합치기: likely ones first, any other by name, and what joining does to the totals before it is done. */
export function JoinDialog({ project, onClose }: { project: ProjectView; onClose: () => void }) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const navigate = useNavigate()
  const similar = useQuery(similarQuery(office, project.id))
  const [other, setOther] = useState<Choice | null>(null)
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const found = useQuery({
    queryKey: ['portfolio', office, 'find-project', project.kind, words],
    enabled: words.trim() !== '',
    queryFn: async () =>
      (await json(client.offices[':office'].projects.$get({ param: { office }, query: { q: words, kind: project.kind, limit: '20', sort: 'name' } })))
        .items,
  })
  const preview = useQuery({
    queryKey: ['portfolio', office, 'join-preview', project.id, other?.id],
    enabled: other !== null,
    queryFn: () => json(at['join-preview'][':other'].$get({ param: { office, subject: project.id, other: other!.id } })),
  }).data
  const join = useAction(async () => {
    const { judgementId, canonical } = await json(
      at.join.$post({ param: { office, subject: project.id }, json: { other: other!.id, reason: reason.trim() || null } }),
    )
    await refreshPortfolio()
    toast(texts.join.done, { undo: () => undo(office, judgementId) })
    onClose()
    if (canonical !== project.id) void navigate({ to: '/projects/$id' as never, params: { id: canonical } as never })
  })
  const rows = [
    { label: texts.join.total, formula: 'announced_investment' },
    { label: texts.join.count, formula: 'project_count' },
  ]
  return (
    <Dialog open wide onClose={onClose} title={texts.join.title(nameIn(locale, project))} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (other) void join.run()
        }}
      >
        {similar.data?.length === 0 ? <p className="mut">{texts.join.none}</p> : null}
        <ul className="pf-similar">
          {(similar.data ?? []).map((one) => (
            <li key={one.id}>
              <label>
                <input type="radio" name="other" checked={other?.id === one.id} onChange={() => setOther({ id: one.id, label: one.nameKo })} />
                <span>
                  <b>{nameIn(locale, one)}</b>
                  <small className="mut">
                    {[
                      texts.join.similar(Math.round(one.similarity * 100)),
                      one.samePlace === null ? null : one.samePlace ? texts.join.samePlace : texts.join.otherPlace,
                      one.sharedInvestors.length > 0 ? texts.join.shared(one.sharedInvestors.join(', ')) : null,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
              </label>
            </li>
          ))}
        </ul>
        <ComboBox
          label={texts.join.find}
          optional
          value={other}
          choices={(found.data ?? [])
            .filter((row) => row.id !== project.id)
            .map((row) => ({ id: row.id, label: nameIn(locale, row), detail: row.place ?? undefined }))}
          busy={found.isFetching}
          onWords={setWords}
          onChange={setOther}
        />
        {other && preview ? (
          <table className="tb">
            <thead>
              <tr>
                <th scope="col">
                  <span className="vh">{texts.project.what}</span>
                </th>
                <th scope="col" className="num">
                  {texts.join.before}
                </th>
                <th scope="col" className="num">
                  {texts.join.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const before = preview.before.find((figure) => figure.formula === row.formula)
                const after = preview.after.find((figure) => figure.formula === row.formula)
                return (
                  <tr key={row.formula}>
                    <th scope="row">{row.label}</th>
                    <td className="num">
                      <Value held={before} kind="figure" of={row.label} unknown={texts.undisclosed} />
                    </td>
                    <td className="num">
                      <Value held={after} kind="figure" of={row.label} unknown={texts.undisclosed} />{' '}
                      {before?.value === after?.value ? <small className="mut">{texts.join.same}</small> : null}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        ) : null}
        <Field label={texts.form.reason} optional hint={texts.form.reasonHint}>
          {(wiring) => <input {...wiring} className="inp" autoComplete="off" value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {join.words ? (
          <p className="err" role="alert">
            {join.words}
          </p>
        ) : null}
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={join.busy} disabled={other === null}>
            {texts.join.confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
