import type { OfficeForPublic, PublicEdition } from '#capabilities/publishing/index'
import { isFigure, printedText } from '#capabilities/publishing/index'
import { editionPath, titleOf } from './edition-parts.ts'
import { officeName, officePath, type View } from './view.ts'

// control characters are not allowed in XML, whatever a source text held
const escaped = (text: string) =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** 공표 소식: publications, restatements and withdrawals as Atom (RFC 4287), newest first. */
export function atomFeed(view: View, editions: readonly PublicEdition[]): string {
  const t = view.texts
  const entries = editions.map((edition) => {
    const { row } = edition
    const value = isFigure(edition) ? printedText(edition.payload, view.locale) : null
    const title = `${titleOf(view, edition)}${value ? `: ${value}` : ''} (${t.edition(row.edition)}${row.withdrawn_at ? `, ${t.withdrawn}` : ''})`
    const address = `${view.origin}${editionPath(view, edition)}`
    return `<entry><id>urn:uuid:${row.publication_id}</id><title>${escaped(title)}</title><link href="${escaped(address)}"/><published>${row.published_at}</published><updated>${row.withdrawn_at ?? row.published_at}</updated><summary>${escaped(row.withdrawn_reason ?? row.reason ?? t.first)}</summary></entry>`
  })
  const updated =
    editions
      .map(({ row }) => row.withdrawn_at ?? row.published_at)
      .sort()
      .at(-1) ?? '1970-01-01T00:00:00Z'
  const home = `${view.origin}${officePath(view)}`
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${view.locale}"><id>${escaped(home)}</id><title>${escaped(t.feedTitle(officeName(view)))}</title><link href="${escaped(home)}"/><link rel="self" href="${escaped(`${home}/feed.atom`)}"/><updated>${updated}</updated><author><name>${escaped(officeName(view))}</name></author>
${entries.join('\n')}
</feed>
`
}

/** What search machines may list: the pages of listed offices and of what stands there. */
export function sitemap(origin: string, offices: readonly { office: OfficeForPublic; editions: readonly PublicEdition[] }[]): string {
  const url = (path: string, day?: string) => `<url><loc>${escaped(`${origin}${path}`)}</loc>${day ? `<lastmod>${day}</lastmod>` : ''}</url>`
  const lines = offices.flatMap(({ office, editions }) => {
    const base = `/o/${office.slug}`
    return [
      url(base),
      url(`${base}/projects`),
      url(`${base}/data`),
      ...editions.map((edition) => url(`${base}/${isFigure(edition) ? 'f' : 'p'}/${edition.row.series}`, edition.row.published_at.slice(0, 10))),
    ]
  })
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${[url('/'), ...lines].join('\n')}\n</urlset>\n`
}

export const robots = (origin: string): string =>
  `User-agent: *\nDisallow: /console\nDisallow: /api/\nAllow: /api/v1/public/\nDisallow: /*/search\nDisallow: /*/follow\nDisallow: /*/corrections\nDisallow: /*/comments\nSitemap: ${origin}/sitemap.xml\n`
