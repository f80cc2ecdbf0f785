-- What cases are found and ordered by: the words people look for, in small letters, and when
-- something is due in them next, which is the end of all time while nothing is.

alter table core_case add column if not exists words text default '' not null;

alter table core_case add column if not exists due_at timestamp(6) with time zone
  default timestamp with time zone '9999-12-31 00:00:00+00' not null;

create index if not exists core_case_due on core_case (due_at, number desc);

-- the cases that are on their way are gone through once, as after a change of the calendar
insert into core_timer (kind, timer_key, due_at)
  select 'due-times', 'newest', timestamp with time zone '2000-01-01 00:00:00+00'
  where exists (select 1 from core_case where standing in ('OPEN', 'RETURN_REQUESTED'))
  and not exists (
    select 1 from core_timer where kind = 'due-times' and timer_key = 'newest' and slot = 0);
