-- Analyses that an office keeps (산업구조, 가치사슬, 조기경보, 목표 전망): the question with its data, what people made of an alarm, and every forecast that was kept to be scored.

-- 분석: one question with its data. `body` is the case as the API and the command line take it; every edit leaves an edition.
create table analysis (
  office_id uuid not null references office,
  analysis_id uuid not null,
  kind text not null check (kind in ('structure', 'chain', 'warning', 'forecast')),
  name text not null check (name <> '' and length(name) <= 300),
  body jsonb not null,
  source text not null check (source <> ''),
  synthetic boolean not null default false,
  confidential boolean not null default false,
  archived_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  changed_by uuid not null,
  changed_at timestamptz not null default now(),
  version int not null default 1,
  primary key (office_id, analysis_id)
);
create index analysis_list on analysis (office_id, kind, changed_at desc, analysis_id desc);
alter table analysis enable row level security;
alter table analysis force row level security;
create policy own_office on analysis using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- 판: what an analysis was before an edit.
create table analysis_edition (
  office_id uuid not null references office,
  analysis_id uuid not null,
  version int not null,
  name text not null,
  body jsonb not null,
  source text not null,
  synthetic boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (office_id, analysis_id, version),
  foreign key (office_id, analysis_id) references analysis (office_id, analysis_id)
);
alter table analysis_edition enable row level security;
alter table analysis_edition force row level security;
create policy own_office on analysis_edition using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- 보관한 전망: what was said of a target on a day. Never changed: it is scored when the years have come.
create table kept_forecast (
  office_id uuid not null references office,
  forecast_id uuid not null,
  analysis_id uuid not null,
  made_on date not null,
  target_value numeric not null,
  target_year int not null,
  chance numeric check (chance between 0 and 1),
  predictions jsonb not null,
  report jsonb not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (office_id, forecast_id),
  foreign key (office_id, analysis_id) references analysis (office_id, analysis_id)
);
create index kept_forecast_list on kept_forecast (office_id, analysis_id, made_on, forecast_id);
alter table kept_forecast enable row level security;
alter table kept_forecast force row level security;
create policy own_office on kept_forecast using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

-- 경보에 대한 판단: what a person made of an alarm, one after another; the last one stands.
create table alarm_note (
  office_id uuid not null references office,
  note_id uuid not null,
  analysis_id uuid not null,
  series text not null check (series <> ''),
  month text not null check (month ~ '^[0-9]{4}-[0-9]{2}$'),
  verdict text not null check (verdict in ('watching', 'real', 'explained')),
  reason text not null check (reason <> '' and length(reason) <= 2000),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (office_id, note_id),
  foreign key (office_id, analysis_id) references analysis (office_id, analysis_id)
);
create index alarm_note_list on alarm_note (office_id, analysis_id, made_at desc, note_id desc);
alter table alarm_note enable row level security;
alter table alarm_note force row level security;
create policy own_office on alarm_note using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
