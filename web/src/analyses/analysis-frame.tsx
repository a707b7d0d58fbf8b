import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Button } from '#ui/button/button'
import { Confirm } from '#ui/dialog/confirm'
import { Empty } from '#ui/empty/empty'
import { Select } from '#ui/select/select'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { maySee } from '#web/shell/access'
import { useOffice, useSession } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { useAction } from '#web/shell/use-action'
import { ChartNote } from '../economy/chart-note.ts'
import { save } from '../economy/download.ts'
import '../economy/economy.css'
import { PrintLine } from '../economy/print-line.tsx'
import { ProblemNote } from '../intake/problem-note.tsx'
import { Sources } from '../portfolio/source.tsx'
import { Page } from '../shell/page.tsx'
import { AddDialog } from './add-dialog.tsx'
import './analyses.css'
import {
  type Analysis,
  type Answer,
  analysisQuery,
  archive,
  type Basis,
  type CaseOf,
  type Kind,
  listQuery,
  type ReportOf,
  type ReportView,
  reportQuery,
} from './api.ts'
import { BasisNote } from './basis-note.tsx'
import { Elsewhere } from './elsewhere.tsx'
import { type AnalysisSearch, reportOptions, useTurning } from './search.ts'
import { analysesTexts } from './texts.ts'

const paths: Readonly<Record<Kind, string>> = { structure: '/structure', chain: '/chain', warning: '/warning', forecast: '/forecast' }

/** What a screen of one kind draws. */
export interface Shown<K extends Kind> {
  readonly office: string
  readonly id: string
  readonly of: CaseOf<K>
  readonly report: ReportOf<K>
  readonly basis: Basis
  readonly view: ReportView
  readonly search: AnalysisSearch
  readonly turn: (change: AnalysisSearch) => void
  /** Whether the reader may keep and judge. */
  readonly writes: boolean
}

/** 분석 화면의 틀: which analysis, its data in and out, and how it was worked out; `children` draws the answer. */
export function AnalysisFrame<K extends Kind>({
  kind,
  title,
  emptyLead,
  controls,
  children,
}: {
  kind: K
  title: string
  emptyLead: string
  controls?: (shown: Shown<K>) => ReactNode
  children: (shown: Shown<K>) => ReactNode
}) {
  const texts = useTexts(analysesTexts)
  const office = useOffice().slug
  const session = useSession()
  const writes = session !== undefined && maySee(session, { roles: ['administrator', 'head', 'officer'] })
  const [search, turn] = useTurning(paths[kind])
  const [adding, setAdding] = useState<'new' | 'replace' | null>(null)
  const list = useQuery(listQuery(office, kind))
  const id = search.id ?? list.data?.items[0]?.id
  const one = useQuery({ ...analysisQuery(office, id ?? ''), enabled: id !== undefined })
  const report = useQuery({ ...reportQuery(office, id ?? '', reportOptions(kind, search)), enabled: id !== undefined })
  const analysis = one.data?.analysis.id === id && one.data?.analysis.kind === kind ? one.data.analysis : undefined
  const answer = report.data?.answer.kind === kind ? (report.data.answer as Extract<Answer, { kind: K }>) : undefined
  const shown: Shown<K> | null =
    id && analysis && answer && report.data
      ? {
          office,
          id,
          of: analysis.case as CaseOf<K>,
          report: answer.report as ReportOf<K>,
          basis: answer.basis,
          view: report.data,
          search,
          turn,
          writes,
        }
      : null
  const add = writes ? <Button onClick={() => setAdding('new')}>{texts.add}</Button> : null
  return (
    <Sources>
      <Page
        title={title}
        lead={
          analysis ? (
            <>
              {analysis.name} {analysis.synthetic ? <Tag tone="example">{texts.synthetic}</Tag> : null}{' '}
              {analysis.confidential ? <Tag tone="warn">{texts.confidential}</Tag> : null}
            </>
          ) : undefined
        }
        actions={
          <>
            <Button onClick={() => window.print()}>{texts.print}</Button>
            {add}
          </>
        }
      >
        {list.data && list.data.items.length > 0 ? (
          <div className="an-ctl">
            <Select
              label={texts.which}
              value={id ?? ''}
              options={list.data.items.map((item) => ({ value: item.id, label: item.name }))}
              onChange={(value) => turn({ ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])), id: value })}
            />
            {shown && controls ? controls(shown) : null}
          </div>
        ) : null}
        <ProblemNote error={list.error ?? one.error ?? report.error} />
        {list.isPending || (id !== undefined && !shown && !one.error && !report.error) ? <Waiting label={title} rows={8} /> : null}
        {list.data?.items.length === 0 ? (
          <>
            <Empty title={texts.nothing} action={add}>
              {emptyLead}
            </Empty>
            <Elsewhere kind={kind} />
          </>
        ) : null}
        {shown && analysis ? (
          <>
            <PrintLine />
            <ChartNote value={{ source: analysis.case.source.name, synthetic: analysis.synthetic }}>{children(shown)}</ChartNote>
            <BasisNote basis={shown.basis} source={analysis.case.source} />
            <Keeping
              analysis={analysis}
              office={office}
              writes={writes}
              onReplace={() => setAdding('replace')}
              onGone={() => turn({ id: undefined })}
            />
          </>
        ) : null}
        {adding ? (
          <AddDialog
            kind={kind}
            office={office}
            replace={adding === 'replace' && analysis ? { analysis, etag: one.data?.etag ?? null } : null}
            onClose={() => setAdding(null)}
            onKept={(made) => turn({ id: made })}
          />
        ) : null}
      </Page>
    </Sources>
  )
}

/** What can be done with the data: take them along, replace them, put them away. */
function Keeping({
  analysis,
  office,
  writes,
  onReplace,
  onGone,
}: {
  analysis: Analysis
  office: string
  writes: boolean
  onReplace: () => void
  onGone: () => void
}) {
  const texts = useTexts(analysesTexts)
  const cache = useQueryClient()
  const [asking, setAsking] = useState(false)
  const away = useAction(async () => {
    await archive(office, analysis.id)
    await cache.invalidateQueries({ queryKey: ['analyses', office] })
    onGone()
  })
  return (
    <div className="an-keep">
      <Button tone="text" small onClick={() => save(`${analysis.name}.json`, 'application/json', `${JSON.stringify(analysis.case, null, 1)}\n`)}>
        {texts.example}
      </Button>
      {writes ? (
        <>
          <Button tone="text" small onClick={onReplace}>
            {texts.replace}
          </Button>
          <Button tone="text" small onClick={() => setAsking(true)}>
            {texts.putAway}
          </Button>
        </>
      ) : null}
      <ProblemNote error={away.error} />
      {asking ? (
        <Confirm
          open
          title={texts.putAway}
          action={texts.putAway}
          onClose={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false)
            void away.run()
          }}
        >
          {texts.putAwayAsk(analysis.name)}
        </Confirm>
      ) : null}
    </div>
  )
}
