import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { keptTogether } from '#ui/kit/kept-together'
import type { Knot } from '#ui/knots/knots'
import { Quote } from '#ui/quote/quote'
import { SourceSheet } from '#ui/source-sheet/source-sheet'
import { IllustrativeTag } from '#ui/tag/tag'
import { dateOf } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { errorWords } from './action.ts'
import { type Clocks, type Fact, type FigureAnswer, factQuery, figureQuery, formulasQuery, type Narrowing, type Quote as QuoteItem } from './api.ts'
import { portfolioTexts } from './texts.ts'
import { Value } from './value.tsx'
import { facetWord, indicatorWord, intervalWords, leftOutWord, stageWord } from './words.ts'

/** What a bead opens: a fact, or a figure with its parameters. */
export type SourceOf =
  | { kind: 'fact'; id: string }
  | { kind: 'figure'; formula: string; parameters?: Narrowing & { subject?: string; currency?: string }; clocks?: Clocks }

const Opener = createContext<(source: SourceOf) => void>(() => {})
/** Open the way from a number to its sentence. */
export const useSource = () => useContext(Opener)

/** 문장 보기: one sheet for a whole screen; every bead inside opens it by `useSource`. */
export function Sources({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<SourceOf | null>(null)
  return (
    <Opener.Provider value={setOpen}>
      {children}
      {open?.kind === 'fact' ? <FactSheet id={open.id} onClose={() => setOpen(null)} /> : null}
      {open?.kind === 'figure' ? <FigureSheet source={open} onClose={() => setOpen(null)} /> : null}
    </Opener.Provider>
  )
}

function FactSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const locale = useLocale()
  const office = useOffice().slug
  const texts = useTexts(portfolioTexts)
  const { data: fact, error } = useQuery(factQuery(office, id))
  const title = fact ? `${fact.subjectName}: ${indicatorWord(fact.indicator, locale)}` : texts.title
  return (
    <SourceSheet
      open
      onClose={onClose}
      title={title}
      waiting={!fact && !error}
      problem={error ? errorWords(error) : undefined}
      knots={fact ? [factKnot(fact), ...quoteKnots(fact.quotes)] : []}
    />
  )

  function factKnot(of: Fact): Knot {
    const due = intervalWords(of.due)
    return {
      id: of.id,
      kind: 'fact',
      label: texts.sheet.fact(texts.sheet.methods[of.method]),
      children: (
        <>
          <p>
            {facetWord(of.facet, locale)} {indicatorWord(of.indicator, locale)} {of.series ? `(${of.series}) ` : ''}
            <Value held={of} exact of={title} unknown={texts.undisclosed} />
          </p>
          <p className="sm mut">
            {keptTogether(
              [
                of.madeBy,
                texts.sheet.known(dateOf(of.knownFrom)),
                of.knownTo ? texts.sheet.until(dateOf(of.knownTo)) : null,
                due ? `${texts.column.due} ${due}` : null,
                of.note,
              ]
                .filter(Boolean)
                .join(' · '),
            )}
          </p>
        </>
      ),
    }
  }

  function quoteKnots(quotes: readonly QuoteItem[]): Knot[] {
    if (quotes.length === 0) return [{ id: 'none', kind: 'gone', label: texts.sheet.claim, children: <p>{texts.sheet.hidden}</p> }]
    return quotes.map((quote, index) => ({
      id: `${quote.documentId}-${index}`,
      kind: 'claim',
      label: texts.sheet.claim,
      children: <Sentence quote={quote} />,
    }))
  }
}

function FigureSheet({ source, onClose }: { source: Extract<SourceOf, { kind: 'figure' }>; onClose: () => void }) {
  const locale = useLocale()
  const office = useOffice().slug
  const texts = useTexts(portfolioTexts)
  const { data: figure, error } = useQuery(figureQuery(office, source.formula, source.parameters, source.clocks))
  const { data: formulas } = useQuery(formulasQuery(office))
  const formula = formulas?.find((one) => one.id === source.formula)
  const name = (of: FigureAnswer) => (locale === 'ko' ? of.titleKo : of.titleEn)
  const definition = formula && (locale === 'ko' ? formula.definitionKo : formula.definitionEn)
  return (
    <SourceSheet
      open
      onClose={onClose}
      title={figure ? name(figure) : texts.title}
      waiting={!figure && !error}
      problem={error ? errorWords(error) : undefined}
      knots={
        figure
          ? [
              {
                id: 'figure',
                kind: 'figure',
                label: texts.sheet.figure(name(figure), figure.formulaVersion),
                children: (
                  <>
                    <p>
                      <Value held={figure} exact of={name(figure)} unknown={texts.none} size="hero" />
                    </p>
                    {figure.value === null ? <p>{texts.sheet.none}</p> : null}
                    <p className="sm mut">{definition}</p>
                    <p className="sm mut">
                      {[figure.asOf ? `${texts.sheet.asOf} ${figure.asOf}` : null, texts.sheet.known(dateOf(figure.knownOn))]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                    <LeftOut figure={figure} />
                  </>
                ),
              },
              ...figure.inputs.map(
                (input): Knot => ({
                  id: input.factId,
                  kind: 'fact',
                  label: `${input.subjectName} · ${facetWord(input.facet, locale)} ${indicatorWord(input.indicator, locale)}`,
                  children: (
                    <>
                      <p>
                        <Value held={input} exact of={input.subjectName} unknown={texts.undisclosed} />
                      </p>
                      {input.quotes.length === 0 ? <p className="sm mut">{texts.sheet.hidden}</p> : null}
                      {input.quotes.map((quote) => (
                        <Sentence key={`${quote.documentId}-${quote.mark?.start}`} quote={quote} />
                      ))}
                    </>
                  ),
                }),
              ),
              ...figure.counted.map(
                (one): Knot => ({
                  id: one.subjectId,
                  kind: one.quotes.length > 0 ? 'fact' : 'gone',
                  label: texts.sheet.counted,
                  children: (
                    <>
                      <p>
                        <b>{one.subjectName}</b>{' '}
                        <span className="mut">
                          {[stageWord('project', one.stage, locale) ?? texts.stageUnknown, one.on, one.note].filter(Boolean).join(' · ')}
                        </span>
                      </p>
                      {one.quotes.map((quote) => (
                        <Sentence key={`${quote.documentId}-${quote.mark?.start}`} quote={quote} />
                      ))}
                    </>
                  ),
                }),
              ),
            ]
          : []
      }
    />
  )
}

function LeftOut({ figure }: { figure: FigureAnswer }) {
  const locale = useLocale()
  const texts = useTexts(portfolioTexts)
  if (figure.leftOut.length === 0) return null
  return (
    <details className="pf-left">
      <summary>{texts.leftOut(figure.leftOut.length)}</summary>
      <ul>
        {figure.leftOut.map((one, index) => (
          <li key={`${one.subjectId}-${index}`}>
            {one.subjectName} <span className="mut">{leftOutWord(one.reason, locale)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** A sentence with who said it and when; a digest says that it is one. */
export function Sentence({ quote }: { quote: QuoteItem }) {
  const texts = useTexts(portfolioTexts)
  if (quote.sentence === null)
    return quote.mark === null ? <Quote text={quote.title} outlet={quote.outlet} date={quote.publishedOn} /> : <p>{texts.sheet.hidden}</p>
  return (
    <Quote text={quote.sentence} mark={quote.mark ?? undefined} outlet={quote.outlet} title={quote.title} date={quote.publishedOn}>
      {quote.illustrative ? <IllustrativeTag /> : quote.digestOf ? texts.sheet.digest(quote.digestOf.outlet, quote.digestOf.title) : null}
    </Quote>
  )
}
