create table if not exists access_session (
  token_hash varchar(64) primary key,
  account varchar(40) not null,
  expires_at timestamp with time zone not null,
  seen_at timestamp with time zone not null
);
