-- That a file of the city pack was changed, in the order it was: what was published before holds no
-- more, also when the file comes back. Rows are only ever added.

create table if not exists core_pack_change (
  part varchar(100) not null,
  number integer not null,
  says varchar(64) not null,
  after_edition integer not null,
  noted_at timestamp(6) with time zone not null,
  primary key (part, number)
);
