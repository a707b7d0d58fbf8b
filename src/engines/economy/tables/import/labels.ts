/** What a row or a column of a table is, by its label. */
export type Role =
  | 'intermediate-total'
  | 'final-total'
  | 'demand-total'
  | 'supply-total'
  | 'output'
  | 'imports'
  | 'imported-inputs'
  | 'product-taxes'
  | 'value-added-total'
  | 'value-added'
  | 'final'
  | 'employed'
  | 'employees'
  | 'ignored'

/** A label without blanks, brackets' contents kept, in lower case: how labels are compared. `plainLabel(' 컴퓨터, 전자 및 광학기기 ') // => '컴퓨터전자및광학기기'` */
export const plainLabel = (label: string): string =>
  label
    .normalize('NFC')
    .replace(/[\s,·ㆍ.\-_/()[\]]/g, '')
    .toLowerCase()

/** Labels in the words of the Bank of Korea, of the OECD and of English tables. The first that fits counts. */
const words: readonly (readonly [RegExp, Role])[] = [
  [
    /^(중간(수요|투입)(계|합계|액)?|국산중간투입(계)?|intermediate(demand|use|inputs?|consumption|total)?|totalintermediate.*|ttlint.*|intttl)$/,
    'intermediate-total',
  ],
  [/^(최종수요(계|합계|액)?|finaldemand(total)?|totalfinal.*|finaluse)$/, 'final-total'],
  [/^(총수요(계|액)?(기초가격|생산자가격|구매자가격)?|totaldemand|totaluses?)$/, 'demand-total'],
  [/^(총공급(계|액)?(기초가격|생산자가격|구매자가격)?|totalsupply)$/, 'supply-total'],
  [/^((국내)?총?산출(액|계)?(기초가격|생산자가격)?|총?투입(액|계)|국내산출(액|계)?|(total|gross)?outputs?(atbasicprices)?|outp|x)$/, 'output'],
  [/^(수입중간투입(계)?|중간투입수입(계)?|수입투입(계)?|importedinputs?|intermediateimports?)$/, 'imported-inputs'],
  [/^(\(?수입(계|액|공제)?(기초가격|cif)?|총수입(계|액)?|(less)?imports?(cif)?|impo|수입\(공제\))$/, 'imports'],
  [/^((총|국산|수입)?순?생산물세.*|taxeslesssubsidiesonproducts|txs.*|nettaxesonproducts)$/, 'product-taxes'],
  [/^(총?부가가치(계|합계)?|(gross)?valueadded(total|atbasicprices)?|gva|valu)$/, 'value-added-total'],
  [
    /^(피용자보수|임금(및급여)?|영업잉여|고정자본소모|감가상각|기타?(순)?생산세.*|(순)?생산세.*|compensationofemployees|wages.*|(net|gross)?operatingsurplus.*|consumptionoffixedcapital|(other)?(net)?taxes(lesssubsidies)?onproduction)$/,
    'value-added',
  ],
  [/^(취업자(수)?|총?취업자계?|employed(persons)?|employment|jobs|workers)$/, 'employed'],
  [/^(피용자(수)?|임금근로자(수)?|고용자?(수)?|employees)$/, 'employees'],
  [
    /^(민간(최종)?소비(지출)?|가계(최종)?소비(지출)?|정부(최종)?소비(지출)?|민간(총)?고정자본형성|정부(총)?고정자본형성|(총)?고정자본형성|총?자본형성|투자|재고(증감|증가)|귀중품순취득|수출(액)?|hfce|npish|ggfc|gfcf|invnt|dpabr|consabr|consnonres|expo|exports?|households?(consumption)?|governmentconsumption|grossfixedcapitalformation|inventor.*|changesininventories|investment|consumption)$/,
    'final',
  ],
  [/^(잔폐물.*|비고|note.*|합계|계|total)$/, 'ignored'],
]

/**
 * What a label says a row or a column is; null for a label that is none of these (a sector, a part with a name of its own).
 *
 * `[roleOf('중간투입계'), roleOf('민간소비지출'), roleOf('VALU'), roleOf('운송장비')] // => ['intermediate-total', 'final', 'value-added-total', null]`
 */
export function roleOf(label: string): Role | null {
  const plain = plainLabel(label)
  return words.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** OECD labels carry where a product comes from before its code: TTL_ (all), DOM_ (domestic), IMP_ (imported), D (a using industry). */
export function oecdLabel(label: string): { readonly origin: 'total' | 'domestic' | 'import' | 'user'; readonly code: string } | null {
  const found = /^(TTL|DOM|IMP)_(\d\d\w*)$|^D_?(\d\d\w*)$/i.exec(label.trim())
  if (!found) return null
  const origins = { TTL: 'total', DOM: 'domestic', IMP: 'import' } as const
  return found[1]
    ? { origin: origins[found[1].toUpperCase() as 'TTL'], code: found[2]!.toUpperCase() }
    : { origin: 'user', code: found[3]!.toUpperCase() }
}
