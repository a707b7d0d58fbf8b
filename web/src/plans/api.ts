import { apiBase, apiFetch } from '#web/shell/api'
import { queryClient } from '#web/shell/session'

/** Where a thing of an office stands in the API. */
export const pathOf = (office: string, path: string): string => `${apiBase}/offices/${office}${path}`

/** What the server holds there. */
export async function read<T>(office: string, path: string): Promise<T> {
  return (await (await apiFetch(pathOf(office, path))).json()) as T
}

/** What the server holds there, with the tag that a change gives back. */
export async function readTagged<T>(office: string, path: string): Promise<{ body: T; etag: string | null }> {
  const answer = await apiFetch(pathOf(office, path))
  return { body: (await answer.json()) as T, etag: answer.headers.get('etag') }
}

/** Ask the server to change something; a change of a thing that others may have changed gives its tag back. Every screen of plans is read anew. */
export async function write<T>(
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  office: string,
  path: string,
  body?: unknown,
  etag?: string | null,
): Promise<T> {
  const headers: Record<string, string> = {}
  if (body !== undefined && !(body instanceof FormData)) headers['content-type'] = 'application/json'
  if (etag !== undefined) headers['if-match'] = etag ?? '*'
  const sent = body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body)
  const answer = await apiFetch(pathOf(office, path), { method, headers, body: sent })
  const text = await answer.text()
  await queryClient.invalidateQueries({ queryKey: ['plans'] })
  await queryClient.invalidateQueries({ queryKey: ['portfolio'] })
  return (text === '' ? null : JSON.parse(text)) as T
}
