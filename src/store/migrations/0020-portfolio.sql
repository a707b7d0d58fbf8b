-- The members of a cluster are asked for with every list of subjects.
create index subject_canonical on subject (office_id, canonical_id) where canonical_id is not null;
-- Sentences, names and titles are searched by any part of them.
create index span_sentence on span using gin (sentence gin_trgm_ops);
create index document_title on document using gin (title gin_trgm_ops);
create index stage_event_judgement on stage_event (office_id, judgement_id) where judgement_id is not null;
create index fact_judgement on fact (office_id, judgement_id);
create index judgement_subject on judgement (office_id, subject_a) where subject_a is not null;
