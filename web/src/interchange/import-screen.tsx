import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Dialog } from '#ui/dialog/dialog'
import { FactsStrip } from '#ui/facts/facts'
import { Progress } from '#ui/progress/progress'
import { Waiting } from '#ui/skeleton/skeleton'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import { fileAddress, isBusy, type Run, readRun, stopRun, undoRun } from './api.ts'
import { ApplyDialog } from './apply-dialog.tsx'
import { Changes } from './changes.tsx'
import './interchange.css'
import { StateTag } from './state-tag.tsx'
import { interchangeTexts } from './texts.ts'

/** 가져오기 하나: what the file would change, applying it, and taking it back. */
export default function ImportScreen() {
  const texts = useTexts(interchangeTexts)
  const { count, instant } = useFormats()
  const office = useOffice().slug
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const cache = useQueryClient()
  const [asking, setAsking] = useState<'apply' | 'undo' | null>(null)
  const query = useQuery({
    queryKey: ['interchange', office, 'run', id],
    queryFn: () => readRun(office, id),
    refetchInterval: (state) => (isBusy(state.state.data) ? 500 : false),
  })
  const run = query.data
  const refresh = () => cache.invalidateQueries({ queryKey: ['interchange', office] })
  const undo = useAction(async () => {
    await undoRun(office, id)
    setAsking(null)
    // everything that the portfolio shows may be another
    await cache.invalidateQueries()
  })
  const stop = useAction(async () => {
    await stopRun(office, id)
    await refresh()
  })
  const waits = run ? run.counts.changes + run.counts.additions + run.counts.conflicts : 0
  const mayApply = run?.state === 'checked' && waits > 0
  useShortcuts([{ key: 'a', label: texts.apply, run: () => setAsking('apply'), off: !mayApply }])
  return (
    <Page
      title={run?.fileName ?? texts.importTitle}
      crumbs={[{ label: texts.importTitle, to: '/import' }]}
      actions={
        run ? (
          <>
            <Link to={'/import' as '/'} className="btn">
              {texts.again}
            </Link>
            {mayApply ? (
              <Button tone="primary" keys="a" onClick={() => setAsking('apply')}>
                {texts.apply}
              </Button>
            ) : null}
            {run.state === 'applied' ? <Button onClick={() => setAsking('undo')}>{texts.undo}</Button> : null}
          </>
        ) : null
      }
    >
      <ProblemNote error={query.error ?? undo.error ?? stop.error} />
      {query.isPending ? <Waiting label={texts.importTitle} rows={5} /> : null}
      {run ? (
        <>
          <p className="ix-head">
            <StateTag state={run.state} />{' '}
            <span className="mut">
              {[
                `${run.madeBy ?? ''}, ${instant(run.madeAt)}`,
                run.appliedAt ? texts.appliedBy(run.appliedBy ?? '', instant(run.appliedAt)) : null,
                run.undoneAt ? texts.undoneBy(run.undoneBy ?? '', instant(run.undoneAt)) : null,
                run.reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            <a href={fileAddress(office, run.id)} download>
              {texts.original}
            </a>
          </p>
          {isBusy(run) ? (
            <Progress label={texts.working[run.state] ?? ''} done={run.progress} total={run.total} onCancel={() => void stop.run()}>
              {run.total ? `${count(run.progress)} / ${count(run.total)}` : null}
            </Progress>
          ) : null}
          <Notes run={run} />
          {run.state === 'checking' || run.state === 'refused' || run.state === 'failed' || run.state === 'cancelled' ? null : (
            <>
              <FactsStrip
                facts={[
                  { id: 'rows', label: texts.summary.rows, value: count(run.rows) },
                  { id: 'unchanged', label: texts.summary.unchanged, value: count(run.unchanged) },
                  { id: 'change', label: texts.summary.change, value: count(run.counts.changes) },
                  { id: 'addition', label: texts.summary.addition, value: count(run.counts.additions) },
                  { id: 'conflict', label: texts.summary.conflict, value: count(run.counts.conflicts) },
                  { id: 'error', label: texts.summary.error, value: count(run.counts.errors) },
                ]}
              />
              {waits + run.counts.errors === 0 ? (
                <Banner title={texts.nothing}>{texts.nothingLead(count(run.rows))}</Banner>
              ) : (
                <Changes office={office} run={run} />
              )}
            </>
          )}
          {asking === 'apply' ? <ApplyDialog run={run} onClose={() => setAsking(null)} onDone={() => void cache.invalidateQueries()} /> : null}
          {asking === 'undo' ? (
            <Dialog
              open
              onClose={() => setAsking(null)}
              title={texts.undoTitle}
              closeLabel={texts.dismiss}
              actions={
                <>
                  <Button onClick={() => setAsking(null)}>{texts.cancel}</Button>
                  <Button tone="bad" busy={undo.busy} data-first-focus onClick={() => void undo.run()}>
                    {texts.undo}
                  </Button>
                </>
              }
            >
              <p>{texts.undoMeans}</p>
            </Dialog>
          ) : null}
        </>
      ) : null}
    </Page>
  )
}

/** What to know before deciding. */
function Notes({ run }: { run: Run }) {
  const texts = useTexts(interchangeTexts)
  const { locale, count, instant } = useFormats()
  const before = run.state === 'checked' ? run.before[0] : undefined
  const notes = [
    run.state === 'refused' ? (
      <Banner key="refused" tone="bad" title={texts.refusedTitle} live>
        {run.refusal?.[locale]}
      </Banner>
    ) : null,
    run.state === 'failed' ? (
      <Banner key="failed" tone="bad" title={texts.failedTitle} live>
        {texts.failedLead}
      </Banner>
    ) : null,
    run.state === 'cancelled' ? <Banner key="cancelled" title={texts.stopped} live /> : null,
    run.state === 'undone' && run.counts.kept > 0 ? (
      <Note key="kept" tone="warn">
        {texts.kept(count(run.counts.kept))}
      </Note>
    ) : null,
    before ? (
      <Note key="before" tone="warn">
        {texts.sameFile(instant(before.at))}
      </Note>
    ) : null,
    ...run.warnings.map((one) => (
      <Note key={one.en} tone="info">
        {one[locale]}
      </Note>
    )),
  ].filter(Boolean)
  return notes.length > 0 ? <div className="ix-notes">{notes}</div> : null
}
