import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { evidenceName } from '#engines/accounting/stage-rules'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { Field } from '#ui/field/field'
import { keptTogether } from '#ui/kit/kept-together'
import { StageGauge } from '#ui/stage/stage'
import { Tag } from '#ui/tag/tag'
import { dateOf } from '#web/shell/formats'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { classes } from '#web/ui/kit/classes'
import { useAction } from './action.ts'
import { client, type ProjectView, refreshPortfolio, type StageEvent } from './api.ts'
import { type Move, NextSteps } from './next-steps.tsx'
import { stageTexts } from './stage-texts.ts'
import { portfolioTexts } from './texts.ts'
import { gaugeOf, gaugeOfPhase, intervalWords, phaseOf, phases, stageWord } from './words.ts'

/** 단계와 근거: where the project stands, and every step with its date and its document; struck ones stay, struck through. */
export function Stages({
  project,
  mayWrite,
  past,
  onMove,
}: {
  project: ProjectView
  mayWrite: boolean
  /** At an earlier clock nobody says what comes next: that is of today. */
  past: boolean
  onMove: (move?: Move) => void
}) {
  const texts = useTexts(portfolioTexts)
  const own = useTexts(stageTexts)
  const locale = useLocale()
  const [striking, setStriking] = useState<StageEvent | null>(null)
  const now = phaseOf(project.kind, project.stage)
  const steps = phases.filter((phase) => phase !== 'before' && (phase !== 'lost' || now === 'lost'))
  const place = now === null ? -1 : steps.indexOf(now)
  return (
    <section className="blk pf-first">
      <div className="blk-h">
        <h2>{texts.stage.heading}</h2>
        <p>{texts.stage.lead}</p>
      </div>
      {project.kind === 'project' ? (
        <ol className="pf-steps">
          {steps.map((phase, index) => (
            <li key={phase} className={classes(index <= place && 'on')} aria-current={phase === now ? 'step' : undefined}>
              <StageGauge level={index <= place ? gaugeOfPhase(phase) : '0'} label={texts.phases[phase]} />
            </li>
          ))}
        </ol>
      ) : null}
      {project.stages.length === 0 ? (
        <p className="mut">
          {texts.stage.empty}{' '}
          {mayWrite ? (
            <Button tone="text" small onClick={() => onMove()}>
              {texts.stage.move}
            </Button>
          ) : null}
        </p>
      ) : (
        <ul className="pf-rows">
          {project.stages.map((event) => (
            <li key={event.id} className={classes(event.voidedAt !== null && 'pf-struck') || undefined}>
              <span className="pf-grow">
                <StageGauge level={gaugeOf(event.machine, event.toStage)} label={stageWord(event.machine, event.toStage, locale) ?? event.toStage} />{' '}
                {event.machine === project.kind ? null : <Tag>{own.tracks[event.machine] ?? event.machine}</Tag>}{' '}
                {event.ordinal === null ? null : <span className="mut">{own.numbered(event.ordinal)}</span>}{' '}
                {event.overridden ? <Tag tone="warn">{own.overridden}</Tag> : null}{' '}
                {event.lateDays === null ? null : <Tag tone="warn">{own.lateTag(event.lateDays)}</Tag>}
                <small className="mut">
                  {keptTogether(intervalWords({ from: event.occurredFrom, to: event.occurredTo })) ??
                    (event.occurredText ? `“${event.occurredText}” · ${texts.stage.undated}` : texts.stage.undated)}
                  {' · '}
                  {event.documentId ? (
                    <Link to={'/documents/$id' as never} params={{ id: event.documentId } as never}>
                      {event.documentTitle}
                    </Link>
                  ) : (
                    texts.stage.noEvidence
                  )}
                  {event.evidenceKind === null
                    ? ''
                    : ` · ${event.evidenceKind === 'sentence' ? own.sentence : own.proved(evidenceName(event.evidenceKind)[locale])}`}
                  {event.ruleId ? ` · ${own.rule(event.ruleId)}` : ''}
                  {event.reason ? ` · ${event.reason}` : ''}
                </small>
              </span>
              <small className="mut">
                {[event.recordedBy, dateOf(event.recordedAt)].filter(Boolean).join(' · ')}
                {event.voidedAt ? ` · ${texts.stage.struck} ${dateOf(event.voidedAt)}` : ''}
              </small>
              {mayWrite && event.voidedAt === null ? (
                <Button tone="text" small onClick={() => setStriking(event)}>
                  {texts.stage.strike}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {past ? null : <NextSteps project={project} mayWrite={mayWrite} onMove={onMove} />}
      {striking ? <StrikeDialog project={project.id} event={striking} onClose={() => setStriking(null)} /> : null}
    </section>
  )
}

function StrikeDialog({ project, event, onClose }: { project: string; event: StageEvent; onClose: () => void }) {
  const texts = useTexts(portfolioTexts)
  const office = useOffice().slug
  const [reason, setReason] = useState('')
  const strike = useAction(async () => {
    await client.offices[':office'].projects[':subject'].stages[':event'].void.$post({
      param: { office, subject: project, event: event.id },
      json: { reason: reason.trim() },
    })
    await refreshPortfolio()
    toast(texts.stage.struck)
    onClose()
  })
  return (
    <Dialog open onClose={onClose} title={texts.stage.strikeTitle} closeLabel={texts.cancel} closeBeside={false}>
      <form
        className="pf-form"
        onSubmit={(submit) => {
          submit.preventDefault()
          if (reason.trim()) void strike.run()
        }}
      >
        <p>{texts.stage.strikeText}</p>
        <Field label={texts.form.reason} error={strike.words ?? undefined}>
          {(wiring) => <input {...wiring} className="inp" autoComplete="off" value={reason} onChange={(change) => setReason(change.target.value)} />}
        </Field>
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="bad" type="submit" busy={strike.busy} disabled={!reason.trim()}>
            {texts.stage.strike}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
