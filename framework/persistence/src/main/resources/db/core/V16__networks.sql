-- what networks and platforms call the devices behind them
alter table core_device add column network varchar(161);
alter table core_pack_device add column network varchar(161);
create index if not exists core_device_network on core_device (network);

alter table core_quarantine add column network varchar(161);
create index if not exists core_quarantine_network on core_quarantine (network, id);
