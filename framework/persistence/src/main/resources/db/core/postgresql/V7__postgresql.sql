-- What PostgreSQL does its own way.

-- ids, numbers and codes are ordered as machines order them, whatever the language of the cluster
alter table core_area alter column id type varchar(64) collate "C";
alter table core_unit alter column id type varchar(64) collate "C";
alter table core_asset alter column id type varchar(64) collate "C";
alter table core_device alter column id type varchar(64) collate "C";
alter table core_case alter column number type varchar(40) collate "C";
alter table core_score alter column subject type varchar(100) collate "C";
alter table core_device_state alter column device type varchar(64) collate "C";
alter table core_telemetry alter column device type varchar(64) collate "C";
alter table core_telemetry alter column metric type varchar(200) collate "C";

create sequence core_trace_position;

create function core_only_added() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to; a correction is a new entry', tg_table_name
    using errcode = 'restrict_violation';
end
$$;

create trigger core_trace_kept before update or delete or truncate on core_trace
  for each statement execute function core_only_added();
create trigger core_checkpoint_kept before update or delete or truncate on core_checkpoint
  for each statement execute function core_only_added();
create trigger core_checkpoint_head_kept before update or delete or truncate on core_checkpoint_head
  for each statement execute function core_only_added();

create index core_timer_dead on core_timer (died_at, id) where died_at is not null;

-- timers come and go all day: clean up behind them early, so that claims find the front quickly
alter table core_timer set (
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_threshold = 500,
  autovacuum_vacuum_cost_delay = 0
);

-- history arrives in about the order of its times: a small index finds days and ends of history
create index core_telemetry_observed on core_telemetry using brin (observed_at);

-- room on each page for the next state of the same device, which then touches no index
alter table core_device_state set (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.05);
alter table core_alert set (fillfactor = 80);
