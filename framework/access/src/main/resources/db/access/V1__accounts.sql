create table if not exists access_account (
  name varchar(40) primary key,
  version integer not null,
  roles varchar(400) not null,
  unit varchar(64),
  areas varchar(4000) not null,
  password_hash varchar(200) not null,
  must_change boolean not null,
  created_at timestamp with time zone not null
);
