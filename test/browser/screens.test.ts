import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Browsers, linesOfBar, overflowOf, partedDays, seriousByAxe, shoot, widths } from '#support/browser'
import { firstAdministrator, type Person, until } from '#support/person'
import { projectRoot, type RunningServer, startServer } from '#support/server'
import { StaticFiles } from '#surfaces/http/static-files'
import { portalRoutes } from '#surfaces/portal/routes'

/** Where the demonstration has something to show on each screen. */
interface Ids {
  project: string
  document: string
  series: string
  projectSeries: string
  invitation: string
  import: string
  agreement: string
  award: string
  pledge: string
}

/**
 * Every screen of the console by its path in the registry, with the addresses at which it is looked at. A screen that joins the console must be
 * written down here.
 */
const consoleScreens: Record<string, { signedOut?: true; at: (ids: Ids) => Record<string, string> }> = {
  '/sign-in': { signedOut: true, at: () => ({ 'sign-in': '/sign-in' }) },
  '/link/$token': { signedOut: true, at: (ids) => ({ link: `/link/${ids.invitation}`, 'link-used': '/link/not-a-link' }) },
  '/account': { at: () => ({ account: '/account' }) },
  '/people': { at: () => ({ people: '/people' }) },
  '/offices': { at: () => ({ offices: '/offices' }) },
  '/offices/new': { at: () => ({ 'office-new': '/offices/new' }) },
  '/documents': { at: () => ({ documents: '/documents' }) },
  '/documents/$id': { at: (ids) => ({ review: `/documents/${ids.document}`, 'review-missing': '/documents/0b9f3a52-0000-4000-8000-000000000000' }) },
  '/documents/watches': { at: () => ({ watches: '/documents/watches' }) },
  '/documents/rereading': { at: () => ({ rereading: '/documents/rereading' }) },
  '/documents/same': { at: () => ({ same: '/documents/same' }) },
  '/checks': { at: () => ({ checks: '/checks' }) },
  '/corrections': { at: () => ({ corrections: '/corrections' }) },
  '/comments': { at: () => ({ comments: '/comments' }) },
  '/places': { at: () => ({ places: '/places' }) },
  '/roll-up': { at: () => ({ 'roll-up': '/roll-up' }) },
  '/history': { at: () => ({ history: '/history' }) },
  '/monday': { at: () => ({ monday: '/monday' }) },
  '/compare': { at: () => ({ compare: '/compare', 'compare-day': '/compare?day=2020-01-01&same=true' }) },
  '/twins': { at: () => ({ twins: '/twins' }) },
  '/structure': { at: () => ({ structure: '/structure' }) },
  '/chain': { at: () => ({ chain: '/chain' }) },
  '/warning': { at: () => ({ warning: '/warning' }) },
  '/forecast': { at: () => ({ forecast: '/forecast' }) },
  '/impact': { at: () => ({ impact: '/impact' }) },
  '/effects': { at: () => ({ effects: '/effects' }) },
  '/effects/$id': { at: () => ({ 'effect-missing': '/effects/0123456789abcdef' }) },
  '/tables': { at: () => ({ tables: '/tables' }) },
  '/firms': { at: () => ({ firms: '/firms' }) },
  '/rates': { at: () => ({ rates: '/rates?from=2016-01&to=2020-09' }) },
  '/projects': {
    at: () => ({ projects: '/projects', 'projects-board': '/projects?view=board', 'projects-timeline': '/projects?view=timeline' }),
  },
  '/stages': { at: () => ({ stages: '/stages', 'stages-fdi': '/stages?of=fdi' }) },
  '/projects/$id': { at: (ids) => ({ project: `/projects/${ids.project}` }) },
  '/export': { at: () => ({ export: '/export' }) },
  '/import': { at: () => ({ import: '/import' }) },
  '/import/$id': { at: (ids) => ({ 'import-one': `/import/${ids.import}` }) },
  '/agreements': { at: () => ({ agreements: '/agreements' }) },
  '/agreements/$id': { at: (ids) => ({ agreement: `/agreements/${ids.agreement}` }) },
  '/obligations': { at: () => ({ obligations: '/obligations' }) },
  '/awards': { at: () => ({ awards: '/awards' }) },
  '/awards/$id': { at: (ids) => ({ award: `/awards/${ids.award}` }) },
  '/pledges': { at: () => ({ pledges: '/pledges' }) },
  '/pledges/$id': { at: (ids) => ({ pledge: `/pledges/${ids.pledge}` }) },
  '/strategy': { at: () => ({ strategy: '/strategy' }) },
  '/partner': { at: () => ({ partner: '/partner' }) },
  '/publications': { at: () => ({ publications: '/publications' }) },
  '/publications/$series': { at: (ids) => ({ publication: `/publications/${ids.series}` }) },
  '/components': { at: () => ({ components: '/components' }) },
  '/nowhere': { at: () => ({ nowhere: '/nowhere' }) },
}

/** Every address of the public pages, with where it is looked at; null is no page for people to read. */
const publicPages: Record<string, ((ids: Ids) => Record<string, string>) | null> = {
  '/': () => ({ 'public-offices': '/' }),
  '/o/:office': () => ({ 'public-office': '/o/namyangju' }),
  '/o/:office/projects': () => ({ 'public-projects': '/o/namyangju/projects' }),
  '/o/:office/p/:series': (ids) => ({ 'public-project': `/o/namyangju/p/${ids.projectSeries}` }),
  '/o/:office/p/:series/:edition': (ids) => ({ 'public-project-edition': `/o/namyangju/p/${ids.projectSeries}/1` }),
  '/o/:office/f/:series': (ids) => ({ 'public-figure': `/o/namyangju/f/${ids.series}` }),
  '/o/:office/f/:series/:edition': (ids) => ({ 'public-figure-edition': `/o/namyangju/f/${ids.series}/1` }),
  '/o/:office/pledges': () => ({ 'public-pledges': '/o/gwangju/pledges' }),
  '/o/:office/c/:count': () => ({ 'public-count': '/o/gwangju/c/pledge-done-rate', 'public-count-projects': '/o/namyangju/c/projects-announced' }),
  '/o/:office/strategy': () => ({ 'public-strategy': '/o/gwangju/strategy' }),
  '/o/:office/data': () => ({ 'public-data': '/o/namyangju/data' }),
  '/o/:office/search': () => ({ 'public-search': '/o/namyangju/search?q=1조' }),
  '/o/:office/corrections': (ids) => ({ 'public-corrections': `/o/namyangju/corrections?of=${ids.series}/1` }),
  '/o/:office/comments': (ids) => ({ 'public-comments-off': `/o/namyangju/comments?of=${ids.series}` }),
  '/o/:office/follow': () => ({ 'public-follow': '/o/namyangju/follow' }),
  '/o/:office/follow/confirm/:token': () => ({ 'public-follow-confirm': '/o/namyangju/follow/confirm/no-such-link' }),
  '/o/:office/follow/end/:token': () => ({ 'public-follow-end': '/o/namyangju/follow/end/no-such-link' }),
  '/o/:office/*': () => ({ 'public-missing': '/o/namyangju/nothing/here' }),
  '/o/:office/feed.atom': null,
  '/sitemap.xml': null,
  '/favicon.ico': null,
  '/robots.txt': null,
  '/api/*': null,
  '/*': null,
}

/** Screens where colours are looked at in the dark and at high contrast too. */
const coloured = [
  'review',
  'documents',
  'projects',
  'projects-board',
  'project',
  'monday',
  'publications',
  'components',
  'public-office',
  'public-figure',
]

const article = `나래테크, 남양주에 공장 짓는다

남양주시는 지난달 28일 화도읍에 1조원 규모의 X-AI 스마트에너지 데이터센터를 건립하는 협약을 남양주마석아이디씨 유한회사와 맺었다.

나래테크는 2027년까지 진접읍에 1천200억원을 들여 부품 공장을 짓고 80명 이상을 새로 뽑는다.`

describe('every screen', () => {
  let server: RunningServer
  let head: Person
  let ids: Ids
  let page: Page
  let stranger: Page
  const browsers = new Browsers()
  beforeAll(async () => {
    server = await startServer({ args: [] })
    head = await firstAdministrator(server, null)
    await head.send('PUT', '/session/office', { office: 'namyangju' })
    const projects = await head.get<{ items: { id: string; nameKo: string }[] }>('/offices/namyangju/projects')
    const publications = await head.get<{ items: { kind: string; series: string }[] }>('/offices/namyangju/publications')
    const added = await head.post<{ document: { id: string } }>('/offices/namyangju/documents', { text: article, publishedOn: '2026-02-05' })
    await until(
      async () =>
        (await head.get<{ document: { readingState: string } }>(`/offices/namyangju/documents/${added.document.id}/review`)).document.readingState ===
        'read',
      'the reading',
    )
    // a value that changes what is published: both are then shown side by side, with long amounts
    const waiting = await head.get<{ claims: { id: string; span: { quote: string } }[] }>(`/offices/namyangju/documents/${added.document.id}/review`)
    const plant = waiting.claims.find((one) => one.span.quote.includes('1천200억원'))!
    await head.post(`/offices/namyangju/claims/${plant.id}/accept`, { subject: { new: { kind: 'project', nameKo: '나래테크 부품 공장' } } })
    // a file with a change, an addition and a mistake
    const file = new FormData()
    file.set('file', new File(['번호,이름,곳\r\n,새로 오는 공장,화도읍\r\n모르는 번호,다른 공장,진접읍\r\n'], '사업.csv'))
    const brought = await head.post<{ id: string }>('/offices/namyangju/imports', file)
    const invited = await head.post<{ link: string }>('/offices/namyangju/invitations', { email: 'park@city.example', role: 'officer' })
    const first = async (path: string) => (await head.get<{ items: { id: string }[] }>(`/offices/namyangju${path}`)).items[0]!.id
    const pledge = await head.post<{ id: string }>('/offices/namyangju/pledges', { nameKo: '청년 창업공간 서른 곳', promisor: '남양주시장' })
    ids = {
      agreement: await first('/agreements'),
      award: await first('/awards'),
      pledge: pledge.id,
      project: projects.items.find((one) => one.nameKo.startsWith('X-AI'))!.id,
      document: added.document.id,
      series: publications.items.find((one) => one.kind === 'figure')!.series,
      projectSeries: publications.items.find((one) => one.kind === 'project')!.series,
      invitation: invited.link.split('/').at(-1)!,
      import: brought.id,
    }
    page = await browsers.page()
    stranger = await browsers.page()
    const [name = '', value = ''] = head.cookie().split('=')
    await page.context().addCookies([{ name, value, url: server.url }])
  })
  afterAll(async () => {
    await browsers.close()
    await server?.remove()
  })

  /** What is wrong with a screen, in one language. */
  async function look(on: Page, name: string, address: string, language: 'ko' | 'en'): Promise<string[]> {
    const wrong: string[] = []
    const earlier = browsers.complaints.length
    await on.context().addCookies([{ name: 'gusul_locale', value: language, url: server.url }])
    await on.setViewportSize({ width: 1440, height: 900 })
    await on.goto(server.url + address)
    await on.getByRole('heading', { level: 1 }).first().waitFor()
    await on.waitForLoadState('networkidle')
    const told = (await on.evaluate(
      '({ lang: document.documentElement.lang, title: document.title, h1: [...document.querySelectorAll("h1")].map((h) => h.textContent.trim()) })',
    )) as { lang: string; title: string; h1: string[] }
    if (told.lang !== language) wrong.push(`the lang attribute says ${told.lang}`)
    if (told.title.trim() === '' || /undefined|\[object/.test(told.title)) wrong.push(`the title is "${told.title}"`)
    if (told.h1.length !== 1 || told.h1[0] === '') wrong.push(`the headings of the first level are ${JSON.stringify(told.h1)}`)
    wrong.push(...(await seriousByAxe(on)))
    if (coloured.includes(name) && language === 'ko')
      for (const [theme, contrast] of [
        ['dark', 'normal'],
        ['light', 'high'],
      ] as const) {
        await on.evaluate(`Object.assign(document.documentElement.dataset, { theme: '${theme}', contrast: '${contrast}' })`)
        wrong.push(...(await seriousByAxe(on, ['color-contrast'])).map((one) => `${theme}, contrast ${contrast}: ${one}`))
        await shoot(on, `${name}-${theme}-${contrast}`)
      }
    await on.evaluate('delete document.documentElement.dataset.theme, delete document.documentElement.dataset.contrast')
    for (const width of widths) {
      await on.setViewportSize({ width, height: 900 })
      const overflow = await overflowOf(on)
      if (overflow > 0) wrong.push(`${overflow} px wider than ${width}`)
      await shoot(on, `${name}-${language}-${width}`)
    }
    const lines = (await linesOfBar(on)) - (await on.locator('.bar-tools').count())
    if (lines > 1) wrong.push(`the bar stands in ${lines} lines on a phone`)
    // where a line ends depends on the width
    for (const width of [320, 344, 368, 390, 414]) {
      await on.setViewportSize({ width, height: 900 })
      wrong.push(...(await partedDays(on)).map((text) => `a day is parted at ${width}: ${text}`))
    }
    return [...wrong, ...browsers.complaints.slice(earlier)].map((one) => `${name} (${language}): ${one}`)
  }

  test('of the console is in the table of this test', async () => {
    const { screens } = (await import(/* @vite-ignore */ `${projectRoot}/web/src/shell/routes.tsx`)) as { screens: { path: string }[] }
    expect([...screens.map((screen) => screen.path), '/nowhere'].sort()).toEqual(Object.keys(consoleScreens).sort())
  })

  test('of the public pages is in the table of this test', () => {
    const paths = portalRoutes(new StaticFiles('/nowhere')).routes.flatMap((route) => (route.method === 'GET' ? [route.path] : []))
    expect([...new Set(paths)].sort()).toEqual(Object.keys(publicPages).sort())
  })

  test.each(Object.entries(consoleScreens))('%s of the console is sound in both languages and at both widths', async (_path, { signedOut, at }) => {
    const wrong: string[] = []
    for (const [name, address] of Object.entries(at(ids)))
      for (const language of ['ko', 'en'] as const) wrong.push(...(await look(signedOut ? stranger : page, name, `/console${address}`, language)))
    expect(wrong).toEqual([])
  })

  test.each(Object.entries(publicPages).flatMap(([path, at]) => (at ? [[path, at] as const] : [])))(
    '%s of the public pages is sound in both languages and at both widths',
    async (_path, at) => {
      const wrong: string[] = []
      for (const [name, address] of Object.entries(at(ids)))
        for (const language of ['ko', 'en'] as const) wrong.push(...(await look(stranger, name, address, language)))
      expect(wrong).toEqual([])
    },
  )
})
