import { expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { stillZip } from './still-zip.ts'

const packed = async (moment: string) => {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] })
  try {
    return await writeXlsxFile([{ sheet: '사업', data: [[{ value: '가온 공장', type: String }]] }] as never).toBuffer()
  } finally {
    vi.useRealTimers()
  }
}

test('a workbook packed at another time is the same file', async () => {
  const [first, later] = [await packed('2026-03-02T01:02:04Z'), await packed('2026-11-22T10:20:30Z')]
  expect(first.equals(later)).toBe(false)
  expect(stillZip(first).equals(stillZip(later))).toBe(true)
})

test('what is no zip is refused', () => expect(() => stillZip(Buffer.from('no zip'))).toThrow(RangeError))
