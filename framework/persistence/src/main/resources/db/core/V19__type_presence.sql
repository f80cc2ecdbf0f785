-- which types of cases somebody brought, and until when; the lease runs by the clock of the database
create table if not exists core_type_presence (
  type_id varchar(100) primary key,
  by_module boolean not null,
  seen_at timestamp(6) with time zone not null,
  here_until timestamp(6) with time zone not null
);

-- what looked for absent types until now
delete from core_timer where kind = 'absent-types';
