-- What H2 does its own way.

-- Positions come from a row that is locked until the commit, so that they are given in the order of
-- commits: no entry can appear behind a checkpoint that has passed its position.
create table if not exists core_trace_end (
  last bigint not null
);

insert into core_trace_end (last) select 0 where not exists (select 1 from core_trace_end);

-- H2 writes its triggers in Java. These name a class that does not exist: the trigger cannot be
-- started and refuses the statement, which is all it is for. It does not see TRUNCATE, which foreign
-- keys refuse for core_trace and core_checkpoint.
create force trigger if not exists core_trace_kept before update, delete on core_trace
  call 'core_trace.is_only_ever_added_to';

create force trigger if not exists core_checkpoint_kept before update, delete on core_checkpoint
  call 'core_checkpoint.is_only_ever_added_to';

create force trigger if not exists core_checkpoint_head_kept
  before update, delete on core_checkpoint_head
  call 'core_checkpoint_head.is_only_ever_added_to';

create index if not exists core_telemetry_observed on core_telemetry (observed_at);
