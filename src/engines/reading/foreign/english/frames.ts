import type { Indicator, Mention, Slot, Span, Stage } from '../../reading.ts'
import { type Flow, lastGovernment } from '../flow.ts'
import type { Grammar } from '../grammar.ts'
import type { Name } from '../name.ts'
import { listBefore, listFrom, together } from '../reporter.ts'
import type { StageFound } from '../stage.ts'
import { governs, TELLS } from '../subject.ts'
import { OFFSPRING } from './actors.ts'
import { type VerbGroup, verbGroups } from './clauses.ts'
import { englishTokens } from './tokens.ts'
import type { VerbClass } from './verbs.ts'

/** The verb groups of one English sentence. */
export const framesOf = (text: string, sentence: Span, names: readonly Name[], figures: readonly Mention[]): readonly VerbGroup[] =>
  verbGroups(englishTokens(text, sentence, names, figures), text)

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

const signs = (words: string, grammar: Grammar): boolean => grammar.mou.test(words) || grammar.contract.test(words)

/** Who promises a figure, by the clause it stands in (절의 주체); null where the clause names nobody, or only signs or tells. */
export function actorOf(text: string, sentence: Span, group: VerbGroup, names: readonly Name[], flow: Flow, grammar: Grammar): Slot<string> | null {
  if (!has(group, PROMISES)) return null
  const { kind, name, word } = group.actor
  // it will receive 5 billion won from Haeun City: who pays promises
  if (/^(?:receive|obtain|get)$/.test(group.verb.lemma)) {
    const payer = names.find(
      (one) => one.start > group.end && governs(one.value, grammar) && /\bfrom (?:the )?$/.test(text.slice(group.end, one.start)),
    )
    if (payer !== undefined) return { value: payer.value, span: { start: payer.start, end: payer.end }, rule: 'subject:pays' }
  }
  // a firm that signs with a government is the one that promises
  if (
    name !== null &&
    governs(name.value, grammar) &&
    names.some((one) => one.kind === 'organisation' && !governs(one.value, grammar)) &&
    signs(text.slice(sentence.start, sentence.end), grammar)
  )
    return null
  if (name !== null && name.kind === 'organisation' && kind !== 'person' && !TELLS.test(name.value))
    return (
      together([...listBefore(text, names, names.indexOf(name), grammar).slice(0, -1), ...listFrom(names, name, grammar, text)], flow) ?? {
        value: name.value,
        span: { start: name.start, end: name.end },
        rule: kind === 'name' ? 'subject:clause' : 'subject:owner',
      }
    )
  // the joint venture of A and B: neither of them, but the firm told of before
  if (OFFSPRING.test(word) && flow.firmBefore !== null && !names.some((one) => one.value === flow.firmBefore!.value))
    return { ...flow.firmBefore, rule: 'subject:the-firm' }
  if (kind === 'firm') {
    const own = names.findLast(
      (one) => one.kind === 'organisation' && one.end < group.start && !governs(one.value, grammar) && !TELLS.test(one.value),
    )
    if (own !== undefined) return { value: own.value, span: { start: own.start, end: own.end }, rule: 'subject:the-firm' }
    return flow.firm === null || names.some((one) => one.value === flow.firm!.value) ? null : { ...flow.firm, rule: 'subject:the-firm' }
  }
  return kind === 'government' ? lastGovernment(word, flow) : null
}

const MATTER = /^(?:plan|phase|centre|plant|factory|facility|project|investment|campus|expansion|complex|line|center|site|hub|mill|unit)$/

/** A plant or project named before belongs to the firm that promised it there. */
export function ownerOf(group: VerbGroup, last: Slot<string | null> | undefined, away: number, flow: Flow, grammar: Grammar): Slot<string> | null {
  const { kind, name, word } = group.actor
  // it spent so much on the plant, which employs so many
  if (away === 0 && kind === 'thing' && name === null && MATTER.test(word) && typeof last?.value === 'string')
    return { ...last, rule: 'subject:the-matter' } as Slot<string>
  if (flow.reporter !== null || (flow.subject.value !== null && !governs(flow.subject.value, grammar)) || !MATTER.test(word)) return null
  if (kind !== 'thing' || name !== null || away > 4 || last === undefined || last.value === null || governs(last.value, grammar)) return null
  return { ...last, rule: 'subject:the-matter' } as Slot<string>
}

const measure = (group: VerbGroup, value: Indicator): Slot<Indicator> => ({
  value,
  span: { start: group.start, end: group.end },
  rule: 'indicator:verb',
})

/** A firm employs so many: no promise of its own. */
export const isStaff = ({ verb, mode, done, going }: VerbGroup): boolean => verb.lemma === 'employ' && mode === 'finite' && !done && !going

/** A number of firms that act is no number of firms that come: 6 firms invested. */
export const isActing = (group: VerbGroup, mention: Mention): boolean =>
  mention.unit === 'firms' && group.from <= mention.start && mention.start < group.start && has(group, ['spend', 'employ', 'create'])

/** What a figure without a nearer word measures, by the verb that governs it. */
export function measuredBy(text: string, group: VerbGroup, mention: Mention, government: boolean): Slot<Indicator> | null {
  // announced a 5 billion won plant: the thing itself is announced
  const announces = /^(?:announce|unveil)$/.test(group.verb.lemma)
  if (group.verb.classes.has('say') && !announces) return null
  if (mention.kind === 'money') {
    // set a record with 5 billion won: nothing is built
    if (group.verb.lemma === 'approve' && government) return measure(group, 'budget')
    if (group.verb.lemma === 'set' && !/^ (?:up|aside)\b/.test(text.slice(group.end, group.end + 8))) return null
    if (mention.per !== null) return null
    if (/^(?:receive|obtain|get)$/.test(group.verb.lemma)) return measure(group, 'budget')
    // what comes to a city from elsewhere is no money of its own
    if (group.verb.classes.has('gain') || group.verb.lemma === 'bring') return measure(group, 'investment')
    return announces || has(group, ['spend', 'build', 'plan', 'cancel', 'begin', 'finish', 'create'])
      ? measure(group, government ? 'budget' : 'investment')
      : null
  }
  // the capacity of the plant, the payroll will rise to so many: what rises is what is measured
  if (group.verb.classes.has('change') || /^(?:come|total)$/.test(group.verb.lemma)) {
    const risen = `${text.slice(group.from, group.start)} ${text.slice(group.end, Math.max(group.end, mention.start))}`
    if (/^(?:t|L|items|MW)$/.test(mention.unit ?? '')) return RISES_OUT.test(risen) ? measure(group, 'capacity') : null
    if (/^(?:persons|jobs)$/.test(mention.unit ?? ''))
      return RISES_STAFF.test(risen) && !/^(?:cut|reduce|fall|decline|drop)$/.test(group.verb.lemma) ? measure(group, 'jobs') : null
  }
  // will make 20,000 tons in 2026 and 40,000 tons in 2027
  if (/^(?:t|L|items)$/.test(mention.unit ?? '') && group.mode !== 'finite' && MAKES.test(text.slice(group.start, group.end + 4)))
    return measure(group, 'capacity')
  if (mention.unit === 'L' && group.mode === 'ahead' && /^(?:have|hold|offer|provide|contain)$/.test(group.verb.lemma))
    return measure(group, 'capacity')
  // it will open in May with 140 workers
  if (
    mention.unit === 'persons' &&
    group.mode === 'ahead' &&
    has(group, ['finish', 'run', 'begin']) &&
    /\bwith (?:about |some |around )?$/.test(text.slice(group.end, mention.start))
  )
    return measure(group, 'jobs')
  // 600 workers will be needed
  if (mention.unit === 'persons' && group.verb.lemma === 'need' && group.passive) return measure(group, 'jobs')
  if (mention.unit === 'persons' || mention.unit === 'jobs')
    return (/^(?:house|accommodate|get)$/.test(group.verb.lemma) || has(group, ['employ', 'create', 'own'])) && group.mode !== 'finite'
      ? measure(group, 'jobs')
      : null
  if (mention.unit === 'area') return announces || has(group, ['build', 'spend']) ? measure(group, 'area') : null
  // 18 companies agreed to come: who is counted acts
  const counted = group.from <= mention.start && mention.start < group.start && has(group, ['agree', 'sign', 'plan'])
  // we expect 30 more firms by 2030
  const awaited = /^(?:expect|want)$/.test(group.verb.lemma) && group.start < mention.start
  if (mention.unit === 'firms') return awaited || counted || has(group, ['gain', 'move']) ? measure(group, 'firms') : null
  return mention.kind === 'power' && has(group, ['build', 'begin', 'finish', 'run', 'plan']) ? measure(group, 'capacity') : null
}

const MAKES = /\b(?:make|produce|manufacture|assemble|refine|turn out)\b/
const RISES_OUT = /\b(?:capacity|output|production)\b/i
const RISES_STAFF = /\b(?:payroll|workforce|headcount|staff|employees|workers|jobs)\b/i

/** Signing, telling and founding have days of their own. */
const OWN_DAY =
  /^(?:launch|sign|ink|reach|conclude|strike|enter|seal|exchange|agree|announce|say|form|conclude|begin|start|break|establish|hold|meet|visit|unveil|report)$/

/** Whether a day belongs to what a figure is promised by, not to another step told in the same sentence. */
export function isItsDay(
  text: string,
  grammar: Grammar,
  groups: readonly VerbGroup[],
  group: VerbGroup,
  date: Mention,
  figures: readonly Mention[],
): boolean {
  const other = governing(groups, date)
  // work that begins in April is due later
  if (other !== null && date.start > other.start && other.verb.classes.has('begin') && WORK.test(text.slice(other.end, other.end + 40)))
    return grammar.startBefore.test(text.slice(Math.max(0, date.start - 48), date.start))
  if (other === null || other === group) return true
  // it costs 5 billion and will employ 90 by 2029
  if (
    other.start > group.start &&
    other.mode === 'ahead' &&
    group.mode === 'finite' &&
    !group.verb.classes.has('plan') &&
    !group.verb.classes.has('say') &&
    // a mill which it wants to finish by 2029: that is the day of the mill
    !other.verb.classes.has('finish') &&
    !(other.passive && other.verb.classes.has('build'))
  )
    return false
  // from 2026 to 2030 it will hire: a stretch is of one figure
  if (date.rule === 'date:range' && other.start > group.start && figures.some((one) => governing(groups, one) === other)) return false
  return !(other.start < group.start && date.start < group.start && other.mode !== 'infinitive' && OWN_DAY.test(other.verb.lemma))
}

/** What somebody gains that is no investment yet: leave, a prize. */
const NOT_GAINED =
  /^ (?:the |a |an |final |state |government )*(?:approval|permission|permits?|licen[sc]e|clearance|backing|support|bid|award|right|order|contract)/
const WORK = /^ (?:on |the )?(?:[\w-]+ ){0,3}?(?:construction|building|work|ground)\b/
const WORKS = /\b(?:construction|work|ground)\b/i
/** Land that has changed hands was sold by a contract. */
const LAND = /^(?:buy|purchase|acquire|lease)$/
const BY_SOMEBODY = /^(?:name|firm|it|government)$/
const GRANTED = /^(?:grant|devote|assign|award|budget|provide|commit)$/
const MAKES_NOW = /^(?:make|produce|manufacture|turn)$/
/** Put 5 billion won into it; not off, aside or on the table. */
const AMOUNT_NEXT = /^ (?:(?:about|around|some|over|nearly|more than|a total of|another) )*(?:[$€£¥₩\d]|KRW|USD|US\$)/
const SPENT = /^(?:spend|pour|inject|put|sink|plow|plough|pump)$/
/** What has come about already; a verb in the future does not say so of its figure. */
const PAST: ReadonlySet<Stage> = new Set(['operation', 'construction', 'result'])

const step = (group: VerbGroup, stage: Stage, strong: boolean): StageFound => ({ stage, span: { start: group.start, end: group.end }, strong })

/**
 * The stage of a figure by its governing verb and by the words around it (단계): what will be done is only planned, whatever else its sentence tells as done;
 * work that has begun is under construction; what a government gained is a result.
 */
export function stageBy(group: VerbGroup, around: string, said: StageFound | null, capacity: boolean): StageFound | null {
  const { verb, done, going, mode } = group
  const promises = has(group, PROMISES)
  // a plant that has opened, and will employ 90, runs: what it will bring goes by its stage
  const effect = group.actor.kind === 'thing' && said?.stage !== 'result'
  if (mode === 'ahead') return promises && (said === null || (PAST.has(said.stage) && !effect)) ? step(group, 'plan', false) : said
  // a plant that was built stands
  if (said?.stage === 'result' && done && (group.passive || group.actor.kind === 'name') && /^(?:build|construct|erect|complete)$/.test(verb.lemma))
    return step(group, 'operation', true)
  if (said?.strong === true && said.stage !== 'result') return said
  // the plant has a capacity of 5 tons: it stands already
  if (capacity && mode === 'finite' && !done && !going && (verb.classes.has('own') || MAKES_NOW.test(verb.lemma)))
    return step(group, 'operation', false)
  if ((verb.classes.has('plan') || /^(?:announce|unveil|approve)$/.test(verb.lemma)) && mode === 'finite' && said === null)
    return step(group, 'plan', false)
  // the city pays, the ministry granted: decided, not yet counted
  if (
    said === null &&
    mode === 'finite' &&
    BY_SOMEBODY.test(group.actor.kind) &&
    (done
      ? GRANTED.test(verb.lemma) || (verb.lemma === 'put' && /^ (?:aside|up)\b/.test(around.slice(group.end, group.end + 8)))
      : verb.classes.has('spend'))
  )
    return step(group, 'plan', false)
  if (mode === 'infinitive' || !(done || going)) return said ?? (mode === 'infinitive' && promises ? step(group, 'plan', false) : null)
  if (said === null && (going || verb.classes.has('plan')) && promises) return step(group, 'plan', false)
  const behind = around.slice(group.end, group.end + 40)
  if (verb.classes.has('begin') && (WORK.test(behind) || WORKS.test(around.slice(group.from, group.start)))) return step(group, 'construction', true)
  if (done && said === null && /^(?:increase|rise|grow|total)$/.test(verb.lemma) && group.actor.kind === 'thing') return step(group, 'result', true)
  // spent 5 billion won on it: that is done
  if (
    done &&
    said === null &&
    mode === 'finite' &&
    SPENT.test(verb.lemma) &&
    BY_SOMEBODY.test(group.actor.kind) &&
    (verb.lemma !== 'put' || AMOUNT_NEXT.test(around.slice(group.end, group.end + 24)))
  )
    return step(group, 'result', true)
  if (done && said === null && LAND.test(verb.lemma)) return step(group, 'contract', true)
  // twelve companies have settled here
  if (done && said === null && verb.classes.has('move') && /\b(?:companies|firms|businesses|tenants)$/.test(group.actor.word))
    return step(group, 'result', true)
  if (
    done &&
    verb.classes.has('gain') &&
    !/^(?:select|obtain|receive|get)$/.test(verb.lemma) &&
    !verb.classes.has('change') &&
    !NOT_GAINED.test(behind) &&
    !group.passive &&
    mode === 'finite'
  )
    return step(group, 'result', true)
  return said
}
