import { FormatError } from './failure.ts'
import type { Limits } from './limits.ts'
import type { FailureReason, Raw, Warning } from './types.ts'
import { checkZip, unzip, zipEntries } from './zip.ts'

/** Files that archives carry along and nobody means: marks of macOS and Windows, of a document that was open (~$계획.docx), folders. */
const passedOver = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._|~\$)|\/$/i

/**
 * 압축 풀기: the files of a zip archive. A path that points outside of the archive is cut to its own name; a file that cannot be taken out is named in a warning
 * and the others are read.
 *
 * @throws FormatError `encrypted` where all files are, `too-large`, `damaged`, `empty`
 */
export function readArchive(bytes: Uint8Array, limits: Limits): Required<Pick<Raw, 'inside' | 'warnings' | 'skipped'>> {
  const entries = zipEntries(bytes, limits.entries * 2).filter((entry) => !passedOver.test(entry.name))
  if (entries.length === 0)
    throw new FormatError('empty', {
      ko: '압축 안에 파일이 없습니다. 원본을 확인해 다시 올려 주십시오.',
      en: 'The archive holds no files. Look at the original and add it again.',
    })
  if (entries.length > limits.entries)
    throw new FormatError('too-large', {
      ko: `압축 안의 파일이 ${entries.length}개로 ${limits.entries}개를 넘습니다. 나누어 올려 주십시오.`,
      en: `The archive holds ${entries.length} files, more than ${limits.entries}. Split it and add the parts.`,
    })
  checkZip(entries, limits)
  if (entries.every((entry) => entry.encrypted)) throw new FormatError('encrypted')
  const inside: { name: string; bytes: Uint8Array }[] = []
  const warnings: Warning[] = []
  let skipped: FailureReason | null = null
  let left = limits.unpackedBytes
  for (const entry of entries) {
    const name = safeName(entry.name)
    try {
      const taken = unzip(bytes, entry, Math.min(left, limits.bytes, Math.max(entry.size, 1)))
      left -= taken.length
      inside.push({ name, bytes: taken })
    } catch (error) {
      if (!(error instanceof FormatError)) throw error
      skipped ??= error.reason
      warnings.push({
        code: 'skipped-entry',
        ko: `압축 안의 ‘${name}’을(를) 꺼내지 못했습니다: ${reasonKo[error.reason] ?? '읽지 못함'}`,
        en: `“${name}” could not be taken out of the archive: ${error.reason}`,
      })
    }
  }
  if (inside.length === 0) throw new FormatError('damaged')
  return { inside, warnings, skipped }
}

const reasonKo: Partial<Record<string, string>> = { encrypted: '암호', damaged: '손상', 'too-large': '크기 초과', unsupported: '모르는 압축 방식' }

/**
 * A name without a way out of its folder: no drive, no root, no `..`, no control characters.
 *
 * `safeName('../../etc/계획.hwp') // => 'etc/계획.hwp'`
 */
export function safeName(name: string): string {
  const parts = name
    .normalize('NFC')
    .replace(/[\u0000-\u001F\u007F]/g, '')
    .replace(/\\/g, '/')
    .replace(/^[A-Za-z]:/, '')
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..')
  return parts.join('/').slice(-300) || '이름 없음'
}
