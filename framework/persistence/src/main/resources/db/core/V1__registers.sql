-- Who and what there is in the city. Sets and settings are JSON: nobody searches them here.

create table if not exists core_area (
  id varchar(64) primary key,
  name_zh varchar(400) not null,
  name_en varchar(400) not null,
  level varchar(100) not null,
  parent varchar(64)
);

create table if not exists core_unit (
  id varchar(64) primary key,
  name_zh varchar(400) not null,
  name_en varchar(400) not null,
  duties text not null,
  areas text not null,
  territorial_for text not null,
  parent varchar(64)
);

create table if not exists core_asset (
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

-- one row for each change of an owner; the highest id of an asset is in force
create table if not exists core_asset_owner (
  id bigint generated always as identity primary key,
  asset varchar(64) not null,
  owner varchar(64),
  since timestamp(6) with time zone not null
);

create index if not exists core_asset_owner_asset on core_asset_owner (asset, id);

create index if not exists core_asset_owner_since on core_asset_owner (since);

create table if not exists core_device (
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

create table if not exists core_rules (
  version varchar(200) primary key,
  applied_at timestamp(6) with time zone not null
);

create table if not exists core_credential (
  username varchar(200) primary key,
  salt varchar(200) not null,
  hash varchar(200) not null,
  publish text not null,
  subscribe text not null,
  issued_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
