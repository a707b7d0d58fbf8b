import { createHash } from 'node:crypto'

/**
 * The fingerprint (지문) of a finding: a hash of its rule and of the words or claims that it stands on, in any order. The same finding made again has the same one,
 * whatever the version of the rule: what a person has closed stays closed while what it stands on is the same.
 */
export function fingerprintOf(rule: string, inputs: readonly string[]): Buffer {
  return createHash('sha256')
    .update([rule, ...[...inputs].sort()].join('\u001f'))
    .digest()
}
