import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useState } from 'react'
import { Button } from '#ui/button/button'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { DataTable } from '#ui/data-table/data-table'
import { Empty } from '#ui/empty/empty'
import { Figure } from '#ui/figure/figure'
import { Pager } from '#ui/pager/pager'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { readSort, type Sort, sortParameter } from '#web/ui/data-table/columns'
import { Page } from '../shell/page.tsx'
import { AddPanel } from './add-panel.tsx'
import { type DocumentItem, type DocumentQuery, isUnderWay, readCounts, readDocuments, readOutlets, readQueue } from './api.ts'
import { DetailsDialog } from './details-dialog.tsx'
import './intake.css'
import { ReadingState } from './reading-state.tsx'
import { sourcesTexts } from './sources-texts.ts'
import { intakeTexts } from './texts.ts'
import { useUpload } from './use-upload.ts'
import { problemWords } from './use-work.ts'

/** 문서: what came in, how far it is read, and what waits for a person. */
export default function DocumentsScreen() {
  const texts = useTexts(intakeTexts)
  const sources = useTexts(sourcesTexts)
  const formats = useFormats()
  const office = useOffice().slug
  const mayWrite = useRole('administrator', 'head', 'officer')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const [only, setOnly] = useState<'pending' | 'undated' | 'failed' | null>(null)
  const [outlet, setOutlet] = useState('')
  const [sort, setSort] = useState<Sort | null>(readSort('-receivedAt'))
  const [adding, setAdding] = useState<boolean | null>(null)
  const [editing, setEditing] = useState<DocumentItem | null>(null)
  const query: DocumentQuery = {
    sort: (sortParameter(sort) ?? '-receivedAt') as DocumentQuery['sort'],
    ...(q ? { q } : {}),
    ...(only === 'failed' ? { state: 'failed' as const } : only ? { only } : {}),
    ...(outlet ? { outlet } : {}),
  }
  const {
    list,
    items: rows,
    pager,
  } = usePaged(['intake', office, 'documents', query], (cursor) => readDocuments(office, query, cursor), {
    again: (pages) => (pages.some((page) => page.items.some(isUnderWay)) ? 800 : false),
  })
  const counts = useQuery({ queryKey: ['intake', office, 'counts'], queryFn: () => readCounts(office) })
  const outlets = useQuery({ queryKey: ['intake', office, 'outlets'], queryFn: () => readOutlets(office), staleTime: 60_000 })
  const filtered = q !== '' || only !== null || outlet !== ''
  const refresh = () => cache.invalidateQueries({ queryKey: ['intake', office] })
  // opened by itself where there is nothing yet, it stays: what is typed or was refused in it must not vanish with the first row or a search
  const nothingYet = list.isSuccess && rows.length === 0 && !filtered
  useEffect(() => {
    if (nothingYet) setAdding((now) => now ?? true)
  }, [nothingYet])
  // an upload that goes on, or whose end nobody has read, is in sight
  const upload = useUpload(office).state.state !== 'idle'
  const showAdd = mayWrite && (adding ?? upload)
  // what waits is counted anew whenever a reading ends
  const underWay = rows.filter(isUnderWay).length
  useEffect(() => {
    void cache.invalidateQueries({ queryKey: ['intake', office, 'counts'] })
  }, [cache, office, underWay])
  const open = (id: string) => void navigate({ to: '/documents/$id', params: { id } })
  const startReview = async () => {
    const first = (await readQueue(office)).items[0]
    if (first) open(first.documentId)
  }
  useShortcuts([
    { key: 'c', label: texts.add, run: () => setAdding(!showAdd), off: !mayWrite },
    { key: 'n', label: texts.startReview, run: () => void startReview(), off: !counts.data?.documents },
  ])
  return (
    <Page
      title={texts.title}
      lead={counts.data && counts.data.documents > 0 ? texts.queueLead(counts.data.documents, counts.data.claims) : texts.lead}
      actions={
        <>
          {counts.data && counts.data.documents > 0 ? (
            <Button keys="n" onClick={() => void startReview()}>
              {texts.startReview}
            </Button>
          ) : null}
          {mayWrite ? (
            <Button tone="primary" keys="c" aria-expanded={showAdd} onClick={() => setAdding(!showAdd)}>
              {texts.add}
            </Button>
          ) : null}
        </>
      }
    >
      <nav className="in-more" aria-label={texts.more}>
        <Link to={'/documents/same' as '/'}>{sources.same}</Link>
        <Link to={'/documents/rereading' as '/'}>{sources.rereading}</Link>
        <Link to={'/documents/watches' as '/'}>{sources.watches}</Link>
      </nav>
      {showAdd ? <AddPanel office={office} onAdded={() => void refresh()} /> : null}
      <div className="in-tools">
        <input
          className="inp in-search"
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <Filters label={texts.filters}>
          <Chip
            label={texts.onlyPending}
            count={counts.data?.documents}
            pressed={only === 'pending'}
            onPress={() => setOnly(only === 'pending' ? null : 'pending')}
          />
          <Chip label={texts.onlyUndated} pressed={only === 'undated'} onPress={() => setOnly(only === 'undated' ? null : 'undated')} />
          <Chip label={texts.onlyFailed} pressed={only === 'failed'} onPress={() => setOnly(only === 'failed' ? null : 'failed')} />
          {outlets.data && outlets.data.items.length > 0 ? (
            <ChipMenu
              label={texts.outlet}
              value={outlet}
              onChange={setOutlet}
              options={[{ value: '', label: texts.anyOutlet }, ...outlets.data.items.map((one) => ({ value: one, label: one }))]}
            />
          ) : null}
        </Filters>
      </div>
      <DataTable
        label={texts.list}
        rows={rows}
        rowId={(one) => one.id}
        rowName={(one) => one.title}
        sort={sort}
        onSort={setSort}
        waiting={list.isPending}
        problem={list.error ? problemWords(list.error).title : undefined}
        onRetry={() => void list.refetch()}
        onOpen={(one) => open(one.id)}
        empty={<Empty title={filtered ? texts.nothingFound : texts.emptyTitle}>{filtered ? null : texts.empty}</Empty>}
        columns={[
          {
            id: 'title',
            label: texts.name,
            head: true,
            sortable: true,
            render: (one) => (
              <>
                <Link to="/documents/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
                {one.confidential ? <Tag tone="warn">{texts.confidential}</Tag> : null}
                {one.illustrative ? <Tag tone="example">{texts.illustrative}</Tag> : null}
                {one.fileName && one.fileName !== one.title ? <span className="sub">{one.fileName}</span> : null}
                {one.cameIn ? <span className="sub">{texts.cameIn(one.cameIn)}</span> : null}
              </>
            ),
          },
          { id: 'outlet', label: texts.outlet, render: (one) => one.outlet ?? <span className="mut">{texts.noOutlet}</span> },
          {
            id: 'publishedOn',
            label: texts.published,
            sortable: true,
            render: (one) =>
              one.publishedOn ? (
                <time dateTime={one.publishedOn}>{one.publishedOn}</time>
              ) : mayWrite && one.hasText ? (
                <Button small onClick={() => setEditing(one)}>
                  {texts.askDate}
                </Button>
              ) : (
                <Tag tone="warn">{texts.undated}</Tag>
              ),
          },
          {
            id: 'state',
            label: texts.state,
            render: (one) => (
              <>
                <ReadingState office={office} item={one} mayWrite={mayWrite} onChange={() => void refresh()} />
                {!one.hasText && mayWrite ? (
                  <Button small tone="text" onClick={() => setEditing(one)}>
                    {texts.fileTrouble}
                  </Button>
                ) : null}
              </>
            ),
          },
          {
            id: 'pending',
            label: texts.waitingClaims,
            numeric: true,
            render: (one) =>
              one.readingState === 'read' ? `${one.pending.toLocaleString(formats.locale)} / ${one.claims.toLocaleString(formats.locale)}` : '',
          },
          {
            id: 'atStake',
            label: texts.atStake,
            numeric: true,
            sortable: true,
            blank: (one) => one.pending === 0,
            render: (one) => (one.pending > 0 ? <Figure value={one.atStake} unit="KRW" style="short" unknown={texts.noAmount} /> : null),
          },
          {
            id: 'receivedAt',
            label: texts.received,
            sortable: true,
            render: (one) => <span title={formats.instant(one.receivedAt)}>{formats.ago(one.receivedAt)}</span>,
          },
        ]}
      />
      <Pager {...pager} />
      {editing ? <DetailsDialog office={office} item={editing} onClose={() => setEditing(null)} onSaved={() => void refresh()} /> : null}
    </Page>
  )
}
