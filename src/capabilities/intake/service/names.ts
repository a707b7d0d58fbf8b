import { organisationKey } from '#engines/accounting/organisation-name'

/** A name as it is compared: without legal form, spaces, brackets and quotation marks. */
export const nameKey = (name: string): string => organisationKey(name.replace(/[\s'"‘’“”「」『』<>()[\]]/gu, ''))

/**
 * Whether what a reader took for the thing reads like a name: short, no words of time, no particle that belongs to the word before it or that makes a clause of it.
 *
 * `looksLikeName('지난 3일 한빛전자와') // => false`
 */
export function looksLikeName(what: string): boolean {
  const words = what.trim()
  if (words.length < 2 || words.length > 40) return false
  if (/^(?:은|는|이|가|을|를|의|에|와|과|도|로|으로|에서|까지|부터)\s/u.test(words)) return false
  if (/[가-힣’”'")](?:은|는|을|를|에서|으로|까지|부터|에게)\s/u.test(words) || /(?:^|\s)(?:지난|오는|내년|올해|작년|이번)(?:\s|$)/u.test(words))
    return false
  return (
    !/\d+\s*(?:일|월|년)(?:\s|$|에)/u.test(words) &&
    !/[가-힣]{2,}(?:가|이)\s[가-힣]+(?:은|는|을|를|에)?\s/u.test(words) &&
    !/^[‘“'"][^’”'"]*$/u.test(words)
  )
}
