import { inflateRawSync } from 'node:zlib'
import { compoundStreams } from './compound-file.ts'
import type { Limits } from './limits.ts'
import type { Warning } from './types.ts'
import { unreadWarnings } from './unread.ts'

/** Record of a control, and the controls that hold remarks: 숨은 설명 (`tcmt`), 메모 (`%%me`). Their names stand in a file from right to left. */
const controlHeader = 71
const remarks = new Set(['tmct', 'em%%'])
const compressed = 1

/** 한글(HWP 5)의 메모·숨은 설명: remarks in a Hangul document, which its reader passes over, are told, and with them how many passages were struck through. */
export function hwpUnread(bytes: Uint8Array, limits: Limits, struck = 0): Warning[] {
  const [header] = compoundStreams(bytes, /^FileHeader$/)
  if (!header || header.bytes.length < 40) return unreadWarnings({ struck })
  const packed = ((header.bytes[36] ?? 0) & compressed) !== 0
  let comments = 0
  for (const section of compoundStreams(bytes, /^Section\d+$/)) comments += remarksIn(packed ? unpacked(section.bytes, limits) : section.bytes)
  return unreadWarnings({ struck, comments })
}

/** Nothing where the section is enciphered or damaged: its reader says so. */
function unpacked(bytes: Uint8Array, limits: Limits): Uint8Array {
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.min(limits.unpackedBytes, 500_000_000) })
  } catch {
    return new Uint8Array()
  }
}

function remarksIn(section: Uint8Array): number {
  const records = Buffer.from(section.buffer, section.byteOffset, section.byteLength)
  let found = 0
  for (let at = 0; at + 8 <= records.length; ) {
    const head = records.readUInt32LE(at)
    const long = head >>> 20 === 0xfff
    const from = at + (long ? 8 : 4)
    const length = long ? records.readUInt32LE(at + 4) : head >>> 20
    if ((head & 0x3ff) === controlHeader && remarks.has(records.toString('latin1', from, from + 4))) found++
    at = from + length
  }
  return found
}
