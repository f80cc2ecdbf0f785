-- the few alerts that are open, among all there ever were
create index if not exists core_alert_open_now on core_alert (id) where open_condition is not null;
