import type { Role } from '#record/membership'

/**
 * Who may do what. One table, read by every route: a route names its access, the kit looks here.
 * `public` needs nobody; `signed-in` any person; `installation` the administrator of the whole installation; the rest is decided by the role in the office of the path.
 */
export const allowed = {
  'document.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer'],
  'document.write': ['administrator', 'head', 'officer'],
  'review.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer'],
  'review.write': ['administrator', 'head', 'officer', 'reviewer'],
  'portfolio.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer'],
  'portfolio.write': ['administrator', 'head', 'officer'],
  'portfolio.override': ['administrator', 'head'],
  'publication.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer'],
  'publication.write': ['administrator', 'head'],
  'office.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer', 'partner'],
  'office.administer': ['administrator'],
  'partner.read': ['partner'],
  'partner.write': ['partner'],
  'audit.read': ['administrator', 'head'],
  'job.read': ['administrator', 'head', 'officer', 'reviewer', 'viewer'],
  'job.write': ['administrator', 'head', 'officer'],
  'confidential.read': ['administrator', 'head', 'officer'],
} as const satisfies Record<string, readonly Role[]>

/** What a person may do in an office. */
export type Permission = keyof typeof allowed

/** What a route asks of its caller. */
export type Access = 'public' | 'signed-in' | 'installation' | Permission

/** Token scopes: `read` reaches every `.read`, `write` also every `.write`, `admin` everything the person may do. */
export type Scope = 'read' | 'write' | 'admin'

/**
 * Whether a role holds a permission.
 *
 * @example
 * mayInOffice('viewer', 'portfolio.read') // => true
 * mayInOffice('reviewer', 'publication.write') // => false
 */
export function mayInOffice(role: Role, permission: Permission): boolean {
  return (allowed[permission] as readonly Role[]).includes(role)
}

/**
 * Whether a token's scopes reach a permission.
 *
 * @example
 * scopeReaches(['read'], 'portfolio.write') // => false
 */
export function scopeReaches(scopes: readonly Scope[], access: Access): boolean {
  if (access === 'public' || scopes.includes('admin')) return true
  if (access === 'installation' || access === 'office.administer') return false
  if (access === 'signed-in' || access.endsWith('.read')) return scopes.includes('read') || scopes.includes('write')
  return scopes.includes('write')
}
