import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Chip, Filters } from '#ui/chip/chip'
import { DateField } from '#ui/date-field/date-field'
import { Waiting } from '#ui/skeleton/skeleton'
import { StageGauge } from '#ui/stage/stage'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { Failure } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { type StageMachines, stageRulesQuery } from './api.ts'
import './portfolio.css'
import { stageTexts } from './stage-texts.ts'
import { gaugeOfPhase, type Phase } from './words.ts'

/** 단계와 규칙: the six machines as they hold on a day: what may come after what, of which papers one is needed, how long it may take, and where that stands. */
export default function StageRulesScreen() {
  const texts = useTexts(stageTexts)
  const own = texts.rules
  const office = useOffice().slug
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { of?: unknown; on?: unknown }
  const on = typeof search.on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(search.on) ? search.on : null
  const { data, error, refetch } = useQuery({ ...stageRulesQuery(office, on), placeholderData: keepPreviousData })
  const look = (next: { of?: string; on?: string | null }) => {
    const asked = { of: machine, on, ...next }
    void navigate({
      to: '.',
      search: { ...(asked.of === 'project' ? {} : { of: asked.of }), ...(asked.on ? { on: asked.on } : {}) } as never,
      replace: true,
    })
  }
  const machine = data?.machines.find((one) => one.machine === search.of)?.machine ?? 'project'
  if (error) return <Failure error={error} reset={() => void refetch()} />
  return (
    <Page title={own.title} lead={own.lead}>
      {data ? (
        <>
          <div className="pf-rules-bar">
            <Filters label={texts.track}>
              {data.machines.map((one) => (
                <Chip
                  key={one.machine}
                  label={texts.tracks[one.machine] ?? one.machine}
                  pressed={one.machine === machine}
                  onPress={() => look({ of: one.machine })}
                />
              ))}
            </Filters>
            <DateField label={own.on} value={on} onChange={(day) => look({ on: day })} />
          </div>
          <Rules machine={data.machines.find((one) => one.machine === machine)!} evidence={data.evidence} />
        </>
      ) : (
        <Waiting label={own.title} rows={8} />
      )}
    </Page>
  )
}

/** As what a paper may be filed, where that is not its own name. */
function FiledAs({ name, kinds }: { name: string; kinds: readonly string[] }) {
  const own = useTexts(stageTexts).rules
  const words = kinds.map((kind) => own.filed[kind] ?? kind)
  if (words.length === 1 && words[0]!.toLowerCase() === name.toLowerCase()) return null
  return <small className="mut">{own.filedAs(words.join(', '))}</small>
}

function Rules({ machine, evidence }: { machine: StageMachines['machines'][number]; evidence: StageMachines['evidence'] }) {
  const texts = useTexts(stageTexts)
  const own = texts.rules
  const locale = useLocale()
  const stage = (id: string) => machine.stages.find((one) => one.stage === id)?.[locale] ?? id
  const paper = (id: string) => evidence.find((one) => one.id === id)
  return (
    <table className="tb tb--cards pf-rules">
      <caption className="vh">{texts.tracks[machine.machine]}</caption>
      <thead>
        <tr>
          <th scope="col">{own.stage}</th>
          <th scope="col">{own.after}</th>
          <th scope="col">{own.papers}</th>
          <th scope="col">{own.within}</th>
        </tr>
      </thead>
      <tbody>
        {machine.stages.map((row) => {
          const rule = machine.rules.find((one) => one.to === row.stage)
          return (
            <tr key={row.stage}>
              <th scope="row">
                <StageGauge level={gaugeOfPhase(row.phase as Phase)} label={row[locale]} />
                <small className="mut">
                  {[rule ? texts.rule(rule.id) : null, rule?.numbered ? texts.next.again : null, row.final ? own.final : null]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </th>
              <td data-l={own.after}>{rule && rule.from.length > 0 ? rule.from.map(stage).join(', ') : own.first}</td>
              <td data-l={own.papers}>
                {rule ? (
                  <ul>
                    {rule.evidence.map((id) => (
                      <li key={id}>
                        {paper(id)?.[locale] ?? id} <FiledAs name={paper(id)?.[locale] ?? id} kinds={paper(id)?.filedAs ?? []} />
                      </li>
                    ))}
                  </ul>
                ) : (
                  own.noRule
                )}
              </td>
              <td data-l={own.within}>
                {rule && rule.limits.length > 0 ? (
                  <ul>
                    {rule.limits.map((limit) => (
                      <li key={limit.from}>
                        {own.limit(stage(limit.from), limit.days ?? null, limit.months ?? null)} <small className="mut">{limit.source}</small>
                      </li>
                    ))}
                  </ul>
                ) : (
                  <span className="mut">{texts.next.noLimit}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={4}>{own.backText(`${machine.machine}.back`)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
