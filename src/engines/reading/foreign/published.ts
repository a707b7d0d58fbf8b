import type { Span } from '../reading.ts'
import { englishDateAtDigit, englishDateAtWord } from './english/dates.ts'
import { hanDate } from './han/dates.ts'
import type { Language } from './language.ts'

const HEADER =
  /(?:published|posted|released?|updated|date|immediate release|issued|sources?|出所|出典|出处|发布|發布|日期|时间|来源|更新|掲載|公開|発表日|配信|更新日|投稿日?|作成日|報道資料|プレスリリース|新闻稿|讯】|讯\]|电】)[^\n]{0,28}$/i
/** A source in brackets: Source: Saebyeok News (May 4, 2026). */
const DATELINE = /^\s?(?:[（(][^）)\n]{1,30}[）)])?\s?(?:[-–—―]{1,2}|\/|电|電|讯|訊|（|\(|：|:)/
/** Opens a report without a dash: Sejong, December 20, 2017. */
const OPENS_REPORT = /^[A-Z][A-Za-z]+(?:, [A-Z][A-Za-z. ]+)?, $/
const CANDIDATE =
  /(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2},?\s(?:19|20)\d{2})|(?:\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s(?:19|20)\d{2})|(?:(?:19|20)\d{2}\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2})|(?:(?:(?:19|20)\d{2}|令和(?:\d{1,2}|元))年\d{1,2}月\d{1,2}日)/g

/**
 * The day a foreign press release was published (발행일), by its own header, dateline or a line that is only a date. Null where it has none; nothing is guessed.
 *
 * `foreignPublished('SEOUL, March 3, 2026 - The city', 'en')!.date // => '2026-03-03'`
 */
export function foreignPublished(text: string, language: Language): (Span & { readonly date: string }) | null {
  const tail = Math.max(0, text.length - 400)
  for (const [from, to] of text.length > 1600
    ? [
        [0, 1200],
        [tail, text.length],
      ]
    : [[0, text.length]]) {
    CANDIDATE.lastIndex = 0
    const part = text.slice(from, to)
    for (let m = CANDIDATE.exec(part); m !== null; m = CANDIDATE.exec(part)) {
      const at = from! + m.index
      const word = m[0].slice(0, 3).toLowerCase()
      const found =
        language === 'en'
          ? /^\d/.test(m[0])
            ? englishDateAtDigit(text, at, null)
            : englishDateAtWord(text, at, word, null)
          : hanDate(text, at, null, language)
      if (found === null || typeof found.value !== 'string' || found.value.length !== 10) continue
      const lineStart = text.lastIndexOf('\n', at - 1) + 1
      const lineEnd = text.indexOf('\n', found.end) < 0 ? text.length : text.indexOf('\n', found.end)
      const before = text.slice(lineStart, at)
      const after = text.slice(found.end, lineEnd)
      const alone = before.trim().length <= 2 && /^[\s）)\]]*(?:\d{1,2}:\d{2}(?::\d{2})?)?\s*(?:KST|JST|CST)?$/.test(after)
      if (
        alone ||
        // 温州网 2026-02-10 09:30:00: the paper before it
        (language === 'zh' && /^[\u4e00-\u9fff]{2,8}[ \u3000]$/.test(before) && /^ ?\d{1,2}:\d{2}/.test(after)) ||
        // (2026.2.10 某新聞) closes the article
        (/^[(（]$/.test(before.trim()) && at > text.length - 40 && /^[ \u3000][^()（）\n]{2,12}[)）]\s*$/.test(after)) ||
        // an article that opens with its day
        at < 8 ||
        HEADER.test(before) ||
        (before.length <= 40 && DATELINE.test(after)) ||
        (/^\. [A-Z]/.test(after) && OPENS_REPORT.test(before)) ||
        (before.length <= 50 && after.trim() === '' && /[-–—|,]\s*$/.test(before))
      )
        return { date: found.value, start: at, end: found.end }
    }
  }
  return null
}
