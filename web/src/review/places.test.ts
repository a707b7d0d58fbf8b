import { expect, test } from 'vitest'
import { placesOf } from './places.ts'

const claim = (key: string | null, state = 'pending') => ({
  state: state as 'pending',
  inFile: key === null ? null : { ko: key, en: key, group: { key, ko: key, en: key } },
})

test('places stand in the order of the file with their claims counted; a corrected claim is not', () => {
  expect(placesOf([claim('1쪽'), claim('3쪽'), claim('1쪽'), claim('3쪽', 'corrected'), claim(null)]).map((one) => [one.key, one.count])).toEqual([
    ['1쪽', 2],
    ['3쪽', 1],
  ])
  expect(placesOf([claim(null)])).toEqual([])
})
