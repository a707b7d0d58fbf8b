import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from '#ui/button/button'
import { Tag } from '#ui/tag/tag'
import { daysBetween, today } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { type NextTrack, nextStagesQuery, type ProjectView } from './api.ts'
import { stageTexts } from './stage-texts.ts'
import { stageWord } from './words.ts'

export interface Move {
  machine: string
  to: string
}

/** 다음에 올 수 있는 단계: of each track which step may come next, the papers of which one is needed, and by when; what is late says so. */
export function NextSteps({ project, mayWrite, onMove }: { project: ProjectView; mayWrite: boolean; onMove: (move: Move) => void }) {
  const texts = useTexts(stageTexts).next
  const office = useOffice().slug
  const { data } = useQuery(nextStagesQuery(office, project.id))
  if (!data || data.length === 0) return null
  return (
    <div className="pf-come">
      <h3>{texts.heading}</h3>
      {data.map((track) => (
        <Track key={track.machine} track={track} alone={data.length === 1} mayWrite={mayWrite} onMove={onMove} />
      ))}
      <p className="sm mut">
        <Link to={'/stages' as '/'}>{texts.all}</Link>
      </p>
    </div>
  )
}

function Track({ track, alone, mayWrite, onMove }: { track: NextTrack; alone: boolean; mayWrite: boolean; onMove: (move: Move) => void }) {
  const texts = useTexts(stageTexts)
  const locale = useLocale()
  const on = track.next.filter((step) => step.way === 'on')
  const out = track.next.filter((step) => step.way === 'out')
  const back = track.next.some((step) => step.way === 'back')
  const stands = stageWord(track.machine, track.stage, locale)
  const others = [out.length > 0 ? texts.next.out(out.map((step) => step[locale]).join(', ')) : null, back ? texts.next.back : null].filter(
    (one) => one !== null,
  )
  // where nothing is known yet every stage may be the first: they are told in one line
  const many = track.stage === null && !alone
  return (
    <section aria-label={texts.tracks[track.machine]}>
      {alone ? null : (
        <h4>
          {texts.tracks[track.machine]} <span className="mut">{stands ?? texts.next.notBegun}</span>
        </h4>
      )}
      {on.length === 0 ? (
        <p className="mut">{track.stage === null ? texts.none : texts.next.end(stands ?? '')}</p>
      ) : many ? (
        <p className="mut">{texts.next.first(on.map((step) => step[locale]).join(', '))}</p>
      ) : (
        <ul className="pf-rows">
          {on.map((step) => (
            <li key={step.to}>
              <span className="pf-grow">
                <b>{step[locale]}</b>
                {step.numbered ? <span className="mut"> {texts.next.again}</span> : null}
                <small>
                  {texts.needs(step.evidence.map((kind) => kind[locale]).join(' / '))} <span className="mut nb">{texts.rule(step.ruleId)}</span>
                </small>
              </span>
              <Until until={step.until} source={step.limitSource} />
              {mayWrite ? (
                <Button small aria-label={texts.next.move(step[locale])} onClick={() => onMove({ machine: track.machine, to: step.to })}>
                  {texts.next.record}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 ? <p className="sm mut">{others.join(' · ')}</p> : null}
    </section>
  )
}

function Until({ until, source }: { until: string | null; source: string | null }) {
  const texts = useTexts(stageTexts).next
  if (until === null) return <small className="mut">{texts.noLimit}</small>
  const late = daysBetween(until, today())
  return (
    <small title={source ?? undefined}>
      <span className="nb">{texts.until(until)}</span>{' '}
      {late > 0 ? <Tag tone="warn">{texts.late(late)}</Tag> : <span className="mut">{texts.left(-late)}</span>}
    </small>
  )
}
