import { expect, test } from 'vitest'
import { nextPlace } from './next-place.ts'

test('after signing in, the place that was asked for comes back, inside the console alone', () => {
  const cases: [unknown, string][] = [
    ['/projects/7?tab=facts', '/console/projects/7?tab=facts'],
    ['/console/projects', '/console/projects'],
    ['/console', '/console/'],
    [undefined, '/console/'],
    [7, '/console/'],
    ['https://elsewhere.example/', '/console/'],
    ['//elsewhere.example', '/console/'],
    ['/\\elsewhere.example', '/console/'],
    ['/console//elsewhere.example', '/console/'],
    ['javascript:alert(1)', '/console/'],
    ['/sign-in?next=/x', '/console/'],
    ['/link/abc', '/console/'],
  ]
  for (const [next, place] of cases) expect([next, nextPlace(next)]).toEqual([next, place])
})
