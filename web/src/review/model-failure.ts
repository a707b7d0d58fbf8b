import type { Locale } from '#web/shell/locale'

const reasons: Record<string, { ko: (detail: string) => string; en: (detail: string) => string }> = {
  unreachable: {
    ko: () => '모델의 서버에 닿지 않습니다. 주소를 확인해 주세요',
    en: () => 'its server cannot be reached; check the address',
  },
  'private-address': {
    ko: () => '안쪽 망의 주소입니다. 설치 관리자가 허락해야 합니다',
    en: () => 'it stands inside of a private network; the administrator of the installation must allow it',
  },
  'too-slow': { ko: (detail) => `${detail} 안에 답하지 않았습니다`, en: (detail) => `it did not answer within ${detail}` },
  'too-large': { ko: () => '답이 너무 깁니다', en: () => 'its answer is too long' },
  'not-json': {
    ko: () => '답이 정해진 꼴(JSON)이 아닙니다. 모델을 바꾸거나 다시 물어보세요',
    en: () => 'its answer is no JSON; ask again or choose another model',
  },
  refused: {
    ko: (detail) => `모델의 서버가 거절했습니다(${detail}). ${advice(detail).ko}`,
    en: (detail) => `its server refused (${detail}); ${advice(detail).en}`,
  },
}

const advice = (status: string) =>
  /40[13]$/.test(status)
    ? { ko: 'API 키를 확인해 주세요', en: 'check the API key' }
    : /(?:429|5\d\d)$/.test(status)
      ? { ko: '잠시 뒤 다시 물어보세요', en: 'ask again in a while' }
      : { ko: '주소와 모델 이름을 확인해 주세요', en: 'check the address and the name of the model' }

/**
 * 모델이 답하지 못한 까닭: what an asking that failed says of itself, in words that tell what to do; null where it says nothing that is known.
 *
 * modelFailure("refused: the model's server answered with HTTP 401", 'ko') // => '모델의 서버가 거절했습니다(HTTP 401). API 키를 확인해 주세요'
 */
export function modelFailure(error: string | null, locale: Locale): string | null {
  const code = error?.split(':')[0] ?? ''
  const detail = /HTTP \d+|\d+ s$/.exec(error ?? '')?.[0] ?? ''
  return reasons[code]?.[locale](locale === 'ko' ? detail.replace(/ s$/, '초') : detail) ?? null
}
