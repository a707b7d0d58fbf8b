import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Empty } from '#ui/empty/empty'
import { FileDrop } from '#ui/file-drop/file-drop'
import { Pager } from '#ui/pager/pager'
import { Progress } from '#ui/progress/progress'
import { Waiting } from '#ui/skeleton/skeleton'
import { useFormats } from '#web/shell/formats'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Page } from '../shell/page.tsx'
import { bringFile, readRuns } from './api.ts'
import './interchange.css'
import { StateTag } from './state-tag.tsx'
import { interchangeTexts } from './texts.ts'

/** 가져오기: where a file is dropped, and what was imported before. */
export default function ImportsScreen() {
  const texts = useTexts(interchangeTexts)
  const { count, instant } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const runs = useInfiniteQuery({
    queryKey: ['interchange', office, 'runs'],
    queryFn: ({ pageParam }) => readRuns(office, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
  const bring = useAction(async (file: File) => {
    const run = await bringFile(office, file)
    await navigate({ to: '/import/$id' as never, params: { id: run.id } as never })
  })
  const items = runs.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={texts.importTitle} lead={texts.importLead}>
      <div className="ix-drop">
        <FileDrop
          label={texts.drop}
          accept={['.xlsx', '.csv', '.txt', '.tsv']}
          limitBytes={50 * 1024 * 1024}
          multiple={false}
          onFiles={([file]) => file && void bring.run(file)}
        >
          {texts.dropHint}
        </FileDrop>
        {bring.busy ? <Progress label={texts.bringing} done={0} total={null} /> : null}
        <ProblemNote error={bring.error} />
      </div>
      <section className="ix-sec">
        <h2>{texts.history}</h2>
        <ProblemNote error={runs.error} />
        {runs.isPending ? <Waiting label={texts.history} rows={3} /> : null}
        {runs.isSuccess && items.length === 0 ? (
          <Empty title={texts.noHistory} action={<Link to={'/export' as '/'}>{texts.toExport}</Link>}>
            {texts.noHistoryLead}
          </Empty>
        ) : null}
        {items.length > 0 ? (
          <table className="tb tb--cards ix-table">
            <caption className="vh">{texts.history}</caption>
            <thead>
              <tr>
                <th scope="col">{texts.file}</th>
                <th scope="col">{texts.state}</th>
                <th scope="col">{texts.result}</th>
                <th scope="col">{texts.who}</th>
                <th scope="col">{texts.when}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((run) => (
                <tr key={run.id}>
                  <th scope="row">
                    <Link to={'/import/$id' as never} params={{ id: run.id } as never}>
                      {run.fileName}
                    </Link>
                  </th>
                  <td data-l={texts.state}>
                    <StateTag state={run.state} />
                  </td>
                  <td data-l={texts.result}>
                    {run.state === 'refused' ? '–' : texts.counts(count(run.counts.changes), count(run.counts.additions), count(run.counts.errors))}
                  </td>
                  <td data-l={texts.who}>{run.appliedBy ?? run.madeBy}</td>
                  <td data-l={texts.when} className="ix-by">
                    {instant(run.undoneAt ?? run.appliedAt ?? run.madeAt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {runs.hasNextPage ? <Pager shown={items.length} more busy={runs.isFetchingNextPage} onMore={() => void runs.fetchNextPage()} /> : null}
      </section>
    </Page>
  )
}
