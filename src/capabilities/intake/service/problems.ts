import { ProblemError } from '#api/problem'
import type { FileFormat } from '../text/format.ts'

/** Why an uploaded file has no text yet, in the words that its person reads. */
export type Unreadable = FileFormat | 'not-text' | 'too-slow' | 'too-large' | 'unreadable' | 'no-words'

const formats: Record<string, { ko: string; en: string }> = {
  pdf: { ko: 'PDF', en: 'PDF' },
  hwp: { ko: '한글(HWP)', en: 'HWP' },
  office: { ko: '한글·워드·엑셀 꾸러미', en: 'HWPX, Word or Excel' },
  zip: { ko: '압축', en: 'archive' },
  image: { ko: '그림', en: 'image' },
}

/** What is the matter with a file that is kept without a text, and what to do. */
export function unreadableProblem(reason: string, locale: 'ko' | 'en'): { code: string; title: string; detail: string } {
  const format = formats[reason]
  const title = format
    ? { ko: `${format.ko} 파일은 아직 글로 옮기지 못합니다`, en: `A file of the format ${format.en} cannot be turned into text yet` }
    : reason === 'no-words'
      ? { ko: '파일에 읽을 글이 없습니다', en: 'The file has no words' }
      : reason === 'too-slow' || reason === 'too-large'
        ? { ko: '웹 페이지가 너무 무거워 읽기를 그만두었습니다', en: 'The page is too heavy; reading was given up' }
        : { ko: '글로 읽을 수 없는 파일입니다', en: 'The file cannot be read as text' }
  const detail = {
    ko: '파일은 그대로 보관했습니다. 글을 복사해 이 문서에 붙여넣으면 이어서 읽습니다. 지금 읽는 형식: TXT(UTF-8, EUC-KR, CP949), HTML.',
    en: 'The file itself is kept. Copy its words and paste them into this document to go on. Formats read now: TXT (UTF-8, EUC-KR, CP949), HTML.',
  }
  return { code: `file-${reason}`, title: title[locale], detail: detail[locale] }
}

export const documentErased = () =>
  new ProblemError(
    409,
    'document-erased',
    { ko: '지워진 문서입니다', en: 'The document was erased' },
    { detail: { ko: '글은 남아 있지 않습니다. 지문(해시)만 보관합니다.', en: 'Its text is gone; only hashes are kept.' } },
  )

export const noText = () =>
  new ProblemError(
    409,
    'document-without-text',
    { ko: '아직 글이 없는 문서입니다', en: 'The document has no text yet' },
    { detail: { ko: '글을 복사해 이 문서에 붙여넣어 주세요.', en: 'Paste its words into this document first.' } },
  )

export const textTooLong = (length: number, most: number) =>
  new ProblemError(
    413,
    'text-too-long',
    { ko: '글이 너무 깁니다', en: 'The text is too long' },
    {
      detail: {
        ko: `${most.toLocaleString('ko')}자까지 받습니다. 온 글은 ${length.toLocaleString('ko')}자입니다. 장별로 나누어 넣어 주세요.`,
        en: `At most ${most.toLocaleString('en')} characters; this text has ${length.toLocaleString('en')}. Add it chapter by chapter.`,
      },
    },
  )

export const emptyText = () =>
  new ProblemError(
    422,
    'text-empty',
    { ko: '글이 비어 있습니다', en: 'The text is empty' },
    {
      detail: { ko: '기사나 보도자료의 글을 붙여넣어 주세요.', en: 'Paste the words of an article or a press release.' },
      fields: [{ path: 'json.text', expected: '한 글자 이상의 글 (words)' }],
    },
  )
