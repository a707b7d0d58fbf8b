import { instantOf } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import type { RatesAnswer } from './api.ts'
import { ratesTexts } from './texts.ts'

/** 산출 영수증: what a printed rate needs to be worked out again: formula and version, the question, both clocks, and every input by its id. On paper only; on the screen each number opens its own. */
export function Receipt({ answer }: { answer: RatesAnswer }) {
  const texts = useTexts(ratesTexts).receipt
  const { figure } = answer
  const question = Object.entries(figure.parameters).map(([name, value]) => `${name}=${value}`)
  const ids = (list: readonly string[]) => (list.length === 0 ? texts.none : `${list.length}: ${list.join(', ')}`)
  return (
    <section className="rt-receipt" aria-labelledby="rt-receipt">
      <h2 id="rt-receipt">{texts.title}</h2>
      <dl>
        <dt>{texts.formula}</dt>
        <dd>
          {figure.formula}, {texts.version(figure.formulaVersion)}
        </dd>
        <dt>{texts.question}</dt>
        <dd>{question.join(' · ') || texts.none}</dd>
        <dt>{texts.asOf}</dt>
        <dd>{figure.asOf ?? texts.none}</dd>
        <dt>{texts.knownOn}</dt>
        <dd>
          {instantOf(figure.knownOn)} ({figure.knownOn})
        </dd>
        <dt>{texts.inputs}</dt>
        <dd>{ids(figure.inputs.map((one) => one.factId))}</dd>
        <dt>{texts.counted}</dt>
        <dd>{ids(figure.counted.map((one) => one.subjectId))}</dd>
      </dl>
    </section>
  )
}
