-- What came of messages.

-- batches written in the last days, so that none is written twice
create table if not exists core_ingest_batch (
  id uuid primary key,
  written_at timestamp(6) with time zone default current_timestamp not null
);

-- one row per device; the state is JSON, beside what devices are looked for by
create table if not exists core_device_state (
  device varchar(64) primary key,
  type varchar(100) not null,
  revision bigint not null,
  last_seen_at timestamp(6) with time zone,
  offline boolean not null,
  state text not null
);

-- One plain table: its key has to hold whatever time a device claims, so days cannot be partitions
-- made ahead, and one index page per device and metric takes the new rows either way.
-- measure: a number, 0 or 1 for a flag, or a latitude; word: what the value is.
create table if not exists core_telemetry (
  device varchar(64) not null,
  metric varchar(200) not null,
  observed_at timestamp(6) with time zone not null,
  received_at timestamp(6) with time zone not null,
  time_source varchar(20) not null,
  form varchar(10) not null,
  measure double precision,
  longitude double precision,
  label text,
  flags varchar(200),
  primary key (device, metric, observed_at)
);

-- open_condition is empty once it is over: one alert is open per device and condition
create table if not exists core_alert (
  id uuid primary key,
  device varchar(64) not null,
  condition_code varchar(32) not null,
  open_condition varchar(32),
  severity varchar(20) not null,
  raised_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  occurrences bigint not null,
  cleared_at timestamp(6) with time zone,
  escalation text,
  alert text not null,
  constraint core_alert_open unique (device, open_condition)
);

create index if not exists core_alert_raised on core_alert (raised_at);

create table if not exists core_alarm (
  device varchar(64) not null,
  observed_at timestamp(6) with time zone not null,
  rule varchar(200) not null,
  condition_code varchar(32) not null,
  metric varchar(200) not null,
  severity varchar(20) not null,
  why text not null,
  received_at timestamp(6) with time zone not null,
  disposition varchar(20) not null,
  alert uuid,
  reason text,
  primary key (device, observed_at, rule, condition_code, metric)
);

create index if not exists core_alarm_alert on core_alarm (alert);

create table if not exists core_quarantine (
  id uuid primary key,
  kind varchar(20) not null,
  reason text not null,
  driver varchar(200),
  answered_by varchar(400),
  rule varchar(200),
  device varchar(64),
  attempts integer not null,
  topic text not null,
  vouched_device varchar(64),
  port integer,
  sent_at timestamp(6) with time zone,
  received_at timestamp(6) with time zone not null,
  retained boolean not null,
  redelivered boolean not null,
  payload bytea not null,
  bytes integer not null
);

create index if not exists core_quarantine_received on core_quarantine (received_at);

create index if not exists core_quarantine_device on core_quarantine (device, id);

-- answers given to requests, so that a request sent again is answered the same
create table if not exists core_answer (
  request_key varchar(200) primary key,
  fingerprint varchar(64) not null,
  result varchar(200) not null,
  answered_at timestamp(6) with time zone not null,
  answered_nanos smallint not null
);

create index if not exists core_answer_at on core_answer (answered_at);
