/** Class names joined, what is false or empty left out: `classes('btn', big && 'btn--big') // => 'btn'` when `big` is false. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
