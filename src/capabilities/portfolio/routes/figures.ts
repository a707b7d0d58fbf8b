import { z } from '@hono/zod-openapi'
import { notFound } from '#api/problem'
import { createRoutes, json, officeAnd, officeParam, route } from '#api/route'
import { Figure } from '#record/figure'
import { computeFigure, computeFigures } from '../compute.ts'
import { factWithSentences } from '../facts.ts'
import { formulas } from '../figures.ts'
import { readerOf } from '../reader.ts'
import { ClockQuery, FactView, MonthOrDay, Narrowing } from './schemas.ts'

const tags = ['figures']
const Currency = z.object({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, '세 글자 통화 (a currency of three letters), such as KRW')
    .optional(),
})
/** Of rates: agreements signed from one month or day to another, both in it. */
const Cohort = z.object({
  cohortFrom: MonthOrDay.optional(),
  cohortTo: MonthOrDay.optional(),
  withdrawals: z.enum(['in', 'out']).optional(),
  investmentKind: z.enum(['new', 'expansion']).optional(),
})
const FigureParameters = ClockQuery.extend(Narrowing.shape).extend(Currency.shape).extend(Cohort.shape)
const FormulaView = z
  .object({
    id: z.string(),
    version: z.number().int(),
    titleKo: z.string(),
    titleEn: z.string(),
    definitionKo: z.string(),
    definitionEn: z.string(),
    unit: z.string(),
    parameters: z.array(z.string()),
  })
  .openapi('Formula')

/** 산출: every number with its formula, its facts and their sentences. */
export const figureRoutes = createRoutes()
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/formulas',
      tags,
      summary: 'Every formula: name, version, definition, parameters',
      request: { params: officeParam },
      responses: { 200: json(z.object({ items: z.array(FormulaView), next: z.null() })) },
    }),
    (c) =>
      c.json(
        {
          items: formulas.map(({ work: _work, indicators: _indicators, ...formula }) => ({ ...formula, parameters: [...formula.parameters] })),
          next: null,
        },
        200,
      ),
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/figures',
      tags,
      summary: 'Several figures of the same parameters and clocks, without quotes',
      request: {
        params: officeParam,
        query: FigureParameters.extend({ formulas: z.string().max(4000).openapi({ example: 'announced_investment,overdue_count' }) }),
      },
      responses: { 200: json(z.object({ items: z.array(Figure), next: z.null() })) },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { formulas: ids, asOf, knownOn, ...parameters } = c.req.valid('query')
      const query = {
        parameters: textOnly(parameters),
        asOf,
        knownOn,
        confidential: reader.confidential,
        now: reader.now,
        timeZone: reader.timeZone,
        quotes: false,
      }
      const items = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => computeFigures(db, reader.officeId, ids.split(','), query))
      return c.json({ items, next: null }, 200)
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/figures/{formula}',
      tags,
      summary: 'A figure with its inputs and the sentences they stand on',
      request: {
        params: officeParam.extend({
          formula: z
            .string()
            .max(60)
            .openapi({ param: { name: 'formula', in: 'path' } }),
        }),
        query: FigureParameters,
      },
      responses: { 200: json(Figure), 404: { description: 'No such formula' } },
    }),
    async (c) => {
      const reader = readerOf(c)
      const { asOf, knownOn, ...parameters } = c.req.valid('query')
      const query = {
        formula: c.req.valid('param').formula,
        parameters: textOnly(parameters),
        asOf,
        knownOn,
        confidential: reader.confidential,
        now: reader.now,
        timeZone: reader.timeZone,
      }
      return c.json(
        await c.get('store').readOffice(reader.officeId, reader.userId, (db) => computeFigure(db, reader.officeId, query), { snapshot: true }),
        200,
      )
    },
  )
  .openapi(
    route({
      access: 'portfolio.read',
      method: 'get',
      path: '/offices/{office}/facts/{fact}',
      tags,
      summary: 'A fact with the sentences it stands on',
      request: { params: officeAnd('fact') },
      responses: { 200: json(FactView), 404: { description: 'Unknown, or not to be seen' } },
    }),
    async (c) => {
      const reader = readerOf(c)
      const found = await c
        .get('store')
        .readOffice(reader.officeId, reader.userId, (db) => factWithSentences(db, reader.officeId, c.req.valid('param').fact, reader))
      if (!found) throw notFound({ ko: '사실', en: 'The fact' })
      return c.json({ ...found.fact, quotes: found.quotes }, 200)
    },
  )

const textOnly = (parameters: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined))
