import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { Button } from '#ui/button/button'
import { Waiting } from '#ui/skeleton/skeleton'
import { apiBase } from '#web/shell/api'
import { useDraft } from '#web/shell/draft'
import { ProblemError } from '#web/shell/problem'
import { useOffice, useRole } from '#web/shell/session'
import { useTexts } from '#web/shell/texts'
import { toast } from '#web/shell/toasts'
import { isUnderWay } from '../intake/api.ts'
import '../intake/intake.css'
import { ProblemNote } from '../intake/problem-note.tsx'
import { intakeTexts } from '../intake/texts.ts'
import { NotFound } from '../shell/failure.tsx'
import { Page } from '../shell/page.tsx'
import { type Review, type ReviewClaim, readReview } from './api.ts'
import type { CardActions } from './claim-card.tsx'
import { type Choice, planAll, proposedChoice } from './plan.ts'
import './review.css'
import { type OpenDialog, ReviewDialogs } from './review-dialogs.tsx'
import { Missing, ReviewHead } from './review-head.tsx'
import { ReviewPairs } from './review-pairs.tsx'
import { reviewTexts } from './texts.ts'
import { useDecisions } from './use-decisions.ts'
import { useReviewClaims } from './use-review-claims.ts'
import { useReviewKeys } from './use-review-keys.ts'

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

function Reviewing({ office, review }: { office: string; review: Review }) {
  const texts = useTexts(reviewTexts)
  const words = useTexts(intakeTexts)
  const cache = useQueryClient()
  const navigate = useNavigate()
  const mayDecide = useRole('administrator', 'head', 'officer', 'reviewer')
  const mayWrite = useRole('administrator', 'head', 'officer')
  const { document } = review
  const claims = useReviewClaims(review)
  const { live, current } = claims
  const [open, setOpen] = useState<OpenDialog>(null)
  const drafts = useDraft<Record<string, Choice>>(`review.choices.${document.id}`, {})
  const choiceOf = (claim: ReviewClaim): Choice => drafts.value[claim.id] ?? proposedChoice(claim) ?? { subject: { name: '', kind: 'project' } }
  const refresh = useCallback(() => cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'session' }), [cache])
  const decisions = useDecisions({ office, review, refresh, after: claims.after, setChosen: claims.choose, goTo: claims.goTo })
  const actions: CardActions = {
    choose: claims.choose,
    accept: (claim) => void decisions.accept(claim, choiceOf(claim)),
    correct: (claim) => setOpen({ what: 'correct', claim }),
    reject: (claim) => setOpen({ what: 'reject', claim }),
    merge: (claim, factId, name) => void decisions.merge(claim, { factId }, name),
    mergeElsewhere: (claim) => setOpen({ what: 'merge', claim }),
    notSame: (claim, subjectId) => void decisions.notSame(claim, subjectId),
    acceptInto: (claim, { id, name, kind }) => void decisions.accept(claim, { ...choiceOf(claim), subject: { id, name, kind } }),
    undo: (claim) => claim.judgement && void decisions.undo(claim.judgement.id),
    sentence: (claim, factId) => setOpen({ what: 'sentence', claim, factId: factId ?? claim.factId }),
    setChoice: (claim, choice) => drafts.set({ ...drafts.value, [claim.id]: choice }),
  }
  const plan = useMemo(() => planAll(live, new Map(Object.entries(drafts.value))), [live, drafts.value])
  const nextDocument = () =>
    review.nextDocument ? void navigate({ to: '/documents/$id', params: { id: review.nextDocument } }) : toast(texts.noNext)
  const original = document.hasOriginal ? `${apiBase}/offices/${office}/documents/${document.id}/original` : document.url
  useReviewKeys({
    current,
    some: live.length > 0,
    waits: current?.state === 'pending' && mayDecide && !isUnderWay(document),
    mayDecide,
    planned: plan.length,
    original,
    actions,
    move: claims.move,
    undoLast: () => void decisions.undoLast(current),
    nextDocument,
    acceptAll: () => setOpen({ what: 'batch' }),
  })
  const head = { office, review, claims, mayWrite, refresh, onDetails: () => setOpen({ what: 'details' }) }
  // once nothing waits here, the next document is what there is to do
  const allJudged = plan.length === 0 && live.length > 0
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
            tone={allJudged && review.nextDocument !== null ? 'primary' : 'plain'}
            disabled={review.nextDocument === null}
            title={review.nextDocument === null ? texts.noNext : undefined}
            onClick={nextDocument}
          >
            {texts.nextDocument}
          </Button>
        </>
      }
    >
      <ReviewHead {...head} original={original} onHistory={() => setOpen({ what: 'history' })} />
      <ProblemNote error={decisions.error} />
      <Missing {...head} />
      <ReviewPairs
        office={office}
        indicators={review.indicators}
        blocks={claims.blocks}
        numbers={claims.numbers}
        current={current}
        choiceOf={choiceOf}
        actions={actions}
        busy={decisions.busy}
        mayDecide={mayDecide}
        onChoose={claims.goTo}
      />
      <ReviewDialogs
        office={office}
        review={review}
        open={open}
        plan={plan}
        decisions={decisions}
        choiceOf={choiceOf}
        mayDecide={mayDecide}
        refresh={refresh}
        onClose={() => setOpen(null)}
      />
    </Page>
  )
}
