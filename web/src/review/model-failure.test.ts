import { expect, test } from 'vitest'
import { modelFailure } from './model-failure.ts'

test('an asking that failed says why and what to do', () => {
  expect(modelFailure("refused: the model's server answered with HTTP 401", 'ko')).toBe(
    '모델의 서버가 거절했습니다(HTTP 401). API 키를 확인해 주세요',
  )
  expect(modelFailure("refused: the model's server answered with HTTP 404", 'ko')).toBe(
    '모델의 서버가 거절했습니다(HTTP 404). 주소와 모델 이름을 확인해 주세요',
  )
  expect(modelFailure('too-slow: the model did not answer in 60 s', 'ko')).toBe('60초 안에 답하지 않았습니다')
  expect(modelFailure('too-slow: the model did not answer in 60 s', 'en')).toBe('it did not answer within 60 s')
})

test('a reason that is not known is none', () => {
  expect(modelFailure('failed', 'ko')).toBeNull()
  expect(modelFailure(null, 'ko')).toBeNull()
})
