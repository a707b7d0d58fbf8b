import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Empty } from '#ui/empty/empty'
import { Segment } from '#ui/segment/segment'
import { Waiting } from '#ui/skeleton/skeleton'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Sources, useSource } from '../portfolio/source.tsx'
import { Value } from '../portfolio/value.tsx'
import { Page } from '../shell/page.tsx'
import { type CheckedEffect, type ClaimAnswer, effectsQuery } from './api.ts'
import { economyTexts } from './texts.ts'
import './economy.css'
import { VerdictMark } from './verdict-mark.tsx'

const verdicts = ['outside', 'optimistic', 'cannot-judge', 'coherent'] as const

/** 효과 주장 확인: every announced effect of the portfolio with its verdict, the least believable first. */
export default function EffectsScreen() {
  const texts = useTexts(economyTexts)
  const { effects } = texts
  const office = useOffice().slug
  const navigate = useNavigate()
  const { verdict } = useSearch({ strict: false }) as { verdict?: ClaimAnswer['verdict'] }
  const { data, error, isPending } = useQuery(effectsQuery(office))
  const all = data?.items ?? []
  const shown = all.filter((one) => verdict === undefined || one.answer.verdict === verdict)
  const count = (of: string) => all.filter((one) => one.answer.verdict === of).length
  return (
    <Sources>
      <Page title={effects.title} lead={effects.lead}>
        <ProblemNote error={error} />
        {isPending ? <Waiting label={effects.title} rows={5} /> : null}
        {data && all.length === 0 ? <Empty title={effects.empty}>{effects.emptyLead}</Empty> : null}
        {all.length > 0 ? (
          <>
            <Segment
              label={effects.filter}
              value={verdict ?? 'all'}
              options={[
                { value: 'all', label: `${effects.all} ${all.length}` },
                ...verdicts.filter((one) => count(one) > 0).map((value) => ({ value, label: `${texts.verdicts[value]} ${count(value)}` })),
              ]}
              onChange={(value) =>
                void navigate({ to: '/effects' as '/', search: (value === 'all' ? {} : { verdict: value }) as never, replace: true })
              }
            />
            <table className="tb tb--cards ec-effects">
              <caption className="vh">{effects.title}</caption>
              <thead>
                <tr>
                  <th scope="col">{effects.subject}</th>
                  <th scope="col">{effects.verdict}</th>
                  <th scope="col">{effects.said}</th>
                  <th scope="col">{effects.finding}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((one) => (
                  <EffectLine key={one.id} effect={one} />
                ))}
              </tbody>
            </table>
          </>
        ) : null}
      </Page>
    </Sources>
  )
}

function EffectLine({ effect }: { effect: CheckedEffect }) {
  const texts = useTexts(economyTexts)
  const locale = useLocale()
  return (
    <tr>
      <th scope="row">
        <Link to={'/effects/$id' as '/'} params={{ id: effect.id } as never}>
          {effect.subjectName}
          {effect.topic ? `: ${effect.topic}` : ''}
        </Link>
      </th>
      <td data-l={texts.effects.verdict}>
        <VerdictMark verdict={effect.answer.verdict} />
      </td>
      <td data-l={texts.effects.said}>
        <ul className="ec-said">
          {effect.values
            .filter((one) => one.used)
            .map((one) => (
              <li key={one.claimId}>
                <span className="mut sm">{texts.effects.parts[one.part]}</span> <SaidValue value={one} of={effect.subjectName} />
              </li>
            ))}
        </ul>
      </td>
      <td data-l={texts.effects.finding}>{effect.answer.says[locale]}</td>
    </tr>
  )
}

/** A value as it was said; a held one opens its sentences, one that waits has its sentence on the page of the claim. */
export function SaidValue({ value, of }: { value: CheckedEffect['values'][number]; of: string }) {
  const texts = useTexts(economyTexts)
  const open = useSource()
  const { factId } = value
  return (
    <Value
      held={value}
      kind={factId === null ? 'claim' : 'fact'}
      of={`${of} ${texts.effects.parts[value.part]}`}
      unknown={texts.unknown}
      {...(factId === null ? {} : { onOpen: () => open({ kind: 'fact', id: factId }) })}
    />
  )
}
