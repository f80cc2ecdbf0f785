-- What happened to cases, link by link. Rows are only ever added.
-- The time of an entry is written_at plus written_nanos, since its hash covers all of it.

create table if not exists core_trace (
  position bigint primary key,
  case_id uuid not null,
  sequence bigint not null,
  written_at timestamp(6) with time zone not null,
  written_nanos smallint not null,
  actor varchar(200) not null,
  unit varchar(64),
  action varchar(100) not null,
  arguments text not null,
  step varchar(100) not null,
  state varchar(20) not null,
  standing varchar(20) not null,
  advisor varchar(200) not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  constraint core_trace_link unique (case_id, sequence)
);

create index if not exists core_trace_written on core_trace (written_at, written_nanos);

create table if not exists core_checkpoint (
  number bigint primary key,
  set_at timestamp(6) with time zone not null,
  set_nanos smallint not null,
  position bigint not null,
  previous varchar(64) not null,
  hash varchar(64) not null,
  constraint core_checkpoint_end foreign key (position) references core_trace (position)
);

create table if not exists core_checkpoint_head (
  number bigint not null,
  case_id uuid not null,
  length bigint not null,
  hash varchar(64) not null,
  primary key (number, case_id),
  constraint core_checkpoint_head_of foreign key (number) references core_checkpoint (number)
);
