import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { ComboBox } from '#ui/combo-box/combo-box'
import { Dialog } from '#ui/dialog/dialog'
import { Checkbox, TextArea, TextField } from '#ui/field/field'
import { Segment } from '#ui/segment/segment'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { json } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { useLocale } from '#web/shell/locale'
import { useOffice } from '#web/shell/session'
import { nameIn, useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { type Choice, type Choices, client, makePreview, readChoices, titleIn } from './api.ts'
import { PayloadView } from './payload-view.tsx'
import { ProblemBanner } from './problem.tsx'
import { publishingTexts } from './texts.ts'

const phaseNames = ['before', 'announced', 'committed', 'building', 'realised', 'lost'] as const
const dayForm = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** 공표하기: choose, look at exactly what will be public, say why, publish. `given` is a choice to restate. */
export function PublishDialog({ given, onClose }: { given: Choice | null; onClose: () => void }) {
  const texts = useTexts(publishingTexts)
  const locale = useLocale()
  const office = useOffice()
  const cache = useQueryClient()
  const [choice, setChoice] = useState<Choice | null>(given)
  const choices = useQuery({ queryKey: ['publishing', office.slug, 'choices'], queryFn: () => readChoices(office.slug), enabled: given === null })
  const preview = useQuery({
    queryKey: ['publishing', office.slug, 'preview', choice],
    queryFn: () => makePreview(office.slug, choice!),
    enabled: choice !== null,
    staleTime: 0,
    gcTime: 0,
  })
  // the words belong to what is chosen: choosing another thing does not publish them with it, coming back finds them
  const draft = useDraft(`publication.${office.slug}.${JSON.stringify(choice)}`, '')
  const [reason, setReason] = [draft.value, draft.set]
  const [headline, setHeadline] = useState<boolean | null>(null)
  // a cover that was asked for and not looked at must not let the real name go out
  const [uncovered, setUncovered] = useState(false)
  const view = choice === null ? undefined : preview.data
  // a day of disclosure is missing: the question stays, so that it can be taken back
  const asksDisclosure = choice?.kind === 'project' && choice.onDisclosure === true && view === undefined && preview.isError
  const name = view ? titleIn(locale, view.payload) : ''
  const restating = view?.previous != null
  const unchanged = restating && view.previous?.withdrawnAt === null && view.changed?.length === 0
  const publish = useMutation({
    mutationFn: async () => {
      if (!choice || !view) return
      const made = await json(
        client.offices[':office'].publications.$post({
          param: { office: office.slug },
          json: { ...choice, reason: reason.trim() || null, headline: choice.kind === 'figure' ? headline : null, contentHash: view.contentHash },
        }),
      )
      toast(texts.done(name, made.edition))
      draft.clear()
      await cache.invalidateQueries({ queryKey: ['publishing', office.slug] })
      onClose()
    },
    // the value may have changed under the preview: show the present one
    onError: () => void preview.refetch(),
  })
  const ready =
    !(uncovered && choice?.kind === 'project') &&
    view !== undefined &&
    view.refusals.length === 0 &&
    !unchanged &&
    (!restating || reason.trim() !== '')
  return (
    <Dialog
      open
      onClose={onClose}
      closeBeside={false}
      wide
      title={given ? texts.restate : texts.publish}
      closeLabel={texts.close}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button tone="primary" disabled={!ready} busy={publish.isPending} onClick={() => publish.mutate()}>
            {restating ? texts.restate : texts.publish}
          </Button>
        </>
      }
    >
      <div className="pub-form">
        {given === null ? <Chooser choices={choices.data} onChoose={setChoice} /> : null}
        <ProblemBanner error={choices.error ?? preview.error ?? publish.error} />
        {asksDisclosure && choice?.kind === 'project' ? (
          <Checkbox label={texts.onDisclosure} checked onChange={(onDisclosure) => setChoice({ ...choice, onDisclosure })} />
        ) : null}
        {choice?.kind === 'project' ? (
          <CoverField
            key={choice.subjectId}
            cover={choice.cover ?? null}
            onCover={(cover) => setChoice({ ...choice, cover })}
            onWaiting={setUncovered}
          />
        ) : null}
        {choice !== null && preview.isFetching && !view ? <Waiting label={texts.previewing} rows={4} /> : null}
        {view ? (
          <>
            {choice?.kind === 'project' && (choice.onDisclosure || view.refusals.some((one) => one.code === 'embargoed')) ? (
              <Checkbox
                label={texts.onDisclosure}
                checked={choice.onDisclosure ?? false}
                onChange={(onDisclosure) => setChoice({ ...choice, onDisclosure })}
              />
            ) : null}
            {view.opensOn ? <Note tone="info">{texts.opensOn(view.opensOn)}</Note> : null}
            {view.refusals.map((one) => (
              <Banner key={one.code} tone="bad" title={texts.refused} live>
                {one[locale]}
              </Banner>
            ))}
            {unchanged ? <Banner title={texts.nothingNew} /> : null}
            {view.changed && view.changed.length > 0 ? (
              <Note tone="info">{texts.changed(view.changed.map((field) => texts.fields[field] ?? field).join(', '))}</Note>
            ) : null}
            {view.notes.map((one) => (
              <Note key={one.ko} tone="warn">
                <b>{texts.forYou}.</b> {one[locale]}
              </Note>
            ))}
            <section className="pub-preview" aria-label={texts.preview}>
              <p className="sm mut">
                {texts.preview}. {texts.previewLead}
              </p>
              <PayloadView payload={view.payload} />
            </section>
            {view.refusals.length === 0 && !unchanged ? (
              <>
                <TextArea
                  label={texts.reason}
                  hint={restating ? texts.reasonRestate : texts.reasonFirst}
                  optional={!restating}
                  value={reason}
                  onChange={setReason}
                  maxLength={2000}
                />
                {view.payload.kind === 'figure' ? (
                  <Checkbox label={texts.asHeadline} checked={headline ?? view.previous?.headline ?? false} onChange={setHeadline} />
                ) : null}
              </>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}

/** 가림 이름: the page under another name while the real one may not be said; nothing of it applies before the button. */
function CoverField({
  cover,
  onCover,
  onWaiting,
}: {
  cover: { nameKo: string; nameEn: string | null } | null
  onCover: (cover: { nameKo: string; nameEn: string | null } | null) => void
  /** Whether a cover is asked for and the preview does not bear it yet. */
  onWaiting: (waiting: boolean) => void
}) {
  const texts = useTexts(publishingTexts)
  const [open, setOpen] = useState(cover !== null)
  const [nameKo, setNameKo] = useState(cover?.nameKo ?? '')
  const [nameEn, setNameEn] = useState(cover?.nameEn ?? '')
  const typed = nameKo.trim() === '' ? null : { nameKo: nameKo.trim(), nameEn: nameEn.trim() || null }
  const same = typed?.nameKo === cover?.nameKo && (typed?.nameEn ?? null) === (cover?.nameEn ?? null)
  const waiting = open && (typed === null || !same)
  useEffect(() => onWaiting(waiting), [waiting, onWaiting])
  return (
    <>
      <Checkbox
        label={texts.cover}
        checked={open}
        onChange={(next) => {
          setOpen(next)
          if (!next && cover) onCover(null)
        }}
      />
      {open ? (
        <>
          <div className="pub-two">
            <TextField label={texts.coverKo} hint={texts.coverHint} autoComplete="off" value={nameKo} onChange={setNameKo} />
            <TextField label={texts.coverEn} optional autoComplete="off" value={nameEn} onChange={setNameEn} />
          </div>
          <div>
            <Button small disabled={same || typed === null} onClick={() => onCover(typed)}>
              {texts.coverShow}
            </Button>
          </div>
        </>
      ) : null}
    </>
  )
}

function Chooser({ choices, onChoose }: { choices: Choices | undefined; onChoose: (choice: Choice | null) => void }) {
  const texts = useTexts(publishingTexts)
  const locale = useLocale()
  const [kind, setKind] = useState<'figure' | 'project'>('figure')
  const [formula, setFormula] = useState('')
  const [phase, setPhase] = useState('')
  const [asOf, setAsOf] = useState('')
  const [subjectId, setSubjectId] = useState<string | null>(null)
  const choose = (next: { kind?: 'figure' | 'project'; formula?: string; phase?: string; asOf?: string; subjectId?: string | null }) => {
    const now = { kind, formula, phase, asOf, subjectId, ...next }
    setKind(now.kind)
    setFormula(now.formula)
    setPhase(now.phase)
    setAsOf(now.asOf)
    setSubjectId(now.subjectId)
    if (now.kind === 'project') return onChoose(now.subjectId ? { kind: 'project', subjectId: now.subjectId } : null)
    if (now.formula === '' || (now.asOf !== '' && !dayForm.test(now.asOf))) return onChoose(null)
    const heeds = choices?.figures.find((one) => one.formula === now.formula)?.parameters ?? []
    onChoose({
      kind: 'figure',
      formula: now.formula,
      parameters: now.phase !== '' && heeds.includes('phase') ? { phase: now.phase } : {},
      asOf: now.asOf || null,
    })
  }
  const projects = (choices?.projects ?? []).map((one) => ({
    id: one.subjectId,
    label: nameIn(locale, one),
    detail: [one.place, one.confidential ? texts.confidential : null, one.published ? texts.alreadyPublished(one.published.edition) : null]
      .filter(Boolean)
      .join(' · '),
  }))
  const chosen = choices?.figures.find((one) => one.formula === formula)
  return (
    <>
      <Segment
        label={texts.what}
        value={kind}
        options={(['figure', 'project'] as const).map((one) => ({ value: one, label: texts[one] }))}
        onChange={(one) => choose({ kind: one })}
      />
      {kind === 'figure' ? (
        <>
          <Select
            label={texts.formula}
            hint={chosen ? (locale === 'en' ? chosen.definitionEn : chosen.definitionKo) : texts.formulaHint}
            value={formula}
            none={texts.choose}
            options={(choices?.figures ?? []).map((one) => ({
              value: one.formula,
              label: `${locale === 'en' ? one.titleEn : one.titleKo}${one.published ? ` (${texts.alreadyPublished(one.published.edition)})` : ''}`,
            }))}
            onChange={(value) => choose({ formula: value })}
          />
          {chosen?.parameters.includes('phase') ? (
            <div className="pub-two">
              <Select
                label={texts.scope}
                optional
                value={phase}
                none={texts.everyPhase}
                options={phaseNames.map((one) => ({ value: one, label: texts.phases[one] }))}
                onChange={(value) => choose({ phase: value })}
              />
              <TextField label={texts.asOf} hint={texts.asOfHint} optional type="date" value={asOf} onChange={(value) => choose({ asOf: value })} />
            </div>
          ) : null}
        </>
      ) : (
        <ComboBox
          label={texts.subject}
          value={projects.find((one) => one.id === subjectId) ?? null}
          choices={projects}
          onChange={(one) => choose({ subjectId: one?.id ?? null })}
        />
      )}
    </>
  )
}

/** 철회하기: the reason is asked for and becomes public. */
export function WithdrawDialog({ series, name, onClose }: { series: string; name: string; onClose: () => void }) {
  const texts = useTexts(publishingTexts)
  const office = useOffice()
  const cache = useQueryClient()
  const draft = useDraft(`withdrawal.${office.slug}.${series}`, '')
  const [reason, setReason] = [draft.value, draft.set]
  const [asked, setAsked] = useState(false)
  const withdraw = useMutation({
    mutationFn: async () => {
      await client.offices[':office'].publications[':series'].withdrawal.$post({
        param: { office: office.slug, series },
        json: { reason: reason.trim() },
      })
      toast(texts.withdrew(name))
      draft.clear()
      await cache.invalidateQueries({ queryKey: ['publishing', office.slug] })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeBeside={false}
      title={texts.withdrawTitle}
      closeLabel={texts.close}
      actions={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button
            tone="bad"
            busy={withdraw.isPending}
            onClick={() => {
              setAsked(true)
              if (reason.trim() !== '') withdraw.mutate()
            }}
          >
            {texts.withdraw}
          </Button>
        </>
      }
    >
      <div className="pub-form">
        <p>
          <b>{name}</b>
        </p>
        <p className="mut">{texts.withdrawLead}</p>
        <ProblemBanner error={withdraw.error} />
        <TextArea
          label={texts.withdrawReason}
          value={reason}
          onChange={setReason}
          maxLength={2000}
          error={asked && reason.trim() === '' ? texts.withdrawNeeded : undefined}
        />
      </div>
    </Dialog>
  )
}
