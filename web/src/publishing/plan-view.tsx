import { useLocale } from '#web/shell/locale'
import { nameIn, useTexts } from '#web/shell/texts'
import { percentOf } from '../plans/percent.ts'
import { planTexts } from '../plans/texts.ts'
import { stageWord } from '../portfolio/words.ts'
import type { Fact, Payload } from './api.ts'
import { publishingTexts } from './texts.ts'

type Plan = NonNullable<Extract<Payload, { kind: 'project' }>['plan']>

/** 공약과 전략에서 계산한 것: what the public will read of a plan beyond its facts. */
export function PlanView({ plan, facts }: { plan: Plan; facts: readonly Fact[] }) {
  const texts = useTexts(publishingTexts)
  const words = useTexts(planTexts)
  const locale = useLocale()
  const share = (value: string | null) => percentOf(value) ?? words.notMeasured
  if (plan.kind === 'strategy')
    return (
      <ul className="pub-facts">
        {plan.nodes.map((node) => (
          <li key={node.subjectId}>
            <span>{nameIn(locale, node)}</span>
            <span>{share(node.progress)}</span>
          </li>
        ))}
      </ul>
    )
  const nameOf = (id: string) => {
    const fact = facts.find((one) => one.factId === id)
    return fact ? nameIn(locale, { nameKo: fact.indicatorKo, nameEn: fact.indicatorEn }) : ''
  }
  return (
    <ul className="pub-facts">
      <li>
        <span>{texts.planState}</span>
        <span>{plan.state === 'unproven' ? texts.unproven : (stageWord('pledge', plan.state, locale) ?? words.unknown)}</span>
      </li>
      {plan.promises.map((one) => (
        <li key={`${one.indicator} ${one.part}`}>
          <span>
            {nameOf(one.promised)} {one.part} <span className="mut">{texts.attainment}</span>
          </span>
          <span>{share(one.attainment)}</span>
        </li>
      ))}
      {plan.money.securedRate === null ? null : (
        <li>
          <span>{texts.secured}</span>
          <span>{share(plan.money.securedRate)}</span>
        </li>
      )}
      {plan.grades.map((one) => (
        <li key={`${one.rubric} ${one.version} ${one.gradedOn}`}>
          <span>
            {locale === 'en' ? one.rubricEn : one.rubricKo} {one.version} <span className="mut">{one.gradedOn}</span>
          </span>
          <span>{one.grade ?? '–'}</span>
        </li>
      ))}
    </ul>
  )
}
