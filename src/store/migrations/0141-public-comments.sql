-- 의견: what people outside say about a published page, shown only where the office has switched comments on and a person said yes to this one.
create table public_comment (
  office_id uuid not null references office,
  comment_id uuid not null,
  series text not null,
  name text not null check (name <> '' and length(name) <= 40),
  words text not null check (words <> '' and length(words) <= 2000),
  sender bytea,
  shown boolean,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (office_id, comment_id)
);
create index public_comment_list on public_comment (office_id, created_at desc, comment_id desc);
create index public_comment_page on public_comment (office_id, series, created_at) where shown;
alter table public_comment enable row level security;
alter table public_comment force row level security;
create policy own_office on public_comment using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
