import type { Mention, Slot, Span, Stage } from '../reading.ts'
import type { Grammar } from './grammar.ts'

/** How far a matter has come (단계) by the words of one stretch; `strong` beats what the sentences before said. */
export interface StageFound {
  readonly stage: Stage
  readonly span: Span
  readonly strong: boolean
  /** Only agreed: weaker than a contract signed before. */
  readonly agreed?: boolean
}

const ORDER: readonly (readonly [Stage, keyof Grammar & Stage])[] = [
  ['operation', 'operation'],
  ['construction', 'construction'],
  ['contract', 'contract'],
  ['mou', 'mou'],
]

/**
 * The stage that a stretch of text states, or null: cancelled before done, done before begun, signed before achieved, achieved before planned.
 * A verb that words beside it put in the future (will be completed, 预计投产, 完成する予定), or that stands behind a day still to come (`later`), states a plan only.
 */
export function stageIn(words: string, offset: number, grammar: Grammar, later?: (at: number) => boolean): StageFound | null {
  const at = (stage: Stage, m: RegExpExecArray, strong: boolean): StageFound => ({
    stage,
    span: { start: offset + m.index, end: offset + m.index + m[0].length },
    strong,
  })
  const cancelled = grammar.cancelled.exec(words)
  if (cancelled !== null) return at('cancelled', cancelled, true)
  let ahead: StageFound | null = null
  for (const [stage, key] of ORDER) {
    const m = grammar[key].exec(words)
    if (m === null) continue
    const before = words.slice(Math.max(0, m.index - 44), m.index)
    const after = words.slice(m.index + m[0].length, m.index + m[0].length + 16)
    const signed = stage === 'mou' || stage === 'contract'
    if (!signed && later?.(offset + m.index) === true) {
      ahead ??= at('plan', m, false)
      continue
    }
    // once the plant begins operation
    if (!signed && /^(?:Once|When|If|As soon as)\b[^,;]*$/.test(words.slice(0, Math.min(m.index, 120)))) continue
    // 600 workers will be needed while the plant is being built
    if (stage === 'construction' && /being|under/.test(m[0]) && /\b(?:while|until|once) [^,;.]{0,40}$/.test(before)) continue
    // will be started in 2026 and opened in 2029
    if (!signed && COORDINATED.test(words.slice(Math.max(0, m.index - 96), m.index))) continue
    if (!signed && (grammar.ahead.test(before) || grammar.behindAhead.test(after))) continue
    if (
      signed &&
      (grammar.toSign.test(words) || (/\b(?:will|to|plans? to|expected to|is scheduled to) $/i.test(before) && /^sign|^conclude|^enter/i.test(m[0])))
    )
      continue
    return stage === 'mou' && /^agreed/i.test(m[0]) ? { ...at(stage, m, true), agreed: true } : at(stage, m, true)
  }
  const pledge = grammar.pledge.exec(words)
  if (pledge !== null) return at('pledge', pledge, true)
  const plan = grammar.plan.exec(words)
  const result = grammar.result.exec(words)
  if (
    result !== null &&
    !grammar.ahead.test(words.slice(Math.max(0, result.index - 28), result.index)) &&
    (plan === null || result.index < plan.index)
  )
    return at('result', result, true)
  // what is yet to be signed is planned
  const toSign = plan === null ? grammar.toSign.exec(words) : null
  if (plan !== null) return at('plan', plan, false)
  return toSign === null ? ahead : at('plan', toSign, false)
}

const COORDINATED = /\b(?:will|would|to) be [a-z]+(?:ed|en|t)\b[^.;]{0,48}\band (?:then )?$/

/** The clause (절) around a figure: between the marks and connectives that open another one. */
export function clauseAround(text: string, sentence: Span, mention: Span, grammar: Grammar): Span {
  let { start } = sentence
  let { end } = sentence
  const rule = grammar.clauseEnd
  rule.lastIndex = 0
  const body = text.slice(sentence.start, sentence.end)
  for (let m = rule.exec(body); m !== null; m = rule.exec(body)) {
    const at = sentence.start + m.index
    if (at + m[0].length <= mention.start) start = at
    else if (at >= mention.end) {
      end = at
      break
    }
  }
  return { start, end }
}

/** What is said between the semicolons around a figure, else in its sentence. */
export function saidBeside(text: string, sentence: Span, mention: Mention, said: StageFound | null, grammar: Grammar): StageFound | null {
  const before = text.slice(sentence.start, mention.start)
  const from = Math.max(before.lastIndexOf(';'), before.lastIndexOf('；')) + 1
  const behind = text.slice(mention.end, sentence.end).search(/[;；]/)
  if (from === 0 && behind < 0) return said
  const words = text.slice(sentence.start + from, behind < 0 ? sentence.end : mention.end + behind)
  return stageIn(words, sentence.start + from, grammar) ?? said
}

/** The stage that stands right behind an amount in apposition: a 70 billion won complex now under construction. */
export function stageBehind(text: string, sentence: Span, mention: Mention, stage: Slot<Stage>, grammar: Grammar): Slot<Stage> {
  const found = stageIn(text.slice(mention.end, Math.min(sentence.end, mention.end + 60)), mention.end, grammar)
  return found === null ? stage : { value: found.stage, span: found.span, rule: 'stage:clause' }
}
