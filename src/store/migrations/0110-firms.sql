-- 기업 명부: what is known of an organisation as a maker: its industry, what it makes, where, and how much it can sell a year. The organisation itself is a subject of the portfolio.
create table firm (
  office_id uuid not null references office,
  subject_id uuid not null,
  ksic text check (ksic ~ '^[0-9]{2,5}$'),
  products text[] not null default '{}',
  place text check (place <> ''),
  latitude numeric check (latitude between -90 and 90),
  longitude numeric check (longitude between -180 and 180),
  capacity numeric check (capacity >= 0),
  employees int check (employees >= 0),
  source text not null check (source <> ''),
  archived_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (office_id, subject_id),
  foreign key (office_id, subject_id) references subject,
  check ((latitude is null) = (longitude is null))
);
create index firm_industry on firm (office_id, ksic);
alter table firm enable row level security;
alter table firm force row level security;
create policy own_office on firm using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
