import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { Progress } from '#ui/progress/progress'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import './intake.css'
import { ProblemNote } from './problem-note.tsx'
import { applyRereading, leaveAsRead, type Rereading, readChanges, readRereading, startRereading, stopRereading } from './sources-api.ts'
import { sourcesTexts } from './sources-texts.ts'
import { useWork } from './use-work.ts'

/** 다시 읽으면 달라지는 것: what a newer reader would read otherwise, by document; taken one by one or all at once. */
export default function RereadingScreen() {
  const texts = useTexts(sourcesTexts)
  const office = useOffice().slug
  const mayWrite = useRole('administrator', 'head', 'officer')
  const cache = useQueryClient()
  const work = useWork()
  const state = useQuery({
    queryKey: ['intake', office, 'rereading'],
    queryFn: () => readRereading(office),
    refetchInterval: (query) => (running(query.state.data) ? 700 : false),
  })
  const refresh = () => cache.invalidateQueries({ queryKey: ['intake', office] })
  const act = (what: () => Promise<unknown>) =>
    void work.run(async () => {
      await what()
      await refresh()
    })
  const apply = (documents?: string[]) =>
    act(async () => {
      toast(texts.applied((await applyRereading(office, documents)).applied))
    })
  const data = state.data
  const items = data?.items ?? []
  return (
    <Page
      title={texts.rereading}
      lead={texts.rereadingLead}
      crumbs={[{ label: texts.documents, to: '/documents' }]}
      actions={
        mayWrite && data && !running(data) ? (
          <>
            <Button busy={work.busy} onClick={() => act(() => startRereading(office, data.outdated > 0 ? {} : { all: true }))}>
              {data.outdated > 0 ? texts.compare : texts.compareAll}
            </Button>
            {items.length > 0 ? (
              <Button tone="primary" busy={work.busy} onClick={() => apply()}>
                {texts.applyAll}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemNote error={work.error ?? state.error} />
      {state.isPending ? <Waiting label={texts.rereading} rows={4} /> : null}
      {data ? (
        running(data) ? (
          <Progress
            label={texts.comparing}
            done={data.job?.progress ?? 0}
            total={data.job?.total ?? null}
            onCancel={mayWrite ? () => act(() => stopRereading(office)) : undefined}
          >
            {data.job?.total ? `${data.job.progress} / ${data.job.total}` : null}
          </Progress>
        ) : (
          <p>
            {data.reader.name} {data.reader.version} · {data.outdated > 0 ? texts.outdated(data.outdated) : texts.upToDate}
          </p>
        )
      ) : null}
      {data && items.length === 0 && !running(data) ? <Empty title={texts.noDifference} /> : null}
      <ul className="in-list">
        {items.map((one) => (
          <li key={one.documentId}>
            <div>
              <Link to="/documents/$id" params={{ id: one.documentId }}>
                {one.title}
              </Link>
              <p className="sub">{[one.outlet, one.publishedOn, `${one.before ?? ''} → ${one.version}`].filter(Boolean).join(' · ')}</p>
              <p>
                {texts.counts(one.added, one.changed, one.gone)}
                {one.judged > 0 ? <span className="mut"> · {texts.judgedStay(one.judged)}</span> : null}
              </p>
              <Changes office={office} document={one.documentId} />
            </div>
            {mayWrite ? (
              <div className="in-act">
                <Button small busy={work.busy} onClick={() => apply([one.documentId])}>
                  {texts.apply}
                </Button>
                <Button small tone="text" onClick={() => act(() => leaveAsRead(office, one.documentId))}>
                  {texts.leave}
                </Button>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Page>
  )
}

const running = (data: Rereading | undefined): boolean => data?.job?.state === 'waiting' || data?.job?.state === 'running'

/** What would change in one document, fetched when it is opened. */
export function Changes({ office, document }: { office: string; document: string }) {
  const texts = useTexts(sourcesTexts)
  const [open, setOpen] = useState(false)
  const changes = useQuery({
    queryKey: ['intake', office, 'rereading', document],
    enabled: open,
    queryFn: () => readChanges(office, document),
  })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.see}</summary>
      <ProblemNote error={changes.error} />
      <ul className="in-changes">
        {changes.data?.changes.map((change) => (
          <li key={`${change.kind} ${change.start} ${change.claimId ?? change.indicator}`}>
            <Tag tone={change.kind === 'gone' ? 'bad' : change.kind === 'new' ? 'ok' : 'warn'}>{texts.changeKinds[change.kind]}</Tag>{' '}
            <b>{change.quote}</b> {change.state && change.state !== 'pending' ? <Tag>{texts.judged}</Tag> : null}
            <p className="sub">{change.sentence}</p>
            {change.slots.map((slot) => (
              <p key={slot.slot} className="sm">
                {texts.slots[slot.slot as 'due'] ?? slot.slot}: {change.kind === 'changed' ? <s>{slot.before ?? texts.empty}</s> : null}{' '}
                {slot.after ?? texts.empty}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
