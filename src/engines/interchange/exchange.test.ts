import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModel, Model } from '@alephdata/followthemoney'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { Dossier, DossierFact } from './dossier.ts'
import { ftmEntities } from './follow-the-money.ts'
import { oc4idsPackage } from './oc4ids.ts'
import { brokenRules } from './oc4ids-rules.ts'
import { sdmxMessage } from './sdmx.ts'

const validators = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/validators')
const there = existsSync(validators)
const read = (path: string) => JSON.parse(readFileSync(join(validators, path), 'utf8')) as Record<string, unknown>
const options = { prefix: 'abc123', uri: 'https://narae.example/api/v1/public/offices/narae/exports/oc4ids', license: null, offset: '+09:00' }

const source = {
  documentId: '0d000000-0000-4000-8000-000000000001',
  kind: 'press_release',
  title: '나래시 새솔 공장 협약',
  outlet: '나래시',
  url: 'https://narae.example/press/1',
  publishedOn: '2026-01-05',
  sentence: '나래시는 약 6000억원을 투자하는 협약을 맺었다.',
}
const fact = (more: Partial<DossierFact>): DossierFact => ({
  id: '0f000000-0000-4000-8000-000000000001',
  indicator: { id: 'investment', ko: '투자', en: 'Investment' },
  facet: 'announced',
  series: null,
  value: '600000000000',
  valueMax: null,
  bound: null,
  approximate: true,
  unit: 'KRW',
  per: null,
  periodFrom: null,
  periodTo: null,
  dueFrom: '2026-01-01',
  dueTo: '2028-12-31',
  funding: null,
  ended: false,
  knownFrom: '2026-01-06T01:02:03.123456Z',
  sources: [source],
  ...more,
})
/** Two projects of an invented city: one with a promise, a result in jobs and a value that no float holds; one of which nothing but its name is known. */
const dossier: Dossier = {
  office: { id: '00000000-0000-4000-8000-0000000000aa', nameKo: '나래시', nameEn: 'Narae', page: 'https://narae.example/o/narae' },
  asOf: null,
  knownOn: '2026-02-01T00:00:00Z',
  day: '2026-02-01',
  figures: [
    {
      id: 'announced-investment',
      formula: 'announced_investment',
      version: 1,
      nameKo: '발표된 투자',
      nameEn: 'Announced investment',
      value: '600000000000',
      valueMax: null,
      bound: null,
      approximate: true,
      unit: 'KRW',
      asOf: '2026-02-01',
      page: null,
    },
  ],
  subjects: [
    {
      id: '05000000-0000-4000-8000-000000000001',
      kind: 'project',
      nameKo: '새솔 부품 공장',
      nameEn: 'Saesol parts plant',
      place: '나래시 새솔동',
      industry: '기계',
      stage: 'construction',
      phase: 'building',
      illustrative: true,
      page: null,
      steps: [
        {
          id: '0e000000-0000-4000-8000-000000000001',
          machine: 'project',
          stage: 'mou',
          nameKo: '협약',
          nameEn: 'MOU',
          phase: 'announced',
          from: '2026-01-05',
          to: null,
          source,
        },
        {
          id: '0e000000-0000-4000-8000-000000000002',
          machine: 'project',
          stage: 'construction',
          nameKo: '공사',
          nameEn: 'Construction',
          phase: 'building',
          from: null,
          to: null,
          source: null,
        },
      ],
      facts: [
        fact({}),
        fact({
          id: '0f000000-0000-4000-8000-000000000002',
          indicator: { id: 'jobs', ko: '고용', en: 'Jobs' },
          facet: 'actual',
          value: '52',
          unit: 'persons',
          approximate: false,
          dueFrom: null,
          dueTo: null,
          periodFrom: '2026-01-01',
          periodTo: '2026-12-31',
        }),
        fact({
          id: '0f000000-0000-4000-8000-000000000003',
          facet: 'plan',
          series: '1단계',
          value: '12345678901234567890',
          approximate: false,
          bound: 'min',
          valueMax: null,
        }),
      ],
      parties: [
        {
          id: '0a000000-0000-4000-8000-000000000001',
          nameKo: '나래정밀',
          nameEn: null,
          kind: 'organisation',
          role: 'investor',
          part: null,
          share: null,
          since: null,
          until: null,
        },
      ],
      tasks: [
        { id: '0b000000-0000-4000-8000-000000000001', kind: 'obligation', title: '착공 신고', dueOn: '2026-01-31', doneOn: null, waivedOn: null },
        { id: '0b000000-0000-4000-8000-000000000002', kind: 'task', title: '부지 확인', dueOn: null, doneOn: '2026-01-20', waivedOn: null },
      ],
    },
    {
      id: '05000000-0000-4000-8000-000000000002',
      kind: 'project',
      nameKo: '마루 연구소',
      nameEn: null,
      place: null,
      industry: null,
      stage: null,
      phase: null,
      illustrative: false,
      page: null,
      steps: [],
      facts: [],
      parties: [],
      tasks: [],
    },
  ],
}

/** A validator of the schemas as they are published. */
function oc4idsValidator() {
  const ajv = new Ajv4({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(read('oc4ids/project-schema.json'))
  return ajv.compile(read('oc4ids/project-package-schema.json'))
}

describe.skipIf(!there)('OC4IDS 0.9.5 (skipped where the public schemas are not at hand)', () => {
  const valid = there ? oc4idsValidator() : () => false
  const problems = (data: unknown) =>
    valid(data)
      ? []
      : ((valid as { errors?: { instancePath: string; message?: string }[] }).errors ?? []).map((one) => `${one.instancePath} ${one.message}`)

  test('a package is valid and breaks none of the further rules', () => {
    const made = JSON.parse(JSON.stringify(oc4idsPackage(dossier, options)))
    expect(problems(made)).toEqual([])
    expect(brokenRules(made)).toEqual([])
  })

  test('the public fixtures are told apart: one is good, three are not', () => {
    expect(problems(read('oc4ids/example.json'))).toEqual([])
    expect(problems(read('oc4ids/fixture-example-data.json'))).toEqual([])
    expect(brokenRules(read('oc4ids/fixture-example-data.json'))).toEqual([])
    expect(problems(read('oc4ids/fixture-validation-errors-package.json'))).not.toEqual([])
    expect(problems(read('oc4ids/fixture-rubbish.json'))).not.toEqual([])
    // by comparing the two fixtures: an empty list of identifiers, an amount without currency, two references to nobody, an id without prefix
    expect(brokenRules(read('oc4ids/fixture-example-additional-checks.json')).map((one) => [one.rule, one.paths.length])).toEqual([
      ['empty-value', 1],
      ['missing-currency', 1],
      ['unknown-organisation', 2],
      ['project-prefix', 1],
    ])
  })

  test('a stage of ours would be refused as a status: it is mapped', () => {
    const made = oc4idsPackage(dossier, options) as { projects: { status?: string }[] }
    expect(problems({ ...made, projects: [{ ...made.projects[0], status: 'mou' }] })).not.toEqual([])
    expect(made.projects.map((one) => one.status)).toEqual(['implementation', undefined])
  })
})

test('what was said is a forecast, what happened is a metric, and each leads to its sentence', () => {
  const [project] = (oc4idsPackage(dossier, options) as { projects: Record<string, unknown>[] }).projects
  expect(project).toMatchObject({
    id: 'oc4ids-abc123-05000000-0000-4000-8000-000000000001',
    budget: { amount: { amount: 600000000000, currency: 'KRW' }, description: '약, 기한 2026-01-01~2028-12-31' },
    identificationPeriod: { startDate: '2026-01-05T00:00:00+09:00' },
    metrics: [{ id: 'jobs', observations: [{ measure: '52', unit: { name: 'persons' }, x_evidence: [{ sentence: source.sentence }] }] }],
    milestones: [{ status: 'notMet', dueDate: '2026-01-31T00:00:00+09:00' }, { status: 'met' }],
  })
  // a value that no float holds is not rounded: it stands as a text
  const forecasts = project!.forecasts as { observations: { measure?: string; value?: unknown; notes?: string }[] }[]
  expect(forecasts[0]!.observations[1]).toMatchObject({ measure: '12345678901234567890', notes: '부분: 1단계, 이상, 기한 2026-01-01~2028-12-31' })
  expect(forecasts[0]!.observations[1]!.value).toBeUndefined()
})

test('an office without projects has no package', () => expect(oc4idsPackage({ ...dossier, subjects: [] }, options)).toBeNull())

describe.skipIf(!there)('SDMX-JSON 2 (skipped where the public schema is not at hand)', () => {
  const ajv = new Ajv2019({ strict: false, allErrors: true })
  addFormats(ajv)
  const valid = there ? ajv.compile(read('sdmx-json/data-schema.json')) : null
  const problems = (data: unknown) => (valid!(data) ? [] : (valid!.errors ?? []).map((one) => `${one.instancePath} ${one.message}`))

  test('a message of facts and figures is valid, and so is an empty one', () => {
    expect(problems(JSON.parse(JSON.stringify(sdmxMessage(dossier, options.uri))))).toEqual([])
    expect(problems(JSON.parse(JSON.stringify(sdmxMessage({ ...dossier, subjects: [], figures: [] }, options.uri))))).toEqual([])
  })

  test.each(['action-delete', 'cross-section', 'flat', 'time-series'])('the public sample %s is valid, and refused when it is broken', (name) => {
    const sample = read(`sdmx-json/sample-exr-${name}.json`)
    expect(problems(sample)).toEqual([])
    expect(problems({ ...sample, meta: { ...(sample.meta as object), prepared: 'yesterday' } })).not.toEqual([])
  })
})

test('an observation of the cube leads back to its value by its places', () => {
  const message = sdmxMessage(dossier, options.uri) as {
    data: {
      structures: {
        dimensions: { observation: { id: string; values: { id?: string; value?: string }[] }[] }
        attributes: { observation: { id: string; values?: { id?: string; value?: string }[] }[] }
      }[]
      dataSets: { observations: Record<string, unknown[]> }[]
    }
  }
  const [structure] = message.data.structures
  const told = Object.entries(message.data.dataSets[0]!.observations).map(([key, cells]) => {
    const at = key.split(':').map(Number)
    const place = structure!.dimensions.observation.map((one, index) => one.values[at[index]!]!.id ?? one.values[at[index]!]!.value)
    const [unit, status] = structure!.attributes.observation
    return [place[1], place[2], place[3], place[4], cells[0], unit!.values![cells[1] as number]!.value, status!.values![cells[2] as number]!.id].join(
      ' | ',
    )
  })
  expect(told.sort()).toEqual([
    'announced-investment | figure | _T | 2026-02-01 | 600000000000 | KRW | A',
    'investment | announced | _T | _U | 600000000000 | KRW | P',
    'investment | plan | 1단계 | _U | 12345678901234567890 | KRW | P',
    'jobs | actual | _T | 2026 | 52 | persons | A',
  ])
})

test('FollowTheMoney takes every entity and every property, and knows who takes part in what', () => {
  const model = new Model(defaultModel)
  const entities = ftmEntities(dossier)
  for (const one of entities) {
    const made = model.getEntity({
      id: one.id,
      schema: one.schema,
      properties: Object.fromEntries(Object.entries(one.properties).map(([name, list]) => [name, [...list]])),
    })
    expect([one.id, [...made.getProperties()].map((property) => property.name).sort()]).toEqual([one.id, Object.keys(one.properties).sort()])
  }
  expect(() => model.getEntity({ id: 'x', schema: 'Project', properties: { stageOfOurs: ['mou'] } })).toThrow()
  const ids = new Set(entities.map((one) => one.id))
  const parts = entities.filter((one) => one.schema === 'ProjectParticipant')
  expect(parts.map((one) => one.properties.role![0]).sort()).toEqual(['investor', 'office', 'office'])
  for (const part of parts) expect([...part.properties.project!, ...part.properties.participant!].every((id) => ids.has(id))).toBe(true)
})
