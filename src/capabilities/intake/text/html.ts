import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/** What an HTML page says. */
export interface PageText {
  text: string
  title: string | null
  siteName: string | null
}

export type PageResult = { ok: true; page: PageText } | { ok: false; reason: 'too-slow' | 'too-large' | 'unreadable' }

const requireFrom = createRequire(import.meta.url)

/**
 * Runs in a thread of its own: a page may be built to exhaust a parser. Text blocks end with a line end, cells with a tab, so that
 * sentences of two paragraphs never run together. What readability does not take for an article is read whole.
 */
const work = `
const { parentPort, workerData } = require('node:worker_threads')
const { parseHTML } = require(workerData.linkedom)
const { Readability } = require(workerData.readability)
const blocks = new Set('P DIV SECTION ARTICLE HEADER FOOTER H1 H2 H3 H4 H5 H6 LI UL OL TR TABLE BLOCKQUOTE PRE FIGURE FIGCAPTION DL DT DD MAIN ASIDE'.split(' '))
const skipped = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME SVG TITLE'.split(' '))
// what stands around the words of a page: menus, foot, advertisements
const around = /(?:^|[\\s_-])(?:ad|ads|advert\\w*|banner|gnb|lnb|snb|breadcrumbs?|sns|share|related|recommend\\w*|comments?|replies|cmt|most-?(?:read|viewed|popular)|rank(?:ing)?)(?:$|[\\s_-])/i
const isAround = (node, name) => name === 'NAV' || name === 'FOOTER' ||
  /^(?:navigation|contentinfo|search)$/.test(node.getAttribute('role') || '') || around.test((node.getAttribute('class') || '') + ' ' + (node.getAttribute('id') || ''))
// headings over other articles, which say nothing of this page; over what readers wrote below it
const others = /^[^가-힣A-Za-z]*(?:관련\\s?(?:기사|뉴스|글|보도|콘텐츠)|(?:가장\\s)?많이\\s?본\\s?(?:뉴스|기사|글)?|(?:인기|추천|주요|최신|실시간|오늘의|이\\s?시각)\\s?(?:주요\\s?)?(?:뉴스|기사)|함께\\s?(?:본|보면 좋은|읽을)\\s?(?:기사|뉴스|글)?|(?:이\\s?기자의\\s?)?다른\\s?기사(?:\\s?보기)?|related (?:articles?|stories|news)|most (?:read|viewed|popular)|read (?:more|next))[^가-힣A-Za-z]*$/i
const remarks = /^[^가-힣A-Za-z]*(?:댓글|한줄\\s?의견|독자\\s?의견|comments?)[^가-힣A-Za-z]*$/i
const said = (node) => (node.textContent || '').replace(/\\s+/g, ' ').trim()
const isLinks = (node) => {
  const all = said(node)
  let linked = 0
  for (const link of node.querySelectorAll('a')) linked += said(link).length
  return (node.nodeName || '').toUpperCase() === 'A' || (all !== '' && linked > all.length * 0.8)
}
// advertisements, notes on cookies and offers of a subscription, wherever they stand
const offers = /(?:^|[\\s_-])(?:ad|ads|advert\\w*|banner|cookies?|consent|paywall|subscri\\w*)(?:$|[\\s_-])/i
const onward = /^[▶▷►☞→⇒]/
const readers = /(?:^|[\\s_-])(?:comments?|replies|cmt)(?:$|[\\s_-])/i
function withoutOthers(document) {
  const all = said(document.body || document.documentElement || document).length
  for (const node of [...document.querySelectorAll('div[class],div[id],section[class],section[id],aside[class],ul[class],ul[id],ol[class],nav')].slice(0, 20000)) {
    const named = (node.getAttribute('class') || '') + ' ' + (node.getAttribute('id') || '')
    const out = readers.test(named) || offers.test(named) || /^nav$/i.test(node.nodeName || '')
    if (out && said(node).length < all * 0.5) node.remove()
  }
  // a line that is nothing but the way to another article
  for (const node of [...document.querySelectorAll('p')].slice(0, 20000))
    if (onward.test(said(node)) && said(node).length < all * 0.5 && isLinks(node)) node.remove()
  const heads = [...document.querySelectorAll('h2,h3,h4,h5,h6,p,div,strong,b,dt,span,em')].slice(0, 20000).filter((node) => {
    if (node.children.length > 3) return false
    const words = node.textContent || ''
    return words.length < 60 && node.querySelectorAll('a').length === 0 && (others.test(said(node)) || remarks.test(said(node)))
  })
  for (const head of heads) {
    const below = remarks.test(said(head))
    let at = head
    while (at.parentElement && !at.nextElementSibling && said(at.parentElement) === said(head)) at = at.parentElement
    for (let next = at.nextElementSibling; next; next = at.nextElementSibling) {
      const list = /^(?:UL|OL|DL)$/i.test(next.nodeName || '')
      if (said(next) !== '' && !isLinks(next) && !(below && list)) break
      next.remove()
      if (list && below) break
    }
    head.remove()
  }
}
// 이전글, 다음글: the neighbours of a page on its board
const withoutNeighbours = (text) => text.replace(/^[^가-힣\\n]*(?:이전|다음)\\s?글[^가-힣\\n]*(?:\\n+[^\\n]*|[ \\t][^\\n]*)?$/gm, '').replace(/\\n{3,}/g, '\\n\\n').trim()
// the words under a picture stand apart from the sentence before it
const pictured = /(?:^|[\\s_-])(?:photo|img|image|picture|caption|figure)(?:$|[\\s_-])/i
function captionsApart(document) {
  for (const node of [...document.querySelectorAll('span[class],em[class]')].slice(0, 20000)) {
    if (!pictured.test(node.getAttribute('class') || '') || said(node) === '') continue
    node.parentNode.insertBefore(document.createElement('br'), node)
    node.parentNode.insertBefore(document.createElement('br'), node.nextSibling)
  }
}
// pages that a script draws may carry their article as data
function articleOf(document) {
  let found = null
  const look = (value, depth) => {
    if (found || !value || typeof value !== 'object' || depth > 6) return
    if (typeof value.articleBody === 'string' && value.articleBody.trim().length >= 40) {
      found = { text: value.articleBody.replace(/<[^>]*>/g, ' ').trim(), title: typeof value.headline === 'string' ? value.headline : null, site: value.publisher && typeof value.publisher.name === 'string' ? value.publisher.name : null }
      return
    }
    for (const one of Object.values(value).slice(0, 200)) look(one, depth + 1)
  }
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 20)) {
    try { look(JSON.parse(script.textContent), 0) } catch {}
  }
  return found
}
function textOf(root, bare) {
  const out = []
  const stack = [[root, false]]
  let verbatim = 0
  while (stack.length > 0) {
    const [node, leaving] = stack.pop()
    if (leaving) { out.push(node === '/pre' ? '\\n' : node); if (node === '/pre') verbatim--; continue }
    if (node.nodeType === 3) { out.push(verbatim > 0 ? node.textContent : node.textContent.replace(/[ \\t\\n\\r\\f]+/g, ' ')); continue }
    if (node.nodeType !== 1 && node.nodeType !== 9 && node.nodeType !== 11) continue
    const name = (node.nodeName || '').toUpperCase()
    if (skipped.has(name) || (bare && node.nodeType === 1 && isAround(node, name))) continue
    if (name === 'BR') { out.push('\\n'); continue }
    const edge = blocks.has(name) ? '\\n' : name === 'TD' || name === 'TH' ? '\\t' : ''
    if (edge === '\\n') out.push('\\n')
    if (name === 'PRE') { verbatim++; stack.push(['/pre', true]) }
    // the value of a term stands behind it in one line
    else if (name === 'DT') stack.push(['\\u0002', true])
    else if (edge) stack.push([edge, true])
    const children = node.childNodes
    for (let at = children.length - 1; at >= 0; at--) stack.push([children[at], false])
  }
  return out.join('').replace(/\\s*\\u0002\\s*/g, ' ').replace(/[ \\t]+\\n/g, '\\n').replace(/\\n[ \\t]+/g, '\\n').replace(/\\n{3,}/g, '\\n\\n').replace(/ {2,}/g, ' ').trim()
}
// readability weighs every element against all that it stands in; no page that is meant to be read nests a tenth of this
function isDeep(root) {
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > 200) return true
    level = level.flatMap((node) => [...node.children])
  }
  return false
}
parentPort.on('message', (html) => {
// a page may leave its outer elements out; the parser would take the first one for the whole
const given = /<html[\\s>]/i.test(html) ? html : '<!doctype html><html><head></head><body>' + html.replace(/^\\s*<!doctype[^>]*>/i, '') + '</body></html>'
const { document } = parseHTML(given)
const data = articleOf(document)
withoutOthers(document)
captionsApart(document)
const title = (document.querySelector('title') || {}).textContent || null
const site = document.querySelector('meta[property="og:site_name"]')
const body = document.body || document.documentElement || document
const only = (name) => { const all = document.querySelectorAll(name); return all.length === 1 ? all[0] : null }
const without = textOf(only('main') || only('article') || body, true)
// a page that is all menu is read with it
const whole = without.length >= 40 ? without : textOf(body)
let article = null
try { article = isDeep(body) ? null : new Readability(document).parse() } catch { article = null }
let text = ''
if (article && article.content) text = textOf(parseHTML('<!doctype html><html><body>' + article.content + '</body></html>').document.body)
if (text.length < 200 && whole.length > text.length) text = whole
if (data && text.length < data.text.length * 0.3) {
  parentPort.postMessage({ text: data.text, title: data.title || (title && title.trim()) || null, siteName: data.site || (site && site.getAttribute('content')) || null })
  return
}
parentPort.postMessage({ text: withoutNeighbours(text) || text, title: (article && article.title) || (title && title.trim()) || null, siteName: (article && article.siteName) || (site && site.getAttribute('content')) || null })
})
`

/** Threads that have read a page and wait for the next: to start one costs more than most pages. */
interface Idle {
  worker: Worker
  megabytes: number
  read: number
  since: ReturnType<typeof setTimeout>
}
const idle: Idle[] = []
/** A thread is replaced after so many pages, so that what a parser leaks does not add up; it ends when nothing comes for half a minute. */
const mostPages = 200
const idleMilliseconds = 30_000

function take(megabytes: number): { worker: Worker; read: number } {
  const at = idle.findIndex((one) => one.megabytes === megabytes)
  const [found] = at < 0 ? [] : idle.splice(at, 1)
  if (found) {
    clearTimeout(found.since)
    found.worker.removeAllListeners('error').removeAllListeners('exit')
    found.worker.ref()
    return found
  }
  const worker = new Worker(work, {
    eval: true,
    workerData: { linkedom: requireFrom.resolve('linkedom'), readability: requireFrom.resolve('@mozilla/readability') },
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    execArgv: [],
  })
  return { worker, read: 0 }
}

function rest(worker: Worker, megabytes: number, read: number): void {
  const forget = () => {
    const at = idle.findIndex((one) => one.worker === worker)
    if (at < 0) return
    clearTimeout(idle[at]!.since)
    idle.splice(at, 1)
  }
  const since = setTimeout(() => {
    forget()
    void worker.terminate()
  }, idleMilliseconds)
  since.unref()
  worker.unref()
  // a fault between two pages ends this thread alone
  worker.once('error', forget)
  worker.once('exit', forget)
  idle.push({ worker, megabytes, read, since })
}

/** The words of an HTML page, parsed in a worker thread with limits on time and memory. */
export function readPage(html: string, limits: { milliseconds?: number; megabytes?: number } = {}): Promise<PageResult> {
  const { milliseconds = 15_000, megabytes = 256 } = limits
  return new Promise((resolve) => {
    const { worker, read } = take(megabytes)
    let settled = false
    const settle = (result: PageResult) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      worker.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
      if (result.ok && read + 1 < mostPages) rest(worker, megabytes, read + 1)
      else {
        // an error while it ends is of no interest any more, but without a listener it would end the process
        worker.on('error', () => undefined)
        void worker.terminate()
      }
      resolve(result)
    }
    const timer = setTimeout(() => settle({ ok: false, reason: 'too-slow' }), milliseconds)
    worker.once('message', (page: PageText) => settle({ ok: true, page }))
    worker.once('error', (error: { code?: string }) =>
      settle({ ok: false, reason: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'unreadable' }),
    )
    worker.once('exit', () => settle({ ok: false, reason: 'unreadable' }))
    worker.postMessage(html)
  })
}
