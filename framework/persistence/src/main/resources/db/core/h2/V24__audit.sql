-- who did what: one chain, that is only ever added to; its end is kept beside it
create table if not exists core_audit (
  number bigint primary key,
  noted_at timestamp(6) with time zone not null,
  who varchar(200) not null,
  action varchar(200) not null,
  outcome varchar(20) not null,
  subject varchar(200) not null,
  detail varchar(1000) not null,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index if not exists core_audit_noted on core_audit (noted_at);
create index if not exists core_audit_who on core_audit (who, number);

create table if not exists core_audit_end (
  id smallint primary key,
  number bigint not null,
  hash varchar(64) not null
);

-- as core_trace_kept
create force trigger if not exists core_audit_kept before update, delete on core_audit
  call 'core_audit.is_only_ever_added_to';
