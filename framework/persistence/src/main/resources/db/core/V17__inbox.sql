-- devices nobody wants to register: they are listed no more
create table if not exists core_dismissed (
  name varchar(161) primary key,
  dismissed_by varchar(200) not null,
  dismissed_at timestamp(6) with time zone not null
);
