create table if not exists gaterow_row (
  number integer primary key
);
