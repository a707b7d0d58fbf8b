import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModel, Model } from '@alephdata/followthemoney'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stageRows } from '#data/stages'
import { units } from '#quantity/unit'
import { codeLists } from './codes.ts'
import type { Dossier, DossierFact, DossierParty, DossierSource, DossierStep, DossierSubject, DossierTask } from './dossier.ts'
import { ftmEntities } from './follow-the-money.ts'
import { oc4idsPackage } from './oc4ids.ts'
import { brokenRules } from './oc4ids-rules.ts'
import { sdmxMessage } from './sdmx.ts'

/**
 * Whatever an office holds: projects and other subjects at every stage of every track, amounts in every unit, of any length, open or as a range, or none at all, days known or
 * not, names with quotes, line ends and nothing but a space, parties twice, tasks met, waived and late. What goes out is valid, and no value is lost or changed on its way.
 */
const validators = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/validators')
const there = existsSync(validators)
const read = (path: string) => JSON.parse(readFileSync(join(validators, path), 'utf8')) as object
const options = { prefix: 'abc123', uri: 'https://narae.example/api/v1/public/offices/narae/exports/oc4ids', license: null, offset: '+09:00' }

const id = fc.uuid()
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const day = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(1990, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const instant = fc.integer({ min: 0, max: 2_000_000_000_000 }).map((ms) => `${new Date(ms).toISOString().slice(0, -1)}123Z`)
const text = fc.oneof(
  fc.constantFrom('새솔 공장', '=1+1', ' ', '줄\n바꿈', '"따옴표", 쉼표', '😀', '\u0000\u0007', '\ud800', '<script>', 'x'.repeat(300)),
  fc.string({ minLength: 1, maxLength: 20 }),
)
const amount = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 24n }).map(String),
  fc
    .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 1, max: 999_999 }))
    .map(([whole, part]) => `${whole}.${String(part).padStart(6, '0').replace(/0+$/, '')}`),
)
const unit = fc.constantFrom(...units().map((one) => one.id), 'own-unit')
const codes = (list: string) => fc.constantFrom(...codeLists[list]!.map((one) => one.code))
const days = fc.tuple(orNull(day), orNull(day)).map(([a, b]) => (a !== null && b !== null && a > b ? ([b, a] as const) : ([a, b] as const)))

const source: fc.Arbitrary<DossierSource> = fc.record({
  documentId: id,
  kind: fc.constantFrom('article', 'press_release', 'mou', 'plan', 'pledge', 'minutes', 'evidence', 'own_statement', 'other'),
  title: text,
  outlet: orNull(text),
  url: orNull(
    fc.oneof(
      fc.constantFrom(
        'https://narae.example/1',
        'ftp://narae.example/1',
        'not an address',
        'https://나래.example/소식?번호=1#위',
        'https://narae.example/a b',
        'https://narae.example/%',
        'http://[',
        'https://narae.example/<b>"{}|\\^`',
        'HTTPS://NARAE.EXAMPLE/1',
      ),
      fc.string({ maxLength: 12 }).map((rest) => `https://narae.example/${rest}`),
    ),
  ),
  publishedOn: orNull(day),
  sentence: orNull(text),
})
const fact: fc.Arbitrary<DossierFact> = fc
  .tuple(
    fc.record({
      id,
      facet: codes('facet'),
      series: orNull(text),
      value: amount,
      valueMax: orNull(amount),
      bound: orNull(codes('bound')),
      approximate: fc.boolean(),
      unit,
      per: orNull(fc.constant('year')),
      funding: orNull(codes('funding')),
      ended: fc.boolean(),
      knownFrom: instant,
      sources: fc.array(source, { maxLength: 2 }),
    }),
    fc.constantFrom('investment', 'jobs', 'fdi_arrived', 'capacity'),
    days,
    days,
  )
  .map(([rest, indicator, [periodFrom, periodTo], [dueFrom, dueTo]]) => ({
    ...rest,
    indicator: { id: indicator, ko: indicator, en: indicator },
    periodFrom,
    periodTo,
    dueFrom,
    dueTo,
  }))
const step: fc.Arbitrary<DossierStep> = fc.tuple(id, fc.constantFrom(...stageRows), days, orNull(source)).map(([own, row, [from, to], said]) => ({
  id: own,
  machine: row.machine,
  stage: row.stage,
  nameKo: row.ko,
  nameEn: row.en,
  phase: row.phase,
  from,
  to,
  source: said,
}))
const party: fc.Arbitrary<DossierParty> = fc
  .tuple(fc.constantFrom('p1', 'p2', 'p3'), text, fc.constantFrom('organisation', 'person', 'office'), codes('role'), days)
  .map(([own, name, kind, role, [since, until]]) => ({
    id: own,
    nameKo: `${own} ${name.trim()}`,
    nameEn: null,
    kind,
    role,
    part: null,
    share: null,
    since,
    until,
  }))
const task: fc.Arbitrary<DossierTask> = fc.record({
  id,
  kind: codes('task'),
  title: text.map((one) => `할 일 ${one}`),
  dueOn: orNull(day),
  doneOn: orNull(day),
  waivedOn: orNull(day),
})
const subject: fc.Arbitrary<DossierSubject> = fc
  .tuple(
    fc.record({
      id,
      nameKo: text.map((one) => `사업 ${one}`),
      nameEn: orNull(text),
      place: orNull(text),
      industry: orNull(text),
      illustrative: fc.boolean(),
      steps: fc.uniqueArray(step, { maxLength: 4, selector: (one) => one.id }),
      facts: fc.uniqueArray(fact, { maxLength: 5, selector: (one) => one.id }),
      parties: fc.array(party, { maxLength: 4 }),
      tasks: fc.uniqueArray(task, { maxLength: 3, selector: (one) => one.id }),
    }),
    fc.oneof({ weight: 3, arbitrary: fc.constant('project') }, { weight: 1, arbitrary: codes('kind') }),
    orNull(fc.constantFrom(...stageRows)),
  )
  .map(([rest, kind, row]) => ({
    ...rest,
    kind,
    page: null,
    ...(row && row.machine === kind ? { stage: row.stage, phase: row.phase } : { stage: null, phase: null }),
  }))
const dossier: fc.Arbitrary<Dossier> = fc.record({
  office: fc.constant({ id: '00000000-0000-4000-8000-0000000000aa', nameKo: '나래시', nameEn: 'Narae', page: 'https://narae.example/o/narae' }),
  asOf: orNull(day),
  knownOn: instant,
  day,
  figures: fc.constant([]),
  subjects: fc.uniqueArray(subject, { maxLength: 3, selector: (one) => one.id }),
})

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
const run = { numRuns: 150, seed: 20261122 }

describe.skipIf(!there)('whatever an office holds (skipped where the public schemas are not at hand)', () => {
  test('OC4IDS is valid and breaks none of the further rules', () => {
    const ajv = new Ajv4({ strict: false, allErrors: true })
    addFormats(ajv)
    ajv.addSchema(read('oc4ids/project-schema.json'))
    const valid = ajv.compile(read('oc4ids/project-package-schema.json'))
    fc.assert(
      fc.property(dossier, (given) => {
        const made = oc4idsPackage(given, options)
        if (made === null) return given.subjects.every((one) => one.kind !== 'project')
        const data = plain(made)
        expect([valid(data), (valid.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)]).toEqual([true, []])
        expect(brokenRules(data)).toEqual([])
        return true
      }),
      run,
    )
  })

  test('SDMX-JSON is valid, and every value stands at a place of its own', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true })
    addFormats(ajv)
    const valid = ajv.compile(read('sdmx-json/data-schema.json'))
    fc.assert(
      fc.property(dossier, (given) => {
        const data = plain(sdmxMessage(given, options.uri)) as { data: { dataSets: { observations: Record<string, unknown[]> }[] } }
        expect([valid(data), (valid.errors ?? []).map((one) => `${one.instancePath} ${one.message}`)]).toEqual([true, []])
        const written = Object.values(data.data.dataSets[0]!.observations).map((cells) => String(cells[0]))
        expect(written.sort()).toEqual(given.subjects.flatMap((one) => one.facts.map((own) => own.value)).sort())
      }),
      run,
    )
  })
})

test('an amount of OC4IDS is money in the currency that was said, to the last digit, and what is no money is none', () => {
  const money = new Set(units().flatMap((one) => (one.dimension === 'money' ? [one.id] : [])))
  fc.assert(
    fc.property(dossier, (given) => {
      const made = oc4idsPackage(given, options) as { projects: { forecasts?: Metric[]; metrics?: Metric[] }[] } | null
      const facts = new Map(given.subjects.flatMap((one) => one.facts.map((own) => [own.id, own] as const)))
      for (const project of made?.projects ?? [])
        for (const { observations } of [...(project.forecasts ?? []), ...(project.metrics ?? [])])
          for (const one of observations) {
            const own = facts.get(one.id)!
            if (one.value) expect([String(one.value.amount), one.value.currency, money.has(own.unit)]).toEqual([own.value, own.unit, true])
            else expect([one.measure, one.unit!.name]).toEqual([own.value, own.unit])
          }
    }),
    run,
  )
})
interface Metric {
  observations: { id: string; value?: { amount: number; currency: string }; measure?: string; unit?: { name: string } }[]
}

test('FollowTheMoney takes every entity, and every reference leads to one', () => {
  const model = new Model(defaultModel)
  fc.assert(
    fc.property(dossier, (given) => {
      const entities = ftmEntities(given)
      const ids = new Set(entities.map((one) => one.id))
      for (const one of entities) {
        model.getEntity({
          id: one.id,
          schema: one.schema,
          properties: Object.fromEntries(Object.entries(one.properties).map(([name, list]) => [name, [...list]])),
        })
        for (const end of [...(one.properties.project ?? []), ...(one.properties.participant ?? [])]) expect(ids.has(end)).toBe(true)
      }
    }),
    run,
  )
})
