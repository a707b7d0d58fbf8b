-- Tables of an economy: flows between sectors, and persons at work by region and industry. The numbers lie packed in a blob that its hash names; here is what must be known of them.
create table economy_table (
  office_id uuid not null,
  table_id uuid not null,
  kind text not null check (kind in ('flows', 'employment')),
  name text not null check (name <> ''),
  layout text not null check (layout in ('workbook', 'long', 'regional', 'made')),
  year int not null check (year between 1900 and 2100),
  price_basis text check (price_basis in ('basic', 'producer', 'purchaser')),
  import_treatment text check (import_treatment in ('total', 'domestic', 'competitive')),
  unit text not null check (unit <> ''),
  region_scope text not null check (region_scope <> ''),
  revision text check (revision in ('KSIC9', 'KSIC10')),
  source text not null check (source <> ''),
  licence text not null check (licence <> ''),
  synthetic boolean not null default false,
  sectors int not null check (sectors > 0),
  regions text[] not null default '{}',
  packed_sha256 bytea not null,
  file_sha256 bytea,
  notes jsonb not null default '[]',
  archived_at timestamptz,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (office_id, table_id),
  unique (office_id, kind, packed_sha256),
  foreign key (office_id, packed_sha256) references blob,
  foreign key (office_id, file_sha256) references blob,
  check (kind = 'employment' or (price_basis is not null and import_treatment is not null)),
  check (kind = 'flows' or revision is not null)
);
create index economy_table_list on economy_table (office_id, kind, year desc, table_id);
alter table economy_table enable row level security;
alter table economy_table force row level security;
create policy own_office on economy_table using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- A question that was put to a table and its answer, kept as they were.
create table economy_study (
  office_id uuid not null,
  study_id uuid not null,
  kind text not null check (kind in ('impact')),
  title text not null check (title <> ''),
  subject_id uuid,
  table_id uuid,
  question jsonb not null,
  answer jsonb not null,
  judgement_id uuid,
  archived_at timestamptz,
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (office_id, study_id),
  foreign key (office_id, subject_id) references subject,
  foreign key (office_id, table_id) references economy_table,
  foreign key (office_id, judgement_id) references judgement
);
create index economy_study_list on economy_study (office_id, created_at desc, study_id);
create index economy_study_subject on economy_study (office_id, subject_id) where subject_id is not null;
alter table economy_study enable row level security;
alter table economy_study force row level security;
create policy own_office on economy_study using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
