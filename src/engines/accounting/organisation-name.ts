const legalForm =
  /^(?:㈜|㈔|㈐|\(주\)|\(유\)|\(재\)|\(사\)|\(학\)|주식회사|유한회사|유한책임회사|합자회사|합명회사|재단법인|사단법인|학교법인|사회복지법인|의료법인)|(?:㈜|\(주\)|\(유\)|주식회사|유한회사|유한책임회사|,?co\.?,?ltd\.?|,?inc\.?|,?ltd\.?|,?corp\.?|,?corporation|,?llc\.?)$/u

/**
 * 기관·기업 이름의 견줄 꼴: a name without its legal form (㈜, 주식회사, Co., Ltd.), spaces, middle dots and letter case, so that two spellings of one name compare equal.
 * Two names that differ in anything else stay different: nothing is guessed. A name that is nothing but a legal form is kept whole.
 *
 * @example
 * organisationKey('㈜카카오') // => '카카오'
 * organisationKey('주식회사 신한 금융지주') // => '신한금융지주'
 * organisationKey('Samsung SDI Co., Ltd.') // => 'samsungsdi'
 */
export function organisationKey(name: string): string {
  const flat = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s·ㆍ‧・]+/gu, '')
  let key = flat
  for (let before = ''; before !== key; ) {
    before = key
    const less = key.replace(legalForm, '')
    if (less !== '') key = less
  }
  return key
}
