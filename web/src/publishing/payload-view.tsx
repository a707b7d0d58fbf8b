import type { BeadKind } from '#ui/bead/bead'
import { Figure } from '#ui/figure/figure'
import { type Knot, Knots } from '#ui/knots/knots'
import { Quote } from '#ui/quote/quote'
import { IllustrativeTag } from '#ui/tag/tag'
import { useLocale } from '#web/shell/locale'
import { nameIn, useTexts } from '#web/shell/texts'
import { type Fact, type Payload, type SaidQuote, titleIn } from './api.ts'
import { PlanView } from './plan-view.tsx'
import { publishingTexts } from './texts.ts'

const bounds = { min: 'atLeast', max: 'atMost', above: 'moreThan', below: 'lessThan' } as const

/** A value of a payload or a list, with the bounds that it was said with. */
export function Value({
  of: one,
  unknown,
  size,
  kind,
  name,
  onOpen,
}: {
  of: { value: string | null; valueMax: string | null; bound: keyof typeof bounds | null; approximate: boolean; unit: string | null }
  unknown?: string
  size?: 'hero'
  kind?: BeadKind
  /** What the value is about, for those who hear the bead. */
  name?: string
  onOpen?: () => void
}) {
  return (
    <Figure
      value={one.value}
      max={one.valueMax}
      bound={one.bound && bounds[one.bound]}
      approximate={one.approximate}
      unit={one.unit ?? ''}
      unknown={unknown}
      size={size}
      kind={kind}
      of={name}
      onOpen={onOpen}
    />
  )
}

function Said({ quote }: { quote: SaidQuote }) {
  const texts = useTexts(publishingTexts)
  if (quote.sentence === null) return <p className="mut">{quote.title || texts.taken}</p>
  return (
    <Quote
      text={quote.sentence}
      mark={quote.mark ?? undefined}
      outlet={quote.ownStatement ? texts.ownStatement : (quote.digestOf?.outlet ?? quote.outlet)}
      title={quote.ownStatement ? null : (quote.digestOf?.title ?? quote.title)}
      date={quote.digestOf ? quote.digestOf.date : quote.publishedOn}
      href={quote.url}
    >
      {quote.illustrative ? (
        <>
          {' '}
          <IllustrativeTag />
        </>
      ) : null}
    </Quote>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const locale = useLocale()
  return (
    <ul className="pub-facts">
      {facts.map((fact) => (
        <li key={fact.factId}>
          <span>
            {nameIn(locale, { nameKo: fact.subjectKo, nameEn: fact.subjectEn })}{' '}
            <span className="mut">{nameIn(locale, { nameKo: fact.indicatorKo, nameEn: fact.indicatorEn })}</span>
          </span>
          <Value of={fact} kind="fact" />
        </li>
      ))}
    </ul>
  )
}

/** Each sentence once, in the order in which its facts stand. */
function sentences(facts: readonly { quotes: readonly SaidQuote[] }[]): SaidQuote[] {
  const seen = new Map<string, SaidQuote>()
  for (const quote of facts.flatMap((fact) => fact.quotes)) {
    const key = `${quote.documentId} ${quote.sentence ?? ''} ${quote.mark?.start ?? ''}`
    if (!seen.has(key)) seen.set(key, quote)
  }
  return [...seen.values()]
}

/** 고정된 내용: what the public reads, on one thread from the number to its sentences. */
export function PayloadView({ payload }: { payload: Payload }) {
  const texts = useTexts(publishingTexts)
  const locale = useLocale()
  const name = titleIn(locale, payload)
  const said = (from: readonly { quotes: readonly SaidQuote[] }[]): Knot[] => {
    const list = sentences(from)
    if (list.length === 0) return []
    return [
      {
        id: 'said',
        kind: 'claim',
        label: texts.sentences,
        children: list.map((quote) => <Said key={`${quote.documentId} ${quote.sentence} ${quote.mark?.start}`} quote={quote} />),
      },
    ]
  }
  const head = (value: React.ReactNode): Knot => ({
    id: 'head',
    kind: 'public',
    label: texts.kinds[payload.kind],
    children: (
      <>
        <p className="pub-name">
          {name} {payload.illustrative ? <IllustrativeTag /> : null}
        </p>
        {value}
      </>
    ),
  })
  if (payload.kind === 'project')
    return (
      <Knots
        knots={[
          head(
            <p className="mut">
              {[payload.place, payload.industry, payload.stage && nameIn(locale, { nameKo: payload.stage.stageKo, nameEn: payload.stage.stageEn })]
                .filter(Boolean)
                .join(' · ')}
            </p>,
          ),
          {
            id: 'facts',
            kind: 'fact',
            label: texts.facts,
            children: payload.facts.length > 0 ? <Facts facts={payload.facts} /> : <p className="mut">{texts.undisclosed}</p>,
          },
          ...(payload.plan
            ? [
                {
                  id: 'plan',
                  kind: 'figure' as const,
                  label: texts.fields.plan ?? '',
                  children: <PlanView plan={payload.plan} facts={payload.facts} />,
                },
              ]
            : []),
          ...(payload.stages.length > 0
            ? [
                {
                  id: 'stages',
                  kind: 'fact' as const,
                  label: texts.stages,
                  children: (
                    <ul>
                      {payload.stages.map((stage) => (
                        <li key={`${stage.stage} ${stage.occurredFrom} ${stage.occurredText}`}>
                          {nameIn(locale, { nameKo: stage.stageKo, nameEn: stage.stageEn })}{' '}
                          <span className="mut">{stage.occurredFrom ?? stage.occurredText ?? texts.noDate}</span>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          ...(payload.parties.length > 0
            ? [
                {
                  id: 'parties',
                  kind: 'fact' as const,
                  label: texts.parties,
                  children: <p>{payload.parties.map((party) => nameIn(locale, party)).join(', ')}</p>,
                },
              ]
            : []),
          ...said([...payload.facts, ...payload.stages]),
        ]}
      />
    )
  return (
    <Knots
      knots={[
        head(<Value of={payload} size="hero" />),
        {
          id: 'how',
          kind: 'figure',
          label: texts.definition(payload.formulaVersion),
          children: (
            <>
              <p>{locale === 'en' ? payload.definitionEn : payload.definitionKo}</p>
              {payload.leftOut.length > 0 ? (
                <p className="mut">
                  {texts.leftOut}: {payload.leftOut.map((one) => `${one.subjectKo} (${texts.leftOutReasons[one.reason]})`).join(', ')}
                </p>
              ) : null}
            </>
          ),
        },
        ...(payload.inputs.length > 0
          ? [{ id: 'facts', kind: 'fact' as const, label: texts.facts, children: <Facts facts={payload.inputs} /> }]
          : []),
        ...(payload.counted.length > 0
          ? [
              {
                id: 'counted',
                kind: 'fact' as const,
                label: texts.counted,
                children: <p>{payload.counted.map((one) => one.subjectKo).join(', ')}</p>,
              },
            ]
          : []),
        ...said([...payload.inputs, ...payload.counted]),
      ]}
    />
  )
}
