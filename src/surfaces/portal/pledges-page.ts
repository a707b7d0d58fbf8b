import { html } from 'hono/html'
import { isPledge, type PublicOffice, type PublicProject } from '#capabilities/publishing/index'
import { countStrip } from './count-parts.ts'
import { editionLine, editionPath, factTable, titleOf } from './edition-parts.ts'
import { page } from './layout.ts'
import { illustrativeTag, plain, stageMark } from './parts.ts'
import { onGathered } from './plan-parts.ts'
import { gradeLine, pledgeHead, pledgeMoney, promiseTable } from './pledge-parts.ts'
import { type Html, officeName, type View } from './view.ts'

/** A pledge in a few lines; its own page has sentences, grades and history. One that was frozen before pledges had more than facts shows its facts. */
function pledgeSection(view: View, project: PublicProject): Html {
  const t = view.texts
  const place = onGathered(view, project)
  const { plan, stage, facts } = project.payload
  const own = plan?.kind === 'pledge' ? plan : null
  const path = editionPath(view, project, false)
  return html`<section class="pledge"><h2><a class="quiet" href="${path}">${plain('name', titleOf(view, project))}</a>${illustrativeTag(view, project.payload.illustrative)}</h2>
${own ? html`${pledgeHead(place, own)}${promiseTable(place, own)}${pledgeMoney(place, own)}${gradeLine(place, own)}` : html`<p>${stageMark(view, stage)}</p>${factTable(view, project, facts, path)}`}
<p class="more"><a href="${path}">${t.sentencesAndHistory}</a></p>${editionLine(view, project)}</section>`
}

/** 공약: what was pledged, what came of it, by what it is proved, and how it was graded: each as it was frozen when its page was published. */
export function pledgesPage(view: View, office: PublicOffice): Html {
  const t = view.texts
  const pledges = office.projects.filter(isPledge).sort((a, b) => a.payload.titleKo.localeCompare(b.payload.titleKo, 'ko'))
  const body = html`<div class="lede"><h1>${t.pledgesTitle(officeName(view))}</h1><p>${t.pledgesLead}</p></div>
${
  pledges.length === 0
    ? html`<div class="empty"><b>${t.noPledges}</b>${t.nothingLead}</div>`
    : html`<section class="sec">${countStrip(view, office.projects, ['pledges', 'pledges-done', 'pledge-done-rate', 'pledge-secured-rate', 'pledge-secured-in-term-rate'])}</section>
<div class="pledges" id="pledges">${pledges.map((pledge) => pledgeSection(view, pledge))}</div>`
}`
  return page(view, { title: `${t.pledges} · ${t.siteOf(officeName(view))}`, description: t.pledgesLead, current: 'pledges', body })
}
