-- The same agreement counted by two offices. What offices share is a keyed hash of party and month, or party and amount: no name, no value, no words.
create table shared_fingerprint (
  from_office uuid not null references office,
  ref bytea not null,
  token bytea not null,
  kind text not null check (kind in ('party_month', 'party_amount')),
  made_at timestamptz not null default now(),
  primary key (from_office, ref, token)
);
create index shared_fingerprint_token on shared_fingerprint (token);
create table twin_judgement (
  office_id uuid not null references office,
  twin_id uuid not null,
  subject_id uuid not null,
  other_office uuid not null,
  other_ref bytea not null,
  verdict text not null check (verdict in ('same', 'not_same')),
  share numeric check (share >= 0 and share <= 1),
  relation_id uuid,
  reason text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (office_id, twin_id),
  foreign key (office_id, subject_id) references subject
);
create unique index twin_judgement_live on twin_judgement (office_id, subject_id, other_office, other_ref) where undone_at is null;
alter table twin_judgement enable row level security;
alter table twin_judgement force row level security;
create policy own_office on twin_judgement using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
