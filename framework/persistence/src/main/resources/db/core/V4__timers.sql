-- Work to be done once. due_at is empty for what was set aside, so that claims need not pass it;
-- slot is 0 while a timer waits and its id otherwise, so that each name waits once at most.

create table if not exists core_timer (
  id bigint generated always as identity primary key,
  kind varchar(100) not null,
  timer_key varchar(400) not null,
  slot bigint default 0 not null,
  lane varchar(400),
  due_at timestamp(6) with time zone,
  held_until timestamp(6) with time zone,
  attempts integer default 0 not null,
  fence bigint default 0 not null,
  error varchar(4000),
  died_at timestamp(6) with time zone,
  constraint core_timer_name unique (kind, timer_key, slot)
);

create index if not exists core_timer_due on core_timer (due_at, id);

create index if not exists core_timer_lane on core_timer (lane, id);
