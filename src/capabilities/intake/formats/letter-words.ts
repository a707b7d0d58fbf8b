import type { Raw, Warning } from './types.ts'

/** What is known of a letter beside its words. */
export interface LetterHead {
  subject: string | null
  /** It says itself that it answers another letter. */
  reply: boolean
}

/** 편지의 제 말: what a letter says itself. */
export interface OwnWords {
  text: string
  /** How many earlier letters it quotes that were left out. */
  quoted: number
  /** 전달: it hands on a letter of somebody else, whose words they are then. */
  forwarded: { sentOn: string | null; sender: string | null } | null
}

const originalLine =
  /^[\s>]*[-–—_=*]{2,}\s*(?:Original (?:Message|Mail)|원본 ?(?:메시지|메일|편지|내용)|Forwarded [Mm]essage|전달된? ?(?:메시지|메일|편지)|Begin forwarded message)\s*[-–—_=*:]*\s*$|^\s*(?:Begin forwarded message|전달된 메시지의 시작)\s*:\s*$/i
const forwardLine = /forwarded|전달/i
const field =
  /^[\s>*]*(보낸 ?사람|보낸 ?이|발신(?:자|인)?|From|보낸 ?날짜|보낸 ?시각|날짜|일시|Sent|Date|받는 ?사람|받는 ?이|수신(?:자|인)?|To|참조|Cc|제목|Subject)\s*[*]?\s*[:：]\s*[*]?\s*(.*)$/i
const isSender = (name: string) => /^(?:보낸 ?사람|보낸 ?이|발신|From)/i.test(name)
const isDay = (name: string) => /^(?:보낸 ?날짜|보낸 ?시각|날짜|일시|Sent|Date)/i.test(name)
/** 2026년 3월 2일 (월) 오전 9:00, 홍길동 <a@b.kr>님이 작성: — On Mon, Mar 2, 2026 at 9:00 AM X <a@b.kr> wrote: */
const attribution = /^[\s>]*(?:(?:19|20)\d\d[년.\-/].{4,120}(?:님이|이|가)?\s?(?:작성|보냄|썼습니다|쓴 글|쓰셨습니다)\s?:?|On .{6,160}wrote\s?:)\s*$/i
const quotedLine = /^\s*>/

/** The day of an earlier letter's head, in whatever form its program writes it. */
function dayOf(words: string): string | null {
  const found = /((?:19|20)\d\d)\s?[년.\-/]\s?(\d{1,2})\s?[월.\-/]\s?(\d{1,2})/.exec(words)
  if (found) return `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const at = Date.parse(words.replace(/\bat\b/, ''))
  if (Number.isNaN(at)) return null
  // a day without a zone is a day as it is written
  const zoned = /GMT|UTC|[+-]\d{4}\b/.test(words)
  const made = zoned ? new Date(at + 9 * 3_600_000) : new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return made.toISOString().slice(0, 10)
}

interface Head {
  /** First line of the head of an earlier letter, and the first line of its words. */
  from: number
  to: number
  forwards: boolean
  /** An attribution: behind it quoted lines stand among the writer's own. */
  attributed: boolean
  sentOn: string | null
  sender: string | null
}

/** Where the next earlier letter begins. */
function nextHead(lines: readonly string[], start: number): Head | null {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]!
    if (attribution.test(line) || (/^[\s>]*On .{6,}$/.test(line) && /wrote\s?:\s*$/.test(lines[at + 1] ?? '')))
      return { from: at, to: attribution.test(line) ? at + 1 : at + 2, forwards: false, attributed: true, sentOn: dayOf(line), sender: null }
    const marked = originalLine.test(line)
    const head = fieldsAt(lines, marked ? at + 1 : at)
    if (marked || head)
      return {
        from: at,
        to: head?.to ?? at + 1,
        forwards: marked && forwardLine.test(line),
        attributed: false,
        sentOn: head?.sentOn ?? null,
        sender: head?.sender ?? null,
      }
  }
  return null
}

/** 보낸 사람, 받는 사람, 날짜, 제목 in lines one after the other: three of them, the sender among the first two. */
function fieldsAt(lines: readonly string[], start: number): { to: number; sentOn: string | null; sender: string | null } | null {
  let at = start
  while (at < lines.length && at < start + 2 && lines[at]!.replace(/>/g, '').trim() === '') at++
  const first = at
  let sender: string | null = null
  let sentOn: string | null = null
  let named = 0
  for (; at < lines.length && at < first + 12; at++) {
    const found = field.exec(lines[at]!)
    if (!found) {
      // a long list of receivers runs over several lines
      if (named > 0 && /^\s+\S+@\S+|^\s*[^:]{0,60}<\S+@\S+>[;,]?\s*$/.test(lines[at]!)) continue
      break
    }
    named++
    if (isSender(found[1]!))
      sender ??=
        found[2]!
          .replace(/[<[(].*$/, '')
          .replace(/["']/g, '')
          .trim() || found[2]!.trim()
    else if (isDay(found[1]!)) sentOn ??= dayOf(found[2]!)
    if (named === 2 && sender === null) return null
  }
  return named >= 3 && sender !== null ? { to: at, sentOn, sender } : null
}

const isForward = (subject: string | null) => /^\s*(?:fwd?|전달|전송)\s*[:：\]]|^\s*\[(?:fwd?|전달)\]/i.test(subject ?? '')
const isReply = ({ subject, reply }: LetterHead) => reply || /^\s*(?:re|회신|답장|답변)\s*(?:\[\d+\])?\s*[:：]/i.test(subject ?? '')
const letters = (lines: readonly string[]) => lines.join('').replace(/\s/g, '').length
/** Shorter than this, the words over a letter are no more than its covering note. */
const coveringNote = 120

/**
 * 편지의 제 말: the words of a letter without the earlier letters that it quotes (each of them is a document of its own day), its signature and its disclaimer.
 * A letter that hands on another one keeps the words of that, with the day and the sender that its head names; what that one quotes in its turn goes.
 */
export function ownWords(text: string, head: LetterHead): OwnWords {
  const lines = text.split(/\r\n?|\n/)
  const first = nextHead(lines, 0)
  if (!first) return { text: withoutFoot(isReply(head) ? lines.filter((line) => !quotedLine.test(line)) : lines), quoted: 0, forwarded: null }
  const above = lines.slice(0, first.from)
  const forwards = first.forwards || (isForward(head.subject) && !first.attributed)
  const covers = !isReply(head) && !first.attributed && letters(above) < coveringNote && !/\d[\d,.]*\s?(?:조|억|만|천)/.test(above.join(''))
  if (forwards || covers) {
    const handed = lines.slice(first.to).map((line) => line.replace(/^\s*> ?/, ''))
    const rest = ownWords(handed.join('\n').replace(/^\s*\n/, ''), { subject: null, reply: true })
    const own = withoutFoot(above)
    return {
      text: [own, rest.text].filter((part) => part.trim() !== '').join('\n\n'),
      quoted: rest.quoted,
      forwarded: { sentOn: first.sentOn, sender: first.sender },
    }
  }
  const below = lines.slice(first.to)
  // answers between quoted lines are the writer's own
  const between = first.attributed && below.some((line) => quotedLine.test(line)) ? below.filter((line) => !quotedLine.test(line)) : []
  const own = withoutFoot([...above, ...between])
  // a letter of nothing but quoted words is read as it is
  if (own.trim() === '') return { text: withoutFoot(lines), quoted: 0, forwarded: null }
  let quoted = 1
  for (let next = nextHead(lines, first.to); next; next = nextHead(lines, next.to)) quoted++
  return { text: own, quoted, forwarded: null }
}

/** Day and sender of a letter that was handed on. */
export function ofForwarded({ forwarded }: OwnWords): Pick<Raw, 'publishedOn' | 'outlet'> {
  return { ...(forwarded?.sentOn ? { publishedOn: forwarded.sentOn } : {}), ...(forwarded?.sender ? { outlet: forwarded.sender } : {}) }
}

/** Earlier letters that are quoted were not read again, and the reader is told; so is whose words were handed on. */
export function quotedWarnings({ quoted, forwarded }: OwnWords): Warning[] {
  const told: Warning[] = []
  if (forwarded)
    told.push({
      code: 'forwarded-letter',
      ko: `전달된 글입니다. 처음 보낸 사람(${forwarded.sender ?? '알 수 없음'})과 날짜(${forwarded.sentOn ?? '알 수 없음'})를 따릅니다.`,
      en: `A forwarded letter: sender (${forwarded.sender ?? 'unknown'}) and day (${forwarded.sentOn ?? 'unknown'}) are those of the first letter.`,
    })
  if (quoted > 0)
    told.push({
      code: 'quoted-letter',
      ko: `앞서 오간 글 ${quoted}통이 인용되어 있습니다. 새 출처가 아니어서 다시 읽지 않았습니다. 처음 글은 따로 올려 주십시오.`,
      en: `${quoted} earlier letter${quoted === 1 ? ' is' : 's are'} quoted. Being no new source, ${quoted === 1 ? 'it was' : 'they were'} not read again; add the first letter${quoted === 1 ? '' : 's'} by itself.`,
    })
  return told
}

const contact = [
  /(?:tel|phone|전화|대표|직통|사무실|office)\s*[.:)]?\s*[+(]?\d|^\s*[TO]\s*[.:)]?\s*[+(]?\d{2}/i,
  /(?:mobile|h\.?p|cell|휴대폰|핸드폰)\s*[.:)]?\s*[+(]?\d|^\s*[MC]\s*[.:)]?\s*[+(]?\d|\b01[016789][-. )]\s?\d{3,4}[-. ]\d{4}/i,
  /(?:fax|팩스|전송)\s*[.:)]?\s*[+(]?\d|^\s*F\s*[.:)]?\s*[+(]?\d{2}/i,
  /[\w.+-]+@[\w-]+\.[\w.]+/,
  /(?:https?:\/\/|www\.)\S+/i,
]
const disclaimer =
  /^\s*[*※\-[(]*\s*(?:(?:본|이)\s?(?:전자\s?)?(?:우편|메일|이메일|e-?mail)[^\n]{0,200}(?:수신|비밀|기밀|법적|무단|유출|보호|발신|광고)|(?:This|The information (?:in|contained in) this) (?:e-?mail|message|communication)\b|(?:confidentiality|legal|privacy)?\s?(?:notice|disclaimer)\s?:|CONFIDENTIAL(?:ITY)?\b)/i
/** A signature and what stands below it are no longer than this. */
const longestFoot = 25

/** The lines without what stands at a letter's foot: signature (-- , or a block with telephone, mail and address) and disclaimer. */
function withoutFoot(lines: readonly string[]): string {
  let kept = [...lines]
  const from = Math.max(1, kept.length - longestFoot)
  const standard = kept.findIndex((line, at) => at >= from && /^--\s?$/.test(line))
  if (standard > 0) kept = kept.slice(0, standard)
  const said = kept.findIndex((line, at) => at >= Math.max(1, kept.length - longestFoot) && disclaimer.test(line))
  if (said > 0) kept = kept.slice(0, said)
  for (let again = true; again; ) {
    while (kept.length > 0 && /^[\s\-=_*─━~]*$/.test(kept.at(-1)!)) kept.pop()
    // the last block: lines up to an empty one or a line of strokes
    let start = kept.length
    while (start > 0 && !/^[\s\-=_*─━~]*$/.test(kept[start - 1]!)) start--
    const block = kept.slice(start)
    const kinds = contact.filter((kind) => block.some((line) => kind.test(line))).length
    again = start > 0 && block.length <= 10 && block.every((line) => line.trim().length <= 90) && kinds >= 2
    if (again) kept = kept.slice(0, start)
  }
  return kept.join('\n').trimEnd()
}
