import { useState } from 'react'
import type { PledgeView } from '#capabilities/pledges/schemas'
import { Button } from '#ui/button/button'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { write } from '../plans/api.ts'
import { FormDialog } from '../plans/form-dialog.tsx'
import { To } from '../plans/parts.tsx'
import { planTexts } from '../plans/texts.ts'
import type { Rubric } from './pledge-screen.tsx'
import { pledgeTexts } from './texts.ts'

/** 매긴 등급들: each with its version, its thresholds and every point that went into it. */
export function Gradings({ one, rubrics, mayWrite }: { one: PledgeView; rubrics: readonly Rubric[]; mayWrite: boolean }) {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  if (one.gradings.length === 0) return <p className="mut">{texts.noGrade}</p>
  return (
    <>
      <ul className="pl-list">
        {one.gradings.map((row) => {
          const rubric = rubrics.find((each) => each.id === row.result.rubric && each.version === row.result.version)
          const name = (id: string) => rubric?.parts.find((part) => part.id === id)?.[locale] ?? id
          return (
            <li key={row.id}>
              <span className={row.withdrawnAt ? 'pl-big pl-struck' : 'pl-big'}>{row.result.grade ?? '–'}</span>
              <span className="pl-grow">
                <b>{rubric?.[locale] ?? row.result.rubric}</b> {texts.version(row.result.version)} · {row.assessor} · {row.gradedOn}
                {row.result.outcome === 'graded' ? null : <span className="pl-sub">{texts.outcomes[row.result.outcome]}</span>}
                <span className="pl-sub">
                  {[
                    ...row.result.parts.map((part) => `${name(part.id)} ${texts.points(part.score, part.max)}`),
                    `${texts.total_points} ${row.result.total ?? plan.unknown}`,
                    ...row.result.gates.map(
                      (gate) => `${texts.consistency} ${gate.passed === null ? plan.unknown : gate.passed ? texts.passed : texts.failed}`,
                    ),
                    row.result.next ? texts.short(row.result.next.short, row.result.next.grade) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                {rubric ? (
                  <span className="pl-sub">
                    {texts.thresholds(rubric.grades.map((grade) => `${grade.grade} ${grade.atLeast}`).join(', '))} · {rubric.source}
                  </span>
                ) : null}
                {row.documentId ? (
                  <span className="pl-sub">
                    {plan.document}: <To to={`/documents/${row.documentId}`}>{row.documentTitle ?? plan.unknown}</To>
                  </span>
                ) : null}
                {row.withdrawnAt ? (
                  <span className="pl-sub">
                    {plan.withdrawn}: {row.withdrawnReason}
                  </span>
                ) : null}
              </span>
              {mayWrite && row.withdrawnAt === null ? (
                <Button small onClick={() => setWithdrawing(row.id)}>
                  {plan.withdraw}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ul>
      {withdrawing ? (
        <FormDialog
          title={plan.withdraw}
          lines={[{ name: 'reason', label: plan.reason, kind: 'area' }]}
          action={plan.withdraw}
          onSend={(typed) => write('POST', office, `/pledges/${one.id}/gradings/${withdrawing}/withdrawal`, { reason: typed.reason })}
          onClose={() => setWithdrawing(null)}
        />
      ) : null}
    </>
  )
}
