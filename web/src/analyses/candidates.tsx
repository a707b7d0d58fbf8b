import { useState } from 'react'
import { type CandidatePart, candidateParts, rankCandidates } from '#engines/economy/city/candidates'
import { Button } from '#ui/button/button'
import { useLocale } from '#web/shell/locale'
import { useTexts } from '#web/shell/texts'
import type { Shown } from './analysis-frame.tsx'
import { CandidateChart } from './candidate-chart.tsx'
import { plain } from './numbers.ts'
import { structureTexts } from './texts-structure.ts'

type Weights = Record<CandidatePart, number>

/** Weights of the address, `relatedness:3,growth:1`; what is not in it is 0. */
const weightsOf = (text: string): Weights => {
  const given = new Map(text.split(',').map((one) => one.split(':') as [string, string]))
  return Object.fromEntries(candidateParts.map((part) => [part, Number(given.get(part) ?? 0) || 0])) as Weights
}

/** 어떤 산업을 불러올까: ranked by the sum of shown parts; the weights are the reader's. */
export function Candidates({ of, report, search, turn }: Shown<'structure'>) {
  const texts = useTexts(structureTexts)
  const locale = useLocale()
  const first = Object.fromEntries(candidateParts.map((part) => [part, report.weights[part] ?? 0])) as Weights
  const [moving, setMoving] = useState<Weights | null>(null)
  const weights = moving ?? (search.weights === undefined ? first : weightsOf(search.weights))
  const settle = (next: Weights) => turn({ weights: candidateParts.map((part) => `${part}:${next[part]}`).join(',') })
  const none = candidateParts.every((part) => weights[part] === 0)
  // the server ranks by the weights that are kept; moving a weight ranks the same parts here by the same engine
  const ranked = none ? [] : rankCandidates(Object.fromEntries(report.candidates.map((one) => [one.industry, one.parts])), weights)
  return (
    <section className="an-blk" aria-labelledby="an-cand">
      <header>
        <h2 id="an-cand">{texts.candidates}</h2>
        <p>{texts.candidatesLead}</p>
      </header>
      {report.candidates.length === 0 ? <p className="mut">{texts.noCandidates}</p> : null}
      <div className="an-st">
        <div>
          {none ? <p role="status">{texts.allZero}</p> : null}
          {ranked.length > 0 ? <CandidateChart of={of} report={report} ranked={ranked} /> : null}
        </div>
        <fieldset className="an-w">
          <legend className="vh">{texts.weights}</legend>
          {candidateParts.map((part, i) => (
            <label key={part}>
              <span>
                <i className={`an-p${i + 1}`} style={{ display: 'inline-block', width: 9, height: 9, marginRight: 6 }} />
                {texts.parts[part]}
              </span>
              <b>{plain(weights[part], locale, 1)}</b>
              <input
                type="range"
                min={0}
                max={5}
                step={0.5}
                value={weights[part]}
                onChange={(event) => setMoving({ ...weights, [part]: Number(event.target.value) })}
                onPointerUp={() => moving && settle(moving)}
                onKeyUp={() => moving && settle(moving)}
              />
            </label>
          ))}
          <div>
            <Button
              small
              onClick={() => {
                setMoving(null)
                turn({ weights: undefined })
              }}
            >
              {texts.reset}
            </Button>
          </div>
        </fieldset>
      </div>
    </section>
  )
}
