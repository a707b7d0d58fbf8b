import { suppliedDay } from '../published.ts'
import type { Mention, Reading, ReadOptions } from '../reading.ts'
import { foreignCommitments } from './commitments.ts'
import { ENGLISH } from './english/grammar.ts'
import { englishNames } from './english/names.ts'
import type { Grammar } from './grammar.ts'
import { CHINESE } from './han/chinese-grammar.ts'
import { JAPANESE } from './han/japanese-grammar.ts'
import { hanNames } from './han/names.ts'
import { asPrinted, simplified } from './han/traditional.ts'
import type { Language } from './language.ts'
import { type Found, toMention } from './mention.ts'
import { firstMentions, type Name, Named } from './name.ts'
import { foreignPublished } from './published.ts'
import { foreignQuantities } from './quantities.ts'
import { splitForeign } from './sentences.ts'

const GRAMMARS: Readonly<Record<Exclude<Language, 'ko'>, Grammar>> = { en: ENGLISH, zh: CHINESE, ja: JAPANESE }

/** Raised whenever the same foreign text may read differently. */
export const FOREIGN_VERSION = '1.6.0'

/**
 * What an English, Chinese or Japanese press release says (외국어 보도자료), in the shape of `readDocument`: quantities, dates, names and commitments with their spans.
 * `canonical` is the NFC text that offsets count in; `text` the same with wide signs narrowed, unit for unit.
 *
 * `readForeign('The city will invest 30 billion won.', 'The city will invest 30 billion won.', 'en', {}).mentions.length // => 1`
 *
 * @throws RangeError where `published` is no day of the calendar
 */
export function readForeign(canonical: string, narrowed: string, language: Exclude<Language, 'ko'>, options: ReadOptions): Reading {
  const text = language === 'zh' ? simplified(narrowed) : narrowed
  const found = options.published === undefined ? foreignPublished(text, language) : null
  const published = options.published ?? found?.date ?? null
  const reference = published === null ? null : suppliedDay(published)
  const sentences = splitForeign(text, language)
  const quantities = foreignQuantities(text, sentences, reference, language)
  const named = new Named()
  const names: (readonly Name[])[] = []
  let cursor = 0
  for (const { start, end } of sentences) {
    const all = language === 'en' ? englishNames(text, start, end, named) : hanNames(text, start, end, language, named)
    while (cursor < quantities.length && quantities[cursor]!.end <= start) cursor++
    let k = cursor
    names.push(
      all.filter((name) => {
        while (k < quantities.length && quantities[k]!.end <= name.start) k++
        return quantities[k] === undefined || quantities[k]!.start >= name.end
      }),
    )
  }
  const mentions: Mention[] = []
  for (const one of quantities) mentions.push(toMention(canonical, one))
  for (const name of firstMentions(text, names.flat())) mentions.push(toMention(canonical, nameFound(name)))
  mentions.sort((a, b) => a.start - b.start || b.end - a.end)
  const read = { mentions, ...foreignCommitments({ text, language, grammar: GRAMMARS[language], sentences, mentions, names, reference }) }
  const title = options.title === undefined ? titleOf(canonical, sentences) : null
  return {
    reader: `gusul/${language}`,
    version: FOREIGN_VERSION,
    text: canonical,
    published:
      published === null
        ? null
        : { date: published, span: found === null ? null : { start: found.start, end: found.end }, source: found === null ? 'supplied' : 'document' },
    outlet: options.outlet === undefined ? null : { name: options.outlet, span: null },
    title,
    sentences,
    ...(text === narrowed ? read : asPrinted(narrowed, text, names, read)),
  }
}

const nameFound = (name: Name): Found => ({
  kind: name.kind,
  start: name.start,
  end: name.end,
  value: name.value,
  unit: null,
  certainty: name.certainty,
  rule: name.rule,
})

/** Lines above a title: what kind of paper it is, a dateline. */
const FURNITURE =
  /^(?:for immediate release|press release|news release|media release|新闻稿|新聞稿|報道資料|プレスリリース|报道|【|date ?:|contact ?:|embargo)|(?:19|20)\d{2}|令和/i

/** The first of the opening lines that is no sentence and no furniture. Null where the text opens with prose. */
function titleOf(text: string, sentences: Reading['sentences']): Reading['title'] {
  const furniture = (span: Reading['sentences'][number] | undefined): boolean =>
    span !== undefined && span.end - span.start < 80 && FURNITURE.test(text.slice(span.start, span.end))
  for (const [k, span] of sentences.slice(0, 6).entries()) {
    const words = text.slice(span.start, span.end)
    // a name over "Press release" is a letterhead
    if (furniture(span) || (furniture(sentences[k + 1]) && furniture(sentences[k + 2]))) continue
    const alone = text.charCodeAt(span.end) === 0x0a && sentences.length > 1
    return !alone || words.length < 4 || words.length > 160 || /[.。!?]["”」』]?$/.test(words) ? null : { text: words, span }
  }
  return null
}
