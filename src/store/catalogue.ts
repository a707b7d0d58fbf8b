import type pg from 'pg'
import { globalTables } from './tables.ts'

/**
 * What keeps a schema from being spread over machines by `office_id` and walled between offices, one line a problem; an empty list is what we want.
 * Rules: an office's table has `office_id` first in its primary key and in every unique and exclusion constraint (there with `=`); foreign keys between such
 * tables map office_id to office_id and never set null; no triggers; row-level security enabled, forced and with a policy; every other table is a named global one.
 * Source: Citus, "Distributed tables: uniqueness and foreign key constraints".
 */
export async function catalogueProblems(client: pg.ClientBase, named: readonly string[] = globalTables): Promise<string[]> {
  const { rows } = await client.query<{ problem: string }>(
    `WITH tables AS (
       SELECT c.oid, c.relname AS name, c.relrowsecurity, c.relforcerowsecurity,
              (SELECT a.attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'office_id' AND NOT a.attisdropped) AS office
       FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
     ), spread AS (SELECT * FROM tables WHERE office IS NOT NULL AND name <> ALL ($1))
     SELECT format('%s: has no office_id and is not among the global tables', name) AS problem FROM tables WHERE office IS NULL AND name <> ALL ($1)
     UNION ALL
     SELECT format('%s: is named a global table but does not exist', n) FROM unnest($1::text[]) n WHERE n NOT IN (SELECT name FROM tables)
     UNION ALL
     SELECT format('%s: has no primary key', s.name) FROM spread s WHERE NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = s.oid AND i.indisprimary)
     UNION ALL
     SELECT format('%s: %s must begin with office_id', s.name, i.indexrelid::regclass) FROM spread s JOIN pg_index i ON i.indrelid = s.oid
       WHERE (i.indisunique OR i.indisexclusion) AND i.indkey[0] <> s.office
     UNION ALL
     SELECT format('%s: exclusion %s must compare office_id with =', s.name, k.conname) FROM spread s JOIN pg_constraint k ON k.conrelid = s.oid AND k.contype = 'x'
       WHERE k.conkey[1] = s.office AND (SELECT oprname FROM pg_operator o WHERE o.oid = k.conexclop[1]) <> '='
     UNION ALL
     SELECT format('%s: foreign key %s must map office_id to office_id', s.name, k.conname) FROM spread s JOIN pg_constraint k ON k.conrelid = s.oid AND k.contype = 'f'
       JOIN spread t ON t.oid = k.confrelid
       WHERE NOT EXISTS (SELECT FROM generate_subscripts(k.conkey, 1) at WHERE k.conkey[at] = s.office AND k.confkey[at] = t.office)
     UNION ALL
     SELECT format('%s: global, but its foreign key %s points at the table %s of the offices', g.name, k.conname, t.name) FROM tables g
       JOIN pg_constraint k ON k.conrelid = g.oid AND k.contype = 'f' JOIN spread t ON t.oid = k.confrelid WHERE g.name = ANY ($1)
     UNION ALL
     SELECT format('%s: foreign key %s sets null when the other row goes', s.name, k.conname) FROM spread s JOIN pg_constraint k ON k.conrelid = s.oid
       WHERE k.contype = 'f' AND (k.confdeltype IN ('n', 'd') OR k.confupdtype IN ('n', 'd', 'c'))
     UNION ALL
     SELECT format('%s: has the trigger %s', s.name, t.tgname) FROM spread s JOIN pg_trigger t ON t.tgrelid = s.oid WHERE NOT t.tgisinternal
     UNION ALL
     SELECT format('%s: row-level security is not enabled and forced', name) FROM spread WHERE NOT (relrowsecurity AND relforcerowsecurity)
     UNION ALL
     SELECT format('%s: has no policy for row-level security', s.name) FROM spread s WHERE NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = s.oid)
     UNION ALL
     SELECT format('%s: its policy %s does not look at gusul.office_id', s.name, p.polname) FROM spread s JOIN pg_policy p ON p.polrelid = s.oid
       WHERE coalesce(pg_get_expr(p.polqual, p.polrelid), '') NOT LIKE '%gusul.office_id%'
          OR (p.polcmd <> 'r' AND coalesce(pg_get_expr(p.polwithcheck, p.polrelid), pg_get_expr(p.polqual, p.polrelid), '') NOT LIKE '%gusul.office_id%')
     ORDER BY 1`,
    [named],
  )
  return rows.map((row) => row.problem)
}
