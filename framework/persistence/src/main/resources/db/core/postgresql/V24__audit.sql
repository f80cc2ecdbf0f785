-- who did what: one chain, that is only ever added to; its end is kept beside it
create table core_audit (
  number bigint primary key,
  noted_at timestamp(6) with time zone not null,
  who varchar(200) not null,
  action varchar(200) collate "C" not null,
  outcome varchar(20) not null,
  subject varchar(200) not null,
  detail varchar(1000) not null,
  previous varchar(64) not null,
  hash varchar(64) not null
);

create index core_audit_noted on core_audit (noted_at);
create index core_audit_who on core_audit (who, number);

create table core_audit_end (
  id smallint primary key,
  number bigint not null,
  hash varchar(64) not null
);

create trigger core_audit_kept before update or delete or truncate on core_audit
  for each statement execute function core_only_added();
