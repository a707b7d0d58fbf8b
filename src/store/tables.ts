/**
 * Tables that belong to no office. Every other table of the schema carries `office_id` first in its keys and is walled by row-level security;
 * `catalogue.test.ts` fails on a table that stands in neither camp. `office` is the list of offices itself: its key is the office.
 */
export const globalTables: readonly string[] = [
  'gusul_migration',
  'gusul_grant',
  'office',
  'app_user',
  'session',
  'one_time_link',
  'api_token',
  'installation_setting',
  'office_roll_up',
  'shared_fingerprint',
]

/** Tables of which the server may add rows but never change or remove one; the database refuses it, whatever the code tries. */
export const appendOnlyTables: readonly string[] = ['audit']

/** Tables that only migrations write. */
export const readOnlyTables: readonly string[] = ['gusul_migration', 'gusul_grant']
