-- Dispatch and grading.

create table if not exists core_order (
  id bigint generated always as identity primary key,
  case_id uuid not null,
  unit varchar(64) not null,
  role varchar(20) not null,
  round integer not null,
  status varchar(20) not null,
  issued_at timestamp(6) with time zone not null,
  attempts integer default 0 not null,
  last_error varchar(4000),
  delivered_at timestamp(6) with time zone,
  acknowledged_at timestamp(6) with time zone,
  failed_at timestamp(6) with time zone,
  withdrawn_at timestamp(6) with time zone
);

create index if not exists core_order_case on core_order (case_id, id);

create index if not exists core_order_unit on core_order (unit, id);

create table if not exists core_order_delivery (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  channel varchar(100) not null,
  tried_at timestamp(6) with time zone not null,
  error varchar(4000),
  constraint core_order_delivery_of foreign key (order_id) references core_order (id)
);

create index if not exists core_order_delivery_order on core_order_delivery (order_id, id);

create sequence if not exists core_review_id start with 1 increment by 50;

create table if not exists core_review (
  id bigint primary key,
  revision integer not null,
  case_id uuid not null,
  open_case uuid,
  reasons varchar(400) not null,
  advice text,
  advised_lead varchar(64),
  confidence double precision,
  created_at timestamp(6) with time zone not null,
  claimed_by varchar(200),
  claimed_until timestamp(6) with time zone,
  decided_by varchar(200),
  decided_at timestamp(6) with time zone,
  decided_lead varchar(64),
  overruled boolean,
  decision text,
  constraint core_review_open_case unique (open_case)
);

create index if not exists core_review_decided on core_review (decided_at, created_at);

create index if not exists core_review_case on core_review (case_id);

create sequence if not exists core_score_id start with 1 increment by 50;

create table if not exists core_score (
  id bigint primary key,
  revision integer not null,
  kind varchar(20) not null,
  subject varchar(100) not null,
  period_from date not null,
  period_to date not null,
  model varchar(200) not null,
  total numeric(20, 6),
  graded_at timestamp(6) with time zone not null,
  card text not null,
  constraint core_score_once unique (period_from, period_to, kind, subject, model)
);
