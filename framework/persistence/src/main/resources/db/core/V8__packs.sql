-- What city packs brought last, row by row: a pack overrules people only where it has changed itself.

create table if not exists core_pack_asset (
  id varchar(64) primary key,
  type varchar(100) not null,
  name_zh varchar(400) not null,
  name_en varchar(400) not null,
  area varchar(64) not null,
  address varchar(1000) not null,
  latitude double precision,
  longitude double precision,
  owner varchar(64),
  competent varchar(64),
  maintainer varchar(64),
  supervisor varchar(64)
);

create table if not exists core_pack_device (
  id varchar(64) primary key,
  type varchar(100) not null,
  driver varchar(100) not null,
  area varchar(64) not null,
  address varchar(1000) not null,
  latitude double precision,
  longitude double precision,
  asset varchar(64),
  settings text not null
);

create index if not exists core_asset_area on core_asset (area, id);

create index if not exists core_device_area on core_device (area, id);
