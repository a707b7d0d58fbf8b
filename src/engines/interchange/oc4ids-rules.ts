/** A rule that the schema cannot say, and where it is broken. */
export interface BrokenRule {
  readonly rule: 'empty-value' | 'missing-currency' | 'unknown-organisation' | 'project-prefix'
  /** Where, as a JSON pointer. */
  readonly paths: readonly string[]
}

/** Where an organisation is referred to by its id. */
const reference =
  /^\/projects\/\d+\/(?:publicAuthority|budget\/budgetBreakdowns?\/(?:\d+\/budgetBreakdown\/)?\d+\/sourceParty|contractingProcesses\/\d+\/summary\/(?:tender\/(?:tenderers\/\d+|procuringEntity|administrativeEntity)|suppliers\/\d+))\/id$/
const prefixed = /^oc4ids-[a-z0-9]{6}.+$/

/**
 * 스키마 밖의 네 규칙: values are not empty, amounts have a currency, organisations that are referred to stand among the project's parties, and project ids begin with a
 * registered prefix. After the additional and conformance checks of the public OC4IDS validator (lib-cove-oc4ids), written anew.
 */
export function brokenRules(packageData: unknown): BrokenRule[] {
  const leaves = new Map<string, unknown>()
  walk(packageData, '', leaves)
  const empty: string[] = []
  const currency: string[] = []
  const organisation: string[] = []
  const prefix: string[] = []
  for (const [path, value] of leaves) {
    if (isEmpty(value)) empty.push(path)
    if (/(?:^|\/)amount$/.test(path) && typeof value === 'number' && !leaves.has(path.replace(/amount$/, 'currency'))) currency.push(path)
    if (reference.test(path) && !partyIds(packageData, path).includes(value)) organisation.push(path)
    if (/^\/projects\/\d+\/id$/.test(path) && !prefixed.test(String(value))) prefix.push(path)
  }
  const found: BrokenRule[] = [
    { rule: 'empty-value', paths: empty },
    { rule: 'missing-currency', paths: currency },
    { rule: 'unknown-organisation', paths: organisation },
    { rule: 'project-prefix', paths: prefix },
  ]
  return found.filter((one) => one.paths.length > 0)
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'string' ? value.trim() === '' : typeof value === 'object' && value !== null && Object.keys(value).length === 0

function walk(value: unknown, path: string, into: Map<string, unknown>): void {
  if (typeof value === 'object' && value !== null && Object.keys(value).length > 0) {
    for (const [key, one] of Object.entries(value)) walk(one, `${path}/${key}`, into)
    return
  }
  into.set(path, value)
}

function partyIds(packageData: unknown, path: string): unknown[] {
  const at = Number(path.split('/')[2])
  const project = (packageData as { projects?: { parties?: { id?: unknown }[] }[] }).projects?.[at]
  return (project?.parties ?? []).map((party) => party.id)
}
