/**
 * Where to go after signing in: the place that was asked for, if it is one of ours; else the start.
 *
 * nextPlace('/projects?stage=mou') // => '/console/projects?stage=mou'
 * nextPlace('https://elsewhere.example/') // => '/console/'
 */
export function nextPlace(next: unknown): string {
  const start = '/console/'
  if (typeof next !== 'string' || !/^\/(?![/\\])/.test(next)) return start
  const inside = next.replace(/^\/console(?=\/|$)/, '') || '/'
  // never back to where one has just been, and never to a place whose address a browser would read as another host
  return /^\/(sign-in|link)(\/|\?|$)/.test(inside) || /^\/[/\\]/.test(inside) ? start : `/console${inside}`
}
