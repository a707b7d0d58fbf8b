import { json } from '#web/shell/api'
import { localeValue } from '#web/shell/locale'
import type { Found } from '#web/shell/screens'
import { quantityText } from '#web/ui/figure/quantity-parts'
import { client } from './api.ts'

const at = client.offices[':office']

/** Numbers, names and sentences that fit these words. */
export async function findAnything(words: string, office: string, signal: AbortSignal): Promise<Found[]> {
  const { items } = await json(at.search.$get({ param: { office }, query: { q: words } }, { init: { signal } }))
  return items.map((hit) => ({
    id: `${hit.type}-${hit.id}`,
    title: hit.value && hit.unit ? `${quantityText(hit.value, hit.unit, localeValue.get())} · ${hit.title}` : hit.title,
    detail: hit.detail ?? undefined,
    to: hit.subjectId ? `/projects/${hit.subjectId}` : `/documents/${hit.documentId}`,
  }))
}
