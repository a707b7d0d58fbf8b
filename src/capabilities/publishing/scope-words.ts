import { stagesOf } from '#engines/accounting/stages'

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  project: ['사업', 'projects'],
  agreement: ['협약', 'agreements'],
  pledge: ['공약', 'pledges'],
  programme: ['프로그램', 'programmes'],
  award: ['지원', 'awards'],
  zone: ['구역', 'zones'],
  office: ['기관', 'the office'],
  strategy: ['전략', 'strategies'],
  event: ['행사', 'events'],
}
const phases: Readonly<Record<string, readonly [string, string]>> = {
  before: ['발굴·의향', 'lead or intent'],
  announced: ['협약·발표', 'agreed or announced'],
  committed: ['계약·허가', 'contract or permit'],
  building: ['공사·진행', 'under way'],
  realised: ['가동·이행', 'operating or done'],
  lost: ['이루어지지 않음', 'not realised'],
}

/**
 * 범위를 말로: what a figure was narrowed to, in words; two figures of one formula must not bear one name.
 * Who in the office looks after something is not said.
 *
 * @example
 * scopeWords({ kind: 'agreement', place: '화도읍' }, 'ko') // => '협약, 화도읍'
 * scopeWords({}, 'ko') // => ''
 */
export function scopeWords(parameters: Readonly<Record<string, string>>, locale: 'ko' | 'en'): string {
  const at = locale === 'ko' ? 0 : 1
  const word = (name: string, value: string): string => {
    if (value === 'none') return locale === 'ko' ? '모름' : 'not known'
    if (name === 'kind') return kinds[value]?.[at] ?? value
    if (name === 'phase') return phases[value]?.[at] ?? value
    if (name === 'stage') return stagesOf('project', '9999-12-31').find((row) => row.stage === value)?.[locale] ?? value
    if (name === 'investmentKind')
      return value === 'new' ? (locale === 'ko' ? '신규 투자' : 'new investments') : locale === 'ko' ? '증설' : 'expansions'
    return value
  }
  const said = Object.entries(parameters)
    .filter(([name, value]) => name !== 'owner' && value !== '')
    .map(([name, value]) =>
      value
        .split(',')
        .map((one) => word(name, one))
        .join('·'),
    )
  return [...new Set(said)].join(', ')
}

/** A title with its scope behind it, where it has one. */
export function scopedTitle(title: string, parameters: Readonly<Record<string, string>>, locale: 'ko' | 'en'): string {
  const words = scopeWords(parameters, locale)
  return words === '' ? title : `${title} (${words})`
}

/** The name of a stage of a machine as it is today; null where the machine has none of that name. `stageName('pledge', 'done', 'ko') // => '완료'` */
export const stageName = (machine: Parameters<typeof stagesOf>[0], stage: string, locale: 'ko' | 'en'): string | null =>
  stagesOf(machine, '9999-12-31').find((row) => row.stage === stage)?.[locale] ?? null
