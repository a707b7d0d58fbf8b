import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultModel, Model } from '@alephdata/followthemoney'
import Ajv2019 from 'ajv/dist/2019.js'
import Ajv4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stageRows } from '#data/stages'
import { brokenRules } from '#engines/interchange/oc4ids-rules'
import { bodyOf, ImportDesk } from '#support/import-desk'

const validators = join(dirname(fileURLToPath(import.meta.url)), '../../../../shared/validators')
const schema = (path: string) => JSON.parse(readFileSync(join(validators, path), 'utf8')) as object

/**
 * One project at each of the eleven stages of 투자 사업 and one without any: every third has no amount, every third one in dollars, the others one in won.
 * By hand: 발굴·의향·협약 are identification, 계약·인허가 preparation, 공사 implementation, 준공 completion, 가동 maintenance, the three that were lost cancelled.
 */
const expected: Record<string, string> = {
  lead: 'identification',
  loi: 'identification',
  mou: 'identification',
  contract: 'preparation',
  permit: 'preparation',
  construction: 'implementation',
  completion: 'completion',
  operation: 'maintenance',
  lapsed: 'cancelled',
  withdrawn: 'cancelled',
  relocated: 'cancelled',
}

describe('what an office holds goes out, at whatever stage it is', () => {
  let desk: ImportDesk
  const stages = [...new Set(stageRows.filter((row) => row.machine === 'project').map((row) => row.stage))]
  const amounts = [null, { value: '1250000.5', unit: 'USD' }, { value: '60000000000', unit: 'KRW' }]
  const name = (stage: string) => `${stage} 공장`

  beforeAll(async () => {
    desk = await ImportDesk.open('every_stage')
    for (const [at, stage] of stages.entries()) {
      const amount = amounts[at % 3]
      const id = await desk.add(name(stage), {
        investors: [`${stage} 투자사`],
        values: amount ? [{ indicator: 'investment', facet: 'announced', ...amount }] : [],
      })
      await bodyOf(
        await desk.head.send('POST', `${desk.root}/projects/${id}/stages`, { toStage: stage, occurredFrom: '2026-01-05', reason: '받은 공문' }),
      )
      // money from abroad arrives on its own track
      if (stage === 'mou')
        await bodyOf(
          await desk.head.send('POST', `${desk.root}/projects/${id}/stages`, {
            machine: 'fdi',
            toStage: 'arrival',
            occurredFrom: '2026-02-05',
            reason: '받은 공문',
            amount: { value: '500000', unit: 'USD' },
          }),
        )
    }
    await desk.add('아무것도 모르는 사업')
  })
  afterAll(() => desk?.close())

  const text = async (query: string) => new TextDecoder().decode(await desk.download(query))

  test('OC4IDS names every status by the standard, money in the currency that was said, nothing where nothing was', async () => {
    const made = JSON.parse(await text('format=oc4ids')) as {
      projects: { title: string; status?: string; budget?: { amount: { amount: number; currency: string } }; implementationPeriod?: object }[]
    }
    expect(brokenRules(made)).toEqual([])
    const of = (title: string) => made.projects.find((one) => one.title === title)!
    expect(Object.fromEntries(stages.map((stage) => [stage, of(name(stage)).status]))).toEqual(expected)
    expect(of('아무것도 모르는 사업')).not.toHaveProperty('status')
    expect(stages.map((stage) => of(name(stage)).budget?.amount)).toEqual(
      stages.map((_, at) => [undefined, { amount: 1250000.5, currency: 'USD' }, { amount: 60000000000, currency: 'KRW' }][at % 3]),
    )
    // that money arrived does not mean that anybody builds
    expect(of(name('mou'))).not.toHaveProperty('implementationPeriod')
    expect(of(name('construction'))).toHaveProperty('implementationPeriod')
  })

  test('FollowTheMoney takes every line', async () => {
    const model = new Model(defaultModel)
    const lines = (await text('format=ftm')).trim().split('\n')
    for (const line of lines) expect(model.getEntity(JSON.parse(line)).id).toBeTruthy()
    expect(lines.filter((line) => JSON.parse(line).schema === 'Project')).toHaveLength(stages.length + 1)
  })

  test.skipIf(!existsSync(validators))('the public schemas take them, now and at earlier clocks (skipped where they are not at hand)', async () => {
    const four = new Ajv4({ strict: false, allErrors: true })
    addFormats(four)
    four.addSchema(schema('oc4ids/project-schema.json'))
    const oc4ids = four.compile(schema('oc4ids/project-package-schema.json'))
    const nineteen = new Ajv2019({ strict: false, allErrors: true })
    addFormats(nineteen)
    const sdmx = nineteen.compile(schema('sdmx-json/data-schema.json'))
    const now = new Date().toISOString()
    for (const clocks of ['', '&asOf=2026-01-05', `&knownOn=${now}`, `&asOf=2020-01-01&knownOn=${now}`, '&phase=lost', '&q=mou']) {
      expect([clocks, oc4ids(JSON.parse(await text(`format=oc4ids${clocks}`))), oc4ids.errors]).toEqual([clocks, true, null])
      expect([clocks, sdmx(JSON.parse(await text(`format=sdmx${clocks}`))), sdmx.errors]).toEqual([clocks, true, null])
    }
  })
})
