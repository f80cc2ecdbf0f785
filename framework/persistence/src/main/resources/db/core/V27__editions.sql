-- What was published of a city's dated data, whole and for good; rows are only ever added.

create table if not exists core_edition (
  part varchar(100) not null,
  number integer not null,
  holds_from date not null,
  over_pack varchar(64) not null,
  reason varchar(1000) not null,
  published_by varchar(200) not null,
  published_at timestamp(6) with time zone not null,
  content text not null,
  primary key (part, number)
);
