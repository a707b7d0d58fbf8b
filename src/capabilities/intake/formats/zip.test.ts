import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readArchive, safeName } from './archive.ts'
import { FormatError } from './failure.ts'
import { ordinaryLimits } from './limits.ts'
import { unzip, zipEntries } from './zip.ts'

const reasonOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof FormatError) return error.reason
    throw error
  }
  return 'read'
}

describe('an archive', () => {
  test('names in CP949 are read as Korean', () => {
    // "계획.txt" as Windows in Korea writes it, without the flag for UTF-8
    const name = [0xb0, 0xe8, 0xc8, 0xb9, 0x2e, 0x74, 0x78, 0x74]
    const bytes = zipSync({ xxxxxxxx: Buffer.from('글') })
    for (let at = 0; at < bytes.length - 8; at++) if (bytes.subarray(at, at + 8).every((byte) => byte === 0x78)) bytes.set(name, at)
    expect(zipEntries(bytes, 10).map((entry) => entry.name)).toEqual(['계획.txt'])
  })
  test('a path out of the archive is cut to what is inside', () => {
    expect(safeName('..\\..\\C:/윈도/계획.hwp')).toBe('C:/윈도/계획.hwp')
    expect(safeName('/etc/passwd')).toBe('etc/passwd')
    expect(safeName('C:\\a\\..\\b')).toBe('a/b')
    expect(safeName('///')).toBe('이름 없음')
  })
  test('an entry that lies about its size is not unpacked beyond it', () => {
    const bytes = zipSync({ 'a.txt': new Uint8Array(5_000_000) })
    const view = new DataView(bytes.buffer)
    const [entry] = zipEntries(bytes, 10)
    // the directory now says 100 bytes
    for (let at = bytes.length - 60; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) {
        view.setUint32(at + 24, 100, true)
        break
      }
    expect(entry?.size).toBe(5_000_000)
    expect(zipEntries(bytes, 10)[0]?.size).toBe(100)
    expect(reasonOf(() => readArchive(bytes, ordinaryLimits))).toBe('damaged')
    expect(reasonOf(() => unzip(bytes, entry!, 1000))).toBe('too-large')
  })
  test('bombs, too many entries and sealed ones are refused before anything is unpacked', () => {
    expect(reasonOf(() => readArchive(zipSync({ a: new Uint8Array(30_000_000) }), ordinaryLimits))).toBe('too-large')
    const many = zipSync(Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.txt`, Buffer.from('글')])))
    expect(reasonOf(() => readArchive(many, { ...ordinaryLimits, entries: 10 }))).toBe('too-large')
    const sealed = zipSync({ 'a.txt': Buffer.from('글') })
    const view = new DataView(sealed.buffer)
    for (let at = 0; at < sealed.length - 4; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true)
    expect(reasonOf(() => readArchive(sealed, ordinaryLimits))).toBe('encrypted')
  })
  test('what a computer adds by itself is passed over', () => {
    const bytes = zipSync({ '__MACOSX/._a.txt': Buffer.from('x'), 'Thumbs.db': Buffer.from('x'), '보도/a.txt': Buffer.from('글') })
    expect(readArchive(bytes, ordinaryLimits).inside.map((one) => one.name)).toEqual(['보도/a.txt'])
  })
})
