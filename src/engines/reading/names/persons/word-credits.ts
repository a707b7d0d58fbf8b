/** "김해시 제공대동산단 이야기가": a credit of a picture run into the next sentence. What may follow 제공 as its own word ends nothing. */
const CREDIT_RUN = /^제공(?!하|했|됐|되|된|돼|한|받|할|해|함|키로|될|자|처|업|량|권|방|용|의|을|은|이|도|과|물|사|중|에)[가-힣]{3,}/

/** Where the credit (제공) at the head of a word ends, or 0. */
export function creditEnd(text: string, start: number, end: number): number {
  if (text.charCodeAt(start) !== 0xc81c || end - start < 5 || text.charCodeAt(start + 1) !== 0xacf5) return 0
  return text.charCodeAt(start - 1) === 0x20 && CREDIT_RUN.test(text.slice(start, end)) ? start + 2 : 0
}
