import { codeLists } from './codes.ts'
import { type Dossier, isExactNumber } from './dossier.ts'

type Data = { readonly [key: string]: unknown }
type Named = { readonly id: string; readonly ko: string; readonly en: string }

/** One number with its place in the cube. */
interface Observation {
  readonly subject: Named
  readonly indicator: Named
  readonly facet: string
  readonly series: string
  readonly from: string | null
  readonly to: string | null
  readonly known: string
  readonly value: string | null
  readonly valueMax: string | null
  readonly bound: string | null
  readonly approximate: boolean
  readonly unit: string
  readonly due: string | null
  readonly source: string | null
}

/** OBS_STATUS of SDMX (CL_OBS_STATUS): A normal, E estimated, F forecast, P provisional; what was only promised is no observation of what is, and says so by its facet. */
const statuses: Readonly<Record<string, string>> = { actual: 'A', estimate: 'E', forecast: 'F', plan: 'P', target: 'P', announced: 'P', figure: 'A' }
const statusNames: readonly Named[] = [
  { id: 'A', ko: '정상', en: 'Normal value' },
  { id: 'E', ko: '추정', en: 'Estimated value' },
  { id: 'F', ko: '전망', en: 'Forecast value' },
  { id: 'P', ko: '잠정·약속', en: 'Provisional or promised value' },
]

/**
 * SDMX-JSON 2.1 자료 전문: facts and published figures as observations of one cube: subject, indicator, facet (target, plan, announced …), part, the time that the value is
 * true for, and since when it is known. Values that a float would round are texts. Nothing is added up; the facet keeps what was said apart from what is.
 *
 * Source: sdmx-twg/sdmx-json, data message 2.1.
 */
export function sdmxMessage(dossier: Dossier, uri: string): Data {
  const observations = eachItsPlace(observationsOf(dossier))
  const dimensions = [
    dimension(
      'SUBJECT',
      '대상',
      'Subject',
      observations.map((one) => one.subject),
    ),
    dimension(
      'INDICATOR',
      '지표',
      'Indicator',
      observations.map((one) => one.indicator),
    ),
    dimension(
      'FACET',
      '갈래',
      'Facet',
      observations.map((one) => facetOf(one.facet)),
    ),
    dimension(
      'PART',
      '부분',
      'Part',
      observations.map((one) => partOf(one.series)),
      'uncoded',
    ),
    dimension('TIME_PERIOD', '기간', 'Time period', observations.map(timeOf), 'uncoded'),
    dimension(
      'KNOWN_SINCE',
      '안 때',
      'Known since',
      observations.map((one) => named(one.known)),
      'uncoded',
    ),
  ]
  const units = values(observations.map((one) => named(one.unit)))
  const bounds = values(observations.flatMap((one) => (one.bound === null ? [] : [named(one.bound)])))
  const [unitAt, boundAt, statusAt] = [places(units), places(bounds), places(statusNames)]
  const cells = observations.map((one): [string, unknown[]] => [
    [one.subject.id, one.indicator.id, one.facet, partOf(one.series).id, timeOf(one).id, one.known]
      .map((id, place) => dimensions[place]!.at.get(id))
      .join(':'),
    [
      one.value === null ? null : isExactNumber(one.value) ? Number(one.value) : one.value,
      unitAt.get(one.unit),
      statusAt.get(statuses[one.facet] ?? 'A'),
      one.valueMax,
      one.bound === null ? null : boundAt.get(one.bound),
      one.approximate,
      one.due,
      one.source,
    ],
  ])
  return {
    $schema: 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json',
    meta: {
      id: `gusul-${dossier.office.id}`,
      prepared: dossier.knownOn,
      contentLanguages: ['ko', 'en'],
      sender: { id: `gusul-${dossier.office.id}`, name: dossier.office.nameKo, names: { ko: dossier.office.nameKo, en: dossier.office.nameEn } },
    },
    data: {
      structures: [
        {
          name: `${dossier.office.nameKo} 포트폴리오`,
          names: { ko: `${dossier.office.nameKo} 포트폴리오`, en: `${dossier.office.nameEn} portfolio` },
          links: [{ href: uri, rel: 'self' }],
          dataSets: [0],
          dimensions: { dataSet: [], series: [], observation: dimensions.map(({ at: _, ...one }, keyPosition) => ({ ...one, keyPosition })) },
          measures: { observation: [{ id: 'OBS_VALUE', name: '값', names: { ko: '값', en: 'Value' } }] },
          attributes: {
            dataSet: [],
            series: [],
            observation: [
              attribute('UNIT_MEASURE', '단위', 'Unit', units, 'uncoded'),
              attribute('OBS_STATUS', '관측 상태', 'Observation status', statusNames),
              attribute('VALUE_TO', '값의 위쪽', 'Upper end of a range'),
              attribute('BOUND', '이상·이하', 'Bound', bounds),
              attribute('APPROXIMATE', '어림', 'Approximate'),
              attribute('DUE', '기한', 'Due'),
              attribute('SOURCE', '문장', 'The sentence that said it'),
            ],
          },
        },
      ],
      dataSets: [
        {
          structure: 0,
          action: 'Replace',
          validFrom: dossier.knownOn,
          observations: Object.fromEntries(cells),
        },
      ],
    },
  }
}

const named = (id: string): Named => ({ id, ko: id, en: id })
const facetOf = (facet: string): Named => {
  const found = codeLists.facet!.find((one) => one.code === facet)
  return found ? { id: facet, ko: found.ko, en: found.en } : { id: facet, ko: '산출', en: 'Figure' }
}
/** Ids of dimension values are short marks; a part is named by the office in its own words. */
const partOf = (series: string): Named => (series === '' ? { id: '_T', ko: '전체', en: 'Total' } : named(series))

/** ISO 8601: a year, a day, or a day with how many follow; `_U` where no time was stated. */
function timeOf({ from, to }: { readonly from: string | null; readonly to: string | null }): Named {
  if (from === null && to === null) return { id: '_U', ko: '때를 밝히지 않음', en: 'No stated time' }
  if (from !== null && to !== null && from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return named(from.slice(0, 4))
  if (from === to) return named(from!)
  return named(`${from ?? '..'}/${to ?? '..'}`)
}

/** A cube has one number at a place. Where joined subjects say one thing twice, known since one moment, the later ones stand as parts numbered from 2, so that none is lost. */
function eachItsPlace(observations: readonly Observation[]): Observation[] {
  const seen = new Map<string, number>()
  return observations.map((one) => {
    const key = [one.subject.id, one.indicator.id, one.facet, one.series, timeOf(one).id, one.known].join('\u001f')
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return count === 1 ? one : { ...one, series: `${one.series} (${count})`.trim() }
  })
}

/** Each value once, in the order of its name, so that the order of observations does not matter. */
function values(list: readonly Named[]): Named[] {
  const unique = new Map(list.map((one) => [one.id, one]))
  // by name: ids are random, and the same office told twice shall read the same
  return [...unique.values()].sort((a, b) => (a.ko === b.ko ? (a.id < b.id ? -1 : 1) : a.ko < b.ko ? -1 : 1))
}

const shown = (one: Named) => ({ id: one.id, name: one.ko, names: { ko: one.ko, en: one.en } })

function dimension(id: string, ko: string, en: string, list: readonly Named[], uncoded?: 'uncoded', roles: readonly string[] = [id]) {
  const own = values(list)
  const written = own.map((one) => (uncoded ? { value: one.id } : shown(one)))
  // a cube without observations has no values to list
  return { id, name: ko, names: { ko, en }, roles: [...roles], ...(written.length > 0 ? { values: written } : {}), at: places(own) }
}

/** At which place of a list each value stands. */
const places = (list: readonly Named[]): ReadonlyMap<string, number> => new Map(list.map((one, at) => [one.id, at]))

const attribute = (id: string, ko: string, en: string, list: readonly Named[] = [], uncoded?: 'uncoded'): Data => ({
  id,
  name: ko,
  names: { ko, en },
  relationship: { observation: {} },
  ...(list.length > 0 ? { values: list.map((one) => (uncoded ? { value: one.id } : shown(one))) } : {}),
})

function observationsOf(dossier: Dossier): Observation[] {
  const facts = dossier.subjects.flatMap((subject) =>
    subject.facts.map(
      (fact): Observation => ({
        subject: { id: subject.id, ko: subject.nameKo, en: subject.nameEn ?? subject.nameKo },
        indicator: fact.indicator,
        facet: fact.facet,
        series: fact.series ?? '',
        from: fact.periodFrom,
        to: fact.periodTo,
        known: fact.knownFrom,
        value: fact.value,
        valueMax: fact.valueMax,
        bound: fact.bound,
        approximate: fact.approximate,
        unit: fact.unit,
        due: fact.dueFrom === null && fact.dueTo === null ? null : `${fact.dueFrom ?? '..'}/${fact.dueTo ?? '..'}`,
        source: fact.sources[0]?.sentence ?? null,
      }),
    ),
  )
  const office: Named = { id: dossier.office.id, ko: dossier.office.nameKo, en: dossier.office.nameEn }
  const figures = dossier.figures.map(
    (figure): Observation => ({
      subject: office,
      indicator: { id: figure.id, ko: figure.nameKo, en: figure.nameEn },
      facet: 'figure',
      series: '',
      from: figure.asOf,
      to: figure.asOf,
      known: dossier.knownOn,
      value: figure.value,
      valueMax: figure.valueMax,
      bound: figure.bound,
      approximate: figure.approximate,
      unit: figure.unit,
      due: null,
      source: null,
    }),
  )
  return [...facts, ...figures]
}
