import { wordsIn } from '#api/cli/command'
import type { Watch, WatchItem } from '../schemas-watch.ts'
import { ordinaryFetch } from '../watching/fetch-safely.ts'
import { deepest, largest, restMilliseconds } from '../watching/folder.ts'
import { mostFetched } from '../watching/look.ts'

type Locale = 'ko' | 'en'

/** A time in the largest unit that gives whole numbers. `timeText(600, 'en') // => '10 min'` */
export function timeText(seconds: number, locale: Locale): string {
  for (const [size, ko, en] of [
    [86_400, '일', 'd'],
    [3600, '시간', 'h'],
    [60, '분', 'min'],
  ] as const)
    if (seconds % size === 0) return `${seconds / size}${locale === 'ko' ? ko : ` ${en}`}`
  return `${seconds}${locale === 'ko' ? '초' : ' s'}`
}

/** What is watched, how often, and what will and will not be fetched; the latter once for all places of a kind, which `said` remembers. */
export function startLines(watch: Watch, locale: Locale, said: Set<string> = new Set()): string[] {
  const say = wordsIn({ locale })
  const kind = watch.kind === 'folder' ? say('폴더', 'folder') : say('구독', 'feed')
  const every = timeText(watch.everySeconds, locale)
  const marks = [watch.confidential ? say('대외비', 'confidential') : null, watch.outlet].filter((one) => one !== null)
  const head = `${watch.location}  (${[kind, say(`${every}마다`, `every ${every}`), ...marks].join(', ')})`
  if (watch.pausedAt !== null)
    return [`${head}: ${say('멈춰 둔 곳입니다. 콘솔의 지켜보는 곳에서 이어 보기를 누르세요', 'paused; let it go on in the console')}`]
  const kindOfRules = `${watch.kind} ${watch.privateAllowed}`
  if (said.has(kindOfRules)) return [head]
  said.add(kindOfRules)
  const rest = restMilliseconds / 1000
  if (watch.kind === 'folder')
    return [
      head,
      say(
        `  넣는 것: 서버의 폴더와 ${deepest}단계까지의 하위 폴더에 있는 파일, 하나에 ${largest / 1e6}MB까지`,
        `  taken: files of the folder of the server and of its sub-folders, ${deepest} deep, at most ${largest / 1e6} MB each`,
      ),
      say(
        '  넣지 않는 것: 숨김 파일, 링크, 받다 만 파일(.part .tmp .crdownload …). 파일은 읽기만 하고 옮기거나 지우지 않습니다',
        '  not taken: hidden files, links, half downloads (.part .tmp .crdownload …). Files are read only, never moved or deleted',
      ),
      say(
        `  쓰는 중인 파일은 크기와 시각이 ${rest}초 동안 그대로일 때까지 기다립니다`,
        `  a file that is being written is waited for until its size and time have been the same for ${rest} s`,
      ),
    ]
  const { milliseconds, bytes, redirects } = ordinaryFetch
  return [
    head,
    say(
      `  가져오는 것: 구독 주소와 그 항목이 가리키는 글, 한 번에 새 항목 ${mostFetched}건까지 (하나에 ${milliseconds / 1000}초·${bytes / 1e6}MB·이동 ${redirects}번까지)`,
      `  fetched: the address of a feed and the pages that its items name, at most ${mostFetched} new ones a look (each ${milliseconds / 1000} s, ${bytes / 1e6} MB, ${redirects} redirects at most)`,
    ),
    watch.privateAllowed
      ? say('  가져오지 않는 것: 그 밖의 모든 것. 안쪽 망의 주소는 허락되어 있습니다', '  not fetched: anything else. Inside addresses are allowed')
      : say(
          '  가져오지 않는 것: 그 밖의 모든 것, 안쪽 망의 주소 (허락은 --allow-private)',
          '  not fetched: anything else, and no inside addresses (--allow-private allows them)',
        ),
  ]
}

/** What became of one file or item, with the reason. */
export function itemLine(item: WatchItem, locale: Locale): string {
  const say = wordsIn({ locale })
  const name = item.title !== null && item.title !== item.item ? `${item.item}  “${item.title}”` : item.item
  const several = item.documents > 1 ? say(` (문서 ${item.documents}건)`, ` (${item.documents} documents)`) : ''
  const what = {
    added: say(`넣음${several}`, `taken${several}`),
    changed: say(`바뀌어 새 문서로 넣음${several}`, `changed, taken as a new document${several}`),
    known: say('이미 있는 문서', 'known already'),
    unread: say('파일만 보관, 글을 읽지 못함', 'kept, its words could not be read'),
    refused: say('넣지 못함', 'refused'),
    growing: say('쓰는 중이라 기다림', 'being written, waited for'),
  }[item.outcome]
  const given = item.givenUp
    ? say(
        `; ${item.tries}번 해 보아 그만둡니다. 바뀌거나 다시 살펴보라고 하면 또 합니다`,
        `; tried ${item.tries} times and left alone until it changes or a look is asked for`,
      )
    : ''
  return `  ${what}: ${name}${item.reason ? `\n    ${item.reason[locale]}${given}` : ''}`
}

/** What one look did. */
export function lookLine(watch: Watch, locale: Locale): string {
  const say = wordsIn({ locale })
  const { result, error } = watch
  const good = error === null || watch.lookedAt === watch.lookedWellAt
  const parts: string[] = []
  if (result && good) {
    const { added, known, failed, unread, growing, same, left } = result
    const count = (n: number, ko: string, en: string) => (n > 0 ? [say(`${ko} ${n}`, `${en} ${n}`)] : [])
    parts.push(say(`새 문서 ${added}`, `new ${added}`), ...count(unread, '그 가운데 글 없이 보관', 'of them kept without words'))
    parts.push(
      say(`이미 있음 ${known}`, `known ${known}`),
      say(`넣지 못함 ${failed}`, `refused ${failed}`),
      ...count(growing, '쓰는 중', 'being written'),
    )
    parts.push(...count(same, '그대로', 'as before'), ...count(left, '다음 때에 볼 것', 'left for the next look'))
  }
  const moved = good && result?.movedTo ? say(` (옮겨 간 주소: ${result.movedTo})`, ` (led on to ${result.movedTo})`) : ''
  return `${watch.location}${moved}: ${[error?.[locale], parts.join(', ')].filter(Boolean).join(' ')}`
}

/** What was done in all. */
export interface Totals {
  places: number
  looks: number
  added: number
  known: number
  refused: number
  unread: number
  /** Looks that did not reach their place, or found it broken. */
  failedLooks: number
  /** Files that were still being written at the end. */
  growing: number
}

export function totalLine(totals: Totals, once: boolean, locale: Locale): string {
  const say = wordsIn({ locale })
  const { places, looks, added, known, refused, unread, failedLooks, growing } = totals
  const count = (n: number, ko: string, en: string) => (n > 0 ? [say(`${ko} ${n}`, `${en} ${n}`)] : [])
  const did = [
    say(`새 문서 ${added}`, `new ${added}`),
    ...count(unread, '그 가운데 글 없이 보관', 'of them kept without words'),
    say(`이미 있음 ${known}`, `known ${known}`),
    say(`넣지 못함 ${refused}`, `refused ${refused}`),
    ...count(growing, '아직 쓰는 중', 'still being written'),
    ...count(failedLooks, '보지 못한 때', 'looks that failed'),
  ]
  const where = say(`${places}곳을 ${looks}번 살펴봄`, `${places} ${places === 1 ? 'place' : 'places'}, ${looks} ${looks === 1 ? 'look' : 'looks'}`)
  const goesOn = once
    ? ''
    : say(
        '\n구슬이 도는 동안 서버가 이어서 지켜봅니다. 그만두려면 콘솔의 지켜보는 곳에서 빼세요.',
        '\nThe server goes on watching while Gusul runs; to end it, remove the place under Watched places in the console.',
      )
  return `${where}: ${did.join(', ')}${goesOn}`
}
