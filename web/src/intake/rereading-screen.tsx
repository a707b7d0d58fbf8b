import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Empty } from '#ui/empty/empty'
import { keptTogether } from '#ui/kit/kept-together'
import { Progress } from '#ui/progress/progress'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { Page } from '../shell/page.tsx'
import './intake.css'
import { ProblemNote } from './problem-note.tsx'
import { Changes } from './reread-changes.tsx'
import { applyRereading, leaveAsRead, type Rereading, readRereading, startRereading, stopRereading } from './sources-api.ts'
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
    refetchInterval: (query) => (running(query.state.data) || query.state.data?.items.some((one) => one.reading) ? 700 : false),
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
            {items.some((one) => !one.reading) ? (
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
          <Standing data={data} mayWrite={mayWrite} />
        )
      ) : null}
      <ul className="in-list">
        {items.map((one) => (
          <li key={one.documentId}>
            <div>
              <Link to="/documents/$id" params={{ id: one.documentId }}>
                {one.title}
              </Link>
              <p className="sub">
                {keptTogether([one.outlet, one.publishedOn, texts.versions(one.before, one.version)].filter(Boolean).join(' · '))}
              </p>
              <p>
                {texts.counts(one.added, one.changed, one.gone)}
                {one.judged > 0 ? <span className="mut"> · {texts.judgedStay(one.judged)}</span> : null}
              </p>
              <Changes office={office} document={one.documentId} />
            </div>
            {one.reading ? (
              <Tag tone="info">{texts.readingAnew}</Tag>
            ) : mayWrite ? (
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

/** Which version reads, what was compared with it and when, and what to do where nothing was. */
function Standing({ data, mayWrite }: { data: Rereading; mayWrite: boolean }) {
  const texts = useTexts(sourcesTexts)
  const formats = useFormats()
  const { compared, job, outdated } = data
  const button = outdated > 0 ? texts.compare : texts.compareAll
  const how = mayWrite ? texts.howToCompare(button) : texts.whoCompares
  const last = compared ? texts.lastCompared(formats.instant(compared.at), compared.documents, compared.differing) : null
  const fresh = compared?.present ?? false
  return (
    <>
      <p>{keptTogether(`${texts.reader(data.reader.version)} · ${outdated > 0 ? texts.outdated(outdated) : texts.upToDate}`)}</p>
      <p className="sm mut in-last">{last ? keptTogether(last) : null}</p>
      {job?.state === 'failed' ? (
        <Note tone="bad">
          <b>{texts.comparingFailed}</b> {job.error} {how}
        </Note>
      ) : job?.state === 'cancelled' ? (
        <Note tone="warn">{texts.comparingStopped(job.progress, job.total)}</Note>
      ) : null}
      {data.items.length > 0 ? null : compared && fresh ? (
        <Empty title={texts.noDifference}>{outdated > 0 && compared.differing > 0 ? texts.someLeft : null}</Empty>
      ) : (
        <Empty title={compared ? texts.notComparedNow : texts.notCompared}>
          {outdated > 0 ? texts.wouldCompare(outdated) : texts.nothingOutdated} {how}
        </Empty>
      )}
    </>
  )
}
