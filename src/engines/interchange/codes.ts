import { evidenceKinds } from '#data/evidence-kinds'
import { type StageRow, stageRows } from '#data/stages'

/** One word of a closed list, as files write it: the code itself and its names in both languages are understood. */
export interface CodeName {
  readonly code: string
  readonly ko: string
  readonly en: string
}

const list = (...rows: readonly (readonly [code: string, ko: string, en: string])[]): readonly CodeName[] =>
  rows.map(([code, ko, en]) => ({ code, ko, en }))

/** 코드 목록: the closed lists that do not depend on an office. Stages have a list for each machine: `stage:project`. */
export const codeLists: Readonly<Record<string, readonly CodeName[]>> = {
  kind: list(
    ['project', '투자 사업', 'Investment project'],
    ['agreement', '협약', 'Agreement'],
    ['pledge', '공약', 'Pledge'],
    ['programme', '지원 사업', 'Programme'],
    ['award', '보조금', 'Award'],
    ['zone', '구역', 'Zone'],
    ['event', '행사', 'Event'],
    ['strategy', '전략', 'Strategy'],
  ),
  facet: list(
    ['target', '목표', 'Target'],
    ['plan', '계획', 'Plan'],
    ['announced', '발표', 'Announced'],
    ['forecast', '전망', 'Forecast'],
    ['estimate', '추정', 'Estimate'],
    ['actual', '실적', 'Actual'],
  ),
  bound: list(['min', '이상', 'or more'], ['max', '이하', 'or less'], ['above', '초과', 'more than'], ['below', '미만', 'less than']),
  truth: list(['true', '예', 'yes'], ['false', '아니오', 'no']),
  funding: list(
    ['national', '국비', 'National'],
    ['provincial', '도비', 'Provincial'],
    ['city', '시비', 'City'],
    ['private', '민자', 'Private'],
    ['mixed', '섞임', 'Mixed'],
  ),
  task: list(['task', '할 일', 'Task'], ['milestone', '이정표', 'Milestone'], ['obligation', '의무', 'Obligation']),
  role: list(
    ['investor', '투자자', 'Investor'],
    ['counterparty', '협약 상대방', 'Counterparty'],
    ['authority', '주무 기관', 'Authority'],
    ['operator', '운영', 'Operator'],
    ['builder', '시공', 'Builder'],
    ['supporter', '지원 기관', 'Supporter'],
    ['other', '그 밖', 'Other'],
  ),
  investment: list(['new', '신규', 'New'], ['expansion', '증설', 'Expansion']),
  evidence: evidenceKinds.map(({ id, ko, en }) => ({ code: id, ko, en })),
  machine: list(
    ['project', '투자 사업', 'Investment project'],
    ['fdi', '외국인투자', 'Foreign direct investment'],
    ['agreement', '협약', 'Agreement'],
    ['programme', '지원 사업', 'Programme'],
    ['pledge', '공약', 'Pledge'],
    ['award', '보조금', 'Award'],
  ),
  ...stageLists(stageRows),
}

function stageLists(rows: readonly StageRow[]): Record<string, readonly CodeName[]> {
  const lists: Record<string, CodeName[]> = {}
  for (const { machine, stage, ko, en } of rows) {
    const own = (lists[`stage:${machine}`] ??= [])
    if (!own.some((one) => one.code === stage)) own.push({ code: stage, ko, en })
  }
  return lists
}

/** Words that people write for yes and no besides those of the list. */
const otherTruths: Readonly<Record<string, string>> = {
  o: 'true',
  y: 'true',
  '1': 'true',
  네: 'true',
  x: 'false',
  n: 'false',
  '0': 'false',
  아니요: 'false',
}

/**
 * A word's form for comparing: letter case, spaces and the dots between words do not count.
 *
 * @example
 * sameForm('입주 · 토지 계약') // => '입주토지계약'
 */
export const sameForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·ㆍ・‧]+/gu, '')

/**
 * The code that a word stands for, by the code itself or its Korean or English name; null where none or several fit.
 *
 * @example
 * codeOf('발표', codeLists.facet) // => 'announced'
 * codeOf('almost', codeLists.facet) // => null
 */
export function codeOf(word: string, codes: readonly CodeName[]): string | null {
  const form = sameForm(word)
  const exact = codes.filter((one) => sameForm(one.code) === form)
  const found = exact.length > 0 ? exact : codes.filter((one) => sameForm(one.ko) === form || sameForm(one.en) === form)
  if (found.length === 1) return found[0]!.code
  return codes === codeLists.truth ? (otherTruths[form] ?? null) : null
}

/** The name of a code in a language; the code itself where the list does not have it, or where its name is not its own. */
export function nameOfCode(code: string, codes: readonly CodeName[], locale: 'ko' | 'en'): string {
  const found = codes.find((one) => one.code === code)
  if (!found) return code
  const shared = codes.some((one) => one !== found && [one.ko, one.en, one.code].some((name) => sameForm(name) === sameForm(found[locale])))
  return shared ? code : found[locale]
}

/**
 * How a value of a column is told to people: codes by their names, everything else as it is. Stages are told by the first machine that has them.
 *
 * @example
 * listNameOf('facts', 'facet', 'announced', 'ko') // => '발표'
 */
export function listNameOf(table: string, column: string | null, value: string, locale: 'ko' | 'en'): string {
  const list = column === null ? undefined : listOfColumn[`${table} ${column}`]
  return list === undefined ? value : nameOfCode(value, codeLists[list] ?? [], locale)
}

const truths = ['projects confidential', 'projects archived', 'facts approximate', 'facts ended']
const listOfColumn: Readonly<Record<string, string>> = {
  'projects kind': 'kind',
  'projects investmentKind': 'investment',
  'facts facet': 'facet',
  'facts bound': 'bound',
  'facts funding': 'funding',
  'milestones kind': 'task',
  'parties role': 'role',
  ...Object.fromEntries(truths.map((name) => [name, 'truth'])),
}
