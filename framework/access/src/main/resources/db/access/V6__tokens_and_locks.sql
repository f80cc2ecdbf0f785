-- whoever logs out with an identity provider's token is logged out, on every node
create table if not exists access_ended_token (
  fingerprint varchar(64) primary key,
  expires_at timestamp with time zone not null
);
-- an account that is locked opens nothing until it is unlocked
alter table access_account add column if not exists locked boolean default false not null;
