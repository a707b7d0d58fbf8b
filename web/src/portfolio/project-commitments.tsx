import { codeLists, nameOfCode } from '#engines/interchange/codes'
import { Empty } from '#ui/empty/empty'
import { keptTogether } from '#ui/kit/kept-together'
import { type Locale, useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { Fact, ProjectView } from './api.ts'
import { useSource } from './source.tsx'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { facetWord, indicatorWord, intervalWords } from './words.ts'

/** 약속과 숫자: every value said of the project, with when it is due and the actual one beside it. */
export function Commitments({ project }: { project: ProjectView }) {
  const texts = useTexts(portfolioTexts)
  const locale = useLocale()
  const open = useSource()
  const said = project.facts.filter((fact) => fact.facet !== 'actual')
  const actual = project.facts.filter((fact) => fact.facet === 'actual')
  const lone = actual.filter((fact) => !said.some((other) => pairs(other, fact)))
  const value = (fact: Fact) => (
    <Value
      held={fact}
      kind="fact"
      of={`${indicatorWord(fact.indicator, locale)}, ${project.nameKo}`}
      unknown={texts.undisclosed}
      onOpen={() => open({ kind: 'fact', id: fact.id })}
    />
  )
  return (
    <section className="blk">
      <div className="blk-h">
        <h2>{texts.project.commitments}</h2>
        <p>{texts.project.commitmentsLead}</p>
      </div>
      {project.facts.length === 0 ? (
        <Empty title={texts.notStated} />
      ) : (
        <table className="tb tb--cards">
          <thead>
            <tr>
              <th scope="col">{texts.project.what}</th>
              <th scope="col" className="num">
                {texts.project.said}
              </th>
              <th scope="col">{texts.project.due}</th>
              <th scope="col" className="num">
                {texts.project.real}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...said, ...lone].map((fact) => {
              const match = fact.facet === 'actual' ? fact : actual.find((other) => pairs(fact, other))
              return (
                <tr key={fact.id}>
                  <th scope="row">
                    {indicatorWord(fact.indicator, locale)}
                    {fact.series ? ` · ${fact.series}` : ''}
                    <span className="sub">
                      {[
                        facetWord(fact.facet, locale),
                        fundingWord(fact.funding, fact.series, locale),
                        fact.ended ? texts.sheet.reasons.withdrawn : null,
                        fact.note,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </th>
                  <td className="num" data-l={texts.project.said}>
                    {fact.facet === 'actual' ? <span className="dim">{texts.notStated}</span> : value(fact)}
                  </td>
                  <td data-l={texts.project.due}>{keptTogether(intervalWords(fact.due)) ?? <span className="dim">{texts.notStated}</span>}</td>
                  <td className="num" data-l={texts.project.real}>
                    {match ? value(match) : <span className="dim">{texts.notYet}</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** 재원, unless the part is named by it already. */
function fundingWord(funding: Fact['funding'], part: string, locale: Locale): string | null {
  const word = funding === null ? null : nameOfCode(funding, codeLists.funding!, locale)
  return word === part ? null : word
}

const pairs = (said: Fact, actual: Fact) => said.indicator === actual.indicator && said.series === actual.series && said.unit === actual.unit
