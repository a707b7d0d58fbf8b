import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { memo, useCallback, useEffect, useMemo, useState } from 'react'
import { Banner, Note } from '#ui/banner/banner'
import { Button } from '#ui/button/button'
import { ChipMenu } from '#ui/chip/chip'
import { Confirm } from '#ui/dialog/confirm'
import { Empty } from '#ui/empty/empty'
import { Figure } from '#ui/figure/figure'
import { Progress } from '#ui/progress/progress'
import { Waiting } from '#ui/skeleton/skeleton'
import { IllustrativeTag, Tag } from '#ui/tag/tag'
import { apiBase } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { useFormats } from '#web/shell/formats'
import { ProblemError } from '#web/shell/problem'
import { useOffice, useRole } from '#web/shell/session'
import { useShortcuts } from '#web/shell/shortcuts'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { classes } from '#web/ui/kit/classes'
import { EraseButton } from '../custody/erase-dialog.tsx'
import { isUnderWay, readAgain, stopReading } from '../intake/api.ts'
import { DetailsDialog } from '../intake/details-dialog.tsx'
import '../intake/intake.css'
import { ProblemNote } from '../intake/problem-note.tsx'
import { ReadingState } from '../intake/reading-state.tsx'
import { intakeTexts } from '../intake/texts.ts'
import { problemWords } from '../intake/use-work.ts'
import { NotFound } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { type Review, type ReviewClaim, readReview } from './api.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type CardActions, CurrentClaim, JudgedClaim, SmallClaim } from './claim-card.tsx'
import { Compared } from './compare-panel.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { BatchDialog, HeldDialog, HistoryDialog, MergeDialog, RejectDialog } from './dialogs.tsx'
import { DocumentText } from './document-text.tsx'
import { ModelLine } from './model-line.tsx'
import { placesOf } from './places.ts'
import { acceptanceOf, type Choice, nextWaiting, planAll, proposedChoice } from './plan.ts'
import './review.css'
import { SentenceSheet } from './sentence-sheet.tsx'
import { reviewTexts } from './texts.ts'
import { useDecisions } from './use-decisions.ts'

/** 문서 읽기: the document on one side, its claims beside their own words, judged by keyboard. */
export default function ReviewScreen() {
  const texts = useTexts(reviewTexts)
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const office = useOffice().slug
  const review = useQuery({
    queryKey: ['intake', office, 'review', id],
    queryFn: () => readReview(office, id),
    refetchInterval: (state) => (state.state.data && isUnderWay(state.state.data.document) ? 700 : false),
  })
  const crumbs = [{ label: texts.documents, to: '/documents' }]
  if (review.isPending)
    return (
      <Page title={texts.documents} crumbs={crumbs}>
        <Waiting label={texts.reading} rows={6} />
      </Page>
    )
  if (review.error instanceof ProblemError && review.error.status === 404) return <NotFound title={review.error.title} detail={review.error.detail} />
  if (review.error || !review.data)
    return (
      <Page title={texts.documents} crumbs={crumbs}>
        <ProblemNote error={review.error} />
        <Button onClick={() => void review.refetch()}>{texts.readAgain}</Button>
      </Page>
    )
  return <Reviewing key={id} office={office} review={review.data} />
}

type Open =
  | { what: 'correct' | 'reject' | 'merge'; claim: ReviewClaim }
  | { what: 'batch' | 'history' | 'details' }
  | { what: 'sentence'; claim: ReviewClaim; factId: string | null }
  | null

function Reviewing({ office, review }: { office: string; review: Review }) {
  const texts = useTexts(reviewTexts)
  const words = useTexts(intakeTexts)
  const { locale } = useFormats()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const mayDecide = useRole('administrator', 'head', 'officer', 'reviewer')
  const mayWrite = useRole('administrator', 'head', 'officer')
  const { document, claims } = review
  const [group, setGroup] = useState('')
  const groups = useMemo(() => placesOf(claims), [claims])
  const live = useMemo(
    () => claims.filter((claim) => claim.state !== 'corrected' && (group === '' || claim.inFile?.group?.key === group)),
    [claims, group],
  )
  const blocks = useMemo(() => {
    const all = document.text === null ? [] : blocksOf(document.text, live)
    return group === '' ? all : all.filter((block) => block.claims.length > 0)
  }, [document.text, live, group])
  // a claim keeps its number when the others of its file are put aside
  const numbers = useMemo(() => new Map(claims.filter((claim) => claim.state !== 'corrected').map((claim, at) => [claim.id, at + 1])), [claims])
  const [chosenId, setChosenId] = useState<string | null>(() => nextWaiting(live, null))
  const current = live.find((claim) => claim.id === chosenId) ?? live.find((claim) => claim.state === 'pending') ?? live[0] ?? null
  const [open, setOpen] = useState<Open>(null)
  const drafts = useDraft<Record<string, Choice>>(`review.choices.${document.id}`, {})
  const choiceOf = (claim: ReviewClaim): Choice => drafts.value[claim.id] ?? proposedChoice(claim) ?? { subject: { name: '', kind: 'project' } }
  const refresh = useCallback(() => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }), [cache])
  const goTo = (id: string) => {
    setChosenId(id)
    requestAnimationFrame(() =>
      window.document.querySelector(`[data-claim="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
    )
  }
  const after = (claim: ReviewClaim) => {
    const next = nextWaiting(live, claim.id)
    if (next) goTo(next)
  }
  const decisions = useDecisions({ office, review, refresh, after, setChosen: setChosenId })
  const move = (step: number) => {
    const at = live.findIndex((claim) => claim.id === current?.id)
    const next = live[Math.min(live.length - 1, Math.max(0, at + step))]
    if (next) goTo(next.id)
  }
  const best = current?.suggestions[0]
  const actions: CardActions = {
    choose: setChosenId,
    accept: (claim) => void decisions.accept(claim, choiceOf(claim)),
    correct: (claim) => setOpen({ what: 'correct', claim }),
    reject: (claim) => setOpen({ what: 'reject', claim }),
    merge: (claim, factId, name) => void decisions.merge(claim, { factId }, name),
    mergeElsewhere: (claim) => setOpen({ what: 'merge', claim }),
    notSame: (claim, subjectId) => void decisions.notSame(claim, subjectId),
    undo: (claim) => claim.judgement && void decisions.undo(claim.judgement.id),
    sentence: (claim, factId) => setOpen({ what: 'sentence', claim, factId: factId ?? claim.factId }),
    setChoice: (claim, choice) => drafts.set({ ...drafts.value, [claim.id]: choice }),
  }
  const waits = current?.state === 'pending' && mayDecide && !isUnderWay(document)
  const plan = useMemo(() => planAll(live, new Map(Object.entries(drafts.value))), [live, drafts.value])
  const nextDocument = () =>
    review.nextDocument ? void navigate({ to: '/documents/$id', params: { id: review.nextDocument } }) : toast(texts.noNext)
  const original = document.hasOriginal ? `${apiBase}/offices/${office}/documents/${document.id}/original` : document.url
  useShortcuts([
    { key: 'j', label: texts.next, run: () => move(1), off: live.length === 0 },
    { key: 'k', label: texts.previous, run: () => move(-1), off: live.length === 0, bar: false },
    { key: 'a', label: texts.accept, run: () => current && actions.accept(current), off: !waits },
    { key: 'e', label: texts.correct, run: () => current && actions.correct(current), off: !waits },
    {
      key: 'm',
      label: texts.merge,
      run: () => current && (best ? actions.merge(current, best.factId, best.subject.name) : actions.mergeElsewhere(current)),
      off: !waits || current?.kind === 'stage',
    },
    { key: 'r', label: texts.reject, run: () => current && actions.reject(current), off: !waits },
    { key: 'u', label: texts.undo, run: () => void decisions.undoLast(current), off: !mayDecide },
    { key: 's', label: texts.sentence, run: () => current && actions.sentence(current), off: !current },
    { key: 'o', label: texts.original, run: () => original && window.open(original, '_blank', 'noopener'), off: !original },
    { key: 'n', label: texts.nextDocument, run: nextDocument },
    { key: 'shift+a', label: texts.acceptAll, run: () => setOpen({ what: 'batch' }), off: !mayDecide || plan.length === 0 },
  ])
  // a claim that a reading took away must not stay chosen
  useEffect(() => {
    if (chosenId !== null && !live.some((claim) => claim.id === chosenId)) setChosenId(nextWaiting(live, null))
  }, [chosenId, live])
  const merges = live.filter((claim) => claim.state === 'pending' && claim.suggestions.some((one) => one.likely)).length
  const sameNumber = current?.sameAs ? (numbers.get(current.sameAs) ?? null) : null
  return (
    <Page
      title={document.title}
      crumbs={[{ label: texts.documents, to: '/documents' }]}
      lead={[
        document.outlet,
        document.fileName,
        document.cameIn && words.cameIn(document.cameIn),
        document.characters === null ? null : words.characters(document.characters),
      ]
        .filter(Boolean)
        .join(' · ')}
      actions={
        <>
          {mayDecide && plan.length > 0 ? (
            <Button keys="shift+a" onClick={() => setOpen({ what: 'batch' })}>
              {texts.acceptAll}
            </Button>
          ) : null}
          <Button
            keys="n"
            disabled={review.nextDocument === null}
            title={review.nextDocument === null ? texts.noNext : undefined}
            onClick={nextDocument}
          >
            {texts.nextDocument}
          </Button>
        </>
      }
    >
      {isUnderWay(document) ? (
        <Progress
          label={texts.reading}
          done={document.job?.progress ?? 0}
          total={document.job?.total ?? null}
          onCancel={mayWrite ? () => void stopReading(office, document.id).then(refresh) : undefined}
        />
      ) : (
        <div className="rvtop">
          <Progress
            label={texts.read(review.progress.judged, review.progress.total)}
            done={review.progress.judged}
            total={Math.max(1, review.progress.total)}
          >
            {review.progress.atStake === null ? (
              review.progress.judged === review.progress.total && review.progress.total > 0 ? (
                texts.allDone
              ) : (
                texts.nothingAtStake
              )
            ) : (
              <>
                {texts.atStake} <Figure value={review.progress.atStake} unit="KRW" style="short" /> {texts.left}
              </>
            )}
          </Progress>
        </div>
      )}
      <div className="dochead">
        <span>
          {texts.documentDate}{' '}
          {document.publishedOn ? <time dateTime={document.publishedOn}>{document.publishedOn}</time> : <Tag tone="warn">{texts.undated}</Tag>}
          {mayWrite && document.erasedAt === null ? (
            <Button small tone="text" onClick={() => setOpen({ what: 'details' })}>
              {document.publishedOn ? texts.details : texts.setDate}
            </Button>
          ) : null}
        </span>
        <span>{texts.counts(live.length, merges)}</span>
        {document.digestOf ? (
          <span>
            {document.illustrative ? <IllustrativeTag /> : null} {texts.digest(document.digestOf.outlet, document.digestOf.title)}
          </span>
        ) : null}
        {document.confidential ? <Tag tone="warn">{words.confidential}</Tag> : null}
        {document.readingState === 'failed' || document.readingState === 'cancelled' ? (
          <ReadingState office={office} item={document} mayWrite={mayWrite} onChange={() => void refresh()} />
        ) : null}
        {groups.length > 1 ? (
          <ChipMenu
            label={texts.inFile}
            value={group}
            onChange={setGroup}
            options={[{ value: '', label: texts.wholeFile }, ...groups.map((one) => ({ value: one.key, label: `${one[locale]} · ${one.count}` }))]}
          />
        ) : null}
        <span className="rv-links">
          {original ? (
            <a href={original} target="_blank" rel="noopener noreferrer">
              {texts.original}
            </a>
          ) : null}
          <Button small tone="text" onClick={() => setOpen({ what: 'history' })}>
            {texts.history}
          </Button>
          <EraseButton office={office} document={document.id} erased={document.erasedAt !== null} onErased={() => void refresh()} />
        </span>
      </div>
      {document.notes.length > 0 && document.text !== null ? (
        <Note tone="info">
          {document.notes.map((note) => (
            <p key={note.ko}>{note[locale]}</p>
          ))}
        </Note>
      ) : null}
      {document.readingState === 'read' && !document.confidential ? (
        <ModelLine office={office} document={document.id} mayAsk={mayWrite} onDone={refresh} />
      ) : null}
      <ProblemNote error={decisions.error} />
      {!document.publishedOn && live.some((claim) => claim.dueText && !claim.due) && mayWrite ? (
        <Banner
          tone="warn"
          title={texts.undecided}
          action={
            <Button small onClick={() => setOpen({ what: 'details' })}>
              {texts.setDate}
            </Button>
          }
        >
          {words.dateHint}
        </Banner>
      ) : null}
      {document.text === null ? (
        <Empty title={texts.noText} action={mayWrite ? <Button onClick={() => setOpen({ what: 'details' })}>{texts.pasteText}</Button> : null}>
          {document.notes.map((note) => note[locale]).join(' ')}
        </Empty>
      ) : null}
      {document.text !== null && live.length === 0 && document.readingState === 'read' ? (
        <Empty
          title={texts.noClaims}
          action={mayWrite ? <Button onClick={() => void readAgain(office, document.id).then(refresh)}>{texts.readAgain}</Button> : null}
        >
          {texts.noClaimsDetail}
        </Empty>
      ) : null}
      <div className={classes('rv', blocks.length > 150 && 'rv--long')}>
        {blocks.map((block) => (
          <Pair
            key={block.start}
            block={block}
            current={current}
            draw={(claim) =>
              claim.id !== current?.id ? (
                <SmallClaim
                  key={claim.id}
                  claim={claim}
                  number={numbers.get(claim.id) ?? 0}
                  indicators={review.indicators}
                  actions={actions}
                  mayDecide={mayDecide}
                />
              ) : claim.state === 'pending' ? (
                <CurrentClaim
                  key={claim.id}
                  office={office}
                  claim={claim}
                  number={numbers.get(claim.id) ?? 0}
                  sameNumber={sameNumber}
                  indicators={review.indicators}
                  choice={choiceOf(claim)}
                  actions={actions}
                  busy={decisions.busy}
                  mayDecide={mayDecide}
                />
              ) : (
                <JudgedClaim
                  key={claim.id}
                  claim={claim}
                  number={numbers.get(claim.id) ?? 0}
                  indicators={review.indicators}
                  actions={actions}
                  busy={decisions.busy}
                  mayDecide={mayDecide}
                />
              )
            }
            numbers={numbers}
            onChoose={goTo}
            onSentence={(claim, factId) => actions.sentence(claim, factId)}
          />
        ))}
      </div>
      {open?.what === 'details' ? (
        <DetailsDialog office={office} item={document} onClose={() => setOpen(null)} onSaved={() => void refresh()} />
      ) : null}
      {open?.what === 'history' ? (
        <HistoryDialog
          office={office}
          document={document.id}
          mayDecide={mayDecide}
          onClose={() => setOpen(null)}
          onUndo={(judgement) => void decisions.undo(judgement)}
        />
      ) : null}
      {open?.what === 'batch' ? (
        <BatchDialog plan={plan} indicators={review.indicators} onClose={() => setOpen(null)} onRun={decisions.many} />
      ) : null}
      {open?.what === 'reject' ? <RejectDialog onClose={() => setOpen(null)} onReject={(reason) => decisions.reject(open.claim, reason)} /> : null}
      {open?.what === 'merge' ? (
        <MergeDialog
          office={office}
          claim={open.claim}
          onClose={() => setOpen(null)}
          onMerge={(subject) => decisions.mergeWith(open.claim, subject)}
        />
      ) : null}
      {open?.what === 'correct' && document.text !== null ? (
        <CorrectDialog
          claim={open.claim}
          text={document.text}
          indicators={review.indicators}
          onClose={() => setOpen(null)}
          onCorrect={(correction, accept) =>
            decisions.correct(open.claim, accept ? { ...correction, accept: acceptanceOf(choiceOf(open.claim), open.claim) } : correction)
          }
        />
      ) : null}
      {open?.what === 'sentence' ? (
        <SentenceSheet office={office} review={review} claim={open.claim} factId={open.factId} onClose={() => setOpen(null)} />
      ) : null}
      {decisions.held ? (
        <HeldDialog
          detail={decisions.held.detail}
          onClose={decisions.forgetHeld}
          onReplace={() => void decisions.acceptAnyway({ replace: true })}
          onPart={(series) => void decisions.acceptAnyway({ series })}
        />
      ) : null}
      <Confirm
        open={decisions.dependent !== null}
        title={texts.together}
        action={texts.together}
        error={decisions.error ? problemWords(decisions.error).title : undefined}
        onClose={decisions.forgetDependent}
        onConfirm={() => void decisions.undoTogether()}
      >
        <p>{texts.dependents}</p>
      </Confirm>
    </Page>
  )
}

/** Words of the document and the claims beside them, on one thread. Blocks that are not in hand are not drawn anew when another claim comes into hand. */
const Pair = memo(
  function Pair({
    block,
    current,
    draw,
    numbers,
    onChoose,
    onSentence,
  }: {
    block: Block
    current: ReviewClaim | null
    draw: (claim: ReviewClaim) => React.ReactNode
    numbers: ReadonlyMap<string, number>
    onChoose: (id: string) => void
    onSentence: (claim: ReviewClaim, factId: string) => void
  }) {
    const own = current && block.claims.some((claim) => claim.id === current.id) ? current : null
    const judged = block.claims.length > 0 && block.claims.every((claim) => claim.state !== 'pending')
    const best = own?.state === 'pending' ? own.suggestions[0] : undefined
    return (
      <section className={classes('pr', block.claims.length === 0 && 'pr--plain', own && 'on', judged && !own && 'ok')}>
        <div>
          <DocumentText block={block} numbers={numbers} current={own?.id ?? null} onChoose={onChoose} />
          {best && own ? <Compared suggestion={best} onSentence={() => onSentence(own, best.factId)} /> : null}
        </div>
        <div className="wire" aria-hidden="true" />
        <div className="cls">{block.claims.map(draw)}</div>
      </section>
    )
  },
  (before, after) => before.block === after.block && before.numbers === after.numbers && !holds(before) && !holds(after),
)

const holds = ({ block, current }: { block: Block; current: ReviewClaim | null }): boolean =>
  current !== null && block.claims.some((claim) => claim.id === current.id)
