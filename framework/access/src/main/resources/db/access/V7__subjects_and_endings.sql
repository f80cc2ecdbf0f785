-- who somebody is at the identity provider, whatever they are called there
alter table access_account add column if not exists issuer varchar(300);
alter table access_account add column if not exists subject varchar(255);
create unique index if not exists access_account_subject on access_account (issuer, subject);
-- tokens of the provider that are older hold no more, but for the one that chose the password
alter table access_account add column if not exists tokens_from timestamp with time zone;
alter table access_account add column if not exists kept_token varchar(64);
-- accounts that nobody uses are found by it
alter table access_account add column if not exists last_login timestamp with time zone;
