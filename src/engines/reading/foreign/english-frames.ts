import type { Indicator, Mention, Slot, Span, Stage } from '../reading.ts'
import { type VerbGroup, verbGroups } from './english-clauses.ts'
import { englishTokens } from './english-tokens.ts'
import type { VerbClass } from './english-verbs.ts'
import { type Flow, lastGovernment } from './flow.ts'
import type { Grammar } from './grammar.ts'
import type { Name } from './name.ts'
import type { StageFound } from './stage.ts'
import { governs, TELLS } from './subject.ts'

/** The verb groups of one English sentence. */
export const framesOf = (text: string, sentence: Span, names: readonly Name[], figures: readonly Mention[]): readonly VerbGroup[] =>
  verbGroups(englishTokens(text, sentence, names, figures))

/**
 * The verb that governs a figure (지배 동사): the one whose subject it stands in, else the last one before it. Null where no known verb does.
 */
export function governing(groups: readonly VerbGroup[], mention: Mention): VerbGroup | null {
  let found: VerbGroup | null = null
  for (const group of groups) {
    if (group.start < mention.start) found = group
    else return group.from <= mention.start && (found === null || group.from > found.start) ? group : found
  }
  return found
}

/** Verbs by which somebody promises a figure as his own. */
const PROMISES: readonly VerbClass[] = ['spend', 'build', 'employ', 'create', 'begin', 'finish', 'run', 'cancel', 'plan', 'own', 'move', 'gain']
const has = (group: VerbGroup, classes: readonly VerbClass[]): boolean => classes.some((one) => group.verb.classes.has(one))

/** Who promises a figure, by the clause it stands in (절의 주체); null where the clause names nobody, or only signs or tells. */
export function actorOf(group: VerbGroup, names: readonly Name[], flow: Flow, grammar: Grammar): Slot<string> | null {
  if (!has(group, PROMISES)) return null
  const { kind, name, word } = group.actor
  if (name !== null && name.kind === 'organisation' && kind !== 'person' && !TELLS.test(name.value))
    return { value: name.value, span: { start: name.start, end: name.end }, rule: kind === 'name' ? 'subject:clause' : 'subject:owner' }
  if (kind === 'firm') {
    const own = names.findLast((one) => one.kind === 'organisation' && one.end < group.start && !governs(one.value, grammar) && !TELLS.test(one.value))
    if (own !== undefined) return { value: own.value, span: { start: own.start, end: own.end }, rule: 'subject:the-firm' }
    return flow.firm === null || names.some((one) => one.value === flow.firm!.value) ? null : { ...flow.firm, rule: 'subject:the-firm' }
  }
  return kind === 'government' ? lastGovernment(word, flow) : null
}

/** What a figure without a nearer word measures, by the verb that governs it. */
export function measuredBy(group: VerbGroup, mention: Mention, government: boolean): Slot<Indicator> | null {
  const slot = (value: Indicator): Slot<Indicator> => ({ value, span: { start: group.start, end: group.end }, rule: 'indicator:verb' })
  if (group.verb.classes.has('say') && !group.verb.classes.has('plan')) return null
  if (mention.kind === 'money') {
    if (mention.per !== null) return null
    return has(group, ['spend', 'build', 'plan', 'cancel', 'begin', 'finish', 'move', 'create']) ? slot(government ? 'budget' : 'investment') : null
  }
  if (mention.unit === 'persons' || mention.unit === 'jobs') return has(group, ['employ', 'create', 'own']) && group.mode !== 'finite' ? slot('jobs') : null
  if (mention.unit === 'area') return has(group, ['build', 'spend']) ? slot('area') : null
  if (mention.unit === 'firms') return has(group, ['gain', 'move']) ? slot('firms') : null
  return mention.kind === 'power' && has(group, ['build', 'begin', 'finish', 'run', 'plan']) ? slot('capacity') : null
}

/** What somebody gains that is no investment yet: leave, a prize. */
const NOT_GAINED = /^ (?:the |a |an |final |state |government )*(?:approval|permission|permits?|licen[sc]e|clearance|backing|support|bid|award|right|order|contract)/
const WORK = /^ (?:the )?(?:[\w-]+ ){0,3}?(?:construction|building|work|ground)\b/
const WORKS = /\b(?:construction|work|ground)\b/i

/** The stage that the governing verb itself states, where it states one. */
export function stageBy(group: VerbGroup, text: string): StageFound | null {
  const slot = (stage: Stage): StageFound => ({ stage, span: { start: group.start, end: group.end }, strong: true })
  const { verb, done, going, mode } = group
  const behind = text.slice(group.end, group.end + 40)
  const now = done || going
  if (!now || mode === 'ahead' || mode === 'infinitive') return null
  if (verb.classes.has('begin') && (WORK.test(behind) || WORKS.test(text.slice(group.from, group.start)))) return slot('construction')
  if (done && verb.classes.has('gain') && !verb.classes.has('change') && !NOT_GAINED.test(behind) && !group.passive) return slot('result')
  return null
}
