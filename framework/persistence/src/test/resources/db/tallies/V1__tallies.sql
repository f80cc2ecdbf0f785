create table tallies_tally (
  name varchar(40) primary key,
  amount bigint not null,
  claimed_by varchar(40)
);
