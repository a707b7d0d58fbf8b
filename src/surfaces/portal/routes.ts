import { createHash } from 'node:crypto'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { getCookie, setCookie } from 'hono/cookie'
import type { ApiEnv } from '#api/env'
import { localeOf } from '#api/locale'
import { answerProblem, notFound } from '#api/problem'
import { placePoints, talkOn } from '#capabilities/citizens/index'
import {
  allEditions,
  dayIn,
  isFigure,
  isProject,
  listedOffices,
  type OfficeForPublic,
  officeRow,
  type PublicOffice,
  publicOffice,
  publicSeries,
  searchPublic,
  shown,
} from '#capabilities/publishing/index'
import { citizenRoutes } from './citizen-routes.ts'
import { countPage } from './count-page.ts'
import { countNamed } from './count-parts.ts'
import { dataPage } from './data-page.ts'
import { atomFeed, robots, sitemap } from './feeds.ts'
import { figurePage } from './figure-page.ts'
import { missingPage } from './missing-page.ts'
import { officePage } from './office-page.ts'
import { officesPage } from './offices-page.ts'
import { pledgesPage } from './pledges-page.ts'
import { projectPage } from './project-page.ts'
import { isPhase, projectsPage } from './projects-page.ts'
import { searchPage } from './search-page.ts'
import { strategyPage } from './strategy-page.ts'
import { type Html, type Look, type View, viewOf } from './view.ts'

type PortalContext = Context<ApiEnv>

const year = 31_536_000
const themes = ['system', 'light', 'dark'] as const
const contrasts = ['system', 'normal', 'high'] as const
const among = <T extends string>(list: readonly T[], value: unknown): T => list.find((one) => one === value) ?? list[0]!

const lookOf = (c: PortalContext): Look => ({
  theme: among(themes, getCookie(c, 'gusul_theme')),
  contrast: among(contrasts, getCookie(c, 'gusul_contrast')),
})

function viewFor(c: PortalContext, office: OfficeForPublic | null): View {
  const query = new URL(c.req.url).searchParams
  const lang = query.get('lang')
  // the language that somebody chose by its link stays chosen on the next page
  if ((lang === 'ko' || lang === 'en') && getCookie(c, 'gusul_locale') !== lang)
    setCookie(c, 'gusul_locale', lang, { path: '/', maxAge: year, sameSite: 'Lax', secure: c.get('origin').startsWith('https://') })
  query.delete('lang')
  return viewOf({
    locale: localeOf(c),
    look: lookOf(c),
    origin: c.get('origin'),
    path: c.req.path,
    query: query.size > 0 ? `?${query}` : '',
    office,
  })
}

/** Answer with a text that anybody may keep and must ask about again; the answer differs by language and look. */
function keepable(c: PortalContext, body: string, type: string, status: 200 | 404 = 200): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    'content-type': type,
    etag,
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'cookie, accept-language, accept-encoding',
  }
  if (status === 200 && c.req.header('if-none-match')?.replace(/^W\//, '') === etag) return c.body(null, 304, headers)
  return c.body(body, status, headers)
}

const htmlAnswer = async (c: PortalContext, page: Html, status: 200 | 404 = 200) =>
  keepable(c, String(await page), 'text/html; charset=utf-8', status)

const missing = (c: PortalContext, office: OfficeForPublic | null = null) => htmlAnswer(c, missingPage(viewFor(c, office)), 404)
const today = (c: PortalContext, office: OfficeForPublic) => dayIn(office.time_zone, c.get('now'))

const published = (c: PortalContext, office: OfficeForPublic): Promise<PublicOffice> =>
  c.get('store').readOffice(office.office_id, null, (db) => publicOffice(db, office.office_id, today(c, office)))

/** A page of one office; an unknown office is a missing page. */
const inOffice = (work: (c: PortalContext, office: OfficeForPublic) => Promise<Response>) => async (c: PortalContext) => {
  const office = await c.get('store').global((db) => officeRow(db, c.req.param('office') ?? ''))
  return office ? work(c, office) : missing(c)
}

/** A page of one series, at its newest edition or at the one that the address names. */
const ofSeries = (kind: 'figure' | 'project') =>
  inOffice(async (c, office) => {
    const asked = c.req.param('edition')
    const editions = await editionsIn(c, office, c.req.param('series') ?? '')
    const edition = asked === undefined ? editions[0] : editions.find(({ row }) => String(row.edition) === asked)
    if (!edition) return missing(c, office)
    const view = viewFor(c, office)
    const talk = await c.get('store').readOffice(office.office_id, null, (db) => talkOn(db, office.office_id, edition.row.series))
    if (kind === 'figure') return isFigure(edition) ? htmlAnswer(c, figurePage(view, edition, editions, talk)) : missing(c, office)
    return isProject(edition) ? htmlAnswer(c, projectPage(view, edition, editions, talk)) : missing(c, office)
  })

const showOffice = async (c: PortalContext, office: OfficeForPublic) => {
  const { shownNow, points } = await c.get('store').readOffice(office.office_id, null, async (db) => ({
    shownNow: await publicOffice(db, office.office_id, today(c, office)),
    points: await placePoints(db, office.office_id),
  }))
  return htmlAnswer(c, officePage(viewFor(c, office), shownNow, points))
}

const editionsIn = (c: PortalContext, office: OfficeForPublic, series: string) =>
  c.get('store').readOffice(office.office_id, null, (db) => publicSeries(db, office.office_id, series, today(c, office)))

/** Files that the build made. */
interface Files {
  answer: (c: PortalContext, name: string) => Response | null
}

/** 공개 화면: pages that the server renders and that need no script. Everything on them was published. */
export function portalRoutes(files: Files): OpenAPIHono<ApiEnv> {
  const routes = new OpenAPIHono<ApiEnv>()
  routes.use(compress())

  routes.get('/', async (c) => {
    const offices = await c.get('store').global((db) => listedOffices(db))
    const [only, ...more] = offices
    return only && more.length === 0 ? showOffice(c, only) : htmlAnswer(c, officesPage(viewFor(c, null), offices))
  })
  routes.get('/o/:office', inOffice(showOffice))
  routes.get(
    '/o/:office/projects',
    inOffice(async (c, office) => {
      const phase = c.req.query('phase')
      return htmlAnswer(c, projectsPage(viewFor(c, office), await published(c, office), isPhase(phase) ? phase : null))
    }),
  )
  routes.get('/o/:office/p/:series', ofSeries('project'))
  routes.get('/o/:office/p/:series/:edition', ofSeries('project'))
  routes.get('/o/:office/f/:series', ofSeries('figure'))
  routes.get('/o/:office/f/:series/:edition', ofSeries('figure'))
  routes.get(
    '/o/:office/pledges',
    inOffice(async (c, office) => htmlAnswer(c, pledgesPage(viewFor(c, office), await published(c, office)))),
  )
  routes.get(
    '/o/:office/strategy',
    inOffice(async (c, office) => htmlAnswer(c, strategyPage(viewFor(c, office), await published(c, office)))),
  )
  routes.get(
    '/o/:office/c/:count',
    inOffice(async (c, office) => {
      const count = countNamed(c.req.param('count') ?? '')
      if (!count) return missing(c, office)
      const { now, editions } = await c.get('store').readOffice(office.office_id, null, async (db) => ({
        now: await publicOffice(db, office.office_id, today(c, office)),
        editions: await shown(db, office.office_id, await allEditions(db, office.office_id, 10_000), today(c, office)),
      }))
      // a count of nothing that was ever published is a page that there is not
      return editions.filter(isProject).some(count.about) ? htmlAnswer(c, countPage(viewFor(c, office), count, now, editions)) : missing(c, office)
    }),
  )
  routes.get(
    '/o/:office/data',
    inOffice(async (c, office) => htmlAnswer(c, dataPage(viewFor(c, office), await published(c, office)))),
  )
  routes.get(
    '/o/:office/search',
    inOffice(async (c, office) => {
      const words = (c.req.query('q') ?? '').slice(0, 200)
      return htmlAnswer(c, searchPage(viewFor(c, office), words, searchPublic(await published(c, office), words)))
    }),
  )
  routes.get(
    '/o/:office/feed.atom',
    inOffice(async (c, office) => {
      const editions = await c
        .get('store')
        .readOffice(office.office_id, null, async (db) => shown(db, office.office_id, await allEditions(db, office.office_id, 100), today(c, office)))
      return keepable(c, atomFeed(viewFor(c, office), editions), 'application/atom+xml; charset=utf-8')
    }),
  )
  routes.get('/sitemap.xml', async (c) => {
    const offices = await c.get('store').global((db) => listedOffices(db))
    const listed = await Promise.all(
      offices.map(async (office) => {
        const { figures, projects } = await published(c, office)
        return { office, editions: [...figures, ...projects] }
      }),
    )
    return keepable(c, sitemap(c.get('origin'), listed), 'application/xml; charset=utf-8')
  })
  routes.get('/favicon.ico', (c) => files.answer(c, 'bead.svg') ?? c.body(null, 404))
  routes.get('/robots.txt', (c) => keepable(c, robots(c.get('origin')), 'text/plain; charset=utf-8'))

  routes.post('/preferences', async (c) => {
    // a form of another site may not even change how ours looks
    if (c.req.header('sec-fetch-site') === 'cross-site') return c.body(null, 403)
    const form = await c.req.parseBody()
    const options = { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true, secure: c.get('origin').startsWith('https://') } as const
    setCookie(c, 'gusul_theme', among(themes, form.theme), options)
    setCookie(c, 'gusul_contrast', among(contrasts, form.contrast), options)
    const back = typeof form.back === 'string' && /^\/(?![/\\])[^\r\n]*$/.test(form.back) ? form.back : '/'
    return c.redirect(back, 303)
  })

  citizenRoutes(routes, { inOffice, viewFor, published, editions: editionsIn, today, missing })

  routes.get('/api/*', (c) => answerProblem(c, notFound()))
  routes.get(
    '/o/:office/*',
    inOffice((c, office) => missing(c, office)),
  )
  routes.get('*', (c) => missing(c))
  return routes
}
