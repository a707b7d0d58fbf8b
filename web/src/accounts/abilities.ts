import type { Role } from '#record/membership'

/** The roles, strongest first. Written here because the record's own list brings its schema library along. */
export const roleOrder = ['administrator', 'head', 'officer', 'reviewer', 'viewer', 'partner'] as const satisfies readonly Role[]

/** One line of the table of what each role may do: its permission and the roles that have it. */
export interface Ability {
  permission: keyof typeof abilityNames
  roles: readonly Role[]
}

/** The permissions that the table shows, in its order; their words stand in the texts. */
export const abilityNames = {
  'portfolio.read': true,
  'review.write': true,
  'document.write': true,
  'portfolio.write': true,
  'confidential.read': true,
  'publication.write': true,
  'portfolio.override': true,
  'audit.read': true,
  'office.administer': true,
} as const

/** 역할과 할 수 있는 일. The server's own table decides; a test holds this one against it. */
export const abilities: readonly Ability[] = [
  { permission: 'portfolio.read', roles: ['administrator', 'head', 'officer', 'reviewer', 'viewer'] },
  { permission: 'review.write', roles: ['administrator', 'head', 'officer', 'reviewer'] },
  { permission: 'document.write', roles: ['administrator', 'head', 'officer'] },
  { permission: 'portfolio.write', roles: ['administrator', 'head', 'officer'] },
  { permission: 'confidential.read', roles: ['administrator', 'head', 'officer'] },
  { permission: 'publication.write', roles: ['administrator', 'head'] },
  { permission: 'portfolio.override', roles: ['administrator', 'head'] },
  { permission: 'audit.read', roles: ['administrator', 'head'] },
  { permission: 'office.administer', roles: ['administrator'] },
]
