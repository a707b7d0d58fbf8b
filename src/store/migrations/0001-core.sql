-- The core of Gusul. Every table that belongs to an office carries office_id first in its keys and is fenced by row-level security;
-- tables without office_id are the named global ones (src/store/tables.ts lists them).
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- ===== global =====
create table office (
  office_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,40}$'),
  name_ko text not null,
  name_en text not null,
  kind text not null default 'city' check (kind in ('city', 'province', 'free_economic_zone', 'technopark', 'ministry', 'other')),
  time_zone text not null default 'Asia/Seoul',
  place text,
  contact text,
  listed boolean not null default true,
  demo boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create table app_user (
  user_id uuid primary key,
  email text not null,
  name text not null,
  password_hash text,
  administrator boolean not null default false,
  locale text not null default 'ko' check (locale in ('ko', 'en')),
  preferences jsonb not null default '{}',
  failed_tries int not null default 0,
  locked_until timestamptz,
  deactivated_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create unique index app_user_email on app_user (lower(email));
create table session (
  token_hash bytea primary key,
  session_id uuid not null unique,
  user_id uuid not null references app_user,
  office_id_in_use uuid,
  csrf text not null,
  user_agent text,
  address text,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index session_by_user on session (user_id);
-- one-time links: first administrator, invitation, password reset
create table one_time_link (
  token_hash bytea primary key,
  link_id uuid not null unique,
  kind text not null check (kind in ('administrator', 'invitation', 'password')),
  email text,
  user_id uuid,
  for_office uuid,
  role text,
  created_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz
);
create table api_token (
  token_hash bytea primary key,
  token_id uuid not null unique,
  user_id uuid not null references app_user,
  for_office uuid,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
create table installation_setting (key text primary key, value jsonb not null, changed_at timestamptz not null default now(), changed_by uuid);

-- ===== an office's people, queue, files, audit =====
create table membership (
  office_id uuid not null references office,
  user_id uuid not null references app_user,
  role text not null check (role in ('administrator', 'head', 'officer', 'reviewer', 'viewer', 'partner')),
  partner_subject_id uuid,
  created_at timestamptz not null default now(),
  created_by uuid,
  ended_at timestamptz,
  primary key (office_id, user_id)
);
create index membership_user on membership (user_id);
create table job (
  office_id uuid not null references office,
  job_id uuid not null,
  kind text not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress int not null default 0,
  total int,
  message text,
  payload jsonb not null default '{}',
  result jsonb,
  error text,
  attempts int not null default 0,
  max_attempts int not null default 5,
  cancel_requested boolean not null default false,
  subject_id uuid,
  created_by uuid,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  primary key (office_id, job_id)
);
create index job_recent on job (office_id, created_at desc);
create table blob (
  office_id uuid not null references office,
  sha256 bytea not null,
  size int not null,
  media_type text not null,
  bytes bytea not null,
  primary key (office_id, sha256)
);
create table audit (
  office_id uuid not null references office,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  action text not null,
  subject_id uuid,
  detail jsonb not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (office_id, seq)
);
create index audit_subject on audit (office_id, subject_id, seq desc);
create table audit_head (office_id uuid primary key references office, seq bigint not null, hash bytea not null);
create table idempotency (
  office_id uuid not null,
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status int,
  headers jsonb,
  body text,
  created_at timestamptz not null default now(),
  primary key (office_id, user_id, key)
);
create table saved_view (
  office_id uuid not null references office,
  view_id uuid not null,
  screen text not null,
  name text not null,
  state jsonb not null,
  owner_id uuid not null,
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (office_id, view_id)
);
create table office_setting (
  office_id uuid not null references office,
  key text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  primary key (office_id, key)
);
create table indicator (
  office_id uuid not null references office,
  indicator_id text not null check (indicator_id ~ '^[a-z][a-z0-9_]{1,40}$'),
  name_ko text not null,
  name_en text not null,
  unit text not null,
  direction smallint not null default 1 check (direction in (-1, 0, 1)),
  additive boolean not null,
  ord int not null default 100,
  primary key (office_id, indicator_id)
);

-- ===== what was said =====
create table document (
  office_id uuid not null references office,
  document_id uuid not null,
  kind text not null default 'article' check (kind in ('article', 'press_release', 'mou', 'plan', 'pledge', 'minutes', 'evidence', 'own_statement', 'other')),
  title text not null,
  outlet text,
  url text,
  language text not null default 'ko',
  published_on date,
  published_from text check (published_from in ('found', 'given')),
  source_note text,
  digest_of jsonb,
  illustrative boolean not null default false,
  confidential boolean not null default false,
  disclose_on date,
  file_name text,
  media_type text not null default 'text/plain',
  blob_sha256 bytea,
  text_sha256 bytea not null,
  body text,
  body_map jsonb,
  reading_state text not null default 'waiting' check (reading_state in ('waiting', 'reading', 'read', 'failed', 'cancelled', 'none')),
  reading_error text,
  reader text,
  reader_version text,
  mentions jsonb,
  job_id uuid,
  version int not null default 1,
  received_at timestamptz not null default now(),
  received_by uuid,
  erased_at timestamptz,
  erased_by uuid,
  erased_reason text,
  primary key (office_id, document_id)
);
create unique index document_text on document (office_id, text_sha256) where kind <> 'own_statement' and erased_at is null;
create index document_recent on document (office_id, received_at desc, document_id);
create table span (
  office_id uuid not null,
  span_id uuid not null,
  document_id uuid not null,
  start_at int not null check (start_at >= 0),
  end_at int not null check (end_at > start_at),
  quote text,
  sentence_start int not null,
  sentence_end int not null,
  sentence text,
  primary key (office_id, span_id),
  unique (office_id, document_id, start_at, end_at, sentence_start, sentence_end),
  foreign key (office_id, document_id) references document
);

-- ===== whom and what it is about =====
create table subject (
  office_id uuid not null references office,
  subject_id uuid not null,
  kind text not null check (kind in ('office', 'organisation', 'person', 'project', 'agreement', 'pledge', 'programme', 'award', 'zone', 'event', 'strategy')),
  name_ko text not null,
  name_en text,
  attributes jsonb not null default '{}',
  place text,
  industry text,
  owner_id uuid,
  team text,
  note text,
  stage text,
  stage_from date,
  confidential boolean not null default false,
  disclose_on date,
  illustrative boolean not null default false,
  archived_at timestamptz,
  canonical_id uuid,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (office_id, subject_id)
);
create index subject_kind on subject (office_id, kind, name_ko);
create index subject_name on subject using gin (name_ko gin_trgm_ops);
create table subject_alias (
  office_id uuid not null,
  subject_id uuid not null,
  name text not null,
  claim_id uuid,
  primary key (office_id, subject_id, name),
  foreign key (office_id, subject_id) references subject
);
create table relation (
  office_id uuid not null,
  relation_id uuid not null,
  from_subject uuid not null,
  to_subject uuid not null,
  role text not null,
  part text,
  share numeric,
  since date,
  until date,
  claim_id uuid,
  voided_at timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (office_id, relation_id),
  foreign key (office_id, from_subject) references subject,
  foreign key (office_id, to_subject) references subject
);
create index relation_from on relation (office_id, from_subject) where voided_at is null;
create index relation_to on relation (office_id, to_subject) where voided_at is null;

-- ===== claims: what a source said; never updated =====
create table claim (
  office_id uuid not null,
  claim_id uuid not null,
  document_id uuid not null,
  span_id uuid not null,
  kind text not null default 'quantity' check (kind in ('quantity', 'stage')),
  reader text not null,
  reader_version text not null,
  subject_text text,
  counterparts jsonb not null default '[]',
  what text,
  indicator_id text,
  value numeric,
  value_max numeric,
  bound text check (bound in ('min', 'max', 'above', 'below')),
  approximate boolean not null default false,
  unit text,
  per text,
  due_from date,
  due_to date,
  due_text text,
  start_from date,
  start_to date,
  start_text text,
  place_text text,
  stage text,
  negated boolean not null default false,
  part_of uuid,
  slots jsonb not null default '{}',
  certainty real not null default 1,
  corrects uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  primary key (office_id, claim_id),
  foreign key (office_id, document_id) references document,
  foreign key (office_id, span_id) references span
);
create index claim_document on claim (office_id, document_id);

-- ===== judgements: what a person decided; can be taken back, never deleted =====
create table judgement (
  office_id uuid not null,
  judgement_id uuid not null,
  kind text not null check (kind in ('accept', 'correct', 'reject', 'merge', 'same_subject', 'not_same', 'enter', 'stage', 'override', 'edit')),
  claim_id uuid,
  subject_a uuid,
  subject_b uuid,
  fact_id uuid,
  batch_id uuid,
  reason text,
  detail jsonb not null default '{}',
  made_by uuid not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (office_id, judgement_id)
);
create index judgement_claim on judgement (office_id, claim_id);
create index judgement_batch on judgement (office_id, batch_id) where batch_id is not null;
create index judgement_recent on judgement (office_id, made_at desc, judgement_id);
-- where a claim stands: folded from the live judgements, can be thrown away and folded again
create table claim_state (
  office_id uuid not null,
  claim_id uuid not null,
  document_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'accepted', 'corrected', 'rejected', 'merged', 'superseded')),
  judgement_id uuid,
  fact_id uuid,
  subject_id uuid,
  at_stake numeric,
  primary key (office_id, claim_id),
  foreign key (office_id, claim_id) references claim
);
create index claim_state_queue on claim_state (office_id, state, at_stake desc nulls last, claim_id);
create index claim_state_document on claim_state (office_id, document_id);
create index claim_state_subject on claim_state (office_id, subject_id) where subject_id is not null;

-- ===== facts: what the office holds to be so; two clocks =====
create table fact (
  office_id uuid not null,
  fact_id uuid not null,
  subject_id uuid not null,
  indicator_id text not null,
  facet text not null check (facet in ('target', 'plan', 'announced', 'forecast', 'estimate', 'actual')),
  series text not null default '',
  part_of uuid,
  period daterange not null default '(,)',
  value numeric not null,
  value_max numeric,
  bound text check (bound in ('min', 'max', 'above', 'below')),
  approximate boolean not null default false,
  unit text not null,
  per text,
  due_from date,
  due_to date,
  funding text check (funding in ('national', 'provincial', 'city', 'private', 'mixed')),
  ended boolean not null default false,
  recorded tstzrange not null,
  judgement_id uuid not null,
  method text not null default 'accepted' check (method in ('accepted', 'corrected', 'entered', 'imported')),
  note text,
  confidential boolean not null default false,
  primary key (office_id, fact_id),
  foreign key (office_id, subject_id) references subject,
  foreign key (office_id, indicator_id) references indicator,
  exclude using gist (office_id with =, subject_id with =, indicator_id with =, facet with =, series with =, period with &&, recorded with &&)
);
create index fact_subject on fact (office_id, subject_id) where upper_inf(recorded);
create index fact_indicator on fact (office_id, indicator_id, facet) where upper_inf(recorded);
create table fact_basis (
  office_id uuid not null,
  fact_id uuid not null,
  claim_id uuid not null,
  role text not null default 'supports' check (role in ('supports', 'disputes', 'superseded')),
  judgement_id uuid not null,
  voided_at timestamptz,
  primary key (office_id, fact_id, claim_id, judgement_id),
  foreign key (office_id, fact_id) references fact,
  foreign key (office_id, claim_id) references claim
);
create index fact_basis_claim on fact_basis (office_id, claim_id) where voided_at is null;
create table stage_event (
  office_id uuid not null,
  event_id uuid not null,
  subject_id uuid not null,
  machine text not null,
  from_stage text,
  to_stage text not null,
  occurred_from date,
  occurred_to date,
  occurred_text text,
  document_id uuid,
  claim_id uuid,
  span_id uuid,
  reason text,
  overridden boolean not null default false,
  judgement_id uuid,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  voided_at timestamptz,
  voided_by uuid,
  primary key (office_id, event_id),
  foreign key (office_id, subject_id) references subject
);
create index stage_event_subject on stage_event (office_id, subject_id, recorded_at) where voided_at is null;
create table milestone (
  office_id uuid not null,
  milestone_id uuid not null,
  subject_id uuid not null,
  kind text not null default 'task' check (kind in ('task', 'milestone', 'obligation')),
  title text not null,
  due_on date,
  done_on date,
  waived_on date,
  owner_id uuid,
  obligor_subject_id uuid,
  document_id uuid,
  note text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (office_id, milestone_id),
  foreign key (office_id, subject_id) references subject
);
create index milestone_subject on milestone (office_id, subject_id);
create index milestone_open on milestone (office_id, due_on) where done_on is null and waived_on is null;

-- ===== identity: judgements between subjects; clusters are the connected components of the live positive edges =====
create table resolver_edge (
  office_id uuid not null,
  edge_id uuid not null,
  a uuid not null,
  b uuid not null check (a < b),
  judgement text not null check (judgement in ('positive', 'negative', 'suggested')),
  score real,
  reasons jsonb not null default '[]',
  decided_by uuid,
  decided_at timestamptz not null default now(),
  voided_at timestamptz,
  voided_by uuid,
  primary key (office_id, edge_id)
);
create unique index resolver_edge_live on resolver_edge (office_id, a, b) where voided_at is null;
-- "this claim is not that fact": remembered, so that the same merge is not proposed again
create table not_same (
  office_id uuid not null,
  claim_id uuid not null,
  subject_id uuid not null,
  decided_by uuid,
  decided_at timestamptz not null default now(),
  voided_at timestamptz,
  primary key (office_id, claim_id, subject_id)
);
-- things a person must look at: contradictions, sums that do not add up, dates that cannot be
create table work_item (
  office_id uuid not null,
  item_id uuid not null,
  rule text not null,
  fingerprint bytea not null,
  document_id uuid,
  subject_id uuid,
  claims uuid[] not null default '{}',
  detail jsonb not null,
  at_stake numeric,
  state text not null default 'open' check (state in ('open', 'closed')),
  resolution text,
  reason text,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  closed_by uuid,
  primary key (office_id, item_id),
  unique (office_id, fingerprint)
);

-- ===== publications: figures frozen for the public =====
create table publication (
  office_id uuid not null references office,
  publication_id uuid not null,
  series text not null,
  edition int not null,
  kind text not null check (kind in ('figure', 'project')),
  subject_id uuid,
  formula text,
  formula_version int,
  title_ko text not null,
  title_en text,
  value numeric,
  unit text,
  as_of date,
  known_on timestamptz not null,
  headline boolean not null default false,
  ord int not null default 100,
  payload jsonb not null,
  receipt bytea not null,
  reason text,
  published_at timestamptz not null default now(),
  published_by uuid not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (office_id, publication_id),
  unique (office_id, series, edition)
);
create index publication_current on publication (office_id, kind, series, edition desc) where withdrawn_at is null;

-- ===== the fence between offices =====
do $$
declare t text;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = current_schema() and c.relkind = 'r' and c.relname <> 'office'
             and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'office_id' and not a.attisdropped)
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    if t = 'membership' then
      -- a person may see the list of their own offices before one is chosen
      execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid or user_id = nullif(current_setting(''gusul.user_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
    else
      execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
    end if;
  end loop;
end $$;
