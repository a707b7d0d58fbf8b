import { z } from 'zod'
import { Day, Id, Instant } from './scalars.ts'

/** 대상: whom or what a fact is about. */
export const SubjectKind = z.enum([
  'office',
  'organisation',
  'person',
  'project',
  'agreement',
  'pledge',
  'programme',
  'award',
  'zone',
  'event',
  'strategy',
])
export type SubjectKind = z.infer<typeof SubjectKind>

const named = { id: Id, nameKo: z.string(), nameEn: z.string().nullable(), version: z.number().int() }

/** 기관·기업: a firm, public body, university, association. */
export const Organisation = z.object({ ...named, kind: z.literal('organisation'), aliases: z.array(z.string()) })
export type Organisation = z.infer<typeof Organisation>

/** 사업: an investment project of the portfolio. */
export const Project = z.object({
  ...named,
  kind: SubjectKind,
  place: z.string().nullable(),
  industry: z.string().nullable(),
  stage: z.string().nullable(),
  stageFrom: Day.nullable(),
  team: z.string().nullable(),
  ownerId: Id.nullable(),
  note: z.string().nullable(),
  confidential: z.boolean(),
  discloseOn: Day.nullable(),
  illustrative: z.boolean(),
  archivedAt: Instant.nullable(),
})
export type Project = z.infer<typeof Project>

/** 협약·공약 따위: an agreement (MOU, LOI, contract), a pledge or an award: somebody bound themselves to something. Values and dates are facts about it. */
export const commitmentKinds = ['agreement', 'pledge', 'award'] as const
export const Commitment = z.object({ ...named, kind: z.enum(commitmentKinds), madeOn: Day.nullable(), dueOn: Day.nullable() })
export type Commitment = z.infer<typeof Commitment>

/** 관계: who is what to whom (투자자, 협약 상대방, 운영, 소재지 …). */
export const Relation = z.object({
  id: Id,
  fromSubject: Id,
  toSubject: Id,
  role: z.enum([
    'investor',
    'counterparty',
    'authority',
    'operator',
    'builder',
    'supporter',
    'part_of',
    'located_in',
    'office_holder',
    'employee',
    'other',
  ]),
  part: z.string().nullable(),
  since: Day.nullable(),
  until: Day.nullable(),
})
export type Relation = z.infer<typeof Relation>

/** 직책을 맡은 사람: a person in a role of an organisation for a time (mayor, chief executive). */
export const PersonInRole = z.object({ personId: Id, organisationId: Id, title: z.string(), since: Day.nullable(), until: Day.nullable() })
export type PersonInRole = z.infer<typeof PersonInRole>
