import { z } from '@hono/zod-openapi'
import { PageQuery } from '#api/paging'
import { officeParam } from '#api/route'
import { Day, Id, Instant } from '#record/scalars'
import { Payload } from './payload.ts'
import { seriesForm } from './series.ts'
import { PublicationSummary } from './shape.ts'

const Parameters = z.record(z.string().max(40), z.string().max(200)).default({})

/** 공표할 것: a figure by its formula or a project. */
export const ChoiceBody = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('figure'),
    formula: z.string().max(80).openapi({ example: 'announced_investment' }),
    parameters: Parameters,
    asOf: Day.nullable().default(null),
    knownOn: Instant.nullable().default(null),
  }),
  z.object({
    kind: z.literal('project'),
    subjectId: Id,
    onDisclosure: z.boolean().default(false).openapi({ description: "Approve now; it opens by itself on the subject's day of disclosure" }),
    cover: z
      .object({ nameKo: z.string().trim().min(1, '가림 이름 (a cover name)').max(200), nameEn: z.string().trim().max(200).nullable().default(null) })
      .nullable()
      .default(null)
      .openapi({ description: 'A name in place of the real one, which is not public yet; whatever says the real one is left out' }),
  }),
])
const Words = z.object({
  reason: z.string().max(2000).nullable().default(null).openapi({ description: 'Public. Needed for a restatement.' }),
  headline: z.boolean().nullable().default(null),
  contentHash: z.string().nullable().default(null).openapi({ description: '`contentHash` of the preview; refused where the content changed since' }),
})
export const PublishBody = z.intersection(ChoiceBody, Words).openapi('PublishRequest')

const Text = z.object({ ko: z.string(), en: z.string() })
export const PreviewAnswer = z
  .object({
    payload: Payload,
    contentHash: z.string(),
    series: z.string().nullable(),
    opensOn: Day.nullable(),
    edition: z.number().int(),
    previous: PublicationSummary.nullable(),
    changed: z.array(z.string()).nullable(),
    refusals: z.array(Text.extend({ code: z.string() })),
    notes: z.array(Text),
  })
  .openapi('PublicationPreview')

export const ListQuery = PageQuery.extend({
  state: z.enum(['standing', 'withdrawn', 'all']).default('all'),
  kind: z.enum(['figure', 'project']).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['order', 'title', '-title', 'published', '-published']).default('-published'),
})

export const ChangeAnswer = z
  .object({
    items: z.array(
      z.object({
        publication: PublicationSummary,
        changed: z.array(z.string()),
        today: Payload.nullable(),
        refusals: z.array(Text.extend({ code: z.string() })),
      }),
    ),
  })
  .openapi('PublicationChanges')

export const Choices = z
  .object({
    figures: z.array(
      z.object({
        formula: z.string(),
        version: z.number().int(),
        titleKo: z.string(),
        titleEn: z.string(),
        definitionKo: z.string(),
        definitionEn: z.string(),
        unit: z.string(),
        parameters: z.array(z.string()),
        published: PublicationSummary.nullable(),
      }),
    ),
    projects: z.array(
      z.object({
        subjectId: Id,
        kind: z.string(),
        nameKo: z.string(),
        nameEn: z.string().nullable(),
        place: z.string().nullable(),
        stage: z.string().nullable(),
        illustrative: z.boolean(),
        confidential: z.boolean(),
        published: PublicationSummary.nullable(),
      }),
    ),
  })
  .openapi('PublicationChoices')

export const HeadlineAnswer = z.object({ items: z.array(PublicationSummary) }).openapi('Headlines')
/** A series of an office in a path. */
export const seriesParam = officeParam.extend({
  series: z
    .string()
    .regex(seriesForm)
    .openapi({ param: { name: 'series', in: 'path' }, example: 'announced-investment' }),
})
