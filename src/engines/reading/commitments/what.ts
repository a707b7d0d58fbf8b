import { stemsOf } from '../particles.ts'
import type { Indicator, Slot, Span } from '../reading.ts'
import { type Draft, slot } from './draft.ts'

/** What an indicator is called where the text has no words of its own. */
const LABEL: Readonly<Record<Indicator, string>> = {
  investment: '투자',
  jobs: '고용',
  area: '면적',
  firms: '기업 수',
  output: '생산',
  value_added: '부가가치',
  production_inducement: '생산유발',
  employment_inducement: '고용유발',
  capacity: '규모',
  budget: '사업비',
  exports: '수출',
  revenue: '매출',
  other: '기타',
}

const PROJECT = /[‘'“"「『]([^’'”"」』\n]{3,40})[’'”"」』]/g
const WORDS_BEFORE = /(?:(?:^|[\s(])([가-힣A-Za-z·]{1,14}))?[\s(]([가-힣A-Za-z·]{2,14})\s*(?:약|총|최대|최소|모두|무려|전체)?\s*$/
/** Words that say when, how much or for whom, and nothing of the matter. */
const NO_MATTER =
  /(?:까지|부터|년|월|일|동안|현재|기준|올해|내년|지난해|그동안|이를|함께|또|또한|아울러|이어|[가-힣](?:면|돼|해|며|서|만|로|된|한|하여)|더불어|군민|시민|도민|주민|들어오고|짓고|있고|넣고|세우고|놓고|모두|각각|약|총|넘는|규모의|있는|하는|위해|통해|대해|으로|에서|에게|으며|하고|이며|했고|이고|및|등|등의)$/

/**
 * What the number is of (대상): the quoted project of the sentence, else the noun phrase before the number with its particle off
 * ("고용인원", "부품자체 수급률"), else the table's label, else the indicator's Korean name.
 */
export function whatOf(text: string, draft: Draft, sentence: Span): Slot<string> {
  if (draft.line !== null && draft.indicator.span !== null) {
    const { span } = draft.indicator
    return slot(text.slice(span.start, span.end), span, 'what:label')
  }
  const before = text.slice(sentence.start, draft.mention.start)
  const match = WORDS_BEFORE.exec(` ${before.slice(-48)}`)
  if (match !== null) {
    const last = withoutParticle(match[2]!)
    if (last.length >= 2 && !NO_MATTER.test(match[2]!) && last !== draft.subject.value) {
      const lead =
        match[1] !== undefined && !NO_MATTER.test(match[1]) && withoutParticle(match[1]) === match[1] && match[1].length > 1 ? match[1] : ''
      const start = sentence.start + before.lastIndexOf(lead === '' ? match[2]! : lead)
      const end = sentence.start + before.lastIndexOf(match[2]!) + last.length
      if (start < end && end - start < 40) return slot(text.slice(start, end).replace(/\s+/g, ' '), { start, end }, 'what:before')
    }
  }
  const body = text.slice(sentence.start, sentence.end)
  PROJECT.lastIndex = 0
  for (let quoted = PROJECT.exec(body); quoted !== null; quoted = PROJECT.exec(body)) {
    if (/[다요까]$|[.?!]/.test(quoted[1]!)) continue
    const start = sentence.start + quoted.index + 1
    return slot(quoted[1]!, { start, end: start + quoted[1]!.length }, 'what:quoted')
  }
  return slot(LABEL[draft.indicator.value], draft.indicator.span, 'what:indicator')
}

/** A word without its particle, where the particle agrees with it. */
function withoutParticle(word: string): string {
  const stem = stemsOf(word).find((one) => one.length >= 2 && /^(?:은|는|이|가|을|를|의|에|도|와|과)$/.test(word.slice(one.length)))
  return stem ?? word
}
