import type { Email } from 'postal-mime'
import { safeName } from './archive.ts'
import { FormatError } from './failure.ts'
import { tablesAsLines } from './html-tables.ts'
import { withLetterParser } from './letter-decoder.ts'
import { type LetterHead, ofForwarded, ownWords, quotedWarnings } from './letter-words.ts'
import type { Limits } from './limits.ts'
import { addLines } from './plain.ts'
import { shownHtml } from './shown-html.ts'
import { TextBuilder } from './text-builder.ts'
import type { Raw } from './types.ts'

/** A day in Korea for an instant: letters carry a time and a zone. */
function dayInKorea(date: string | undefined): string | null {
  const at = Date.parse(date ?? '')
  return Number.isNaN(at) ? null : new Date(at + 9 * 3_600_000).toISOString().slice(0, 10)
}

/** 저장한 웹 페이지(MHT): browsers keep a page and its pictures in the form of a letter, which nobody sent. */
const isSavedPage = (letter: Email) =>
  letter.headers.some(({ key }) => key === 'snapshot-content-location') || /^saved by /i.test(letter.from?.name ?? '')

/** Words of HTML, roughly: enough to compare lengths. */
const roughly = (html: string) =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]*>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Some programs write "your mail program does not show HTML" in the place of the words. */
const isStub = (text: string, html: string | undefined) => html !== undefined && text.length < 200 && roughly(html).length > 3 * text.length

/** What was attached; pictures of a signature and of a saved page are part of its look. */
function attached(letter: Email, limits: Limits): NonNullable<Raw['inside']> {
  if (isSavedPage(letter)) return []
  return letter.attachments
    .filter((one) => !(one.mimeType.startsWith('image/') && (one.related || one.disposition !== 'attachment')))
    .slice(0, limits.entries)
    .map((one, index) => ({
      name: safeName(one.filename ?? `첨부 ${index + 1}${one.mimeType === 'message/rfc822' ? '.eml' : ''}`),
      bytes: bytesOf(one.content),
    }))
}

/**
 * 전자우편(EML): subject, words and attachments of a letter. Its own plain text is taken where it has one, else its HTML is handed on to be read as a page.
 * The day is that of its date in Korean time; the outlet is the sender's name. A letter inside of it is an attachment of its own;
 * earlier letters that it quotes, its signature and disclaimer are left out (see `ownWords`).
 *
 * @throws FormatError `damaged` where there is no letter in it, `too-deep`, `empty`
 */
export async function readLetter(bytes: Uint8Array, limits: Limits): Promise<Raw> {
  const letter = await withLetterParser((parser) =>
    parser.parse(Uint8Array.from(bytes).buffer, {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: 64,
      maxHeadersSize: 2_000_000,
    }),
  ).catch((error: Error) => {
    throw new FormatError(/nesting/i.test(error.message) ? 'too-deep' : 'damaged')
  })
  const words = letter.text?.trim() ?? ''
  const subject = letter.subject?.replace(/\s+/g, ' ').trim() || null
  const common = {
    format: 'eml' as const,
    title: subject,
    publishedOn: dayInKorea(letter.date),
    outlet: isSavedPage(letter) ? null : letter.from?.name?.trim() || letter.from?.address || null,
    inside: attached(letter, limits),
  }
  // a letter that only carries its attachments is a document too, or those would be lost with it
  const hasName = subject !== null && /[\p{L}\p{N}]/u.test(subject)
  const heading = hasName || common.inside.length === 0 ? subject : '(제목 없음)'
  const head: LetterHead = { subject, reply: letter.inReplyTo !== undefined || letter.references !== undefined }
  const builder = new TextBuilder(limits.characters)
  if (letter.html && (words === '' || isStub(words, letter.html))) {
    addLines(builder, heading ?? '(제목 없음)')
    return {
      ...common,
      ...builder.done(),
      warnings: [],
      html: tablesAsLines(shownHtml(letter.html).html),
      ...(isSavedPage(letter) ? {} : { letter: head }),
    }
  }
  const own = ownWords(words, head)
  const first = own.text.trim() === '' ? heading : subject
  if (first) {
    builder.add(first)
    builder.gap()
  }
  addLines(builder, own.text)
  return { ...common, ...ofForwarded(own), ...builder.done(), warnings: quotedWarnings(own) }
}

const bytesOf = (content: ArrayBuffer | Uint8Array | string): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content instanceof Uint8Array ? content : new Uint8Array(content)
