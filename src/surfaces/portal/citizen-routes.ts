import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ApiEnv } from '#api/env'
import { expectedBy } from '#api/expected'
import { ProblemError } from '#api/problem'
import {
  askForCorrection,
  askToFollow,
  Complaint,
  confirm,
  endFollowing,
  knownFollower,
  mayFollow,
  NewComment,
  sayComment,
  talkOn,
} from '#capabilities/citizens/index'
import type { OfficeForPublic, PublicEdition, PublicOffice } from '#capabilities/publishing/index'
import { commentPage, correctionPage, donePage, followPage, followStepPage } from './citizen-pages.ts'
import { editionPath } from './edition-parts.ts'
import { type Html, officeName, officePath, type View } from './view.ts'

type PortalContext = Context<ApiEnv>

/** What the portal lends: how it finds an office, its view, its publications, and how it answers. */
export interface Lent {
  readonly inOffice: (work: (c: PortalContext, office: OfficeForPublic) => Promise<Response>) => (c: PortalContext) => Promise<Response>
  readonly viewFor: (c: PortalContext, office: OfficeForPublic) => View
  readonly published: (c: PortalContext, office: OfficeForPublic) => Promise<PublicOffice>
  readonly editions: (c: PortalContext, office: OfficeForPublic, series: string) => Promise<PublicEdition[]>
  readonly today: (c: PortalContext, office: OfficeForPublic) => string
  readonly missing: (c: PortalContext, office: OfficeForPublic) => Promise<Response>
}

/** A page about one person's letter: kept by nobody on the way. */
async function privately(c: PortalContext, page: Html, status: 200 | 202 | 409 | 422 | 429 | 502 = 200): Promise<Response> {
  return c.body(String(await page), status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  })
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const statusOf = (error: ProblemError) => ([409, 422, 429, 502].includes(error.status) ? (error.status as 409 | 422 | 429 | 502) : null)
const wordsOf = (error: ProblemError, view: View) =>
  [error.title[view.locale], error.more.detail?.[view.locale] ?? error.more.fields?.map((field) => field.expected).join('. ')]
    .filter(Boolean)
    .join('. ')

/** Forms of the public pages: corrections and news by mail. They need no script and no account. */
export function citizenRoutes(routes: OpenAPIHono<ApiEnv>, lent: Lent): void {
  const { inOffice, viewFor, published, editions, today, missing } = lent
  const addressed = (c: PortalContext, office: OfficeForPublic) => ({
    officeId: office.office_id,
    today: today(c, office),
    now: c.get('now'),
    from: c.get('address'),
  })
  /** A form that another site sent is not taken; a mail program's one-press end has no such header. */
  const foreign = (c: PortalContext) => c.req.header('sec-fetch-site') === 'cross-site'

  routes.get(
    '/o/:office/corrections',
    inOffice(async (c, office) => {
      const [series = '', asked] = (c.req.query('of') ?? '').split('/')
      const found = await editions(c, office, series)
      const edition = found.find(({ row }) => String(row.edition) === asked) ?? found[0]
      if (!edition) return missing(c, office)
      return privately(c, correctionPage(viewFor(c, office), edition, { words: '', address: '' }))
    }),
  )
  routes.post(
    '/o/:office/corrections',
    inOffice(async (c, office) => {
      if (foreign(c)) return c.body(null, 403)
      const form = await c.req.parseBody()
      const view = viewFor(c, office)
      const filled = { words: text(form.words), address: text(form.address) }
      const found = await editions(c, office, text(form.series))
      const edition = found.find(({ row }) => String(row.edition) === text(form.edition))
      if (!edition) return missing(c, office)
      const done = () => privately(c, donePage(view, view.texts.correctSent, view.texts.correctSentLead, editionPath(view, edition)), 202)
      // a machine filled the field that people do not see: it is told what people are told
      if (text(form.website) !== '') return done()
      const said = Complaint.safeParse({ series: edition.row.series, edition: edition.row.edition, ...filled })
      if (!said.success)
        return privately(c, correctionPage(view, edition, filled, said.error.issues.map((issue) => expectedBy(issue, view.locale)).join('. ')), 422)
      try {
        await askForCorrection(c.get('store'), addressed(c, office), { ...said.data, address: said.data.address || null })
      } catch (error) {
        const status = error instanceof ProblemError ? statusOf(error) : null
        if (status === null) throw error
        return privately(c, correctionPage(view, edition, filled, wordsOf(error as ProblemError, view)), status)
      }
      return done()
    }),
  )

  /** The page that is spoken of, where the office takes comments. */
  const spokenOf = async (c: PortalContext, office: OfficeForPublic, series: string): Promise<PublicEdition | undefined> => {
    const [edition] = await editions(c, office, series)
    const talk = edition && (await c.get('store').readOffice(office.office_id, null, (db) => talkOn(db, office.office_id, series)))
    return talk ? edition : undefined
  }
  routes.get(
    '/o/:office/comments',
    inOffice(async (c, office) => {
      const edition = await spokenOf(c, office, c.req.query('of') ?? '')
      return edition ? privately(c, commentPage(viewFor(c, office), edition, { name: '', words: '' })) : missing(c, office)
    }),
  )
  routes.post(
    '/o/:office/comments',
    inOffice(async (c, office) => {
      if (foreign(c)) return c.body(null, 403)
      const form = await c.req.parseBody()
      const view = viewFor(c, office)
      const filled = { name: text(form.name), words: text(form.words) }
      const edition = await spokenOf(c, office, text(form.series))
      if (!edition) return missing(c, office)
      const done = () => privately(c, donePage(view, view.texts.commentSent, view.texts.commentSentLead, editionPath(view, edition)), 202)
      if (text(form.website) !== '') return done()
      const said = NewComment.safeParse({ series: edition.row.series, ...filled })
      if (!said.success)
        return privately(c, commentPage(view, edition, filled, said.error.issues.map((issue) => expectedBy(issue, view.locale)).join('. ')), 422)
      try {
        await sayComment(c.get('store'), addressed(c, office), said.data)
      } catch (error) {
        const status = error instanceof ProblemError ? statusOf(error) : null
        if (status === null) throw error
        return privately(c, commentPage(view, edition, filled, wordsOf(error as ProblemError, view)), status)
      }
      return done()
    }),
  )

  routes.get(
    '/o/:office/follow',
    inOffice(async (c, office) =>
      privately(
        c,
        followPage(viewFor(c, office), await published(c, office), await mayFollow(c.get('store')), {
          address: '',
          series: (c.req.query('of') ?? '').slice(0, 80),
        }),
      ),
    ),
  )
  routes.post(
    '/o/:office/follow',
    inOffice(async (c, office) => {
      if (foreign(c)) return c.body(null, 403)
      const form = await c.req.parseBody()
      const view = viewFor(c, office)
      const filled = { address: text(form.address).trim(), series: text(form.series) }
      const done = () => privately(c, donePage(view, view.texts.followSent, view.texts.followSentLead, officePath(view)), 202)
      if (text(form.website) !== '') return done()
      const address = Complaint.shape.address.safeParse(filled.address)
      const again = async (problem: string, status: 409 | 422 | 429 | 502) =>
        privately(c, followPage(view, await published(c, office), await mayFollow(c.get('store')), filled, problem), status)
      if (!address.success || !address.data) return again(`${view.texts.followAddress}: kim@example.com`, 422)
      try {
        await askToFollow(
          c.get('store'),
          { ...addressed(c, office), slug: office.slug, officeName: officeName(view) },
          { address: address.data.toLowerCase(), series: filled.series, locale: view.locale },
        )
      } catch (error) {
        const status = error instanceof ProblemError ? statusOf(error) : null
        if (status !== null) return again(wordsOf(error as ProblemError, view), status)
        if (error instanceof ProblemError && error.status === 404) return missing(c, office)
        throw error
      }
      return done()
    }),
  )
  for (const step of ['confirm', 'end'] as const) {
    routes.get(
      `/o/:office/follow/${step}/:token`,
      inOffice(async (c, office) => {
        const view = viewFor(c, office)
        const token = c.req.param('token') ?? ''
        if (!(await knownFollower(c.get('store'), office.office_id, token)))
          return privately(c, donePage(view, view.texts.linkOver, view.texts.linkOverLead, officePath(view, '/follow')))
        return privately(c, followStepPage(view, step, token))
      }),
    )
    routes.post(
      `/o/:office/follow/${step}/:token`,
      inOffice(async (c, office) => {
        if (foreign(c)) return c.body(null, 403)
        const view = viewFor(c, office)
        const token = c.req.param('token') ?? ''
        if (step === 'end') {
          await endFollowing(c.get('store'), office.office_id, token)
          return privately(c, donePage(view, view.texts.ended, view.texts.endedLead, officePath(view)))
        }
        if (await confirm(c.get('store'), office.office_id, token, c.get('now')))
          return privately(c, donePage(view, view.texts.confirmed, view.texts.confirmedLead, officePath(view)))
        return privately(c, donePage(view, view.texts.linkOver, view.texts.linkOverLead, officePath(view, '/follow')))
      }),
    )
  }
}
