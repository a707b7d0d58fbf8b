import { expect, test } from 'vitest'
import type { Watch, WatchItem } from '../schemas-watch.ts'
import { itemLine, lookLine, startLines, timeText, totalLine } from './watch-words.ts'

const counts = { added: 0, known: 0, failed: 0, unread: 0, growing: 0, same: 0, left: 0, unchanged: true, movedTo: null }
const watch: Watch = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'folder',
  location: '/srv/press',
  everySeconds: 600,
  outlet: null,
  confidential: false,
  privateAllowed: false,
  pausedAt: null,
  lookedAt: '2026-05-01T00:00:00Z',
  lookedWellAt: '2026-05-01T00:00:00Z',
  nextAt: null,
  error: null,
  result: { ...counts, added: 2, unread: 1, growing: 1, same: 3 },
  looking: false,
  troubles: [],
  version: 1,
}

test('a start says what is watched and how often, and once for a kind what is and is not fetched', () => {
  const said = new Set<string>()
  expect(startLines(watch, 'ko', said)[0]).toBe('/srv/press  (폴더, 10분마다)')
  expect(startLines({ ...watch, location: '/srv/b' }, 'ko', said)).toEqual(['/srv/b  (폴더, 10분마다)'])
  const feed = startLines({ ...watch, kind: 'feed', location: 'https://a.example/rss', everySeconds: 5400, outlet: '나래시' }, 'en', said)
  expect(feed[0]).toBe('https://a.example/rss  (feed, every 90 min, 나래시)')
  expect(feed.at(-1)).toContain('no inside addresses')
  expect([timeText(90, 'ko'), timeText(86_400, 'en')]).toEqual(['90초', '1 d'])
})
test('an item is told with its reason and what to do, a look with what it did', () => {
  const item: WatchItem = {
    item: 'a.pdf',
    outcome: 'refused',
    reason: { ko: '100MB까지 받습니다.', en: 'At most 100 MB are taken.' },
    documents: 0,
    documentId: null,
    title: null,
    tries: 10,
    givenUp: true,
    seenAt: '2026-05-01T00:00:00Z',
  }
  expect(itemLine(item, 'ko')).toMatch(/^ {2}넣지 못함: a\.pdf\n {4}100MB까지 받습니다\.; 10번 해 보아 그만둡니다/)
  expect(itemLine({ ...item, outcome: 'added', reason: null, givenUp: false, documents: 3, title: '보도' }, 'en')).toBe(
    '  taken (3 documents): a.pdf  “보도”',
  )
  expect(lookLine(watch, 'ko')).toBe('/srv/press: 새 문서 2, 그 가운데 글 없이 보관 1, 이미 있음 0, 넣지 못함 0, 쓰는 중 1, 그대로 3')
  expect(lookLine({ ...watch, lookedWellAt: null, error: { code: 'folder', ko: '폴더를 열 수 없습니다.', en: 'no' } }, 'ko')).toBe(
    '/srv/press: 폴더를 열 수 없습니다.',
  )
  const totals = { places: 1, looks: 2, added: 2, known: 0, refused: 0, unread: 0, failedLooks: 1, growing: 0 }
  expect(totalLine(totals, true, 'en')).toBe('1 place, 2 looks: new 2, known 0, refused 0, looks that failed 1')
})
