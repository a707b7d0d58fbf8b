import type { ReactNode } from 'react'
import { keptTogether } from '#ui/kit/kept-together'
import { useTexts } from '#web/shell/texts'
import { uiTexts } from '#web/ui/kit/texts'

export interface QuoteProps {
  /** The exact words of the source. */
  text: string
  /** The part of it that says the value, as UTF-16 offsets within `text`. */
  mark?: { start: number; end: number }
  outlet?: string | null
  /** YYYY-MM-DD, or null where the document gives no date. */
  date?: string | null
  title?: string | null
  /** Where the whole source can be read. */
  href?: string | null
  /** The quote is cut out of a longer sentence. */
  part?: boolean
  lang?: string
  children?: ReactNode
}

/** 원문의 문장: exact words with who published them and when. A missing date is said, not left out. */
export function Quote({ text, mark, outlet, date, title, href, part, lang, children }: QuoteProps) {
  const texts = useTexts(uiTexts)
  const named = [outlet, title].filter(Boolean).join(', ')
  return (
    <figure className="quote">
      <blockquote lang={lang}>
        {mark && mark.start >= 0 && mark.end <= text.length && mark.start < mark.end ? (
          <>
            {keptTogether(text.slice(0, mark.start))}
            <mark>{text.slice(mark.start, mark.end)}</mark>
            {keptTogether(text.slice(mark.end))}
          </>
        ) : (
          keptTogether(text)
        )}
      </blockquote>
      <footer>
        {href ? <a href={href}>{named || href}</a> : named || texts.noSource} {date ? <time dateTime={date}>{date}</time> : `(${texts.dateUnknown})`}
        {part ? ` · ${texts.partOfSentence}` : ''}
        {children ? <> · {children}</> : null}
      </footer>
    </figure>
  )
}
