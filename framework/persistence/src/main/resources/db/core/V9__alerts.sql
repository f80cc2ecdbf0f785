-- Alerts for people: where the device stood, and who took note. Those from before have no area, and
-- are seen by whoever sees the whole city.

alter table core_alert add column if not exists area varchar(64);
alter table core_alert add column if not exists acknowledged_by varchar(200);
alter table core_alert add column if not exists acknowledged_at timestamp(6) with time zone;

create index if not exists core_alert_device on core_alert (device, id);

create index if not exists core_alert_area on core_alert (area, id);
