-- What was known of a task before it was changed or taken away, so that an old question keeps its answer.
alter table milestone add column changed_at timestamptz;
create table milestone_past (
  office_id uuid not null references office,
  milestone_id uuid not null,
  version int not null,
  subject_id uuid not null,
  kind text not null,
  title text not null,
  due_on date,
  done_on date,
  waived_on date,
  owner_id uuid,
  document_id uuid,
  note text,
  created_at timestamptz not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  primary key (office_id, milestone_id, version),
  foreign key (office_id, subject_id) references subject
);
create index milestone_past_subject on milestone_past (office_id, subject_id);
-- A new firm or factory, or more of one that is there (신규·증설); null where nobody said which.
alter table subject add column investment_kind text check (investment_kind in ('new', 'expansion'));
-- Changes that came after a moment are taken back to answer as known then.
create index judgement_edit on judgement (office_id, made_at) where kind = 'edit';
alter table milestone_past enable row level security;
alter table milestone_past force row level security;
create policy own_office on milestone_past using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);
