/** A live judgement that two subjects are one and the same. */
export interface SameSubject {
  readonly a: string
  readonly b: string
}

/**
 * 같은 대상 묶음: which subject stands for each one, from the judgements that two are the same. Clusters are the connected components of the edges;
 * a cluster is represented by the member that `rank` puts first (smallest text), so that the order of the edges does not matter. A subject without an edge is absent: it stands for itself.
 *
 * @example
 * clusters([{ a: '1', b: '2' }, { a: '2', b: '3' }]).get('3') // => '1'
 */
export function clusters(edges: readonly SameSubject[], rank: (id: string) => string = (id) => id): Map<string, string> {
  const parent = new Map<string, string>()
  const rootOf = (id: string): string => {
    let root = id
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up
    for (let at = id; at !== root; ) {
      const next = parent.get(at) ?? root
      parent.set(at, root)
      at = next
    }
    return root
  }
  for (const { a, b } of edges) {
    for (const id of [a, b]) if (!parent.has(id)) parent.set(id, id)
    const left = rootOf(a)
    const right = rootOf(b)
    if (left === right) continue
    const first = before(left, right, rank) ? left : right
    parent.set(first === left ? right : left, first)
  }
  return new Map([...parent.keys()].map((id) => [id, rootOf(id)]))
}

function before(a: string, b: string, rank: (id: string) => string): boolean {
  const left = rank(a)
  const right = rank(b)
  return left === right ? a < b : left < right
}
