-- 가져오기: files that were brought in, what each of their rows would change, and what became of it. One import is taken back as one.
create table import_run (
  office_id uuid not null references office,
  import_id uuid not null,
  file_name text not null,
  format text check (format in ('xlsx', 'csv')),
  blob_sha256 bytea not null,
  size int not null,
  state text not null default 'checking' check (state in ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'refused')),
  job_id uuid,
  refusal jsonb,
  warnings jsonb not null default '[]',
  rows_read int not null default 0,
  rows_unchanged int not null default 0,
  conflicts_taken text not null default 'keep' check (conflicts_taken in ('keep', 'replace')),
  reason text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  checked_at timestamptz,
  applied_at timestamptz,
  applied_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  version int not null default 1,
  primary key (office_id, import_id)
);
create index import_run_recent on import_run (office_id, made_at desc, import_id);
create index import_run_file on import_run (office_id, blob_sha256);
create table import_change (
  office_id uuid not null,
  import_id uuid not null,
  ord int not null,
  kind text not null check (kind in ('change', 'addition', 'conflict', 'error')),
  table_id text not null,
  sheet text not null,
  row_number int not null,
  column_id text,
  cell text,
  record_id uuid,
  subject_id uuid,
  subject_name text,
  value_before text,
  value_after text,
  unit text,
  held_by text,
  held_since timestamptz,
  told jsonb,
  confidential boolean not null default false,
  state text not null default 'planned' check (state in ('planned', 'applied', 'left', 'undone', 'kept')),
  judgement_id uuid,
  way_back jsonb,
  primary key (office_id, import_id, ord),
  foreign key (office_id, import_id) references import_run
);
create index import_change_kind on import_change (office_id, import_id, kind, ord);

do $$
declare t text;
begin
  foreach t in array array['import_run', 'import_change'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
  end loop;
end $$;
