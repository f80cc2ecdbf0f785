-- Case files. What is searched is a column; report and course are JSON and keep times exactly,
-- while columns keep them to the microsecond.

create table if not exists core_case_type (
  id varchar(100) not null,
  version integer not null,
  content text not null,
  primary key (id, version)
);

create table if not exists core_case_day (
  reported_on date primary key,
  last bigint not null
);

create table if not exists core_case (
  id uuid primary key,
  revision integer not null,
  number varchar(40) not null,
  public_code varchar(40) not null,
  version bigint not null,
  type_id varchar(100) not null,
  type_version integer not null,
  step varchar(100) not null,
  state varchar(20) not null,
  standing varchar(20) not null,
  open_key varchar(400),
  source varchar(100) not null,
  subject varchar(100) not null,
  area varchar(64) not null,
  asset varchar(64),
  device varchar(64),
  filing varchar(100),
  lead_unit varchar(64),
  solved boolean,
  stars smallint,
  merged_into uuid,
  reported_at timestamp(6) with time zone not null,
  closed_at timestamp(6) with time zone,
  report text not null,
  course text not null,
  constraint core_case_number unique (number),
  constraint core_case_public_code unique (public_code),
  constraint core_case_open_key unique (open_key)
);

create index if not exists core_case_standing on core_case (standing, state);

create index if not exists core_case_lead on core_case (lead_unit, standing);

create index if not exists core_case_area on core_case (area, number);

create index if not exists core_case_asset on core_case (asset, closed_at);

create index if not exists core_case_closed on core_case (closed_at);

-- every unit that has a part in a case, to find its cases by
create table if not exists core_case_unit (
  case_id uuid not null,
  unit varchar(64) not null,
  primary key (unit, case_id),
  constraint core_case_unit_case foreign key (case_id) references core_case (id)
);

create index if not exists core_case_unit_case_id on core_case_unit (case_id);
