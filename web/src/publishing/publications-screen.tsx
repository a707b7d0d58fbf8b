import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Button } from '#ui/button/button'
import { Chip, Filters } from '#ui/chip/chip'
import { DataTable } from '#ui/data-table/data-table'
import { Empty } from '#ui/empty/empty'
import { Tag } from '#ui/tag/tag'
import { today, useFormats } from '#web/shell/formats'
import { ProblemError } from '#web/shell/problem'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { Page } from '../shell/page.tsx'
import { type Change, type Choice, choiceOf, publicPath, readChanges, readPublications, type Summary, titleIn } from './api.ts'
import { HeadlineList } from './headline-list.tsx'
import { Value } from './payload-view.tsx'
import { PublishDialog, WithdrawDialog } from './publish-dialog.tsx'
import './publishing.css'
import { publishingTexts } from './texts.ts'

const states = ['all', 'standing', 'withdrawn'] as const

/** 공표: what is public, what has changed since, and the way to publish, restate and withdraw. */
export default function PublicationsScreen() {
  const texts = useTexts(publishingTexts)
  const formats = useFormats()
  const office = useOffice()
  const navigate = useNavigate()
  const mayWrite = useRole('head', 'administrator')
  const [state, setState] = useState<(typeof states)[number]>('all')
  const [words, setWords] = useState('')
  const q = useDeferredValue(words.trim())
  const [publishing, setPublishing] = useState<{ given: Choice | null } | null>(null)
  const [withdrawing, setWithdrawing] = useState<Summary | null>(null)
  const list = useQuery({
    queryKey: ['publishing', office.slug, 'list', state, q],
    queryFn: () => readPublications(office.slug, { state, ...(q ? { q } : {}) }),
    placeholderData: (before) => before,
  })
  const changes = useQuery({ queryKey: ['publishing', office.slug, 'changes'], queryFn: () => readChanges(office.slug) })
  useShortcuts([{ key: 'c', label: texts.publish, run: () => setPublishing({ given: null }), off: !mayWrite }])
  const rows = list.data?.items ?? []
  const open = (series: string) => void navigate({ to: `/publications/${series}` as never })
  const filtered = state !== 'all' || q !== ''
  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      actions={
        <>
          <a className="btn" href={`/o/${office.slug}`}>
            {texts.openPublic}
          </a>
          {mayWrite ? (
            <Button tone="primary" keys="c" onClick={() => setPublishing({ given: null })}>
              {texts.publish}
            </Button>
          ) : null}
        </>
      }
    >
      {changes.data && changes.data.items.length > 0 ? (
        <Changes items={changes.data.items} onOpen={open} onRestate={mayWrite ? (given) => setPublishing({ given }) : null} />
      ) : null}
      <section className="pub-sec" aria-labelledby="pub-list">
        <h2 id="pub-list">{texts.list}</h2>
        <Filters label={texts.state}>
          {states.map((one) => (
            <Chip key={one} label={texts.states[one]} pressed={state === one} onPress={() => setState(one)} />
          ))}
          <input
            className="inp pub-find"
            type="search"
            aria-label={texts.find}
            placeholder={texts.find}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </Filters>
        <DataTable
          label={texts.list}
          rows={rows}
          rowId={(one) => one.series}
          rowName={(one) => titleIn(formats.locale, one)}
          waiting={list.isPending}
          problem={list.error ? (list.error instanceof ProblemError ? list.error.title : texts.failed) : undefined}
          onRetry={() => void list.refetch()}
          onOpen={(one) => open(one.series)}
          empty={filtered ? <Empty title={texts.noneFound} /> : <Empty title={texts.none}>{texts.noneLead}</Empty>}
          columns={[
            {
              id: 'name',
              label: texts.name,
              head: true,
              render: (one) => (
                <>
                  <Link to={`/publications/${one.series}` as never}>{titleIn(formats.locale, one)}</Link>{' '}
                  {one.opensOn && one.opensOn > today() ? <Tag tone="warn">{texts.opens(one.opensOn)}</Tag> : null}
                  {one.withdrawnAt ? <Tag tone="bad">{texts.withdrawn}</Tag> : one.headline ? <Tag tone="info">{texts.headline}</Tag> : null}
                </>
              ),
            },
            { id: 'kind', label: texts.kind, render: (one) => texts.kinds[one.kind] },
            {
              id: 'value',
              label: texts.value,
              numeric: true,
              blank: (one) => one.kind === 'project',
              render: (one) =>
                one.kind === 'project' ? null : (
                  <span className={one.withdrawnAt ? 'pub-gone' : undefined}>
                    <Value of={one} kind={one.withdrawnAt ? 'gone' : 'public'} name={titleIn(formats.locale, one)} onOpen={() => open(one.series)} />
                  </span>
                ),
            },
            { id: 'edition', label: texts.edition, render: (one) => texts.editionOf(one.edition) },
            { id: 'day', label: texts.day, render: (one) => formats.date(one.publishedAt) },
            {
              id: 'act',
              label: texts.act,
              render: (one) => (
                <span className="pub-moves">
                  <a href={publicPath(office.slug, one)}>{texts.publicPage}</a>
                  {mayWrite && !one.withdrawnAt ? (
                    <Button small onClick={() => setWithdrawing(one)}>
                      {texts.withdraw}
                    </Button>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      </section>
      <HeadlineList mayChange={mayWrite} onOpen={open} />
      {publishing ? <PublishDialog given={publishing.given} onClose={() => setPublishing(null)} /> : null}
      {withdrawing ? (
        <WithdrawDialog series={withdrawing.series} name={titleIn(formats.locale, withdrawing)} onClose={() => setWithdrawing(null)} />
      ) : null}
    </Page>
  )
}

/** 공표한 뒤 달라진 것: published and present value side by side. */
function Changes({
  items,
  onOpen,
  onRestate,
}: {
  items: readonly Change[]
  onOpen: (series: string) => void
  onRestate: ((choice: Choice) => void) | null
}) {
  const texts = useTexts(publishingTexts)
  const formats = useFormats()
  return (
    <section className="pub-sec" aria-labelledby="pub-changes">
      <h2 id="pub-changes">{texts.changes}</h2>
      <p className="mut sm">{texts.changesLead}</p>
      <ul className="pub-changes">
        {items.map(({ publication, changed, today, refusals }) => (
          <li key={publication.series}>
            <div>
              <Link to={`/publications/${publication.series}` as never}>{titleIn(formats.locale, publication)}</Link>
              <p className="sm mut">
                {changed.length > 0 ? texts.changed(changed.map((field) => texts.fields[field] ?? field).join(', ')) : null}
                {refusals.map((one) => (
                  <span key={one.code}> {one[formats.locale]}</span>
                ))}
              </p>
            </div>
            {publication.kind === 'figure' ? (
              <dl className="pub-both">
                <div>
                  <dt>{texts.published}</dt>
                  <dd>
                    <Value of={publication} kind="public" name={titleIn(formats.locale, publication)} onOpen={() => onOpen(publication.series)} />
                  </dd>
                </div>
                <div>
                  <dt>{texts.today}</dt>
                  <dd>{today?.kind === 'figure' ? <Value of={today} /> : '–'}</dd>
                </div>
              </dl>
            ) : null}
            {onRestate && today && refusals.length === 0 ? (
              <Button small onClick={() => onRestate(choiceOf(today))}>
                {texts.restate}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
