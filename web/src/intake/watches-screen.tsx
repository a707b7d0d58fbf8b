import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Confirm } from '#ui/dialog/confirm'
import { Empty } from '#ui/empty/empty'
import { Checkbox, TextField } from '#ui/field/field'
import { keptTogether } from '#ui/kit/kept-together'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useDraft } from '#web/shell/draft'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import './intake.css'
import { ModelSettings } from './model-settings.tsx'
import { ProblemNote } from './problem-note.tsx'
import { addWatch, lookNow, pauseWatch, readWatches, removeWatch, type Watch } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'
import { useWork } from './use-work.ts'

const fresh = { kind: 'feed' as 'feed' | 'folder', location: '', minutes: '10', outlet: '', allow: false }

/** 지켜보는 곳: folders and feeds, what the last look did, and the optional language model. */
export default function WatchesScreen() {
  const texts = useTexts(sourcesTexts)
  const office = useOffice().slug
  const mayAdminister = useRole('administrator')
  const mayLook = useRole('administrator', 'head', 'officer')
  const cache = useQueryClient()
  const work = useWork()
  const draft = useDraft(`intake.watch.${office}`, fresh)
  const [removing, setRemoving] = useState<Watch | null>(null)
  const list = useQuery({ queryKey: ['intake', office, 'watches'], queryFn: () => readWatches(office), refetchInterval: 3000 })
  const refresh = () => cache.invalidateQueries({ queryKey: ['intake', office] })
  const act = (what: () => Promise<unknown>) =>
    void work.run(async () => {
      await what()
      await refresh()
    })
  const value = draft.value
  const set = (change: Partial<typeof fresh>) => draft.set({ ...value, ...change })
  const minutes = Number(value.minutes)
  return (
    <Page title={texts.watches} lead={texts.watchesLead} crumbs={[{ label: texts.documents, to: '/documents' }]}>
      <ProblemNote error={work.error ?? list.error} />
      {mayAdminister ? (
        <form
          className="in-add in-form"
          aria-label={texts.add}
          onSubmit={(event) => {
            event.preventDefault()
            act(async () => {
              const added = await addWatch(office, {
                kind: value.kind,
                location: value.location,
                everySeconds: Math.round(minutes * 60),
                outlet: value.outlet || null,
                privateAllowed: value.kind === 'feed' && value.allow,
                confidential: false,
              })
              draft.clear()
              if (list.data?.items.some((one) => one.id === added.id)) toast(texts.watchedAlready)
            })
          }}
        >
          <div className="in-facts">
            <Select
              label={texts.kind}
              value={value.kind}
              options={[
                { value: 'feed', label: texts.feed },
                { value: 'folder', label: texts.folder },
              ]}
              onChange={(kind) => set({ kind: kind || 'feed' })}
            />
            <TextField label={texts.location} hint={texts.locationHint} value={value.location} onChange={(location) => set({ location })} />
            <TextField label={texts.outlet} hint={texts.outletHint} optional value={value.outlet} onChange={(outlet) => set({ outlet })} />
            <TextField label={texts.every} inputMode="numeric" value={value.minutes} onChange={(next) => set({ minutes: next })} />
          </div>
          {value.kind === 'feed' ? <Checkbox label={texts.allow} checked={value.allow} onChange={(allow) => set({ allow })} /> : null}
          <div className="in-act">
            <Button tone="primary" type="submit" busy={work.busy} disabled={value.location.trim() === '' || !(minutes >= 1)}>
              {texts.add}
            </Button>
          </div>
        </form>
      ) : null}
      {list.isPending ? <Waiting label={texts.watches} rows={3} /> : null}
      {list.data && list.data.items.length === 0 ? <Empty title={texts.none} /> : null}
      <ul className="in-list">
        {list.data?.items.map((watch) => (
          <WatchRow
            key={watch.id}
            watch={watch}
            busy={work.busy}
            onLook={mayLook ? () => act(() => lookNow(office, watch.id)) : undefined}
            onPause={mayAdminister ? () => act(() => pauseWatch(office, watch, watch.pausedAt === null)) : undefined}
            onRemove={mayAdminister ? () => setRemoving(watch) : undefined}
          />
        ))}
      </ul>
      {mayAdminister ? <ModelSettings office={office} /> : null}
      <Confirm
        open={removing !== null}
        title={texts.removeTitle}
        action={texts.remove}
        onClose={() => setRemoving(null)}
        onConfirm={() => {
          const watch = removing
          setRemoving(null)
          if (watch) act(() => removeWatch(office, watch.id))
        }}
      >
        <p>
          {removing?.location} {texts.removeText}
        </p>
      </Confirm>
    </Page>
  )
}

function WatchRow({
  watch,
  busy,
  onLook,
  onPause,
  onRemove,
}: {
  watch: Watch
  busy: boolean
  onLook: (() => void) | undefined
  onPause: (() => void) | undefined
  onRemove: (() => void) | undefined
}) {
  const texts = useTexts(sourcesTexts)
  const formats = useFormats()
  const { result } = watch
  return (
    <li>
      <div>
        <b className="in-place">{watch.location}</b> <span className="mut">{watch.kind === 'feed' ? texts.feed : texts.folder}</span>{' '}
        {watch.pausedAt ? <Tag tone="warn">{texts.paused}</Tag> : watch.looking ? <Tag tone="info">{texts.looking}</Tag> : null}
        <p className="sub">
          {keptTogether(
            [
              watch.outlet,
              texts.everyMinutes(Math.round(watch.everySeconds / 60)),
              watch.lookedAt ? texts.lookedAt(formats.ago(watch.lookedAt)) : texts.never,
              watch.nextAt ? texts.nextAt(formats.instant(watch.nextAt)) : null,
            ]
              .filter(Boolean)
              .join(' · '),
          )}
        </p>
        {watch.error ? (
          <p role="status" className="err">
            {watch.error[formats.locale]}
          </p>
        ) : null}
        {result && (watch.error === null || watch.lookedAt === watch.lookedWellAt) ? (
          <p role="status">
            {result.unchanged && result.added === 0 && result.failed === 0
              ? texts.unchanged
              : texts.result(result.added, result.known, result.failed)}
            {result.unread > 0 ? ` · ${texts.unread(result.unread)}` : ''}
            {result.left > 0 ? ` · ${texts.left(result.left)}` : ''}
            {result.growing > 0 ? ` · ${texts.growing(result.growing)}` : ''}
          </p>
        ) : null}
        {result?.movedTo ? <p className="sub in-place">{texts.movedTo(result.movedTo)}</p> : null}
        {watch.troubles.map((one) => (
          <p key={one.item} className="sub in-place">
            {one.item}: {one.error[formats.locale]}
          </p>
        ))}
      </div>
      <div className="in-act">
        {onLook && !watch.pausedAt ? (
          <Button small busy={busy} onClick={onLook}>
            {texts.look}
          </Button>
        ) : null}
        {onPause ? (
          <Button small busy={busy} onClick={onPause}>
            {watch.pausedAt ? texts.resume : texts.pause}
          </Button>
        ) : null}
        {onRemove ? (
          <Button small tone="text" onClick={onRemove}>
            {texts.remove}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
