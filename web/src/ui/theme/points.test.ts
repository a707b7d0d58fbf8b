import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../../../', import.meta.url)

test('the font of middle points is what its script draws, and the page takes it for these letters alone', async () => {
  const { pointsFont, points } = (await import(new URL('scripts/points-font.mjs', root).pathname)) as { pointsFont: () => Buffer; points: number[] }
  expect(readFileSync(new URL('points.ttf', import.meta.url)).equals(pointsFont())).toBe(true)
  const css = readFileSync(new URL('fonts.css', import.meta.url), 'utf8')
  const range = /unicode-range: ([^;}]+)/
    .exec(css)![1]!
    .split(',')
    .map((one) => Number.parseInt(one.trim().slice(2), 16))
  expect(range).toEqual(points)
})
