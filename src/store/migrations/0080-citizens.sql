-- What citizens ask of an office, where its places lie, and who follows its numbers by mail.

-- 장소의 자리: where the name of a place is drawn on the public sketch.
create table place_point (
  office_id uuid not null references office,
  name text not null check (name <> '' and length(name) <= 200),
  north numeric not null check (north between 30 and 45),
  east numeric not null check (east between 120 and 135),
  source text not null check (source <> ''),
  illustrative boolean not null default false,
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (office_id, name)
);
alter table place_point enable row level security;
alter table place_point force row level security;
create policy own_office on place_point using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- 정정 요청: somebody outside says that a public page is wrong.
create table correction_request (
  office_id uuid not null references office,
  request_id uuid not null,
  series text not null,
  edition int not null,
  words text not null check (words <> '' and length(words) <= 4000),
  address text,
  sender bytea,
  state text not null default 'open' check (state in ('open', 'corrected', 'stands')),
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  mailed_at timestamptz,
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (office_id, request_id),
  check ((state = 'open') = (answer is null))
);
create index correction_request_list on correction_request (office_id, state, created_at desc, request_id desc);
create index correction_request_sender on correction_request (office_id, created_at desc);
alter table correction_request enable row level security;
alter table correction_request force row level security;
create policy own_office on correction_request using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- 소식 받기: addresses that asked for news and said so twice. A follower who ends is deleted, not marked.
create table follower (
  office_id uuid not null references office,
  follower_id uuid not null,
  address text not null,
  series text not null default '',
  locale text not null default 'ko' check (locale in ('ko', 'en')),
  token text not null,
  sender bytea,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  sent_up_to timestamptz,
  primary key (office_id, follower_id),
  unique (office_id, address, series),
  unique (office_id, token)
);
create index follower_recent on follower (office_id, created_at desc);
alter table follower enable row level security;
alter table follower force row level security;
create policy own_office on follower using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
