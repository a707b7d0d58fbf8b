-- Work items know every document whose words they stand on, whether the finding still stands, and who decided what about them.
alter table work_item add column outcome text not null default 'odd' check (outcome in ('odd', 'holds'));
alter table work_item add column documents uuid[] not null default '{}';
alter table work_item add column confidential boolean not null default false;
alter table work_item add column gone_at timestamptz;
alter table work_item add column decision_id uuid;
alter table work_item add column version int not null default 1;
create index work_item_list on work_item (office_id, state, (coalesce(at_stake, -1)) desc, opened_at desc, item_id desc);
create index work_item_documents on work_item using gin (documents);
create index work_item_claims on work_item using gin (claims);
-- Values of one named subject are compared across documents.
create index claim_named on claim (office_id, subject_text, indicator_id) where subject_text is not null;

create table work_item_decision (
  office_id uuid not null,
  decision_id uuid not null,
  item_id uuid not null,
  kind text not null check (kind in ('close', 'leave_open', 'reopen')),
  resolution text check (resolution in ('different_scope', 'one_is_wrong', 'source_corrected')),
  reason text not null check (reason <> ''),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid,
  primary key (office_id, decision_id),
  foreign key (office_id, item_id) references work_item
);
create index work_item_decision_item on work_item_decision (office_id, item_id, made_at desc);
alter table work_item_decision enable row level security;
alter table work_item_decision force row level security;
create policy own_office on work_item_decision using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
