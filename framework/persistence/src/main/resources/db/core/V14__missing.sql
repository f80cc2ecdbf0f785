-- what a timer waits for, for operators
alter table core_timer add column missing varchar(400);
