-- what the quarantine is asked every minute: whether a driver or a device came that was waited for
create index if not exists core_quarantine_driver on core_quarantine (kind, driver, attempts, id);

create index if not exists core_quarantine_stranger on core_quarantine (kind, device);
