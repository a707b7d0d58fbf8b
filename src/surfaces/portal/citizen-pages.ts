import { html, raw } from 'hono/html'
import type { PublicEdition, PublicOffice } from '#capabilities/publishing/index'
import { commentForm } from './comment-parts.ts'
import { editionPath, titleOf } from './edition-parts.ts'
import { page } from './layout.ts'
import { plain } from './parts.ts'
import { type Html, officeName, officePath, type View } from './view.ts'

/** A field that people do not see and machines fill. */
const honey = (view: View): Html =>
  html`<p class="honey" aria-hidden="true"><label>${view.texts.honey}<input name="website" type="text" tabindex="-1" autocomplete="off"></label></p>`

const frame = (view: View, title: string, body: Html): Html =>
  page(view, {
    title: `${title} · ${officeName(view)}`,
    description: title,
    current: null,
    listed: false,
    body: html`<nav aria-label="${view.texts.here}"><ol class="crumb"><li><a href="${officePath(view)}">${officeName(view)}</a></li><li>${title}</li></ol></nav><div class="lede lede--form"><h1>${title}</h1></div>${body}`,
  })

/** What came of a form: a sentence and the way back. */
export const donePage = (view: View, title: string, lead: string, back: string): Html =>
  frame(view, title, html`<p class="done-words">${lead}</p><p class="more"><a href="${back}">${view.texts.back}</a></p>`)

const problemNote = (problem: string | null): Html =>
  problem ? html`<div class="banner banner--bad" role="alert"><span data-plain="words">${problem}</span></div>` : html``

/** 메일로 소식 받기: the form; where mail is not set up, the feed. */
export function followPage(
  view: View,
  office: PublicOffice,
  open: boolean,
  filled: { address: string; series: string },
  problem: string | null = null,
): Html {
  const t = view.texts
  if (!open)
    return frame(
      view,
      t.followTitle,
      html`<p class="done-words">${t.followOff}</p><p class="more"><a href="${officePath(view, '/feed.atom')}">${t.feed}</a></p>`,
    )
  const choices = [...office.figures, ...office.projects]
  return frame(
    view,
    t.followTitle,
    html`<p class="done-words">${t.followLead}</p>${problemNote(problem)}
<form class="form" method="post" action="${officePath(view, '/follow')}"><p><label for="series">${t.followWhat}</label><select class="inp" id="series" name="series"><option value="">${t.followAll}</option>${choices.map(
      (edition) =>
        html`<option value="${edition.row.series}"${edition.row.series === filled.series ? raw(' selected') : ''} data-plain="name">${titleOf(view, edition)}</option>`,
    )}</select></p>
<p><label for="address">${t.followAddress}</label><input class="inp" id="address" name="address" type="email" required maxlength="254" autocomplete="email" value="${filled.address}"></p>${honey(view)}
<p><button class="btn btn--pri" type="submit">${t.followSend}</button></p></form>`,
  )
}

/** The page behind a link of a mail: nothing happens before the button, so that a machine that opens links does nothing. */
export function followStepPage(view: View, step: 'confirm' | 'end', token: string): Html {
  const t = view.texts
  return frame(
    view,
    step === 'confirm' ? t.confirmTitle : t.endTitle,
    html`<form class="form" method="post" action="${officePath(view, `/follow/${step}/${token}`)}"><p><button class="btn btn--pri" type="submit">${step === 'confirm' ? t.confirmButton : t.endButton}</button></p></form>`,
  )
}

/** 의견 보내기: what was typed stays where it could not be taken. */
export const commentPage = (view: View, edition: PublicEdition, filled: { name: string; words: string }, problem: string | null = null): Html =>
  frame(view, view.texts.commentSay, html`${problemNote(problem)}${commentForm(view, edition, filled, honey(view))}`)

/** 틀린 곳 알리기: the form about one edition. What was typed stays where it could not be taken. */
export function correctionPage(view: View, edition: PublicEdition, filled: { words: string; address: string }, problem: string | null = null): Html {
  const t = view.texts
  return frame(
    view,
    t.correctTitle,
    html`<p class="done-words">${t.correctLead}</p>${problemNote(problem)}
<form class="form" method="post" action="${officePath(view, '/corrections')}"><p><span class="label">${t.correctOf}</span><a href="${editionPath(view, edition)}" data-plain="name">${titleOf(view, edition)}</a> ${plain('edition', t.edition(edition.row.edition))}<input type="hidden" name="series" value="${edition.row.series}"><input type="hidden" name="edition" value="${edition.row.edition}"></p>
<p><label for="words">${t.correctWords}</label><textarea class="inp" id="words" name="words" rows="7" required minlength="5" maxlength="4000">${filled.words}</textarea></p>
<p><label for="address">${t.correctAddress}</label><input class="inp" id="address" name="address" type="email" maxlength="254" autocomplete="email" value="${filled.address}"></p>${honey(view)}
<p><button class="btn btn--pri" type="submit">${t.correctSend}</button></p></form>`,
  )
}
