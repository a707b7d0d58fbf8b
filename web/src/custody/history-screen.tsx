import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Chip, ChipMenu, Filters } from '#ui/chip/chip'
import { Empty } from '#ui/empty/empty'
import { Pager } from '#ui/pager/pager'
import { Waiting } from '#ui/skeleton/skeleton'
import { countIn, instantOf, useFormats } from '#web/shell/formats'
import { usePaged } from '#web/shell/paged'
import { useOffice } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { ProblemNote } from '../intake/problem-note.tsx'
import { useWork } from '../intake/use-work.ts'
import { Page } from '../shell/page.tsx'
import { actionWords } from './action-words.ts'
import { type AuditQuery, readAudit, readAuditWords, verifyChain } from './api.ts'
import './custody.css'
import { custodyTexts } from './texts.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** 기록: the history of the office, the newest first. */
export default function HistoryScreen() {
  const texts = useTexts(custodyTexts)
  const { locale } = useFormats()
  const office = useOffice().slug
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as { actor?: unknown; action?: unknown; subject?: unknown }
  const chosen = { actor: textOf(search.actor), action: textOf(search.action), subject: textOf(search.subject) }
  const query = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== '')) as AuditQuery
  const narrow = (change: AuditQuery) => {
    const next = Object.entries({ ...chosen, ...change }).filter(([, value]) => value !== '')
    void navigate({ to: '/history' as '/', search: Object.fromEntries(next) as never, replace: true })
  }
  const words = useQuery({ queryKey: ['audit', office, 'words'], queryFn: () => readAuditWords(office) })
  const { list, items, pager } = usePaged(['audit', office, 'list', query], (cursor) => readAudit(office, query, cursor))
  const work = useWork()
  const [verdict, setVerdict] = useState<Awaited<ReturnType<typeof verifyChain>> | null>(null)
  const name = (one: { id: string; name: string | null }) => one.name ?? (one.id === 'system' ? texts.system : one.id)
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <Button busy={work.busy} onClick={() => void work.run(async () => setVerdict(await verifyChain(office)))}>
          {texts.verify}
        </Button>
      }
    >
      {verdict ? (
        <div role="status">
          <Note tone={verdict.ok ? 'info' : 'bad'}>
            {verdict.ok
              ? texts.intact(countIn(verdict.entries ?? 0, locale), verdict.head ?? '')
              : texts.broken(countIn(verdict.brokenAt ?? 0, locale), verdict.reason ?? '')}
          </Note>
        </div>
      ) : null}
      <Filters label={texts.filters}>
        <ChipMenu
          label={texts.who}
          value={chosen.actor}
          options={[{ value: '', label: texts.anyone }, ...(words.data?.actors ?? []).map((one) => ({ value: one.id, label: name(one) }))]}
          onChange={(actor) => narrow({ actor })}
        />
        <ChipMenu
          label={texts.what}
          value={chosen.action}
          options={[
            { value: '', label: texts.anything },
            ...(words.data?.actions ?? []).map((one) => ({ value: one, label: actionWords(one, locale) })),
          ]}
          onChange={(action) => narrow({ action })}
        />
        <Chip
          label={texts.seen}
          pressed={chosen.action === 'confidential.read'}
          onPress={() => narrow({ action: chosen.action === 'confidential.read' ? '' : 'confidential.read' })}
        />
        {chosen.subject ? <Chip label={texts.oneThing} pressed onPress={() => narrow({ subject: '' })} /> : null}
      </Filters>
      <ProblemNote error={list.error ?? work.error} />
      {list.isPending ? <Waiting label={texts.title} rows={8} /> : null}
      {list.isSuccess && items.length === 0 ? <Empty title={texts.none} /> : null}
      <ol className="cu-list">
        {items.map((one) => (
          <li key={one.seq}>
            <p>
              <time dateTime={one.at}>{instantOf(one.at)}</time> <b>{name(one.actor)}</b> {actionWords(one.action, locale)}
              {one.subject ? (
                <>
                  {': '}
                  <button type="button" className="cu-about" onClick={() => narrow({ subject: one.subject!.id })}>
                    {one.subject.name ?? one.subject.id}
                  </button>
                </>
              ) : null}
            </p>
            <details>
              <summary>
                {texts.details} <span className="mut">{texts.entry(String(one.seq))}</span>
              </summary>
              <pre>{JSON.stringify(one.detail, null, 1)}</pre>
              <code>{one.hash}</code>
            </details>
          </li>
        ))}
      </ol>
      <Pager {...pager} />
    </Page>
  )
}
