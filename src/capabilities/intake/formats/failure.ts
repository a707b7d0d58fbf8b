import type { FailureReason, ParseFailure, Words } from './types.ts'

/** What each reason says where nothing nearer is known. */
const general: Record<FailureReason, Words> = {
  encrypted: {
    ko: '암호가 걸려 있습니다. 암호를 풀어 다시 올려 주십시오.',
    en: 'The file is protected by a password. Remove the password and add it again.',
  },
  damaged: {
    ko: '파일이 손상되어 읽을 수 없습니다. 원본을 다시 받아 올려 주십시오.',
    en: 'The file is damaged. Get the original again and add that.',
  },
  empty: { ko: '글자가 하나도 없는 파일입니다. 맞는 파일인지 확인해 주십시오.', en: 'The file holds no words. Check that it is the right one.' },
  'no-text-layer': {
    ko: '그림으로만 된 PDF라 글자가 없습니다. 글자를 인식(OCR)한 파일이나 원본 문서를 올려 주십시오.',
    en: 'The PDF is pictures of pages and has no text layer. Add one with recognised text (OCR) or the original document.',
  },
  'letters-unknown': {
    ko: '글자가 보이지만 글꼴에 글자 정보(ToUnicode)가 없어 무슨 글자인지 읽을 수 없는 PDF입니다. 원본 문서(한글·워드)나 글자를 인식(OCR)한 PDF를 올려 주십시오.',
    en: 'The letters of the PDF are seen but cannot be read: its fonts do not say which letters they draw (ToUnicode). Add the original document, or a PDF with recognised text (OCR).',
  },
  disguised: {
    ko: '파일의 이름과 내용이 다릅니다. 원본을 다시 받거나 이름을 내용에 맞게 고쳐 올려 주십시오.',
    en: 'The name of the file and what is in it differ. Get the original again, or give it a name that fits, and add that.',
  },
  'too-large': { ko: '읽을 수 있는 크기를 넘습니다. 나누어 올려 주십시오.', en: 'The file is larger than can be read. Split it and add the parts.' },
  'too-slow': {
    ko: '정해진 시간 안에 읽지 못했습니다. 나누어 올려 주십시오.',
    en: 'The file could not be read in the time allowed. Split it and add the parts.',
  },
  'too-deep': {
    ko: '파일 안에 파일이나 표가 너무 깊이 들어 있습니다. 풀어서 안의 문서를 올려 주십시오.',
    en: 'Files or tables stand too deep inside of one another. Unpack it and add the documents inside.',
  },
  unsupported: { ko: '아직 읽지 못하는 형식입니다. PDF로 저장해 올려 주십시오.', en: 'The format is not read yet. Save it as PDF and add that.' },
}

/** A failure with the reason's own words, or with nearer ones. */
export const failure = (reason: FailureReason, detail: Words = general[reason]): ParseFailure => ({ ok: false, reason, detail })

/** Thrown inside a parser to leave it with a reason; the worker turns it into a `ParseFailure`. */
export class FormatError extends Error {
  override readonly name = 'FormatError'
  readonly reason: FailureReason
  readonly detail: Words | undefined

  constructor(reason: FailureReason, detail?: Words) {
    super(detail?.en ?? general[reason].en)
    this.reason = reason
    this.detail = detail
  }
}
