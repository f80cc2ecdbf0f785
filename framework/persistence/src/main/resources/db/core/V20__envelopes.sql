-- which messages of an envelope have been read, by their fingerprints
alter table core_quarantine add column taken text;

-- the strangers in a kept message, as their networks call them
create table if not exists core_quarantine_from (
  message uuid not null references core_quarantine (id) on delete cascade,
  network varchar(161) not null,
  primary key (message, network)
);

create index if not exists core_quarantine_from_network on core_quarantine_from (network, message);

insert into core_quarantine_from (message, network)
  select id, network from core_quarantine where network is not null and device is null;
