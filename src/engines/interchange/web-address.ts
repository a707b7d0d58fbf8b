/** The URL of the WHATWG, which Node and browsers have alike; the engines know neither of them. */
declare const URL: { new (address: string): { origin: string; pathname: string; search: string; hash: string }; canParse(address: string): boolean }

const notInUri = /[^A-Za-z0-9\-._~:/?@!$&'()*+,;=%]/g
const encoded = (text: string): string => text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25').replace(notInUri, (letter) => encodeURIComponent(letter))

/**
 * 주소를 URI로: a web address as the formats want it (RFC 3986): Korean hosts in Punycode, letters and marks that a URI may not hold as percents. Null for what is no address of the web.
 *
 * @example
 * webAddress('https://narae.example/소식?쪽=1') // => 'https://narae.example/%EC%86%8C%EC%8B%9D?%EC%AA%BD=1'
 * webAddress('ftp://narae.example/1') // => null
 */
export function webAddress(address: string | null): string | null {
  if (address === null || !/^https?:\/\//i.test(address.trim()) || !URL.canParse(address.trim())) return null
  const { origin, pathname, search, hash } = new URL(address.trim())
  return `${origin}${encoded(pathname)}${encoded(search)}${hash === '' ? '' : `#${encoded(hash.slice(1))}`}`
}
