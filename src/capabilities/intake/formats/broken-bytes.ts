import type { Decoded } from '../text/decode.ts'
import type { Warning } from './types.ts'

/** What is told of a text with bytes that are no letters: how many places, and what to do. Nothing where there are none. */
export function brokenBytes(decoded: Decoded): Warning[] {
  const broken = decoded.ok ? (decoded.broken ?? 0) : 0
  if (broken === 0) return []
  return [
    {
      code: 'partly-read',
      ko: `글자로 읽을 수 없는 곳이 ${broken}곳 있어 �로 두었습니다. 그 둘레의 값을 원본과 견주어 주십시오.`,
      en: `In ${broken} place${broken === 1 ? '' : 's'} the bytes are no letters; they are shown as �. Compare the values around with the original.`,
    },
  ]
}
