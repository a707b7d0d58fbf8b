-- A step says by which rule it was judged, what its document proves, which one of several it is (second arrival, phase 3), and how late it was.
alter table stage_event add column rule_id text;
alter table stage_event add column evidence_kind text;
alter table stage_event add column ordinal int;
alter table stage_event add column late_days int;
-- Foreign direct investment: what was notified and what arrived are never added to what was announced.
do $$
declare o uuid;
begin
  for o in select office_id from office
  loop
    perform set_config('gusul.office_id', o::text, true);
    insert into indicator (office_id, indicator_id, name_ko, name_en, unit, direction, additive, ord)
    values (o, 'fdi_notified', '외국인투자 신고액', 'Foreign investment notified', 'USD', 1, true, 14),
           (o, 'fdi_arrived', '외국인투자 도착액', 'Foreign investment arrived', 'USD', 1, true, 15)
    on conflict do nothing;
  end loop;
  perform set_config('gusul.office_id', '', true);
end $$;
