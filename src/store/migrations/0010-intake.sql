-- A document knows the format of its file and what the parser said about it; a day that the file itself states (a page's head, a letter's date) is told from one found
-- in the words and from one given by a person.
alter table document add column format text;
alter table document add column parse_notes jsonb not null default '[]';
alter table document drop constraint document_published_from_check;
alter table document add constraint document_published_from_check check (published_from in ('found', 'given', 'file'));
create index document_job on document (office_id, job_id) where job_id is not null;

-- What a newer reader would read otherwise; nothing of it counts before a person applies it.
create table reread_proposal (
  office_id uuid not null,
  document_id uuid not null,
  reader text not null,
  reader_version text not null,
  read_before text,
  changes jsonb not null,
  added int not null,
  changed int not null,
  gone int not null,
  judged int not null,
  job_id uuid,
  made_at timestamptz not null default now(),
  primary key (office_id, document_id),
  foreign key (office_id, document_id) references document
);

-- 지켜보기: folders and feeds that are looked at again and again, and what was done with what stood in them.
create table watch (
  office_id uuid not null references office,
  watch_id uuid not null,
  kind text not null check (kind in ('folder', 'feed')),
  location text not null,
  every_seconds int not null check (every_seconds between 60 and 604800),
  outlet text,
  confidential boolean not null default false,
  private_allowed boolean not null default false,
  paused_at timestamptz,
  removed_at timestamptz,
  job_id uuid,
  etag text,
  last_modified text,
  looked_at timestamptz,
  looked_well_at timestamptz,
  last_error jsonb,
  last_result jsonb,
  next_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  primary key (office_id, watch_id)
);
create unique index watch_location on watch (office_id, kind, location) where removed_at is null;
create table watch_item (
  office_id uuid not null,
  watch_id uuid not null,
  item_key text not null,
  fingerprint text not null,
  state text not null check (state in ('growing', 'done', 'failed')),
  tries int not null default 0,
  error text,
  document_id uuid,
  seen_at timestamptz not null default now(),
  primary key (office_id, watch_id, item_key),
  foreign key (office_id, watch_id) references watch
);

-- What a language model was asked about a document: how long it took, what it cost, what was kept and why the rest was not.
create table extraction (
  office_id uuid not null,
  extraction_id uuid not null,
  document_id uuid not null,
  extractor text not null,
  model text not null,
  state text not null check (state in ('done', 'failed')),
  milliseconds int not null,
  requests int not null,
  tokens_in int,
  tokens_out int,
  cost numeric,
  currency text,
  proposed int not null,
  kept int not null,
  refused jsonb not null default '{}',
  error text,
  asked_by uuid,
  asked_at timestamptz not null default now(),
  primary key (office_id, extraction_id),
  foreign key (office_id, document_id) references document
);
create index extraction_document on extraction (office_id, document_id, asked_at desc);

do $$
declare t text;
begin
  foreach t in array array['reread_proposal', 'watch', 'watch_item', 'extraction'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
  end loop;
end $$;
