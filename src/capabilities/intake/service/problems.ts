import { ProblemError } from '#api/problem'
import type { FailureReason, ParseFailure } from '../formats/types.ts'

const titles: Record<FailureReason, { ko: string; en: string }> = {
  encrypted: { ko: '암호가 걸린 파일입니다', en: 'The file is protected by a password' },
  damaged: { ko: '손상된 파일입니다', en: 'The file is damaged' },
  empty: { ko: '파일에 읽을 글이 없습니다', en: 'The file has no words' },
  'no-text-layer': { ko: '그림으로만 된 PDF입니다', en: 'The PDF is pictures of pages' },
  'letters-unknown': { ko: '글꼴에 글자 정보가 없는 PDF입니다', en: 'The fonts of the PDF do not say what their letters are' },
  disguised: { ko: '이름과 내용이 다른 파일입니다', en: 'The name of the file and what is in it differ' },
  'too-large': { ko: '읽을 수 있는 크기를 넘는 파일입니다', en: 'The file is larger than can be read' },
  'too-slow': { ko: '정해진 시간 안에 읽지 못한 파일입니다', en: 'The file could not be read in the time allowed' },
  'too-deep': { ko: '파일 안의 파일이 너무 깊습니다', en: 'Files stand too deep inside of files' },
  unsupported: { ko: '아직 읽지 못하는 형식입니다', en: 'The format is not read yet' },
}

/** What is the matter with a file that is kept without a text, and what to do. */
export function unreadableProblem(failure: ParseFailure, locale: 'ko' | 'en'): { code: string; title: string; detail: string } {
  const kept = {
    ko: '파일은 그대로 보관했습니다. 글을 복사해 이 문서에 붙여넣으면 이어서 읽습니다.',
    en: 'The file itself is kept. Copy its words and paste them into this document to go on.',
  }
  return { code: `file-${failure.reason}`, title: titles[failure.reason][locale], detail: `${failure.detail[locale]} ${kept[locale]}` }
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
