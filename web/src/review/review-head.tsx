import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { ChipMenu } from '#ui/chip/chip'
import { Empty } from '#ui/empty/empty'
import { Figure } from '#ui/figure/figure'
import { Progress } from '#ui/progress/progress'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { useFormats } from '#web/shell/formats'
import { useTexts } from '#web/shell/texts'
import { EraseButton } from '../custody/erase-dialog.tsx'
import { isUnderWay, readAgain, stopReading } from '../intake/api.ts'
import { ReadingState } from '../intake/reading-state.tsx'
import { intakeTexts } from '../intake/texts.ts'
import type { Review } from './api.ts'
import { ModelLine } from './model-line.tsx'
import { openDays } from './open-days.ts'
import { reviewTexts } from './texts.ts'
import type { useReviewClaims } from './use-review-claims.ts'

interface HeadProps {
  office: string
  review: Review
  claims: ReturnType<typeof useReviewClaims>
  mayWrite: boolean
  refresh: () => Promise<unknown>
  /** Open the document's particulars. */
  onDetails: () => void
}

/** 문서 머리: how far the reading or the review is, what is known about the document, and what is missing. */
export function ReviewHead(props: HeadProps & { original: string | null; onHistory: () => void }) {
  const { office, review, claims, mayWrite, refresh, onDetails, original, onHistory } = props
  const texts = useTexts(reviewTexts)
  const words = useTexts(intakeTexts)
  const { locale } = useFormats()
  const { document } = review
  const merges = claims.live.filter((claim) => claim.state === 'pending' && claim.suggestions.some((one) => one.likely)).length
  return (
    <>
      <HowFar {...props} />
      <div className="dochead">
        <span>
          {texts.documentDate}{' '}
          {document.publishedOn ? <time dateTime={document.publishedOn}>{document.publishedOn}</time> : <Tag tone="warn">{texts.undated}</Tag>}
          {mayWrite && document.erasedAt === null ? (
            <Button small tone="text" onClick={onDetails}>
              {document.publishedOn ? texts.details : texts.setDate}
            </Button>
          ) : null}
        </span>
        <span>{texts.counts(claims.live.length, merges)}</span>
        {document.digestOf ? (
          <span>
            {document.illustrative ? <IllustrativeTag /> : null} {texts.digest(document.digestOf.outlet, document.digestOf.title)}
          </span>
        ) : null}
        {document.confidential ? <Tag tone="warn">{words.confidential}</Tag> : null}
        {document.readingState === 'failed' || document.readingState === 'cancelled' ? (
          <ReadingState office={office} item={document} mayWrite={mayWrite} onChange={() => void refresh()} />
        ) : null}
        {claims.groups.length > 1 ? (
          <ChipMenu
            label={texts.inFile}
            value={claims.group}
            onChange={claims.setGroup}
            options={[
              { value: '', label: texts.wholeFile },
              ...claims.groups.map((one) => ({ value: one.key, label: `${one[locale]} · ${one.count}` })),
            ]}
          />
        ) : null}
        <span className="rv-links">
          {original ? (
            <a href={original} target="_blank" rel="noopener noreferrer">
              {texts.original}
            </a>
          ) : null}
          <Button small tone="text" onClick={onHistory}>
            {texts.history}
          </Button>
          <EraseButton office={office} document={document.id} erased={document.erasedAt !== null} onErased={() => void refresh()} />
        </span>
      </div>
      {document.notes.length > 0 && document.text !== null ? (
        <div className="rv-notes">
          <Note tone="info">
            {document.notes.map((note) => (
              <p key={note.ko}>{note[locale]}</p>
            ))}
          </Note>
        </div>
      ) : null}
      {document.readingState === 'read' && !document.confidential ? (
        <ModelLine office={office} document={document.id} mayAsk={mayWrite} onDone={refresh} />
      ) : null}
    </>
  )
}

/** While it is read: how far; afterwards: how many claims are judged, and the money that still waits. */
function HowFar({ office, review, mayWrite, refresh }: HeadProps) {
  const texts = useTexts(reviewTexts)
  const { document, progress } = review
  if (isUnderWay(document))
    return (
      <Progress
        label={texts.reading}
        done={document.job?.progress ?? 0}
        total={document.job?.total ?? null}
        onCancel={mayWrite ? () => void stopReading(office, document.id).then(refresh) : undefined}
      />
    )
  return (
    <div className="rvtop">
      <Progress label={texts.read(progress.judged, progress.total)} done={progress.judged} total={Math.max(1, progress.total)}>
        {progress.atStake !== null ? (
          <>
            {texts.atStake} <Figure value={progress.atStake} unit="KRW" style="short" /> {texts.left}
          </>
        ) : progress.judged === progress.total && progress.total > 0 ? (
          texts.allDone
        ) : (
          texts.nothingAtStake
        )}
      </Progress>
    </div>
  )
}

/** 빠진 것: a day without which words such as “지난 3일” stay open, a text that is still to come, claims that were not found. */
export function Missing({ office, review, claims, mayWrite, refresh, onDetails }: HeadProps) {
  const texts = useTexts(reviewTexts)
  const { locale } = useFormats()
  const { document } = review
  const open = document.publishedOn || !mayWrite ? [] : openDays(claims.live)
  return (
    <>
      {open.length > 0 ? (
        <div className="rv-before">
          <Banner
            tone="warn"
            title={texts.undatedTitle(open.map((one) => `“${one}”`).join(', '))}
            action={
              <Button small onClick={onDetails}>
                {texts.setDate}
              </Button>
            }
          >
            {texts.undatedLead}
          </Banner>
        </div>
      ) : null}
      {document.text === null ? (
        <Empty title={texts.noText} action={mayWrite ? <Button onClick={onDetails}>{texts.pasteText}</Button> : null}>
          {document.notes.map((note) => note[locale]).join(' ')}
        </Empty>
      ) : null}
      {document.text !== null && claims.live.length === 0 && document.readingState === 'read' ? (
        <Empty
          title={texts.noClaims}
          action={mayWrite ? <Button onClick={() => void readAgain(office, document.id).then(refresh)}>{texts.readAgain}</Button> : null}
        >
          {texts.noClaimsDetail}
        </Empty>
      ) : null}
    </>
  )
}
