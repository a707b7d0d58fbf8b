import { useState } from 'react'
import type { AwardView } from '#capabilities/awards/schemas'
import { Button } from '#ui/button/button'
import { keptTogether } from '#ui/kit/kept-together'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { write } from '../plans/api.ts'
import { FormDialog } from '../plans/form-dialog.tsx'
import { To } from '../plans/parts.tsx'
import { percentOf } from '../plans/percent.ts'
import { planTexts } from '../plans/texts.ts'
import { useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { awardTexts } from './texts.ts'

type Result = AwardView['assessments'][number]['result']

/** 환수 산정들: each with its rule, what was put in, its evidence. */
export function Assessments({ one, past }: { one: AwardView; past: boolean }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const mayDecide = useRole('administrator', 'head') && !past
  const open = useSource()
  const [withdrawing, setWithdrawing] = useState<string | null>(null)
  if (one.assessments.length === 0) return <p className="mut">{texts.noAssessment}</p>
  return (
    <>
      <ul className="pl-list">
        {one.assessments.map((row) => (
          <li key={row.id}>
            <span className="pl-day">
              {row.assessedOn}
              {row.year ? <span className="pl-sub">{texts.year(row.year)}</span> : null}
            </span>
            <span className="pl-grow">
              <span className={row.withdrawnAt ? 'pl-big pl-struck' : 'pl-big'}>
                <Value held={{ value: row.amount, unit: 'KRW' }} of={texts.amount} unknown={plan.unknown} />
              </span>
              <span className="pl-sub">
                {texts.shortfall} {percentOf(row.shortfall) ?? plan.unknown} · {texts.version(row.rule[locale], row.rule.version)} ·{' '}
                {keptTogether(texts.from(row.rule.validFrom))}
              </span>
              <Worked award={one} result={row.result} />
              <span className="pl-sub">
                {texts.evidence}:{' '}
                {row.evidence.map((file, index) => (
                  <span key={file.documentId}>
                    {index > 0 ? ', ' : ''}
                    <To to={`/documents/${file.documentId}`}>{file.title}</To>
                  </span>
                ))}
                {row.inputs.conditions.flatMap((input) =>
                  (['promised', 'reached'] as const).flatMap((which) => {
                    const value = input[which]
                    return value ? (
                      <Button key={value.factId} tone="text" small onClick={() => open({ kind: 'fact', id: value.factId })}>
                        {texts[which]} {value.value}
                      </Button>
                    ) : (
                      []
                    )
                  }),
                )}
              </span>
              <span className="pl-sub">{[row.reason, row.madeBy ? plan.by(row.madeBy) : null].filter(Boolean).join(' · ')}</span>
              {row.withdrawnAt ? (
                <span className="pl-sub">
                  {plan.withdrawn}: {row.withdrawnReason}
                </span>
              ) : null}
            </span>
            {mayDecide && row.withdrawnAt === null ? (
              <Button small onClick={() => setWithdrawing(row.id)}>
                {plan.withdraw}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {withdrawing ? (
        <FormDialog
          title={`${plan.withdraw}: ${nameIn(locale, one)}`}
          lines={[{ name: 'reason', label: plan.reason, kind: 'area' }]}
          action={plan.withdraw}
          onSend={(typed) => write('POST', office, `/awards/${one.id}/assessments/${withdrawing}/withdrawal`, { reason: typed.reason })}
          onClose={() => setWithdrawing(null)}
        />
      ) : null}
    </>
  )
}

/** How a result came about: each condition with its shortfall, or what is not known. */
export function Worked({ award, result }: { award: AwardView; result: Result }) {
  const texts = useTexts(awardTexts)
  const plan = useTexts(planTexts)
  const { locale } = useFormats()
  const name = (id: string): string => {
    const condition = award.conditions.find((one) => one.indicator === id)
    return condition ? nameIn(locale, condition) : (texts.unknownNames[id] ?? id)
  }
  return (
    <>
      {result.conditions.map((one) => (
        <span key={one.id} className="pl-sub">
          {name(one.id)}: {texts.worked(one.promised ?? plan.unknown, one.reached ?? plan.notMeasured, percentOf(one.shortfall) ?? plan.unknown)}
        </span>
      ))}
      {result.unknown.length > 0 ? <span className="pl-sub">{texts.unknowns(result.unknown.map(name).join(', '))}</span> : null}
    </>
  )
}
