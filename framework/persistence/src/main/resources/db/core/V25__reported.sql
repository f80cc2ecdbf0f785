-- What was reported in a stretch of time, counted by area or by type without reading the cases.

create index if not exists core_case_reported
  on core_case (reported_at, area, type_id, filing, standing);
