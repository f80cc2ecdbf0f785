-- plug-ins that a person wants asked nothing, whatever version of them comes
create table if not exists core_isolated (
  kind varchar(100) not null,
  plugin varchar(100) not null,
  isolated_by varchar(200) not null,
  isolated_at timestamp(6) with time zone not null,
  primary key (kind, plugin)
);
