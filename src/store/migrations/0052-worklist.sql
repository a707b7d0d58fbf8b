-- Who wants the work list by mail, when; and calendars that are read with a secret address.
create table worklist_digest (
  office_id uuid not null references office,
  user_id uuid not null references app_user,
  active boolean not null default true,
  weekdays int[] not null default '{1}',
  hour int not null default 8 check (hour between 0 and 23),
  scope text not null default 'mine' check (scope in ('mine', 'office')),
  job_id uuid,
  next_at timestamptz,
  sent_at timestamptz,
  sent_items int,
  problem text,
  tries int not null default 0,
  version int not null default 1,
  primary key (office_id, user_id)
);
create table calendar_feed (
  office_id uuid not null references office,
  feed_id uuid not null,
  user_id uuid not null references app_user,
  secret_hash bytea not null,
  scope text not null default 'mine' check (scope in ('mine', 'office')),
  created_at timestamptz not null default now(),
  read_at timestamptz,
  revoked_at timestamptz,
  primary key (office_id, feed_id),
  unique (office_id, secret_hash)
);
create index calendar_feed_person on calendar_feed (office_id, user_id) where revoked_at is null;
do $$
declare t text;
begin
  foreach t in array array['worklist_digest', 'calendar_feed']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
  end loop;
end $$;
