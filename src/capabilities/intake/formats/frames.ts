import { Parser } from 'htmlparser2'
import type { Warning, Words } from './types.ts'

/** Frames in frames; more is no page of a person's. */
const deepest = 4

/** A page with the words of its frames, and the addresses of frames whose words are not in the file. */
export interface Unframed {
  html: string
  elsewhere: string[]
}

/**
 * 틀을 편 페이지: frames that carry their page with them (`srcdoc`, at any depth) are put in their place; the addresses of the others are named.
 *
 * `unframed('<iframe src="/view.do"></iframe>').elsewhere // => ['/view.do']`
 */
export function unframed(html: string, depth = 0): Unframed {
  if (!/<i?frame[\s>]/i.test(html)) return { html, elsewhere: [] }
  const elsewhere: string[] = []
  const inside: { start: number; end: number; html: string }[] = []
  const parser = new Parser(
    {
      onopentag(name, { src, srcdoc }) {
        if (name !== 'iframe' && name !== 'frame') return
        if (srcdoc && depth < deepest) {
          const within = unframed(srcdoc, depth + 1)
          elsewhere.push(...within.elsewhere)
          inside.push({
            start: parser.startIndex,
            end: parser.endIndex + 1,
            html: `<div>${within.html.replace(/<\/?(?:html|head|body)[^>]*>|<!doctype[^>]*>/gi, '')}</div>`,
          })
        } else if (src && !/^(?:about|javascript|data):/i.test(src)) elsewhere.push(src)
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  let out = ''
  let at = 0
  for (const one of inside) {
    out += html.slice(at, one.start) + one.html
    at = one.end
  }
  return { html: out + html.slice(at), elsewhere }
}

/** Fewer words than this are what stands around an article, where the article itself is in a frame. */
const fewWords = 300

/** What to tell of a page whose words may stand in frames that the file lacks; null where it has words enough. */
export function wordsElsewhere(text: string, elsewhere: readonly string[]): Warning | null {
  const [first] = elsewhere
  return first === undefined || text.length >= fewWords ? null : { code: 'words-elsewhere', ...inFrame(first) }
}

/** Why a page gives no words at all, as far as its source tells; null where it does not. */
export function whyEmpty(html: string, elsewhere: readonly string[]): Words | null {
  if (elsewhere[0] !== undefined) return inFrame(elsewhere[0])
  if (!/<script[\s>]/i.test(html)) return null
  return {
    ko: '글을 스크립트가 그리는 페이지라 파일에는 글이 없습니다. 브라우저에서 연 뒤 PDF로 인쇄해 올리거나 글을 붙여넣어 주십시오.',
    en: 'A script draws the words of this page; the file holds none. Open it in a browser, print it to PDF and add that, or paste the words.',
  }
}

const inFrame = (address: string): Words => ({
  ko: `글이 파일에 없는 틀(iframe) 안에 있을 수 있습니다: ${address.slice(0, 200)} — 그 주소의 페이지를 저장해 올리거나 글을 붙여넣어 주십시오.`,
  en: `The words may stand in a frame that is not in the file: ${address.slice(0, 200)} — save the page at that address and add it, or paste the words.`,
})
