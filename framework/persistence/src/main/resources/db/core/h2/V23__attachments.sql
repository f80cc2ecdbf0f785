-- Photos that show what happened, re-encoded and without what cameras write beside them.

create table if not exists core_attachment (
  id uuid primary key,
  account varchar(200) not null,
  stored_at timestamp(6) with time zone not null,
  taken_at timestamp(6) with time zone,
  latitude double precision,
  longitude double precision,
  width int not null,
  height int not null,
  case_id uuid,
  photo binary large object not null,
  small binary large object not null
);

create index if not exists core_attachment_case on core_attachment (case_id, stored_at);
