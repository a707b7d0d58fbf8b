-- Plans and promises: pledges and their grades, the strategy tree, agreements with what each party owes, awards with their checks, partners' evidence.

-- Money of a pledge: the whole plan is `budget` (facet plan); these are kept apart from it and from each other.
do $$
declare o uuid;
begin
  for o in select office_id from office
  loop
    perform set_config('gusul.office_id', o::text, true);
    insert into indicator (office_id, indicator_id, name_ko, name_en, unit, direction, additive, ord)
    values (o, 'budget_in_term', '임기 안 사업비', 'Budget within the term', 'KRW', 0, true, 91),
           (o, 'budget_secured', '확보한 사업비', 'Budget secured', 'KRW', 1, true, 92),
           (o, 'budget_secured_in_term', '임기 안 확보한 사업비', 'Budget secured within the term', 'KRW', 1, true, 93),
           (o, 'grant', '보조금 교부액', 'Grant awarded', 'KRW', 0, true, 94)
    on conflict do nothing;
  end loop;
  perform set_config('gusul.office_id', '', true);
end $$;

-- 공약: who promised when, and the term in which it is to come true.
create table pledge (
  office_id uuid not null references office,
  subject_id uuid not null,
  promised_on date,
  promisor text,
  term_from date,
  term_to date,
  due_on date,
  version int not null default 1,
  primary key (office_id, subject_id),
  foreign key (office_id, subject_id) references subject,
  check (term_from is null or term_to is null or term_from < term_to)
);
-- 평가: a grade by one version of a rubric, with the inputs it was made of. A later version changes nothing here; a mistake is withdrawn, never deleted.
create table grading (
  office_id uuid not null references office,
  grading_id uuid not null,
  subject_id uuid not null,
  rubric text not null,
  rubric_version text not null,
  graded_on date not null,
  assessor text not null check (assessor <> ''),
  inputs jsonb not null,
  result jsonb not null,
  document_id uuid,
  reason text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (office_id, grading_id),
  foreign key (office_id, subject_id) references subject
);
create index grading_subject on grading (office_id, subject_id, graded_on desc);

-- 전략 나무: vision, strategies, actions. The values of its indicators are facts (target, actual) of the subject.
create table strategy_node (
  office_id uuid not null references office,
  subject_id uuid not null,
  level text not null check (level in ('vision', 'strategy', 'action')),
  parent_id uuid,
  weight numeric not null default 1 check (weight >= 0),
  ord int not null default 100,
  version int not null default 1,
  primary key (office_id, subject_id),
  foreign key (office_id, subject_id) references subject,
  foreign key (office_id, parent_id) references strategy_node (office_id, subject_id),
  check ((level = 'vision') = (parent_id is null))
);
create index strategy_node_parent on strategy_node (office_id, parent_id, ord);
create table strategy_measure (
  office_id uuid not null references office,
  measure_id uuid not null,
  subject_id uuid not null,
  indicator_id text not null,
  series text not null default '',
  weight numeric not null default 1 check (weight >= 0),
  direction smallint check (direction in (-1, 1)),
  baseline_year int check (baseline_year between 1950 and 2200),
  removed_at timestamptz,
  version int not null default 1,
  primary key (office_id, measure_id),
  foreign key (office_id, subject_id) references strategy_node,
  foreign key (office_id, indicator_id) references indicator
);
create unique index strategy_measure_once on strategy_measure (office_id, subject_id, indicator_id, series) where removed_at is null;

-- 협약: when it was signed, until when it holds, how it ended.
create table agreement (
  office_id uuid not null references office,
  subject_id uuid not null,
  signed_on date,
  valid_until date,
  ended_on date,
  ended_how text check (ended_how in ('terminated', 'fulfilled')),
  ended_reason text,
  version int not null default 1,
  primary key (office_id, subject_id),
  foreign key (office_id, subject_id) references subject,
  check ((ended_on is null) = (ended_how is null))
);
create table agreement_renewal (
  office_id uuid not null references office,
  renewal_id uuid not null,
  subject_id uuid not null,
  renewed_on date not null,
  valid_before date,
  valid_until date not null,
  document_id uuid,
  reason text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (office_id, renewal_id),
  foreign key (office_id, subject_id) references agreement
);
-- 의무: what one party of an agreement (or of an investment: a co-benefit) owes, by when, and what proves it.
create table obligation (
  office_id uuid not null references office,
  obligation_id uuid not null,
  subject_id uuid not null,
  party_id uuid,
  kind text not null default 'obligation' check (kind in ('obligation', 'co_benefit')),
  title text not null check (title <> ''),
  due_on date,
  met_on date,
  waived_on date,
  waived_reason text,
  document_id uuid,
  note text,
  version int not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  removed_at timestamptz,
  primary key (office_id, obligation_id),
  foreign key (office_id, subject_id) references subject,
  foreign key (office_id, party_id) references subject,
  check (met_on is null or waived_on is null)
);
create index obligation_subject on obligation (office_id, subject_id) where removed_at is null;
create index obligation_due on obligation (office_id, due_on) where met_on is null and waived_on is null and removed_at is null;
-- 증빙 자료: a file that a partner sent for an obligation; it counts once a person of the office takes it.
create table obligation_evidence (
  office_id uuid not null references office,
  evidence_id uuid not null,
  obligation_id uuid not null,
  blob_sha256 bytea not null,
  file_name text not null,
  media_type text not null,
  size int not null,
  note text,
  state text not null default 'sent' check (state in ('sent', 'accepted', 'returned')),
  sent_by uuid not null,
  sent_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  decided_reason text,
  document_id uuid,
  primary key (office_id, evidence_id),
  foreign key (office_id, obligation_id) references obligation
);
create index obligation_evidence_of on obligation_evidence (office_id, obligation_id, sent_at desc);

-- 보조금 교부: to whom, for which project, when; conditions are targets (facts of the award) that are checked each year.
create table award (
  office_id uuid not null references office,
  subject_id uuid not null,
  recipient_id uuid,
  project_id uuid,
  programme text,
  granted_on date,
  settled_on date,
  investment_years int not null default 3 check (investment_years between 0 and 20),
  follow_up_years int not null default 5 check (follow_up_years between 0 and 20),
  withdrawn_on date,
  version int not null default 1,
  primary key (office_id, subject_id),
  foreign key (office_id, subject_id) references subject,
  foreign key (office_id, recipient_id) references subject,
  foreign key (office_id, project_id) references subject
);
create table award_condition (
  office_id uuid not null references office,
  subject_id uuid not null,
  indicator_id text not null,
  weight numeric not null default 1 check (weight > 0),
  note text,
  primary key (office_id, subject_id, indicator_id),
  foreign key (office_id, subject_id) references award,
  foreign key (office_id, indicator_id) references indicator
);
create table award_check (
  office_id uuid not null references office,
  check_id uuid not null,
  subject_id uuid not null,
  year int not null check (year between 1 and 40),
  due_on date not null,
  checked_on date not null,
  document_id uuid,
  note text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (office_id, check_id),
  unique (office_id, subject_id, year),
  foreign key (office_id, subject_id) references award
);
-- 환수 규칙: an office's own versions (by its ordinance) beside those of the product.
create table clawback_rule (
  office_id uuid not null references office,
  rule_id text not null check (rule_id ~ '^[a-z][a-z0-9-]{1,40}$'),
  version int not null check (version > 0),
  name_ko text not null,
  name_en text not null,
  valid_from date not null,
  tolerance numeric not null default 0 check (tolerance >= 0 and tolerance < 1),
  combine text not null check (combine in ('largest', 'weighted')),
  source text not null check (source <> ''),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  primary key (office_id, rule_id, version)
);
-- 환수 산정: what was assessed, with the rule and the inputs as they were.
create table award_assessment (
  office_id uuid not null references office,
  assessment_id uuid not null,
  subject_id uuid not null,
  assessed_on date not null,
  year int,
  rule jsonb not null,
  inputs jsonb not null,
  result jsonb not null,
  shortfall numeric,
  amount numeric,
  documents uuid[] not null default '{}',
  reason text,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_reason text,
  primary key (office_id, assessment_id),
  foreign key (office_id, subject_id) references award
);
create index award_assessment_of on award_assessment (office_id, subject_id, assessed_on desc);

do $$
declare t text;
begin
  foreach t in array array['pledge', 'grading', 'strategy_node', 'strategy_measure', 'agreement', 'agreement_renewal', 'obligation', 'obligation_evidence',
                           'award', 'award_condition', 'award_check', 'clawback_rule', 'award_assessment'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_office on %I using (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid) with check (office_id = nullif(current_setting(''gusul.office_id'', true), '''')::uuid)', t);
  end loop;
end $$;
