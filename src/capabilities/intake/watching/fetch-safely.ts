import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP } from 'node:net'
import type { Words } from '../formats/types.ts'

/** How much one fetch may cost. */
export interface FetchLimits {
  milliseconds: number
  bytes: number
  redirects: number
}
export const ordinaryFetch: FetchLimits = { milliseconds: 20_000, bytes: 20_000_000, redirects: 5 }

/** Why nothing was fetched. */
export class FetchRefused extends Error {
  override readonly name = 'FetchRefused'

  constructor(
    readonly code: 'not-http' | 'private-address' | 'not-found' | 'unreachable' | 'too-slow' | 'too-large' | 'too-many-redirects' | 'http-status',
    readonly words: Words,
  ) {
    super(words.en)
  }
}

const refusals: Record<FetchRefused['code'], Words> = {
  'not-http': {
    ko: 'http나 https 주소만, 비밀번호 없이 읽습니다{}. 주소를 고쳐 주세요.',
    en: 'Only http and https addresses without a password are fetched{}. Mend the address.',
  },
  'private-address': {
    ko: '안쪽 망의 주소라 읽지 않습니다{}. 설치 관리자가 허락해야 합니다.',
    en: 'The address is inside of a private network{}; the administrator of the installation must allow it.',
  },
  'not-found': {
    ko: '그런 이름의 서버가 없습니다{}. 주소의 철자를 확인하세요.',
    en: 'There is no server of this name{}. Check the spelling of the address.',
  },
  unreachable: {
    ko: '서버에 닿지 않거나 답이 끊겼습니다{}. 다음 때에 다시 봅니다.',
    en: 'The server cannot be reached, or its answer broke off{}. It is tried again next time.',
  },
  'too-slow': {
    ko: '정해진 시간 안에 답을 마치지 않았습니다{}. 다음 때에 다시 봅니다.',
    en: 'It did not answer in the time allowed{}. It is tried again next time.',
  },
  'too-large': {
    ko: '정해진 크기를 넘습니다{}. 파일을 따로 받아 넣어 주세요.',
    en: 'It is larger than allowed{}. Get the file yourself and add it.',
  },
  'too-many-redirects': {
    ko: '다른 주소로 너무 여러 번 넘깁니다{}. 브라우저가 마지막에 여는 주소를 넣어 주세요.',
    en: 'It redirects too often{}. Give the address at which a browser ends.',
  },
  'http-status': {
    ko: '서버가 거절했습니다{}. 주소가 로그인 없이 열리는지 확인하세요.',
    en: 'The server refused{}. Check that the address opens without signing in.',
  },
}
/** @param more what came, for the brackets */
const refuse = (code: FetchRefused['code'], more = '', words = refusals[code]): FetchRefused =>
  new FetchRefused(code, { ko: words.ko.replace('{}', () => more), en: words.en.replace('{}', () => more) })

/** 서버의 거절: what its number says to do. */
function refusedBy(status: number): FetchRefused {
  const more = ` (HTTP ${status})`
  if (status === 404 || status === 410)
    return refuse('http-status', more, {
      ko: '그 주소에 아무것도 없습니다{}. 주소가 바뀌었는지 확인하세요.',
      en: 'Nothing stands at the address{}. Check whether it has changed.',
    })
  if (status >= 500 || status === 429)
    return refuse('http-status', more, {
      ko: '서버가 지금은 답하지 못합니다{}. 다음 때에 다시 봅니다.',
      en: 'The server cannot answer now{}. It is tried again next time.',
    })
  return refuse('http-status', more)
}

const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

/**
 * 안쪽 주소: whether an IP address is one of a private, local, reserved or multicast network (RFC 6890), also where it is written as IPv6.
 *
 * `isPrivateAddress('10.1.2.3') // => true`
 * `isPrivateAddress('::ffff:127.0.0.1') // => true`
 * `isPrivateAddress('1.1.1.1') // => false`
 */
export function isPrivateAddress(address: string): boolean {
  const kind = isIP(address)
  if (kind === 0) return true
  // BlockList checks an IPv4 address that is mapped into IPv6 against the IPv4 networks
  return inside.check(address, kind === 4 ? 'ipv4' : 'ipv6')
}

/** What was fetched; `body` is null where it has not changed. */
export interface Fetched {
  url: string
  status: number
  body: Buffer | null
  type: string | null
  etag: string | null
  lastModified: string | null
}

/**
 * 가져오기: GET an address with limits on time, size and redirects. The name is looked up once and the connection goes to the very address that was checked, so that a
 * name cannot lead inside after the check; each redirect is checked anew. No cookies, no credentials, no environment proxies.
 *
 * @throws FetchRefused
 */
export async function fetchSafely(
  address: string,
  options: { privateAllowed?: boolean; etag?: string | null; lastModified?: string | null; limits?: Partial<FetchLimits>; signal?: AbortSignal } = {},
): Promise<Fetched> {
  const limits = { ...ordinaryFetch, ...options.limits }
  const timeout = AbortSignal.timeout(limits.milliseconds)
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout
  let url = address
  try {
    for (let hop = 0; hop <= limits.redirects; hop++) {
      const answer = await once(url, options, signal)
      const status = answer.statusCode ?? 0
      const to = answer.headers.location
      if (status >= 300 && status < 400 && status !== 304 && to) {
        answer.destroy()
        url = new URL(to, url).href
        continue
      }
      const head = {
        url,
        status,
        type: answer.headers['content-type'] ?? null,
        etag: answer.headers.etag ?? null,
        lastModified: answer.headers['last-modified'] ?? null,
      }
      if (status === 304) {
        answer.destroy()
        return { ...head, body: null }
      }
      if (status < 200 || status >= 300) {
        answer.destroy()
        throw refusedBy(status)
      }
      return { ...head, body: await bodyOf(answer, limits.bytes) }
    }
    throw refuse('too-many-redirects', ` (${limits.redirects})`)
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    options.signal?.throwIfAborted()
    if (timeout.aborted) throw refuse('too-slow', ` (${limits.milliseconds / 1000} s)`)
    throw refuse('unreachable', ` (${(error as { code?: string }).code ?? (error as Error).message})`)
  }
}

async function once(address: string, options: { privateAllowed?: boolean; etag?: string | null; lastModified?: string | null }, signal: AbortSignal) {
  if (!URL.canParse(address)) throw refuse('not-http')
  const url = new URL(address)
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.username !== '' || url.password !== '') throw refuse('not-http')
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await lookup(host, { all: true }).catch(() => [])
  signal.throwIfAborted()
  const [first] = found
  if (!first) throw refuse('not-found', ` (${host})`)
  if (!options.privateAllowed && found.some((one) => isPrivateAddress(one.address))) throw refuse('private-address', ` (${host})`)
  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise<IncomingMessage>((resolve, reject) => {
    const asked = send(
      url,
      {
        signal,
        agent: false,
        // the connection goes where the check looked
        lookup: (_name, how, done) =>
          how.all ? done(null, [{ address: first.address, family: first.family }]) : done(null, first.address, first.family),
        headers: {
          'user-agent': 'Gusul (+feed reader)',
          accept: 'application/rss+xml, application/atom+xml, text/html, application/xml;q=0.9, */*;q=0.5',
          'accept-encoding': 'identity',
          ...(options.etag ? { 'if-none-match': options.etag } : {}),
          ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
        },
      },
      resolve,
    )
    asked.once('error', reject)
    asked.end()
  })
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) {
      answer.destroy()
      throw refuse('too-large', ` (${Math.round(most / 1e6)} MB)`)
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}
