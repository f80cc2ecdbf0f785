-- The words cases are found by, as they are shown: numbers of people cannot be found out digit by
-- digit. They are masked by the program, page by page, see CoveredWords.

alter table core_case add column if not exists covered text default '' not null;

insert into core_timer (kind, timer_key, due_at)
  select 'covered-words', 'ZM', timestamp with time zone '2000-01-01 00:00:00+00'
  where exists (select 1 from core_case)
  and not exists (
    select 1 from core_timer where kind = 'covered-words' and timer_key = 'ZM' and slot = 0);
