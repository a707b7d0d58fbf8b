import type { ImpactPlan, IoTable, ProjectImpact } from '#engines/economy/index'
import { noteInKorean } from '#engines/economy/korean-refusals'
import { formatQuantity } from '#quantity/format'
import { quantity } from '#quantity/quantity'
import type { ImpactAnswer } from '../answer-schemas.ts'
import type { ImpactCase } from '../case.ts'
import type { FoundRegion } from './impact.ts'

interface Words {
  readonly ko: string
  readonly en: string
}

/** What was assumed to answer (가정), a sentence each, in both languages. */
export function assumedOf(asked: ImpactCase, plan: ImpactPlan | null, value: ProjectImpact | null, region: FoundRegion | null): Words[] {
  const silentImports = asked.spending.filter((one) => one.kind !== 'land' && (one.importedShare ?? null) === null)
  const byKind = asked.spending.some((one) => !one.sector && one.kind !== 'land')
  const deltas = asked.deltas ?? [0.1, 0.2, 0.3, 0.4]
  const made: (Words | false)[] = [
    {
      ko: '값과 기술, 거래의 몫은 사업의 크기에 따라 바뀌지 않습니다.',
      en: 'Prices, techniques and shares do not change with the size of the project.',
    },
    {
      ko: '일자리는 표의 해에 그만큼 생산하던 사람의 수이며, 연인원입니다.',
      en: 'Jobs are the persons who made so much in the year of the table: person-years.',
    },
    plan !== null &&
      byKind && {
        ko: '업종을 적지 않은 지출은 종류에 맞는 업종에서 산 것으로 보았습니다.',
        en: 'Spending without a sector is bought from the sector of its kind.',
      },
    silentImports.length > 0 && {
      ko: '수입하는 몫을 적지 않은 지출은 모두 국내에서 산 것으로 보았습니다.',
      en: 'Spending without an imported share is all bought from domestic makers.',
    },
    region !== null && {
      ko: `${region.name} 안의 몫은 ${asked.method ?? 'FLQ'} 입지상으로 나누었습니다. 재지 않은 δ를 ${deltas.join(', ')}로 바꾸어 띠로 보입니다.`,
      en: `What stays in ${region.name} is told by the ${asked.method ?? 'FLQ'} quotient, as a band over δ ${deltas.join(', ')}, which nobody has measured.`,
    },
    (value?.operation.length ?? 0) > 0 && {
      ko: '공장이 돌 때의 효과는 그 업종의 생산이 공장의 생산만큼 느는 것으로 셈했습니다.',
      en: 'A plant that runs is put in so that the output of its sector grows by its own.',
    },
    (value?.operation.some((one) => one.outputFrom === 'jobs') ?? false) && {
      ko: '공장의 생산액이 없어, 발표된 일자리에 그 업종의 1인당 생산을 곱해 어림했습니다.',
      en: 'The output of the plant is not known: it follows from its announced jobs and what a person of the sector makes.',
    },
    (value?.operation.some((one) => one.announcedJobs !== null) ?? false) && {
      ko: '공장 안의 일자리는 발표된 수입니다.',
      en: 'Jobs at the plant itself are those announced.',
    },
    (value?.phases.some((one) => one.effects.output?.induced != null) ?? false) && {
      ko: '번 임금을 다시 쓰는 효과는 합계에 넣지 않고 따로 보입니다.',
      en: 'What wages cause when they are spent again is shown apart, not in the totals.',
    },
  ]
  return made.filter((one): one is Words => one !== false)
}

/** What a reader must know before using the numbers. */
export function warningsOf(table: IoTable, region: FoundRegion | null): Words[] {
  const { source } = table
  const made: (Words | false)[] = [
    (source.synthetic === true || region?.synthetic === true) && {
      ko: '합성 자료로 셈했습니다. 어떤 나라나 도시의 값도 아니며, 쓰는 법을 보이는 데에만 씁니다.',
      en: 'Worked out from synthetic data. It describes no country and no city and only shows how this works.',
    },
    source.importTreatment === 'total' && {
      ko: '국산과 수입이 섞인 표라서 효과의 일부는 해외로 나갑니다. 가장 큰 값으로 읽으십시오.',
      en: 'The table holds goods of both origins: part of the effect falls abroad. Read it as an upper bound.',
    },
    source.importTreatment === null && {
      ko: '수입을 어떻게 다룬 표인지 적혀 있지 않습니다. 가장 큰 값으로 읽으십시오.',
      en: 'The table does not say how it treats imports. Read the effect as an upper bound.',
    },
    source.year === null && { ko: '표의 연도가 적혀 있지 않습니다.', en: 'The table does not say its year.' },
  ]
  return [...made.filter((one): one is Words => one !== false), ...table.warnings.map((one) => ({ ko: noteInKorean(one), en: one }))]
}

/** A sentence holds three figures of a number; the tables hold them all. */
function rounded(text: string): string {
  const value = Number(text)
  return value === 0 || !Number.isFinite(value) ? '0' : BigInt(Number(value.toPrecision(3))).toString()
}

function won(text: string, locale: 'ko' | 'en'): string {
  if (locale === 'ko') return formatQuantity(quantity(rounded(text), 'KRW'), 'ko').text
  const value = Number(rounded(text))
  const [size, name] = value >= 1e12 ? [1e12, 'tn'] : value >= 1e9 ? [1e9, 'bn'] : [1e6, 'm']
  return `KRW ${Number((value / size).toPrecision(3))}${name}`
}

const persons = (text: string, locale: 'ko' | 'en') =>
  locale === 'ko'
    ? formatQuantity(quantity(rounded(String(Math.round(Number(text)))), 'persons'), 'ko').text
    : Number(rounded(String(Math.round(Number(text))))).toLocaleString('en-US')

/** The answer in a sentence (한 문장): what causes what, by which table. */
export function sentenceOf(answer: Omit<ImpactAnswer, 'sentence'>): Words {
  const parts = { ko: [] as string[], en: [] as string[] }
  for (const phase of answer.phases) {
    const { output, employed } = phase.effects
    if (!output) continue
    const years = phase.phase === 'operation' ? (phase.years ?? 1) : 1
    const yearly = phase.phase === 'operation'
    const per = (text: string) => String(Number(text) / years)
    if (yearly) {
      parts.ko.push(
        `돌아가는 동안 한 해 ${won(per(phase.amount), 'ko')}어치를 만들면 생산 ${won(per(output.total), 'ko')}${employed ? `, 일자리 ${persons(per(employed.total), 'ko')}` : ''}`,
      )
      parts.en.push(
        `While it runs, ${won(per(phase.amount), 'en')} made in a year causes ${won(per(output.total), 'en')} of output${employed ? ` and ${persons(per(employed.total), 'en')} jobs` : ''}`,
      )
    } else {
      parts.ko.push(
        `짓는 동안 ${won(phase.amount, 'ko')}을 쓰면 생산 ${won(output.total, 'ko')}${employed ? `, 일자리 ${persons(employed.total, 'ko')}(연인원)` : ''}`,
      )
      parts.en.push(
        `While it is built, ${won(phase.amount, 'en')} spent causes ${won(output.total, 'en')} of output${employed ? ` and ${persons(employed.total, 'en')} person-years` : ''}`,
      )
    }
  }
  const by = answer.table
    ? { ko: `${answer.table.name}로 셈함`, en: `by ${answer.table.name}` }
    : { ko: '공표된 전국 계수로 어림', en: 'by published national coefficients' }
  return { ko: `${parts.ko.join('. ')} (${by.ko}).`, en: `${parts.en.join('. ')} (${by.en}).` }
}
