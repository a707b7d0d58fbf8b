export interface Refusal {
  name: string
  reason: 'large' | 'kind'
}

/** The files that can be taken and those that cannot, with the reason. Kinds go by the ending of the name: browsers know no type for many of ours. */
export function sortFiles<F extends { name: string; size: number }>(
  files: readonly F[],
  accept: readonly string[],
  limitBytes: number,
): { taken: F[]; refused: Refusal[] } {
  const taken: F[] = []
  const refused: Refusal[] = []
  for (const file of files) {
    const name = file.name.toLowerCase()
    if (accept.length > 0 && !accept.some((ending) => name.endsWith(ending.toLowerCase()))) refused.push({ name: file.name, reason: 'kind' })
    else if (file.size > limitBytes) refused.push({ name: file.name, reason: 'large' })
    else taken.push(file)
  }
  return { taken, refused }
}
