import { html } from 'hono/html'
import type { ShownComment } from '#capabilities/citizens/index'
import type { PublicEdition } from '#capabilities/publishing/index'
import { titleOf } from './edition-parts.ts'
import { day, mark } from './parts.ts'
import { dayOf, type Html, officePath, type View } from './view.ts'

/** 의견: what readers said and the office shows; nothing at all where it takes no comments. Their numbers are theirs, and are marked as such. */
export function talkKnot(view: View, edition: PublicEdition, talk: readonly ShownComment[] | null): Html {
  if (talk === null) return html``
  const t = view.texts
  return html`<section class="knot" id="comments">${mark('claim')}<p class="kind">${t.comments}</p><h2>${t.commentsTitle}</h2><p class="mut">${t.commentsLead}</p>${
    talk.length === 0 ? html`<p class="mut">${t.commentsNone}</p>` : ''
  }${talk.map(
    (one) =>
      html`<article class="said"><p><b data-plain="name">${one.name}</b> ${day(dayOf(view, one.at))}</p><blockquote data-plain="comment">${one.words}</blockquote></article>`,
  )}<p class="more no-print"><a href="${officePath(view, `/comments?of=${edition.row.series}`)}" rel="nofollow">${t.commentSay}</a></p></section>`
}

/** The form of a comment, as the words in it stand. */
export const commentForm = (view: View, edition: PublicEdition, filled: { name: string; words: string }, honey: Html): Html => {
  const t = view.texts
  return html`<p class="done-words">${t.commentLead}</p>
<form class="form" method="post" action="${officePath(view, '/comments')}"><p><span class="label">${t.correctOf}</span><span data-plain="name">${titleOf(view, edition)}</span><input type="hidden" name="series" value="${edition.row.series}"></p>
<p><label for="name">${t.commentName}</label><input class="inp" id="name" name="name" required maxlength="40" autocomplete="nickname" value="${filled.name}"></p>
<p><label for="words">${t.commentWords}</label><textarea class="inp" id="words" name="words" rows="6" required minlength="2" maxlength="2000">${filled.words}</textarea></p>${honey}
<p><button class="btn btn--pri" type="submit">${t.correctSend}</button></p></form>`
}
