import { rubricOn } from '#engines/accounting/pledge-grade'
import { today, useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { write } from '../plans/api.ts'
import { FormDialog, orNull } from '../plans/form-dialog.tsx'
import { planTexts } from '../plans/texts.ts'
import type { Rubric } from './pledge-screen.tsx'
import { pledgeTexts } from './texts.ts'

/** 등급 매기기: the points of a rubric's parts; which version holds follows from the day. */
export function GradeDialog({ pledge, rubrics, onClose }: { pledge: string; rubrics: readonly Rubric[]; onClose: () => void }) {
  const texts = useTexts(pledgeTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const latest = [...new Map(rubrics.map((one) => [one.id, one])).values()]
  return (
    <FormDialog
      title={texts.gradeIt}
      lead={(typed) => {
        const held = rubricOn(rubrics, typed.rubric ?? '', typed.gradedOn ?? '')
        return (
          <>
            <p className="sm mut">{texts.gradesLead}</p>
            <p className="sm" role="status">
              {held
                ? `${texts.version(held.version)} · ${texts.thresholds(held.grades.map((one) => `${one.grade} ${one.atLeast}`).join(', '))} · ${held.source}`
                : texts.noRubric}
            </p>
          </>
        )
      }}
      given={{ rubric: latest.at(-1)?.id ?? '', gradedOn: today(), consistency: 'yes' }}
      lines={[
        { name: 'rubric', label: texts.rubric, kind: 'select', options: latest.map((one) => ({ value: one.id, label: one[locale] })) },
        { name: 'gradedOn', label: texts.gradedOn, kind: 'day' },
        { name: 'assessor', label: texts.assessor, kind: 'text' },
        ...latest.flatMap((rubric) =>
          rubric.parts.map((part) => ({
            name: `score.${rubric.id}.${part.id}`,
            label: `${part[locale]} (0–${part.max})`,
            kind: 'number' as const,
            optional: true,
            when: (typed: Readonly<Record<string, string>>) => typed.rubric === rubric.id,
          })),
        ),
        {
          name: 'consistency',
          label: texts.consistency,
          kind: 'select',
          optional: true,
          none: plan.unknown,
          options: [
            { value: 'yes', label: texts.passed },
            { value: 'no', label: texts.failed },
          ],
        },
        { name: 'documentId', label: plan.document, kind: 'document', optional: true },
      ]}
      onSend={(typed) => {
        const parts = latest.find((one) => one.id === typed.rubric)?.parts ?? []
        return write('POST', office, `/pledges/${pledge}/gradings`, {
          rubric: typed.rubric,
          gradedOn: typed.gradedOn,
          assessor: typed.assessor,
          scores: Object.fromEntries(parts.map((part) => [part.id, orNull(typed[`score.${typed.rubric}.${part.id}`])])),
          gates: { consistency: typed.consistency === 'yes' ? true : typed.consistency === 'no' ? false : null },
          documentId: orNull(typed.documentId),
        })
      }}
      onClose={onClose}
    />
  )
}
