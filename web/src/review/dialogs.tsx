import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { ComboBox, type Choice as ComboChoice } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { TextField } from '#ui/field/field'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { ProblemError } from '#web/shell/problem'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { type Decision, findSubjects, type Review, type ReviewClaim } from './api.ts'
import { ClaimValue, indicatorName } from './claim-value.tsx'
import type { Planned } from './plan.ts'
import { reviewTexts } from './texts.ts'

/** 물리는 까닭: rejecting needs a reason; the usual ones are one press away. */
export function RejectDialog({ onClose, onReject }: { onClose: () => void; onReject: (reason: string) => Promise<void> }) {
  const texts = useTexts(reviewTexts)
  const work = useWork()
  const [reason, setReason] = useState('')
  const send = (words: string) => {
    if (words.trim() === '') return
    void work.run(async () => {
      await onReject(words.trim())
      onClose()
    })
  }
  return (
    <Dialog open onClose={onClose} title={texts.rejectTitle} closeLabel={texts.close} closeBeside={false}>
      <form
        className="rv-form"
        onSubmit={(event) => {
          event.preventDefault()
          send(reason)
        }}
      >
        <ProblemNote error={work.error} />
        <div className="acts">
          {Object.values(texts.reasons).map((one) => (
            <Button key={one} small busy={work.busy} onClick={() => send(one)}>
              {one}
            </Button>
          ))}
        </div>
        <TextField label={texts.reason} value={reason} onChange={setReason} />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="bad" type="submit" busy={work.busy} disabled={reason.trim() === ''}>
            {texts.reject}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** 합칠 곳 찾기: choose by name what the claim says again. */
export function MergeDialog({
  office,
  claim,
  onClose,
  onMerge,
}: {
  office: string
  claim: ReviewClaim
  onClose: () => void
  onMerge: (subject: { id: string; name: string }) => Promise<void>
}) {
  const texts = useTexts(reviewTexts)
  const work = useWork()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ComboChoice | null>(null)
  const found = useQuery({ queryKey: ['intake', office, 'subjects', claim.id, words], queryFn: () => findSubjects(office, claim.id, words) })
  return (
    <Dialog open onClose={onClose} title={texts.mergeTitle} closeLabel={texts.close} closeBeside={false}>
      <form
        className="rv-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!chosen) return
          void work.run(async () => {
            await onMerge({ id: chosen.id, name: chosen.label })
            onClose()
          })
        }}
      >
        <ProblemNote error={work.error} />
        <ComboBox
          label={texts.find}
          hint={texts.mergeHint}
          value={chosen}
          choices={(found.data?.items ?? []).map((one) => ({
            id: one.id,
            label: one.nameKo,
            detail: [texts.kinds[one.kind], one.place].filter(Boolean).join(' · '),
          }))}
          busy={found.isFetching}
          onWords={setWords}
          onChange={setChosen}
        />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={!chosen}>
            {texts.merge}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** 한꺼번에 받기: what would be done with each claim; a person switches off what is wrong and says yes once. */
export function BatchDialog({
  plan,
  indicators,
  onClose,
  onRun,
}: {
  plan: readonly Planned[]
  indicators: Review['indicators']
  onClose: () => void
  onRun: (decisions: Decision[]) => Promise<void>
}) {
  const texts = useTexts(reviewTexts)
  const { locale } = useFormats()
  const work = useWork()
  const [off, setOff] = useState<ReadonlySet<string>>(() => new Set(plan.filter((one) => one.sumOf > 0).map((one) => one.claim.id)))
  const toggle = (id: string) => {
    const next = new Set(off)
    if (!next.delete(id)) next.add(id)
    setOff(next)
  }
  // a claim that merges with another of the text can only go where that one goes
  const taken = plan.filter((one) => {
    if (one.decision === null || off.has(one.claim.id)) return false
    const same = one.decision.action === 'merge' ? one.decision.sameAsClaim : undefined
    return !same || !off.has(same)
  })
  return (
    <Dialog open onClose={onClose} title={texts.batchTitle} closeLabel={texts.close} closeBeside={false} wide>
      <form
        className="rv-form"
        onSubmit={(event) => {
          event.preventDefault()
          void work.run(async () => {
            await onRun(taken.map((one) => one.decision!))
            onClose()
          })
        }}
      >
        <p>{texts.batchLead}</p>
        <ProblemNote error={work.error} />
        {work.error instanceof ProblemError && work.error.code === 'value-held' ? <p>{texts.heldInBatch}</p> : null}
        <ul className="rv-batch">
          {plan.map((one) => {
            const name = indicatorName(one.claim, indicators, locale, texts.none)
            return (
              <li key={one.claim.id}>
                <label className="check">
                  <input type="checkbox" disabled={one.decision === null} checked={taken.includes(one)} onChange={() => toggle(one.claim.id)} />
                  <span>
                    <Tag tone={one.action === 'merge' ? 'info' : one.action === 'ask' ? 'warn' : 'plain'}>
                      {one.action === 'merge' ? texts.willMerge : one.action === 'ask' ? texts.willAsk : texts.willAccept}
                    </Tag>{' '}
                    {name} <ClaimValue claim={one.claim} name={name} />{' '}
                    {one.to ? (
                      <>
                        → <span className="rv-party">{one.to}</span>
                      </>
                    ) : null}
                    {one.sumOf > 0 ? <span className="late"> {texts.sumOf(one.sumOf)}</span> : null}
                    <span className="sub">{one.claim.span.sentence?.trim()}</span>
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" type="submit" busy={work.busy} disabled={taken.length === 0} data-first-focus>
            {texts.batchRun(taken.length)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A value is held already for the same series: replace it, or keep this one as a part. */
export function HeldDialog({
  detail,
  onClose,
  onReplace,
  onPart,
}: {
  detail: string | undefined
  onClose: () => void
  onReplace: () => void
  onPart: (series: string) => void
}) {
  const texts = useTexts(reviewTexts)
  const [series, setSeries] = useState('')
  return (
    <Dialog open onClose={onClose} title={texts.held} closeLabel={texts.close} closeBeside={false}>
      <form
        className="rv-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (series.trim() !== '') onPart(series.trim())
        }}
      >
        <Note tone="warn">{detail}</Note>
        <TextField label={texts.series} hint={texts.seriesHint} optional value={series} onChange={setSeries} />
        <div className="act">
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" disabled={series.trim() === ''}>
            {texts.putBeside}
          </Button>
          <Button tone="primary" title={texts.replaceHint} onClick={onReplace}>
            {texts.replace}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
