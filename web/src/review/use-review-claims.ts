import { useEffect, useMemo, useState } from 'react'
import { keepDraft, readDraft } from '#web/shell/draft'
import type { Review, ReviewClaim } from './api.ts'
import { blocksOf } from './blocks.ts'
import { placesOf } from './places.ts'
import { nextWaiting } from './plan.ts'

/** 손에 든 주장: the claims that are shown, the one in hand, and how to go to another. */
export function useReviewClaims({ document, claims }: Review) {
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
  // a reload and the way back lead to the claim that was in hand, where it still waits
  const place = `review.at.${document.id}`
  const [chosenId, setChosenId] = useState<string | null>(() => {
    const before = readDraft<string>(place) ?? null
    return live.find((claim) => claim.id === before)?.state === 'pending' ? before : nextWaiting(live, before)
  })
  const current = live.find((claim) => claim.id === chosenId) ?? live.find((claim) => claim.state === 'pending') ?? live[0] ?? null
  const goTo = (id: string) => {
    setChosenId(id)
    requestAnimationFrame(() => show(id, 'smooth'))
  }
  const after = (claim: ReviewClaim) => {
    const next = nextWaiting(live, claim.id)
    if (next) goTo(next)
  }
  const move = (step: number) => {
    const at = live.findIndex((claim) => claim.id === current?.id)
    const next = live[Math.min(live.length - 1, Math.max(0, at + step))]
    if (next) goTo(next.id)
  }
  // a claim that a reading took away must not stay chosen
  useEffect(() => {
    if (chosenId !== null && !live.some((claim) => claim.id === chosenId)) setChosenId(nextWaiting(live, null))
  }, [chosenId, live])
  const inHand = current?.id
  useEffect(() => {
    if (inHand) keepDraft(place, inHand)
  }, [place, inHand])
  // the claim in hand is in sight from the beginning, with what can be done about it
  useEffect(() => {
    if (inHand) show(inHand, 'instant')
    // only when the document comes up: afterwards J, K and clicks lead
  }, [])
  return { group, setGroup, groups, live, blocks, numbers, current, goTo, after, move, choose: setChosenId }
}

/** Scroll no further than is needed to see a claim whole. */
function show(id: string, behavior: ScrollBehavior): void {
  window.document.querySelector(`[data-claim="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest', behavior })
}
