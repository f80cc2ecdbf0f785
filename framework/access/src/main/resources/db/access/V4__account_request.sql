alter table access_account add column if not exists made_for varchar(64);
create unique index if not exists access_account_made_for on access_account (made_for);
