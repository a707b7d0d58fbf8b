import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { Waiting } from '#ui/skeleton/skeleton'
import { Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { Page } from '../shell/page.tsx'
import { choiceOf, publicPath, readSeries, titleIn, type Whole } from './api.ts'
import { PayloadView } from './payload-view.tsx'
import { ProblemBanner } from './problem.tsx'
import { PublishDialog, WithdrawDialog } from './publish-dialog.tsx'
import './publishing.css'
import { publishingTexts } from './texts.ts'

/** 한 계열의 내력: every edition as it was frozen, newest first. */
export default function SeriesScreen() {
  const texts = useTexts(publishingTexts)
  const formats = useFormats()
  const office = useOffice()
  const mayWrite = useRole('head', 'administrator')
  const { series = '' } = useParams({ strict: false }) as { series?: string }
  const editions = useQuery({ queryKey: ['publishing', office.slug, 'series', series], queryFn: () => readSeries(office.slug, series) })
  const [dialog, setDialog] = useState<'restate' | 'withdraw' | null>(null)
  const newest = editions.data?.items[0]
  const name = newest ? titleIn(formats.locale, newest) : texts.title
  return (
    <Page
      title={name}
      lead={texts.historyLead}
      crumbs={[{ label: texts.title, to: '/publications' }]}
      actions={
        newest ? (
          <>
            <a className="btn" href={publicPath(office.slug, newest)}>
              {texts.publicPage}
            </a>
            {mayWrite ? (
              <>
                {newest.withdrawnAt ? null : <Button onClick={() => setDialog('withdraw')}>{texts.withdraw}</Button>}
                <Button tone="primary" onClick={() => setDialog('restate')}>
                  {texts.restate}
                </Button>
              </>
            ) : null}
          </>
        ) : null
      }
    >
      <ProblemBanner error={editions.error} />
      {editions.isPending ? <Waiting label={texts.history} rows={5} /> : null}
      {editions.data?.items.map((edition, at) => (
        <Edition key={edition.id} edition={edition} current={at === 0} first={at === editions.data.items.length - 1} />
      ))}
      {dialog === 'restate' && newest ? <PublishDialog given={choiceOf(newest.payload)} onClose={() => setDialog(null)} /> : null}
      {dialog === 'withdraw' && newest ? <WithdrawDialog series={series} name={name} onClose={() => setDialog(null)} /> : null}
    </Page>
  )
}

function Edition({ edition, current, first }: { edition: Whole; current: boolean; first: boolean }) {
  const texts = useTexts(publishingTexts)
  const formats = useFormats()
  const office = useOffice()
  return (
    <details className="pub-edition" open={current}>
      <summary>
        <b>{texts.editionOf(edition.edition)}</b> {formats.date(edition.publishedAt)}{' '}
        {edition.withdrawnAt ? <Tag tone="bad">{texts.withdrawn}</Tag> : current ? <Tag tone="info">{texts.current}</Tag> : null}
        <span className="mut">{edition.reason ?? (first ? texts.first : '')}</span>
      </summary>
      {edition.withdrawnAt ? (
        <Banner tone="bad" title={`${texts.withdrawn} ${formats.date(edition.withdrawnAt)}`}>
          {edition.withdrawnReason}
        </Banner>
      ) : null}
      <div className={edition.withdrawnAt ? 'pub-taken-back' : undefined}>
        <PayloadView payload={edition.payload} />
      </div>
      <p className="sm mut">
        <a href={publicPath(office.slug, edition, edition.edition)}>{publicPath(office.slug, edition, edition.edition)}</a> · {texts.receipt}{' '}
        <code>{edition.receipt}</code>
      </p>
    </details>
  )
}
