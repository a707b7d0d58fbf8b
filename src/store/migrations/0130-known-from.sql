-- Two clocks for plans and promises: since when a row says what it says, and what it said before it was changed or taken away, so that an old question keeps its answer.
create table row_past (
  office_id uuid not null references office,
  of_table text not null check (of_table in ('pledge', 'strategy_node', 'strategy_measure', 'agreement', 'obligation', 'award', 'award_condition', 'subject_alias')),
  row_key text not null,
  known_from timestamptz not null,
  known_to timestamptz not null,
  content jsonb not null,
  primary key (office_id, of_table, row_key, known_to),
  check (known_from < known_to)
);
alter table row_past enable row level security;
alter table row_past force row level security;
create policy own_office on row_past using (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid)
  with check (office_id = nullif(current_setting('gusul.office_id', true), '')::uuid);

do $$
declare t text;
begin
  foreach t in array array['pledge', 'strategy_node', 'strategy_measure', 'agreement', 'obligation', 'award', 'award_condition', 'subject_alias'] loop
    execute format('alter table %I add column known_from timestamptz', t);
  end loop;
end $$;

-- Rows that are there already say what they say since they were last written: the chain of audit tells when. What they said before that was not kept and is not known.
do $$
declare
  o uuid;
  t text;
begin
  for o in select office_id from office
  loop
    perform set_config('gusul.office_id', o::text, true);
    foreach t in array array['pledge', 'strategy_node', 'agreement', 'award'] loop
      execute format($sql$
        update %1$I r set known_from = coalesce(
          (select max(a.at) from audit a where a.office_id = r.office_id and a.subject_id = r.subject_id and a.action = any($1)),
          (select s.created_at from subject s where s.office_id = r.office_id and s.subject_id = r.subject_id), now())$sql$, t)
        using case t
          when 'pledge' then array['pledge.added', 'pledge.changed']
          when 'strategy_node' then array['strategy.node_added', 'strategy.node_changed']
          when 'agreement' then array['agreement.added', 'agreement.changed', 'agreement.renewed', 'agreement.ended']
          else array['award.added', 'award.changed'] end;
    end loop;
    update strategy_measure r set known_from = coalesce(
      (select max(a.at) from audit a where a.office_id = r.office_id and a.subject_id = r.subject_id and a.detail ->> 'measureId' = r.measure_id::text),
      (select s.created_at from subject s where s.office_id = r.office_id and s.subject_id = r.subject_id), now());
    update obligation r set known_from = coalesce(
      (select max(a.at) from audit a where a.office_id = r.office_id and a.subject_id = r.subject_id and a.detail ->> 'obligationId' = r.obligation_id::text), r.created_at);
    update award_condition r set known_from = coalesce(
      (select max(a.at) from audit a where a.office_id = r.office_id and a.subject_id = r.subject_id and a.action = 'award.condition_set'
        and a.detail ->> 'indicator' = r.indicator_id),
      (select s.created_at from subject s where s.office_id = r.office_id and s.subject_id = r.subject_id), now());
    update subject_alias r set known_from = coalesce(
      (select max(j.made_at) from judgement j where j.office_id = r.office_id and j.claim_id = r.claim_id),
      (select s.created_at from subject s where s.office_id = r.office_id and s.subject_id = r.subject_id), now());
  end loop;
  perform set_config('gusul.office_id', '', true);
end $$;

do $$
declare t text;
begin
  foreach t in array array['pledge', 'strategy_node', 'strategy_measure', 'agreement', 'obligation', 'award', 'award_condition', 'subject_alias'] loop
    execute format('alter table %I alter column known_from set default now(), alter column known_from set not null', t);
  end loop;
end $$;
