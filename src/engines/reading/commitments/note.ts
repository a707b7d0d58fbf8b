import { areaOf, isFirm } from '../discourse.ts'
import type { Indicator, Slot, Stage } from '../reading.ts'
import type { Draft, Flow } from './draft.ts'
import { isCountry } from './place/clues.ts'
import { OF_FIRMS } from './subject/told.ts'

/** Rules that read a site from the words of the sentence itself. */
const OWN_SITE = /^place:(?:sentence|behind|beside|locative|here)$/

/** Stages of one number alone: an aim beside a result, what was promised once, what is only considered. */
const PASSING_STAGE = /^stage:(?:target|as-aim|promised|considered|begun|given-up)$/

/** More investors than this are many, whoever they are. */
const MOST_INVESTORS = 48

/** Leaves in the flow what the numbers after this one may take for granted: its site, who invests, how far it has come. `read` is what the number was before its payer was known, `stage` how far its matter is. */
export function noteDraft({ place, subject, indicator, mention, sentence }: Draft, read: Indicator, stage: Slot<Stage>, flow: Flow): void {
  if (place.value !== null && place.span !== null && !isCountry(place.value)) {
    flow.place = place as Slot<string>
    flow.placeOf = subject.value
    const builds = stage.value !== 'pledge' && stage.value !== 'cancelled'
    // what a plant makes, holds and brings is told of one plant among others: the firm invests where its money or its land was said to be
    const moves = indicator.value === 'investment' || indicator.value === 'area' || !flow.sites.has(subject.value ?? '')
    if (moves && builds && subject.value !== null && isFirm(subject.value) && OWN_SITE.test(place.rule))
      flow.sites.set(subject.value, place as Slot<string>)
    flow.placeMatter = flow.matter?.id ?? null
  }
  if (place.value !== null && subject.rule === 'subject:reports-total' && OWN_SITE.test(place.rule))
    flow.totalPlace = { slot: place as Slot<string>, sentence }
  if (mention.kind === 'money') flow.money = indicator.value
  if (read === 'jobs') flow.jobs = true
  if (mention.kind === 'count' && indicator.rule !== 'indicator:part-of-count')
    flow.counted = { value: mention.value as number, indicator: indicator.value }
  if (subject.value !== null && OF_FIRMS.has(indicator.value)) {
    flow.investor = subject.value
    if (isFirm(subject.value) && flow.investors.size < MOST_INVESTORS) flow.investors.add(subject.value)
  }
  // what was promised once, told beside what came of it
  const aside = stage.value === 'pledge' && flow.stage?.value === 'result'
  if (!PASSING_STAGE.test(stage.rule) && !aside) flow.stage = stage
  flow.stageSubject = subject.value
  flow.stageMatter = flow.matter?.id ?? null
  if (subject.value !== null && areaOf(subject.value) !== null) flow.officeStage = stage
  flow.stageAge = 0
}
