import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

test('a session is told by its browser and system', () => {
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    ),
  ).toBe('Safari · iOS')
  expect(deviceOf('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Whale/4.2 Safari/537.36')).toBe(
    'Whale · Windows',
  )
  expect(deviceOf('Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0')).toBe('Firefox · Linux')
  expect([deviceOf('curl/8.5'), deviceOf(null)]).toEqual([null, null])
})
