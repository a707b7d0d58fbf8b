import { useQuery } from '@tanstack/react-query'
import { decimal, multiply, quotient, round, toText } from '#quantity/decimal'
import { FactsStrip } from '#ui/facts/facts'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { type Fact, figuresQuery, type ProjectView } from './api.ts'
import { useSource } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { facetWord, intervalWords } from './words.ts'

/** The first fact of an indicator in the first of these senses, its whole before its parts. */
function first(facts: readonly Fact[], indicator: string, facets: readonly string[]): Fact | undefined {
  for (const facet of facets) {
    const own = facts.filter((fact) => fact.indicator === indicator && fact.facet === facet)
    const found = own.find((fact) => fact.series === '') ?? own[0]
    if (found) return found
  }
  return undefined
}

const said = ['announced', 'plan', 'target', 'forecast', 'estimate'] as const

/** 한눈에: what was announced, what came true, when it is due, and what share of the office's total it is. */
export function ProjectFacts({ project }: { project: ProjectView }) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const office = useOffice().slug
  const open = useSource()
  const reported = useQuery(figuresQuery(office, ['reported_investment'])).data?.[0]
  const investment = first(project.facts, 'investment', said)
  const due = intervalWords(investment?.due ?? project.facts.find((fact) => fact.due !== null)?.due ?? null)
  const share =
    investment && reported?.value && investment.unit === reported.unit && reported.value !== '0'
      ? `${toText(round(multiply(quotient(decimal(investment.value), decimal(reported.value)), decimal('100')), 1))}%`
      : null
  const show = (id: string, label: string, fact: Fact | undefined, unknown: string) => ({
    id,
    label,
    value: (
      <Value
        held={fact}
        kind="fact"
        of={`${label}, ${project.nameKo}`}
        unknown={unknown}
        onOpen={fact ? () => open({ kind: 'fact', id: fact.id }) : undefined}
      />
    ),
    note: fact && fact.facet !== 'announced' && fact.facet !== 'actual' ? facetWord(fact.facet, locale) : undefined,
  })
  return (
    <FactsStrip
      facts={[
        show('investment', texts.column.investment, investment, texts.undisclosed),
        show('actual', texts.column.actual, first(project.facts, 'investment', ['actual']), texts.notYet),
        show('jobs', texts.indicators.jobs, first(project.facts, 'jobs', said), texts.notStated),
        ...(first(project.facts, 'capacity', said)
          ? [show('capacity', texts.column.capacity, first(project.facts, 'capacity', said), texts.notStated)]
          : []),
        {
          id: 'due',
          label: texts.column.due,
          value: due ?? (
            <span className="fig fig--none">
              <span className="mut">{texts.notStated}</span>
            </span>
          ),
        },
        ...(share
          ? [
              {
                id: 'share',
                label: texts.strip.reported,
                value: (
                  <Value
                    held={reported}
                    kind="figure"
                    of={texts.strip.reported}
                    unknown={texts.notStated}
                    onOpen={() => open({ kind: 'figure', formula: 'reported_investment' })}
                  />
                ),
                note: texts.project.share(share),
              },
            ]
          : []),
      ]}
    />
  )
}
