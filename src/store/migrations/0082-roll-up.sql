-- 모아 보기: what each office's accounts come to, by phase, as of the last round. Global: the installation reads it whole. It holds sums alone, and nothing of what is confidential.
create table office_roll_up (
  for_office uuid not null,
  phase text not null check (phase in ('before', 'announced', 'committed', 'building', 'realised', 'lost', 'unknown')),
  commitments int not null,
  undisclosed int not null,
  announced numeric,
  actual numeric,
  announced_jobs numeric,
  actual_jobs numeric,
  approximate boolean not null default false,
  computed_at timestamptz not null,
  primary key (for_office, phase)
);
