import { describe, expect, test } from 'vitest'
import { at, columnSums, matrixOf, rowsOf, total } from './algebra/matrix.ts'
import { seeded } from './algebra/seeded.ts'
import { economicComplexity } from './complexity/economic-complexity.ts'
import { presence, rca } from './complexity/presence.ts'
import { proximity, relatednessDensity } from './complexity/relatedness.ts'
import { powerOfDispersion } from './linkages/dispersion.ts'
import { extractSector, hypotheticalExtraction } from './linkages/hypothetical-extraction.ts'
import { structuralDecomposition } from './linkages/structural-decomposition.ts'
import { ghoshInverse, leontiefInverse } from './model/coefficients.ts'
import { closedModel, closedMultipliers, households } from './model/income-multipliers.ts'
import { createModel } from './model/model.ts'
import { importInducement, outputMultipliers, valueAddedMultipliers } from './model/multipliers.ts'
import { baselineGap, demandShock, priceShock, reproducesBaseline, roundByRound, supplyShock } from './model/shocks.ts'
import { spilloverFeedback } from './model/spillover-feedback.ts'
import { multiregionalFromGravity } from './regional/multiregional-from-gravity.ts'
import { regionalise } from './regional/regionalise.ts'
import { seededTable } from './seeded-table.ts'
import { entropy, krugmanSpecialisation, relatedVariety, unrelatedVariety } from './structure/diversity.ts'
import { locationQuotient } from './structure/location-quotient.ts'
import { shiftShare } from './structure/shift-share.ts'
import { readIoTable } from './tables/read-io-table.ts'

const seeds = [1, 7, 20261122, 99, 4242]
const sizes = [2, 5, 17, 33]
const cases = seeds.flatMap((seed, k) => [{ seed, sectors: sizes[k % sizes.length]!, imported: k % 2 === 0 ? 0 : 0.25, empty: 0.2 }])
const close = (a: number, b: number, share = 1e-10) => expect(Math.abs(a - b)).toBeLessThanOrEqual(share * Math.max(1, Math.abs(a), Math.abs(b)))

describe.each(cases)('a table of $sectors sectors from seed $seed', (options) => {
  const raw = seededTable(options)
  const table = readIoTable(raw)
  const model = createModel(table)

  test('output is flows plus final demand, and the model gives it back', () => {
    table.output.forEach((x, i) => {
      close(x, total(rowsOf(table.flows)[i]!) + table.finalDemand[0]!.values[i]!)
    })
    expect(baselineGap(model)).toBeLessThan(1e-12)
    expect(reproducesBaseline(model)).toBe(true)
    const shock = demandShock(model, model.finalDemand!).value
    shock.output.forEach((x, i) => {
      close(x, table.output[i]!)
    })
    close(total(shock.valueAdded!), total(raw.valueAdded))
  })

  test('value added and imports of a unit of final demand add up to it', () => {
    const added = valueAddedMultipliers(model).value
    const imported = options.imported > 0 ? importInducement(model).value : added.map(() => 0)
    added.forEach((one, j) => {
      close(one + imported[j]!, 1)
    })
  })

  test('no cell of L is under that of the unit matrix', () => {
    const l = leontiefInverse(model).value
    for (let i = 0; i < model.n; i++) for (let j = 0; j < model.n; j++) expect(at(l, i, j)).toBeGreaterThanOrEqual((i === j ? 1 : 0) - 1e-14)
    outputMultipliers(model).value.forEach((one, j) => {
      close(one, columnSums(l)[j]!)
    })
  })

  test('the three ways to solve agree', () => {
    const f = model.finalDemand!.map((one, i) => one * (1 + (i % 3)))
    const answers = (['iterative', 'lu', 'inverse'] as const).map((solver) => demandShock(createModel(table, { solver }), f).value.output)
    for (const other of answers.slice(1))
      other.forEach((one, i) => {
        close(one, answers[0]![i]!, 1e-12)
      })
  })

  test('scaling all money changes no multiplier', () => {
    const scaled = createModel(
      readIoTable({
        ...raw,
        flows: rowsOf(table.flows).map((row) => row.map((one) => one * 1000)),
        finalDemand: table.finalDemand[0]!.values.map((one) => one * 1000),
        valueAdded: raw.valueAdded.map((one) => one * 1000),
        output: table.output.map((one) => one * 1000),
        importedFlows: undefined,
      }),
    )
    const before = outputMultipliers(model).value
    outputMultipliers(scaled).value.forEach((one, j) => {
      close(one, before[j]!, 1e-12)
    })
  })

  test('another order of the sectors changes nothing but the order', () => {
    const even = seeded(options.seed + 1)
    const order = table.sectors.map((_, i) => i).sort(() => even() - 0.5)
    const turn = <T>(values: readonly T[]) => order.map((i) => values[i]!)
    const turned = createModel(
      readIoTable({
        flows: matrixOf(model.n, model.n, (i, j) => at(table.flows, order[i]!, order[j]!)),
        finalDemand: turn(table.finalDemand[0]!.values),
        output: turn(table.output),
      }),
    )
    const expected = turn(powerOfDispersion(model).value)
    powerOfDispersion(turned).value.forEach((one, j) => {
      close(one, expected[j]!, 1e-11)
    })
    const extraction = turn(hypotheticalExtraction(model).value.complete)
    hypotheticalExtraction(turned).value.complete.forEach((one, j) => {
      close(one, extraction[j]!, 1e-11)
    })
  })

  test('extraction by one inverse is extraction by solving anew', () => {
    const all = hypotheticalExtraction(model).value
    for (const j of [0, model.n - 1]) close(all.backward[j]!, total(extractSector(model, j, 'backward').value), 1e-9)
  })

  test('rounds run up to the whole effect, Ghosh gives outputs from value added, prices of the table are 1', () => {
    const rounds = roundByRound(model, model.finalDemand!, 60).value
    close(rounds.reached.at(-1)!, 1, 1e-6)
    const primary = table.output.map((x, j) => x - columnSums(table.flows)[j]!)
    supplyShock(model, primary).value.forEach((x, i) => {
      close(x, table.output[i]!)
    })
    priceShock(
      model,
      primary.map((one, j) => one / table.output[j]!),
    ).value.forEach((p) => {
      close(p, 1)
    })
    const g = ghoshInverse(model).value
    primary.forEach((_, j) => {
      close(
        primary.reduce((sum, v, i) => sum + v * at(g, i, j), 0),
        table.output[j]!,
      )
    })
  })

  test('households inside the model give the same by one division as by a larger inverse', () => {
    const home = households(model, {
      income: raw.valueAdded.map((one) => one * 0.5),
      consumption: table.finalDemand[0]!.values.map((one) => one * 0.3),
    })
    const closed = closedMultipliers(model, home).value
    const l = leontiefInverse(closedModel(model, home)).value
    closed.income.forEach((one, j) => {
      close(one, at(l, model.n, j), 1e-9)
    })
    closed.outputTotal.forEach((one, j) => {
      close(one, columnSums(l)[j]!, 1e-9)
    })
  })

  test('the parts of a decomposition add up to the change', () => {
    const later = createModel(readIoTable(seededTable({ ...options, seed: options.seed + 5 })))
    const { output, employment } = structuralDecomposition(model, later, { before: model.employedRates!, after: later.employedRates! }).value
    output.change.forEach((one, i) => {
      close(one, output.technology[i]! + output.finalDemand[i]!, 1e-9)
    })
    employment!.change.forEach((one, i) => {
      close(one, employment!.productivity[i]! + employment!.technology[i]! + employment!.finalDemand[i]!, 1e-9)
    })
  })

  test('every result says of which table it is, and that the table is made up', () => {
    const { basis } = outputMultipliers(model)
    expect(basis.id).toBe(`seed-${options.seed}-${options.sectors}`)
    expect(basis.method).toBe('outputMultipliers')
    expect(basis.warnings[0]).toContain('synthetic')
  })
})

const randomCounts = (seed: number, rows: number, columns: number): number[][] => {
  const even = seeded(seed)
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => (even() < 0.3 ? 0 : Math.floor(even() * 1000))))
}

describe.each(seeds)('regions and industries from seed %i', (seed) => {
  const e = randomCounts(seed, 12, 9)

  test('the parts of shift-share add up to the change, new and vanished industries too', () => {
    const [regionBefore, regionAfter] = [e[0]!, e[1]!]
    const nationBefore = e[0]!.map((one) => one + 500)
    const nationAfter = e[1]!.map((one) => one + 700)
    const from = { regionBefore, regionAfter, nationBefore, nationAfter }
    const classic = shiftShare(from, 'classic').value
    const split = shiftShare(from, 'esteban-marquillas').value
    regionBefore.forEach((one, i) => {
      close(classic.national[i]! + classic.mix[i]! + classic.regional[i]!, regionAfter[i]! - one, 1e-9)
      close(split.national[i]! + split.mix[i]! + split.competitiveNet[i]! + split.allocation[i]!, regionAfter[i]! - one, 1e-9)
    })
    const nation = e.map((row) => row.map((one) => one + 300))
    const years = shiftShare({ region: e, nation }, 'dynamic').value
    years.total.forEach((one, i) => {
      close(one, e.at(-1)![i]! - e[0]![i]!, 1e-9)
      close(one, years.national[i]! + years.mix[i]! + years.regional[i]!, 1e-9)
    })
  })

  test('entropy is related plus unrelated variety; quotients weighted by shares make one', () => {
    const groups = [0, 0, 0, 1, 1, 2, 2, 2, 2]
    const whole = entropy(e).value
    const [related, unrelated] = [relatedVariety(e, groups).value, unrelatedVariety(e, groups).value]
    whole.forEach((one, i) => {
      close(one!, related[i]! + unrelated[i]!, 1e-12)
    })
    const columns = columnSums(matrixOf(12, 9, (i, j) => e[i]![j]!))
    const all = total(columns)
    locationQuotient(e).value.forEach((row) => {
      close(
        row.reduce<number>((sum, q, j) => sum + q! * (columns[j]! / all), 0),
        1,
        1e-9,
      )
    })
  })

  test('one place without industries leaves every other as it was', () => {
    const withEmpty = [...e.slice(0, 5), e[0]!.map(() => 0), ...e.slice(5)]
    const before = economicComplexity(presence(rca(e).value).value).value
    const after = economicComplexity(presence(rca(withEmpty).value).value).value
    expect(after.eci[5]).toBeNull()
    const left = after.eci.filter((_, i) => i !== 5)
    left.forEach((one, i) => {
      close(one!, before.eci[i]!, 1e-9)
    })
    after.pci.forEach((one, j) => {
      close(one!, before.pci[j]!, 1e-9)
    })
    expect(krugmanSpecialisation(withEmpty).value[5]).toBeNull()
    expect(krugmanSpecialisation(withEmpty).value.filter((one) => one === null)).toHaveLength(1)
  })

  test('a place is as complex as its industries are on average; density lies between 0 and 1', () => {
    const m = presence(rca(e).value).value
    const { eci, pci } = economicComplexity(m).value
    rowsOf(m).forEach((row, c) => {
      const own = row.flatMap((one, p) => (one > 0 ? [pci[p]!] : []))
      close(total(own) / own.length, eci[c]!, 1e-9)
    })
    const near = proximity(m).value
    for (const options of [{}, { knn: 3 }])
      for (const one of relatednessDensity(m, near, options).value.values) expect(one >= 0 && one <= 1 + 1e-12).toBe(true)
  })

  test('no regional input is above the national one', () => {
    const table = readIoTable(seededTable({ sectors: 9, seed }))
    const national = createModel(table).coefficients
    for (const method of ['SLQ', 'CILQ', 'RLQ', 'FLQ', 'AFLQ'] as const) {
      const regional = regionalise(national, { region: e[2]!, nation: e[2]!.map((one) => one + 900) }, { method }).value
      regional.values.forEach((one, k) => {
        expect(one >= 0 && one <= national.values[k]!).toBe(true)
      })
    }
  })

  test('trade by gravity keeps national inputs, and a multiplier is its three places added up', () => {
    const national = createModel(readIoTable(seededTable({ sectors: 3, seed }))).coefficients
    const input = {
      supply: [
        [5, 2, 9],
        [4, 8, 1],
      ],
      demand: [
        [4, 3, 5],
        [5, 7, 5],
      ],
      distance: [
        [1, 4],
        [4, 1],
      ],
      coefficients: national,
    }
    const made = multiregionalFromGravity(input).value
    const sums = columnSums(made.coefficients)
    columnSums(national).forEach((one, j) => {
      close(one, sums[j]!, 1e-9)
      close(one, sums[3 + j]!, 1e-9)
    })
    const flows = matrixOf(6, 6, (i, j) => at(made.coefficients, i, j) * 100)
    const model = createModel(
      readIoTable({
        regions: ['a', 'a', 'a', 'b', 'b', 'b'],
        sectors: ['1', '2', '3', '1', '2', '3'],
        flows,
        output: new Array<number>(6).fill(100),
      }),
    )
    const parts = spilloverFeedback(model, 'b').value
    const whole = outputMultipliers(model).value
    parts.intra.forEach((one, j) => {
      close(one + parts.feedback[j]! + parts.spillover[j]!, whole[3 + j]!, 1e-10)
      expect(parts.feedback[j]!).toBeGreaterThanOrEqual(-1e-12)
    })
  })
})
